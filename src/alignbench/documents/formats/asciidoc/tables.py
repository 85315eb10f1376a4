"""The cells of AsciiDoc's tables."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import pairwise

_SPEC = re.compile(
    r"(?:^|(?<=\s))(?:(?P<span>\d+)[*+]|\.\d+\+|(?P<wide>\d+)\.\d+\+)?[<^>]?(?:\.[<^>])?[aehlmdsv]?$"
)
_COLUMNS = re.compile(r"cols=(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^,\]]*))")
COLUMN_LIMIT = 1_000


def cells_of(inside: str, separator: str, style: str) -> Iterator[tuple[str, bool]]:
    """The cells of a table, without what is said of their span and their look.

    With each, whether it is a page of its own: by its own mark, or by that of its column in the
    table's `style`.
    """
    if separator in ",:":
        try:
            rows = list(csv.reader(io.StringIO(inside), delimiter=separator))
        except csv.Error:
            rows = [row.split(separator) for row in inside.split("\n")]
        yield from ((cell.strip(), False) for row in rows for cell in row)
        return
    pages = _pages_by_column(style)
    column = 0
    parts = re.split(rf"(?<!\\){re.escape(separator)}", inside)
    for number, (before, part) in enumerate(pairwise(parts), 2):
        spec = _SPEC.search(before)
        cell = part if number == len(parts) else _SPEC.sub("", part)
        own = bool(spec) and before.endswith("a")
        yield (
            cell.replace(f"\\{separator}", separator).strip(),
            own or (bool(pages) and pages[column % len(pages)]),
        )
        column += int((spec and (spec["span"] or spec["wide"])) or 1)


def _pages_by_column(style: str) -> list[bool]:
    """Of each column, whether its cells are pages: `[cols="1,2*a"]`."""
    named = _COLUMNS.search(style)
    pages: list[bool] = []
    for spec in re.split(r"[,;]", (named["quoted"] or named["bare"] or "") if named else ""):
        times = re.match(r"\s*(\d{1,3})\*", spec)
        pages += [spec.strip().endswith("a")] * (int(times[1]) if times else 1)
    return pages[:COLUMN_LIMIT] if any(pages) else []
