"""The report for a client: one HTML file that needs nothing else."""

from alignbench.exchange.report.content import Mark, ProjectReport, Report, ReportIssue, ReportRow
from alignbench.exchange.report.page import write, write_project

__all__ = [
    "Mark",
    "ProjectReport",
    "Report",
    "ReportIssue",
    "ReportRow",
    "write",
    "write_project",
]
