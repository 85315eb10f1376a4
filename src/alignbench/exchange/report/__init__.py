"""The report for a client: one HTML file that needs nothing else."""

from alignbench.exchange.report.content import Mark, ProjectReport, Remark, Report, ReportRow
from alignbench.exchange.report.page import write, write_project

__all__ = [
    "Mark",
    "ProjectReport",
    "Remark",
    "Report",
    "ReportRow",
    "write",
    "write_project",
]
