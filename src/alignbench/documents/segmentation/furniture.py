"""Which lines of a plain text are running heads and page numbers, on evidence of pages alone.

A line that looks like one is none: "Chapter 1" and "Chapter 2", "Step 1", 第1条 and "Fiscal 2024"
are headings. Evidence of a page's edge is a form feed, or a number that runs from page to page
and stands where a sentence breaks off or beside a line that comes again.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence

from alignbench.documents.segmentation.kinds import is_heading_line, page_number
from alignbench.documents.segmentation.lines import Line
from alignbench.documents.segmentation.sentence_cuts import is_cut
from alignbench.language.spelled_numbers import kanji_value

_DIGITS = re.compile(r"[0-9０-９]{1,4}")
_COUNTED = re.compile(
    r"^(?:(?P<first>[0-9０-９]{1,4})(?:[\s　|｜/／・-]+)(?P<after>.*\D)|"
    r"(?P<before>.*\D)(?:[\s　|｜/／・-]+)(?P<last>[0-9０-９]{1,4}))$"
)
_PAGE = "(?:[0-9０-９]{1,4}|[〇一二三四五六七八九十百]{1,5})"
_FAR_APART = re.compile(
    rf"^(?:(?P<first>{_PAGE})(?:[ ]{{4,}}|[ ]*\t[ \t]*|\u3000{{2,}})\D.*|"
    rf"\D.*?(?:[ ]{{4,}}|[ ]*\t[ \t]*|\u3000{{2,}})(?P<last>{_PAGE}))$"
)
_ENDS = "。」』.!?！？"
_NEAR = 3
"""Lines, blank ones included, that a running head may stand from its page's edge."""
_FAR = 12
"""Lines between the halves of a sentence that a page cuts: blanks, heads, numbers."""
_LONG_ENOUGH = {True: 15, False: 30}
"""Characters of a line that can break off in mid-sentence, Japanese or not."""


def furniture(lines: Sequence[Line]) -> frozenset[int]:
    """Numbers of the lines that are running heads or page numbers."""
    breaks = {i for i, line in enumerate(lines) if line.page_break}
    numbers = _page_numbers(lines, breaks)
    heads = _counted_heads(lines, breaks | numbers)
    edges = breaks | numbers | heads
    return frozenset(numbers | heads | _repeated(lines, edges, numbers | heads))


def _page_numbers(lines: Sequence[Line], breaks: set[int]) -> set[int]:
    """Lines that are nothing but a number which runs, at what must be edges of pages."""
    found: dict[int, tuple[int, bool]] = {}
    for i, line in enumerate(lines):
        number = page_number(line.text)
        if number is not None and _alone(lines, i):
            found[i] = number
    at_breaks = {i for i in found if _is_near(i, breaks)}
    running = _running({i: value for i, (value, _) in found.items()})
    drawn = {i for i in running if found[i][1]}
    if len(drawn) >= 2:
        return at_breaks | drawn
    cutting = {i for i in running if _cuts_sentence(lines, i)}
    beside = _beside_repeats(lines, running)
    if cutting or len(beside) >= 2:
        return at_breaks | running
    return at_breaks


def _counted_heads(lines: Sequence[Line], edges: set[int]) -> set[int]:
    """Lines of the same words with a number that runs, where pages end."""
    groups: dict[str, dict[int, int]] = defaultdict(dict)
    headings: dict[int, int] = {}
    for i, line in enumerate(lines):
        match = _COUNTED.match(line.text) if 4 <= len(line.text) <= 80 else None
        if match and line.text[-1] not in _ENDS and _alone(lines, i):
            if is_heading_line(line.text):
                headings[i] = int(match["first"] or match["last"])
                continue
            words = (match["after"] or match["before"]).strip(" 　|｜/／・-")
            number = match["first"] or match["last"]
            # The words may hold numbers of their own, such as a chapter's.
            groups[words][i] = int(number)
    heads = _across_wide_gaps(lines, edges)
    counted: dict[int, int] = {}
    for group in groups.values():
        running = _running(group)
        proof = any(_cuts_sentence(lines, i) or _is_near(i, edges) for i in running)
        if len(running) >= 2 and proof:
            heads |= running
            counted |= {i: group[i] for i in running}
    return heads | _between(headings, counted)


