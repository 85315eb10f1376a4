"""From a report's content to its HTML page. Every text goes through autoescape."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, BinaryIO

from alignbench.domain.quality import TypeCount
from alignbench.exchange.report import charts, overview
from alignbench.exchange.report.content import Mark, ProjectReport, Report, ReportRow, marked
from alignbench.system.safe_text import printable, xml_text

if TYPE_CHECKING:
    from jinja2 import Template


FOLD_FROM = 400
"""Rows of a document from which runs of quiet ones are folded away."""


@dataclass(frozen=True, slots=True)
class Block:
    """Rows that stand together; a folded block is closed until a reader opens it."""

    rows: tuple[ReportRow, ...]
    folded: bool

    @property
    def sides(self) -> Iterator[tuple[ReportRow, list[Mark], list[Mark]]]:
        """Each row with its two texts, cut where highlights begin and end."""
        return ((row, _side(row, "ja"), _side(row, "en")) for row in self.rows)


def blocks(report: Report) -> list[Block]:
    """A long document's rows with its quiet runs folded, so that it opens on what matters."""
    if len(report.rows) < FOLD_FROM:
        return [Block(report.rows, folded=False)]
    return [
        Block(tuple(rows), folded=quiet)
        for quiet, rows in groupby(report.rows, key=lambda row: row.is_quiet)
    ]


def write(report: Report, out: BinaryIO) -> None:
    """Write a document's page: UTF-8, style and charts inside, no script, nothing fetched."""
    _write(out, report, [report])


def write_project(project: ProjectReport, out: BinaryIO) -> None:
    """Write one page about all documents: tables of them, then each as `write` shows it."""
    _write(out, project, project.documents, overview.lines(project), project.score.types)


def _write(
    out: BinaryIO,
    whole: Report | ProjectReport,
    reports: Sequence[Report],
    lines: Sequence[overview.Line] = (),
    types: Sequence[TypeCount] = (),
) -> None:
    page = _template().generate(
        whole=whole, overview=lines, types=types, documents=map(_document, reports)
    )
    for piece in page:
        out.write(piece.encode("utf-8", "replace"))


def _document(report: Report) -> dict[str, Any]:
    """What the template shows of a document."""
    return {
        "report": report,
        "blocks": blocks(report),
        "ledger": charts.ledger(report),
        "unlinked": overview.unlinked(report),
        "doubts": overview.doubts(report),
        "matter": overview.matter(report),
        "flags": charts.by_label(report, "flag"),
        "findings": charts.by_label(report, "finding"),
        "strip": charts.strip(report),
    }


def _side(row: ReportRow, side: str) -> list[Mark]:
    if side == "ja":
        return marked(xml_text(row.ja), row.issues, "ja")
    return marked(xml_text(row.en), row.issues, "en")


def _shown(value: Any) -> Any:
    """What the template writes of a value: no control, half character or mark of direction.

    A page is read in terminals too, and an override of direction hides what is there.
    """
    if not isinstance(value, str):
        return value
    # What is HTML already is a kind of str that has to stay one.
    return type(value)(printable(value, keep="\t\n"))


@lru_cache(maxsize=1)
def _template() -> "Template":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("alignbench.exchange.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("page.html.j2")
