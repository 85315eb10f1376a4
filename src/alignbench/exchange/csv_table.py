"""Comma-separated tables for spreadsheets: RFC 4180, a byte order mark, no cell a formula."""

import csv
import io
from collections.abc import Iterable
from typing import BinaryIO

from alignbench.exchange import tsv
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import printable

COLUMNS = tsv.COLUMNS[: tsv.COLUMNS.index("document") + 1]
"""Those of our own table that people read; where segments begin is for programs."""


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:  # noqa: ARG001
    """Write a table; line breaks stay inside quoted cells, controls become visible signs."""
    held = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    held.write(tsv.BYTE_ORDER_MARK)
    table = csv.writer(held)
    table.writerow(COLUMNS)
    for pair in pairs:
        table.writerow([guarded(cell) for cell in tsv.cells_of(pair)[: len(COLUMNS)]])
    held.detach()


def guarded(cell: str) -> str:
    """`cell` as a spreadsheet shows it and never runs it."""
    shown = printable(cell, keep="\n")
    return f"'{shown}" if tsv.FORMULA.match(shown) else shown
