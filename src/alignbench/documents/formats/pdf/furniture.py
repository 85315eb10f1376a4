"""Running heads and page numbers: lines at the edge of pages that come again."""

import re
from collections import Counter
from collections.abc import Sequence

from alignbench.documents.formats.pdf.lines import Line
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.kinds import page_number
from alignbench.messages import t

EDGE = 3
"""Lines from the top or the bottom of a page that may be furniture."""
_DIGITS = re.compile(r"[0-9０-９]+|\b[ivxl]{1,6}\b")
_OF_ALL = re.compile(
    r"(?:(?i:page|p\.)\s?)?(\d{1,4})\s?(?:[/／]|(?i:of))\s?(\d{1,4})(?:\s?(?:ページ|頁))?"
)
"""Also of the only page: 1 / 1."""
_PART = 80
"""Characters of a part of a running head."""
_DECORATION = re.compile(r"[\s\-–—―‐－・~〜|｜*]+")

Page = list[Line]


def without_furniture(pages: Sequence[Page], tally: Tally) -> list[Page]:
    """Pages less their running heads and page numbers, which are told."""
    filled = [page for page in pages if page]
    places: Counter[tuple[str, int]] = Counter()
    for page in filled:
        places.update({(_shape(line), _place(line)) for line in _edges(page)})
    needed = 2 if len(filled) < 6 else 3
    out: list[Page] = []
    for page in pages:
        edges = _edges(page)
        aside = [
            line
            for line in edges
            if (not line.cell and _numbered(line) and _alone(line, page))
            or (
                len(filled) > 1
                and not line.text.endswith(("。", "」"))
                and _again(line, places) >= needed
            )
        ]
        aside += [line for line in edges if _belongs(line, aside, page)]
        if len(aside) == len(page):  # a page of nothing but furniture is a page of text
            aside = [line for line in aside if _numbered(line)]
        for line in aside:
            tally.add(t("running heads and page numbers"), line.text)
        out.append([line for line in page if not any(line is other for other in aside)])
    return out


def _belongs(line: Line, aside: Page, page: Page) -> bool:
    """Whether a line is the other part of a running head: beside it, and apart from all else."""
    if line.cell or any(line is other for other in aside):
        return False
    row = [other for other in page if abs(other.middle - line.middle) < 0.5 * line.size]
    heads = [other for other in row if any(other is head for head in aside)]
    # Beside a number alone may stand anything, such as the line of a program that it counts.
    if all(map(_numbered, heads)) or len(line.text) > _PART:
        return False
    others = [other for other in page if not any(other is each for each in row)]
    near = min((abs(other.middle - line.middle) for other in others), default=0.0)
    outer = not any(other.middle < line.middle for other in others) or not any(
        other.middle > line.middle for other in others
    )
    return outer and near > 1.4 * line.size


def _edges(page: Page) -> Page:
    """The outermost lines across the page."""
    ordered = sorted(page, key=lambda line: line.middle)
    return ordered if len(ordered) <= 2 * EDGE else [*ordered[:EDGE], *ordered[-EDGE:]]


def _again(line: Line, places: Counter[tuple[str, int]]) -> int:
    """On how many pages a line of that shape stands at that height."""
    shape, place = _shape(line), _place(line)
    return sum(places[shape, place + near] for near in (-1, 0, 1))


def _shape(line: Line) -> str:
    return _DIGITS.sub("#", "".join(line.text.split()))


def _place(line: Line) -> int:
    return round(line.middle / 8)


def _numbered(line: Line) -> bool:
    bare = _DECORATION.sub("", line.text)
    of_all = _OF_ALL.fullmatch(line.text.strip())
    return (
        page_number(line.text.strip()) is not None
        or (bare.isdigit() and len(bare) <= 4)
        or (of_all is not None and int(of_all[1]) <= int(of_all[2]))
    )


def _alone(line: Line, page: Page) -> bool:
    """Whether a line stands at the very edge and further away than lines do."""
    others = [other for other in page if other is not line]
    if not others:
        return False
    near = min(abs(other.middle - line.middle) for other in others)
    outer = line.middle < min(o.middle for o in others) or line.middle > max(
        o.middle for o in others
    )
    return outer and near > 1.8 * line.size
