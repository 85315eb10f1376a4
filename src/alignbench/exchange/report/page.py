"""From a report's content to its HTML page. Every text goes through autoescape."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, BinaryIO

from alignbench.exchange.characters import xml_text
from alignbench.exchange.report import charts, overview
from alignbench.exchange.report.content import Mark, ProjectReport, Report, ReportRow, marked

if TYPE_CHECKING:
    from jinja2 import Template


def write(report: Report, out: BinaryIO) -> None:
    """Write a document's page: UTF-8, style and charts inside, no script, nothing fetched."""
    _write(out, report.title, report.made, report.version, [report], ())


def write_project(project: ProjectReport, out: BinaryIO) -> None:
    """Write one page about all documents: a table of them, then each as `write` shows it."""
    _write(
        out, project.title, project.made, project.version, project.documents,
        overview.lines(project),
    )  # fmt: skip


def _write(
    out: BinaryIO,
    title: str,
    made: str,
    version: str,
    reports: Sequence[Report],
    lines: Sequence[overview.Line],
) -> None:
    page = _template().generate(
        title=title, made=made, version=version, overview=lines, documents=map(_document, reports)
    )
    for piece in page:
        out.write(piece.encode("utf-8", "replace"))


def _document(report: Report) -> dict[str, Any]:
    """What the template shows of a document."""
    return {
        "report": report,
        "rows": [(row, _side(row, "ja"), _side(row, "en")) for row in report.rows],
        "ledger": charts.ledger(report),
        "unlinked": overview.unlinked(report),
        "flags": charts.by_label(report, "flag"),
        "findings": charts.by_label(report, "finding"),
        "strip": charts.strip(report),
    }


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