def _between(headings: dict[int, int], counted: dict[int, int]) -> set[int]:
    """Heads of the facing pages, which name a chapter: their numbers lie between those of others.

    One of them has a page before and a page after it; then all that go on counting are such.
    """
    numbers = headings | counted
    places = sorted(numbers)
    found: set[int] = set()
    sure = False
    for at, i in enumerate(places):
        before = at > 0 and numbers[places[at - 1]] == numbers[i] - 1
        after = at + 1 < len(places) and numbers[places[at + 1]] == numbers[i] + 1
        if i in headings and (before or after):
            found.add(i)
            sure = sure or (before and after and places[at - 1] in counted)
    return found if sure else set()


def _across_wide_gaps(lines: Sequence[Line], edges: set[int]) -> set[int]:
    """First or last lines of pages with words at one margin and the page's number at the other.

    The words may change, as from left to right pages, and may be a chapter's: what proves them
    is that the numbers run on from page to page over three pages.
    """
    numbers: dict[int, int] = {}
    for i, line in enumerate(lines):
        match = _FAR_APART.match(line.text) if 4 <= len(line.text) <= 120 else None
        if match and _alone(lines, i) and (_is_near(i, edges) or i < _NEAR):
            written = match["first"] or match["last"]
            numbers[i] = int(written if written.isdecimal() else kanji_value(written) or 0)
    running = _running(numbers)
    return running if len(running) >= 3 else set()


def _repeated(lines: Sequence[Line], edges: set[int], known: set[int]) -> set[int]:
    """The same line again at edges of pages; of a heading the first is the heading itself.

    Unless it stands where a sentence breaks off.
    """
    groups: dict[str, list[int]] = defaultdict(list)
    for i, line in enumerate(lines):
        if 2 <= len(line.text) <= 80 and line.text[-1] not in _ENDS and i not in known:
            groups[line.text].append(i)
    heads: set[int] = set()
    for text, places in groups.items():
        near = [i for i in places if _alone(lines, i) and _is_near(i, edges)]
        # What stands on top of the file too may be its title, which stays.
        on_top = bool(edges) and places[0] < _NEAR and places[0] not in near
        if len(near) + on_top >= 2:
            first = is_heading_line(text) and not _cuts_sentence(lines, near[0])
            heads |= set(near[1:] if first else near)
    return heads


def _running(numbers: dict[int, int]) -> set[int]:
    """Lines whose numbers go up by one or two, a page at a time, from line to line."""
    places = sorted(numbers)
    return {
        i
        for before, i, after in zip([None, *places], places, [*places[1:], None], strict=False)
        if (before is not None and 0 < numbers[i] - numbers[before] <= 2)
        or (after is not None and 0 < numbers[after] - numbers[i] <= 2)
    }


def _cuts_sentence(lines: Sequence[Line], i: int) -> bool:
    """Whether the sentence above a line goes on below it, other short lines aside."""
    around = lines[max(0, i - _FAR) : i], lines[i + 1 : i + 1 + _FAR]
    above = next((line.text for line in reversed(around[0]) if len(line.text) > 12), "")
    below = next((line.text for line in around[1] if len(line.text) > 12), "")
    long = _LONG_ENOUGH[any("\u3040" <= c <= "\u9fff" for c in above)]
    return len(above) >= long and not is_heading_line(below) and is_cut(above, below, True)


def _beside_repeats(lines: Sequence[Line], numbers: set[int]) -> set[int]:
    """Those of the lines near which a line stands that stands near another of them too."""
    around = {i: _around(lines, i) for i in numbers}
    counts = Counter(text for near in around.values() for text in near)
    return {i for i, near in around.items() if any(counts[text] > 1 for text in near)}


def _around(lines: Sequence[Line], i: int) -> set[str]:
    near = (*lines[max(0, i - _NEAR) : i], *lines[i + 1 : i + 1 + _NEAR])
    return {line.text for line in near if 2 <= len(line.text) <= 80 and line.text[-1] not in _ENDS}


def _is_near(i: int, edges: set[int]) -> bool:
    return any(i + step in edges for step in range(-_NEAR, _NEAR + 1))


def _alone(lines: Sequence[Line], i: int) -> bool:
    before = i == 0 or not lines[i - 1].text or lines[i - 1].page_break
    after = i + 1 == len(lines) or not lines[i + 1].text or lines[i].page_break
    return before or after
