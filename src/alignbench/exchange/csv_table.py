"""Comma-separated tables for spreadsheets: RFC 4180, a byte order mark, no cell a formula."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from alignbench.exchange.pair import Pair
from alignbench.exchange.style import Style
from alignbench.exchange.tsv import BYTE_ORDER_MARK, FORMULA
from alignbench.system.safe_text import printable

COLUMNS = ("id", "ja", "en", "status", "link", "score", "flags", "note", "document")


def write(pairs: Iterable[Pair], out: BinaryIO, style: Style) -> None:  # noqa: ARG001
    """Write a table; line breaks stay inside quoted cells, controls become visible signs."""
    held = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    held.write(BYTE_ORDER_MARK)
    table = csv.writer(held)
    table.writerow(COLUMNS)
    for pair in pairs:
        table.writerow([guarded(cell) for cell in cells(pair)])
    held.detach()


def cells(pair: Pair) -> tuple[str, ...]:
    """A pair's cells, in the order of `COLUMNS`."""
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
    )


def guarded(cell: str) -> str:
    """`cell` as a spreadsheet shows it and never runs it."""
    shown = printable(cell, keep="\n")
    return f"'{shown}" if FORMULA.match(shown) else shown
