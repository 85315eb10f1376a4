"""The report for a client: one HTML file that needs nothing else."""

from alignbench.exchange.report.content import Mark, Remark, Report, ReportRow
from alignbench.exchange.report.page import write

__all__ = ["Mark", "Remark", "Report", "ReportRow", "write"]
