r"""Tab-separated tables: one pair a row, a header of column names.

A tab, a line break or a backslash inside a cell is written as `\t`, `\n`, `\\` and so on, so
that a row is always one line and a tab always ends a cell.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from typing import BinaryIO

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.domain.text import Side
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.exchange.segment_breaks import breaks_of, split_at
from alignbench.exchange.selection import Bitext
from alignbench.exchange.utf8 import utf8
from alignbench.messages import t

COLUMNS = (
    "id", "ja", "en", "status", "link", "score", "flags", "note",
    "document", "ja_positions", "en_positions", "ja_breaks", "en_breaks",
)  # fmt: skip

ALIASES = {"japanese": "ja", "日本語": "ja", "english": "en", "英語": "en"}
"""Other names of the two columns that matter, as corpus tools and people write them."""

BYTE_ORDER_MARK = "\ufeff"
"""Tells spreadsheets that this is UTF-8, and `read` that cells are guarded."""

# Everything some program takes for the end of a line, besides the tab and the escape itself.
ESCAPES = {"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"} | {
    char: f"\\u{ord(char):04x}" for char in "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
}
_ESCAPE = str.maketrans(ESCAPES)
_TO_ESCAPE = re.compile("[" + re.escape("".join(ESCAPES)) + "]")
_UNESCAPE = {escape: char for char, escape in ESCAPES.items()}
_ESCAPED = re.compile(r"\\(?:u[0-9a-f]{4}|.)")
_BLOCK = 100
"""Rows written at a time: few of them have anything to escape."""
FORMULA = re.compile(r"'*[=+\-@]")
"""How a cell begins that some spreadsheet takes for a formula (OWASP, CSV injection)."""
_JAPANESE = re.compile("[\u3040-\u30ff\u3400-\u9fff]")
_GUARDED = re.compile(r"'+[=+\-@]")


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write a table of UTF-8.

    For a spreadsheet it begins with a byte order mark, and a cell that a spreadsheet would take
    for a formula gets an apostrophe in front.
    """
    write_table(COLUMNS, map(cells_of, pairs), out, spreadsheet=options.spreadsheet)


def write_table(
    columns: Iterable[str],
    rows: Iterable[Sequence[str]],
    out: BinaryIO,
    *,
    spreadsheet: bool = False,
    at_a_time: int = _BLOCK,
) -> None:
    """Write a table of UTF-8, its cells escaped; `spreadsheet` as `write` says.

    `at_a_time` rows are asked for before they are written: 1 where rows are long in coming.
    """
    out.write(((BYTE_ORDER_MARK if spreadsheet else "") + "\t".join(columns) + "\n").encode())
    left = iter(rows)
    while block := list(islice(left, at_a_time)):
        if _TO_ESCAPE.search("".join(chain.from_iterable(block))):
            block = [_escaped(row) for row in block]
        if spreadsheet:
            block = [[f"'{cell}" if FORMULA.match(cell) else cell for cell in row] for row in block]
        out.write(("\n".join(map("\t".join, block)) + "\n").encode("utf-8", "replace"))


def _escaped(row: Sequence[str]) -> Sequence[str]:
    if _TO_ESCAPE.search("".join(row)):
        return [cell.translate(_ESCAPE) for cell in row]
    return row


def cells_of(pair: Pair) -> tuple[str, ...]:
    """A pair's cells, in the order of `COLUMNS`, as they are before anything is escaped."""
    return (
        pair.id,
        pair.ja,
        pair.en,
        pair.status.value,
        pair.shape,
        "" if pair.confidence is None else str(pair.confidence),
        str(pair.flags),
        pair.note,
        pair.document,
        _joined(pair.ja_positions),
        _joined(pair.en_positions),
        _joined(breaks_of(pair.ja_segments, "ja")),
        _joined(breaks_of(pair.en_segments, "en")),
    )


def read(source: BinaryIO, name: str) -> Bitext:
    """Pairs of a table that `write` made, or of any with columns named `ja` and `en`.

    A table of two columns needs no names if it shows which of them is the Japanese. What a table
    does not say is taken to be: one segment a side, confirmed, no score.

    Raises:
        InputError: no such columns, or a row that does not fit them.
    """
    content = utf8(source, name)
    guarded = content.startswith(BYTE_ORDER_MARK)
    lines = [line.removesuffix("\r") for line in content.split("\n")]
    names = lines[0].removeprefix(BYTE_ORDER_MARK).lower().split("\t")
    columns = [ALIASES.get(column, column) for column in names]
    first = 1
    if not {"ja", "en"} <= set(columns):
        columns, first = _unnamed(lines, name), 0
        lines[0] = lines[0].removeprefix(BYTE_ORDER_MARK)
    pairs = []
    for number, row in enumerate(lines[first:], first + 1):
        if not row:
            continue
        cells = [_plain(cell, guarded) for cell in row.split("\t")]
        try:
            pairs.append(_pair(dict(zip(columns, cells, strict=True)), number))
        except ValueError as error:
            raise InputError(
                t(
                    "{name}, line {number}: this row cannot be read ({error}).",
                    name=name,
                    number=number,
                    error=error,
                )
            ) from error
    return Bitext(tuple(pairs))


def _unnamed(lines: list[str], name: str) -> list[str]:
    """The columns of a table without a header, if it is two columns that tell which is which.

    Raises:
        InputError: it is not.
    """
    rows = [row for line in lines[:50] if len(row := line.split("\t")) == 2]
    japanese = [sum(bool(_JAPANESE.search(row[at])) for row in rows) for at in (0, 1)]
    named = not _JAPANESE.search(lines[0])  # by something that we don't know
    whole = len(rows) == len([line for line in lines[:50] if line])
    if whole and not named and japanese[0] != japanese[1]:
        return ["ja", "en"] if japanese[0] > japanese[1] else ["en", "ja"]
    raise InputError(
        t("{name} has no columns named ja and en.", name=name),
        t("Its first line should name the columns, with tabs between them."),
    )


def _plain(cell: str, guarded: bool) -> str:
    if guarded and _GUARDED.match(cell):
        cell = cell[1:]
    return _ESCAPED.sub(lambda found: _UNESCAPE.get(found[0], found[0]), cell)


def _pair(row: Mapping[str, str], number: int) -> Pair:
    score = row.get("score", "")
    return Pair(
        id=row.get("id") or str(number),
        document=row.get("document", ""),
        ja_segments=_segments(row, "ja"),
        en_segments=_segments(row, "en"),
        status=Status(row.get("status") or Status.CONFIRMED),
        confidence=float(score) if score else None,
        note=row.get("note", ""),
        flags=int(row.get("flags") or 0),
        ja_positions=_numbers(row.get("ja_positions", "")),
        en_positions=_numbers(row.get("en_positions", "")),
        line=number,
    )


def _segments(row: Mapping[str, str], side: Side) -> tuple[str, ...]:
    return split_at(row[side], _numbers(row.get(f"{side}_breaks", "")), side)


def _joined(numbers: tuple[int, ...]) -> str:
    if len(numbers) == 1:
        return str(numbers[0])
    return " ".join(map(str, numbers))


def _numbers(cell: str) -> tuple[int, ...]:
    return tuple(int(number) for number in cell.split(" ") if number)
