"""A workbook: the pairs, and on a sheet of their own the flags and findings, for Excel and Calc."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from alignbench.domain.errors import OutputError
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.text import Span
from alignbench.domain.word_changes import compare
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.messages import t
from alignbench.system.safe_text import printable

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

LONGEST_CELL = 32_767
"""Characters that a cell can hold (Excel's specification); XlsxWriter drops a longer one."""
MOST_ROWS = 1_048_575
PAIR_COLUMNS = (
    ("#", 6), ("日本語", 60), ("English", 60), ("Status", 11), ("Link", 7), ("Confidence", 11),
    ("Flags", 7), ("Note", 30), ("Better English", 50), ("Changes", 50), ("Document", 18),
    ("ID", 20),
)  # fmt: skip
ISSUE_COLUMNS = (
    ("#", 6), ("What", 24), ("Severity", 10), ("State", 10), ("Said", 60), ("日本語", 40),
    ("English", 40), ("By", 14), ("When", 22),
)  # fmt: skip


def write(pairs: Sequence[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write the workbook.

    Raises:
        OutputError: a text is longer than a cell can be, or there are too many pairs.
    """
    from xlsxwriter import Workbook

    if len(pairs) > MOST_ROWS:
        raise OutputError(
            t("A sheet has room for {most:,} pairs, not {all:,}.", most=MOST_ROWS, all=len(pairs)),
            t("Write tsv or csv."),
        )
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, settings)
    made = options.when.replace(tzinfo=None)
    book.set_properties({"title": printable(options.name), "created": made})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    head = book.add_format({"bold": True, "bottom": 1, "valign": "top"})
    rows = [_pair(number, pair) for number, pair in enumerate(pairs, start=1)]
    sheet = _sheet(book, "Pairs", PAIR_COLUMNS, rows, head, wrapped)
    struck = book.add_format({"font_strikeout": True, "font_color": "#B00020"})
    inserted = book.add_format({"underline": 1, "font_color": "#00629B"})
    for number, pair in enumerate(pairs, start=1):
        if pair.proposal:
            _changes(sheet, number, pair, (struck, inserted, wrapped))
    issues = [row for number, pair in enumerate(pairs, start=1) for row in _issues(number, pair)]
    _sheet(book, "Issues", ISSUE_COLUMNS, issues, head, wrapped)
    book.close()


def _pair(number: int, pair: Pair) -> tuple[str | float, ...]:
    return (
        number, pair.ja, pair.en, pair.status.value, pair.shape,
        "" if pair.confidence is None else pair.confidence, pair.flags, pair.note,
        pair.proposal, "", pair.document, pair.id,
    )  # fmt: skip


def _changes(
    sheet: "Worksheet", row: int, pair: Pair, looks: "tuple[Format, Format, Format]"
) -> None:
    """Write struck and inserted words of a pair's proposal into its cell *Changes*."""
    struck, inserted, wrapped = looks
    parts: list[Format | str] = []
    pieces = compare(_cell(pair.en, row), _cell(pair.proposal, row))
    for piece in pieces:
        if piece.kind != "kept":
            parts.append(struck if piece.kind == "struck" else inserted)
        parts.append(piece.text)
    column = [name for name, _ in PAIR_COLUMNS].index("Changes")
    if len(pieces) == 1:  # Excel knows no rich text of one piece
        sheet.write_string(row, column, pieces[0].text, inserted)
    else:
        sheet.write_rich_string(row, column, *parts, wrapped)


def _issues(number: int, pair: Pair) -> list[tuple[str | float, ...]]:
    """A row for each flag and each finding of a pair, with the words they are about."""
    rows: list[tuple[str | float, ...]] = []
    for flag in pair.flag_list:
        kind = FLAG_TYPES.get(flag.type, flag.type)
        about = (_words(pair.ja, flag.ja), _words(pair.en, flag.en), flag.author, flag.at)
        rows.append((number, kind, flag.severity.value, flag.status, flag.comment, *about))
    for found in pair.findings or ():
        about = (_words(pair.ja, found.ja), _words(pair.en, found.en), "", "")
        said = (found.severity.value, found.grade.value, found.message)
        rows.append((number, found.check, *said, *about))
    return rows


def _words(text: str, span: Span | None) -> str:
    return text[span.start : span.end] if span else ""


def _sheet(
    book: "Workbook",
    name: str,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[Sequence[str | float]],
    head: "Format",
    wrapped: "Format",
) -> "Worksheet":
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 0)
    for at, (title, width) in enumerate(columns):
        sheet.set_column(at, at, width, wrapped)
        sheet.write_string(0, at, title, head)
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            if not isinstance(value, str):
                sheet.write_number(number, at, value)
            elif value:
                sheet.write_string(number, at, _cell(value, number))
    sheet.autofilter(0, 0, max(1, len(rows)), len(columns) - 1)
    return sheet


def _cell(text: str, row: int) -> str:
    """`text` as a cell holds it; XlsxWriter itself sees to `_x000D_`, which is an escape there."""
    shown = printable(text, keep="\t\n")
    if len(shown) > LONGEST_CELL:
        raise OutputError(
            t("Row {row} has {count:,} characters in a cell.", row=row, count=len(shown)),
            t("A cell holds {most:,}; write tsv or docx.", most=LONGEST_CELL),
        )
    return shown
