"""CSV and TSV: pairs where both languages are there, cells where one is."""

import csv
import io
import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections import Counter

from alignbench.documents.formats.columns import (
    blocks_of_rows,
    columns_of,
    pairs_of_rows,
)
from alignbench.documents.formats.languages import pairs_of, side_of_heading, side_of_text
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.rows import Cell, Row
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Location, Side, Text
from alignbench.messages import t

COLUMN_LIMIT = 1_000
_SEPARATORS = (",", ";", "\t")
_BAR = "|"
"""Separates where nothing else does, in nearly all rows."""
_MOSTLY = 0.9
_NAMED_SEPARATOR = re.compile(r"sep=([,;|:\t])\r?\n", re.IGNORECASE)
"""What programs write at the beginning of a table to tell Excel how to separate it."""
_TABBED = (".tsv", ".tab")
_GUARDED = re.compile(r"^'(?='*[=+\-@])")
_OWN_COLUMN = "ja_breaks"
_ESCAPED = re.compile(r"\\(u[0-9a-f]{4}|.)")


class Table:
    """Reads comma-separated and tab-separated values."""

    name = "csv"
    suffixes = (".csv", *_TABBED)

    def sniff(self, head: bytes) -> bool:
        """Whether each line is two texts and a tab between them, one of them Japanese.

        Of more columns, as Excel's Unicode text has, the first line must name both languages.
        """
        text = _readable(head)
        lines = [line.split("\t") for line in text.splitlines()[:50] if line.strip()]
        if len(lines) < 2 or len(lines[0]) < 2:
            return False
        if {"ja", "en"} <= {side_of_heading(field) for field in lines[0]}:
            return True
        if any(len(line) != 2 for line in lines):
            return False
        sides = Counter((side_of_text(a), side_of_text(b)) for a, b in lines)
        return max(sides["ja", "en"], sides["en", "ja"]) >= 0.8 * len(lines)

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The cells of a table, or one side of its pairs."""
        rows, encoding = _rows(file, side, options)
        tally = Tally()
        columns = columns_of(rows)
        if columns is not None:
            pairs = pairs_of_rows(rows, columns, tally)
            both = pairs_of(file, self.name, pairs, tally.told(), encoding=encoding)
            return both.ja if side == "ja" else both.en
        blocks = blocks_of_rows(rows, tally)
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=encoding)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:
        """The pairs of a table in both languages."""
        rows, encoding = _rows(file, "ja", options)
        columns = columns_of(rows)
        if columns is None:
            return None
        tally = Tally()
        pairs = pairs_of_rows(rows, columns, tally)
        return pairs_of(file, self.name, pairs, tally.told(), encoding=encoding)


def _readable(head: bytes) -> str:
    """The beginning of a file less a character that it may cut in two."""
    marked = head.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    for codec in ("utf-16",) if marked else ("utf-8", "cp932"):
        for cut in range(4):
            try:
                return head[: len(head) - cut].decode(codec).removeprefix("\ufeff")
            except UnicodeDecodeError:
                continue
    return ""


def _rows(file: SourceFile, side: Side, options: ReadingOptions) -> tuple[list[Row], str]:
    decoded = file.decoded(side, options.encoding)
    content = decoded.content.removeprefix("\ufeff")
    tabbed = file.suffix != ".csv"
    rows: list[Row] = []
    csv.field_size_limit(2**31 - 1)
    try:
        plain = _plain(_fields(content, tabbed), marked=file.data.startswith(BOM_UTF8))
        for number, fields in enumerate(plain, 1):
            if len(fields) > COLUMN_LIMIT:
                raise InputError(
                    t("{path}: line {line} has more than {limit:,} columns.",
                      path=file.path, line=number, limit=COLUMN_LIMIT),
                    t("Leave out the columns without text."),
                )  # fmt: skip
            row = {
                column: Cell((field,), Location(cell=f"{letters(column)}{number}"))
                for column, field in enumerate(fields)
                if field.strip()
            }
            if row:
                rows.append(row)
    except csv.Error as error:
        raise InputError(
            t("{path} is no table of values: {error}.", path=file.path, error=error),
            t("Save it anew as CSV in UTF-8."),
        ) from error
    return rows, decoded.encoding


def _plain(rows: list[list[str]], *, marked: bool) -> list[list[str]]:
    """The fields of a table as they were before a program made them safe.

    In a table for spreadsheets, which a byte order mark tells, an apostrophe stands before what
    looks like a formula; in our own tables with all columns, escapes stand for tabs and the like.
    """
    if marked:
        rows = [[_GUARDED.sub("", field) for field in row] for row in rows]
    if rows and _OWN_COLUMN in rows[0]:
        rows = [[_ESCAPED.sub(_unescaped, field) for field in row] for row in rows]
    return rows


def _unescaped(escape: re.Match[str]) -> str:
    code = escape[1]
    if code[0] == "u":
        return chr(int(code[1:], 16))
    return {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}.get(code, escape[0])


def _fields(content: str, tabbed: bool) -> list[list[str]]:
    if tabbed:
        return _tabbed(content)
    named = _NAMED_SEPARATOR.match(content)
    if named:  # the first row stays, empty, so that the others keep their numbers
        told = io.StringIO(content[named.end() :], newline="")
        return [[], *csv.reader(told, delimiter=named[1])]
    head = content[:20_000]
    counts = Counter(c for c in head if c in _SEPARATORS)
    best = max(_SEPARATORS, key=lambda s: (_agreement(head, s), counts[s]))
    if _agreement(head, best) == 0 and _agreement(head, _BAR) > _MOSTLY:
        best = _BAR
    rows = list(csv.reader(io.StringIO(content, newline=""), delimiter=best, strict=False))
    return rows if not _swallowed(rows, content) else _unquoted(content, best)


def _agreement(head: str, separator: str) -> float:
    """How many of the first rows have the usual number of fields, if that is more than one."""
    try:
        rows = list(csv.reader(io.StringIO(head, newline=""), delimiter=separator))[:50]
    except csv.Error:
        return 0.0
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return 0.0
    usual, count = widths.most_common(1)[0]
    return count / widths.total() if usual > 1 else 0.0


def _swallowed(rows: list[list[str]], content: str) -> bool:
    """Whether a quotation mark that nobody closed has taken in half of the file."""
    longest = max((field.count("\n") for row in rows for field in row), default=0)
    return longest > 20 and longest > content.count("\n") // 3


def _unquoted(content: str, separator: str) -> list[list[str]]:
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return [line.split(separator) for line in lines]


def _tabbed(content: str) -> list[list[str]]:
    """Fields of tab-separated lines; quotation marks are text unless a program wrote them.

    In our own tables they are: those have escapes.
    """
    plain = _unquoted(content, "\t")
    if _OWN_COLUMN in plain[0]:
        return plain
    marked = [field for row in plain for field in row if field.startswith('"')]
    if not marked:
        return plain
    try:
        rows = list(csv.reader(io.StringIO(content, newline=""), delimiter="\t", strict=True))
    except csv.Error:
        return plain
    widths = {len(row) for row in rows if row}
    return rows if len(widths) == 1 and widths != {1} and not _swallowed(rows, content) else plain


def letters(column: int) -> str:
    """The letters of a 0-based column: A, B, … Z, AA."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


READERS: tuple[type[Reader], ...] = (Table,)
