"""Which columns of a table are Japanese and which English, by what their cells hold."""

import math
import re
from collections import Counter
from collections.abc import Sequence
from itertools import product

from alignbench.documents.formats.languages import side_of_text
from alignbench.documents.formats.rows import Row

SAME = 0.5
"""Of a column's cells, how many must differ for it to hold texts."""
_CODE = re.compile(r"^[\w.:/#@\-]*$")
_FILLED, _DISTINCT = 0.9, 0.8
"""Of the rows of the column that is filled most often, those that two columns of texts must have in
common; and of the different texts of the English one, those that the Japanese one must have."""
_USUAL, _APART = 2.2, 0.7
"""English characters to a Japanese one; and what standing apart counts, in its logarithm."""
_MOST = 12
"""Columns of a language that are looked at: those of two are compared with one another."""
_KANJI = re.compile(r"[\u3400-\u9fff]")


def columns_of_pair(
    rows: Sequence[Row], counts: dict[int, Counter[str]]
) -> tuple[int | None, int | None]:
    """The columns of the two languages in a table whose headings name none.

    Remarks and explanations may hold more text than a term and its translation: those two are as
    long as each other, stand side by side, and are there in each row.
    """
    found = {
        side: [c for c, n in counts.items() if _is_in(n, side)][:_MOST] for side in ("ja", "en")
    }
    with_kanji = [
        c for c in found["ja"] if any(c in row and _KANJI.search(row[c].text) for row in rows)
    ]
    choices: list[tuple[float, int, int]] = []
    for ja, en in product(with_kanji or found["ja"], found["en"]):
        both = [(row[ja].text, row[en].text) for row in rows if ja in row and en in row]
        filled = max(sum(c in row for row in rows) for c in (*found["ja"], *found["en"]))
        texts, others = ({pair[side] for pair in both} for side in (0, 1))
        if len(both) < _FILLED * filled or len(texts) < _DISTINCT * len(others):
            continue
        ratio = sum(map(len, others)) / sum(map(len, texts))
        choices.append((abs(math.log(ratio / _USUAL)) + _APART * (abs(ja - en) > 1), ja, en))
    if not choices:
        return column_of_most(counts, "ja"), column_of_most(counts, "en")
    return min(choices)[1:]


def says_something(rows: Sequence[Row], column: int) -> bool:
    """Whether a column holds remarks, and no numbers, codes, or words that sort the rows."""
    cells = [row[column].text for row in rows if column in row]
    words = sum(side_of_text(text) == "ja" or " " in text.strip() for text in cells)
    return words > len(cells) / 2 and len(set(cells)) > SAME * len(cells)


def languages_of_columns(rows: Sequence[Row]) -> dict[int, Counter[str]]:
    """For each column, how many cells are Japanese, English, or codes."""
    counts: dict[int, Counter[str]] = {}
    for row in rows:
        for column, cell in row.items():
            side: str = side_of_text(cell.text) or "none"
            if side == "en" and _CODE.match(cell.text) and not cell.text.isalpha():
                side = "code"
            counts.setdefault(column, Counter())[side] += 1
            counts[column]["length"] += len(cell.text)
    return counts


def column_of_most(counts: dict[int, Counter[str]], side: str) -> int | None:
    """The column with the most text of those that are mostly in one language."""
    fit = [(count["length"], -column) for column, count in counts.items() if _is_in(count, side)]
    return -max(fit)[1] if fit else None


def _is_in(count: Counter[str], side: str) -> bool:
    """Whether the cells of a column are mostly in one language."""
    other = "en" if side == "ja" else "ja"
    mostly = count[side] > 2 * count[other] + count["code"] + count["none"]
    return mostly or (count[side] > count[other] and side == "ja" and count[side] > 1)
