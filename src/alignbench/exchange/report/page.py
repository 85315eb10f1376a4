"""From a report's content to its HTML page. Every text goes through autoescape."""

from functools import lru_cache
from typing import TYPE_CHECKING, BinaryIO

from alignbench.exchange.characters import xml_text
from alignbench.exchange.report import charts
from alignbench.exchange.report.content import Mark, Report, ReportRow, marked

if TYPE_CHECKING:
    from jinja2 import Template


def write(report: Report, out: BinaryIO) -> None:
    """Write the page: UTF-8, style and charts inside, no script, nothing fetched."""
    page = _template().render(
        report=report,
        rows=[(row, _side(row, "ja"), _side(row, "en")) for row in report.rows],
        ledger=charts.ledger(report),
        flags=charts.by_label(report, "flag"),
        findings=charts.by_label(report, "finding"),
        strip=charts.strip(report),
    )
    out.write(page.encode("utf-8", "replace"))


def _side(row: ReportRow, side: str) -> list[Mark]:
    if side == "ja":
        return marked(xml_text(row.ja), row.remarks, "ja")
    return marked(xml_text(row.en), row.remarks, "en")


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("alignbench.exchange.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")
