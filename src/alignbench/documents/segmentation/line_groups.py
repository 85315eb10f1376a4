"""Lines to groups: the stretches that are paragraphs, each of whole lines."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from alignbench.documents.segmentation.furniture import furniture
from alignbench.documents.segmentation.kinds import ends_sentence, is_rule, is_short_heading
from alignbench.documents.segmentation.line_ends import LABEL, LineEnds, is_open, line_ends_of
from alignbench.documents.segmentation.lines import Line
from alignbench.documents.segmentation.quoted_lines import without_quotes

_ITEM = re.compile(
    r"^(?:[-*+・●○■◆•‣][ \t　]?(?=\S)|[①-⑳⑴-⒇]|\d{1,3}[.)][ \t]|#{1,6}\s|"
    r"[（(][0-9０-９注※]{1,4}[）)])"
)
_MARK = (
    r"(?:[-*+・●○■◆•‣→※□☑✓][ \t　]?|[①-⑳⑴-⒇㋐-㋾]|"
    r"[（(][0-9０-９a-zａ-ｚア-ン一二三四五六七八九十イロハニ]{1,3}[）)]|"
    r"第[0-9０-９一二三四五六七八九十百]{1,6}[条項](?:の[0-9０-９一二三四五六七八九十]{1,3})?[ 　]|"
    r"[0-9０-９]{1,3}(?:[.．][0-9０-９]{1,3}){0,4}[.．)）、]?[ 　]|"
    r"[一二三四五六七八九十]{1,3}[　、]|[ア-ンａ-ｚＡ-Ｚ][　．）]|"
    r"[A-Za-z][.)] |[ivxIVX]{1,5}[.)] |\[[0-9]{1,3}\] )"
)
_HANGING = re.compile(rf"^(?:{_MARK}[ 　]{{0,3}}(?=\S)|[0-9０-９]{{1,3}}[．）、](?=[^\s0-9０-９]))")
"""What an item or an article begins with, below which its other lines are indented."""
_WIDE_MARK = re.compile(r"^(?:[０-９一二三四五六七八九十]{1,3}|[ア-ンＡ-Ｚ])　(?=\S)")
_BEFORE_NUMBER = re.compile(
    r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No|Nos|pp?|Figs?|Vol|Sec|Art)\.$"
)
"""What goes on with a number in the next line, which is none of an item then."""
_LETTERED = re.compile(r"^[（(][a-zａ-ｚア-ン一二三四五六七八九十イロハニ]{1,2}[）)]")
_OPEN = (("「", "」"), ("（", "）"), ("(", ")"))
_HEADING_MARK = re.compile(r"^#{1,6}[ \t]")
_CONTACT = re.compile(
    r"(?:tel|fax|phone|mobile|e-?mail|url|web|address)\b[.:：\s]|https?://|〒|(?:電話|住所|所在地)[:：\s]",
    re.IGNORECASE,
)
_NEXT_BULLET = re.compile(r"(?<=\S)[ \u3000]+(?=・\S)")
_COLUMNS = re.compile(r"\S(?:\u3000{2,12}|[ ]{3,80}|\t)\S")
_HYPHENATED = re.compile(r"[A-Za-z]{2,}-[a-z]{2,}[\w,.;:]*(?:\s|$)")
_PHRASE = re.compile(r"(?:[をはがにのと]|では|ので|から|まで|より|[^。！？!?」』）)]、)$")
HANGING_REACH = 40
"""Cells of a line, with its indent, that may have been broken for its length."""
_WIDEST = 10_000
"""Characters of a line from which nobody minds how wide it is."""
_INDENT = ("\u3000", "    ", "\t")
_PROSE = re.compile(r" [A-Za-z]+,?\n[a-z]+[ ,;.]")
"""The end of a line and the beginning of the next where a sentence runs on."""
_FAR = 40
"""Lines of an item, besides its first, that tell whether the next one belongs to it."""
_LEAST_INDENT = 2
"""Cells by which the first line of a paragraph is set in."""
_SPEAKER = re.compile(r"[A-Z][A-Z0-9 .,'’&/#-]{0,38}[A-Z0-9.](?: \([^()]{1,20}\))?$")


@dataclass(frozen=True, slots=True)
class LineGroup:
    """Lines that belong together: `start..end` of the content, furniture or not.

    `quoted` is whether marks of quotation stand before them that are not read.
    """

    start: int
    end: int
    furniture: bool = False
    quoted: bool = False


def line_groups(content: str, lines: Sequence[Line]) -> list[LineGroup]:
    """The paragraphs of a file and its furniture, in order, without lines that are only drawn."""
    legend, colophon = typesetters_words(lines)
    aside = furniture(lines) | {*legend, *colophon}
    lines, depths = without_quotes(content, lines)
    ends = line_ends_of(lines, _cells)
    found: list[LineGroup] = []
    group: list[Line] = []
    depth = 0
    for number, line in enumerate(lines):
        drawn = not line.text or is_rule(line.text)
        if drawn or number in aside or depths[number] != depth:
            found += _paragraphs(content, group, ends, quoted=depth > 0)
            group, depth = [], depths[number]
        if number in aside and not drawn:
            found.append(LineGroup(line.start, line.end, furniture=True))
        elif not drawn:
            group.append(line)
    return found + _paragraphs(content, group, ends, quoted=depth > 0)


def typesetters_words(lines: Sequence[Line]) -> tuple[range, range]:
    """Aozora's own words about a file: the lines of the legend of marks, and of the colophon."""
    legend = colophon = range(0)
    rules = [i for i, line in enumerate(lines[:80]) if line.text.startswith("-----")]
    if len(rules) >= 2 and any("《》" in line.text for line in lines[rules[0] : rules[1]]):
        legend = range(rules[0], rules[1] + 1)
    first = next(
        (i for i in range(len(lines) - 1, max(-1, len(lines) - 60), -1)
         if lines[i].text.startswith("底本：")), None
    )  # fmt: skip
    if first is not None:
        colophon = range(first, len(lines))
    return legend, colophon


def _paragraphs(
    content: str, group: Sequence[Line], ends: LineEnds, *, quoted: bool
) -> list[LineGroup]:
    """Lines between blanks, taken as one paragraph where they are wrapped, one each where not."""
    found: list[LineGroup] = []
    width = max((_cells(line.text) for line in group), default=0)
    reach = max((_cells(content[each.start : each.end].rstrip()) for each in group), default=0)
    wrapped = _is_wrapped(group, width) or _is_phrased(group)
    indents = [_cells(content[line.start : line.end]) - _cells(line.text) for line in group]
    speech = _is_speech(group, indents)
    lettered = sum(bool(_LETTERED.match(line.text)) for line in group) > 1
    head = 0
    for i, line in enumerate(group):
        near = (head, *range(max(head + 1, i - _FAR), i + 1))
        if i and (
            _hangs(content, [group[at] for at in near], reach)
            or (speech and i > 1 and indents[i] == indents[i - 1])
            or (
                not _begins_anew(line, group[head], lettered=lettered)
                and not _is_set_in(group[i - 1], [indents[at] for at in near])
                and _continues(content, group[i - 1], line, width, wrapped)
                and (wrapped or not ends.by_hand(group[i - 1], line, _cells))
            )
        ):
            found[-1] = LineGroup(found[-1].start, line.end)
        else:
            head = i
            found += _bullets(content, line)
    return [replace(part, quoted=True) for part in found] if quoted else found


def _is_speech(group: Sequence[Line], indents: Sequence[int]) -> bool:
    """Whether lines are what a name far from the margin says, as in screenplays."""
    return (
        len(group) > 1
        and indents[0] >= min(indents[1:]) + 4
        and min(indents) >= 4
        and bool(_SPEAKER.match(group[0].text))
    )


def _is_set_in(above: Line, indents: Sequence[int]) -> bool:
    """Whether the last line of a run begins a paragraph, being set in as the first one is.

    `indents` are those of the run, the last line's among them. Where the first line is not set in,
    `above` has to end a sentence.
    """
    deeper = indents[-1] - min(indents)
    if deeper < _LEAST_INDENT or indents[-1] <= indents[-2] or _BEFORE_NUMBER.search(above.text):
        return False
    return indents[0] == indents[-1] or (len(indents) == 2 and ends_sentence(above.text))


def _begins_anew(line: Line, head: Line, *, lettered: bool) -> bool:
    """Whether a line is an item by its letter, or a label below a labelled line."""
    if _WIDE_MARK.match(line.text) or (lettered and _LETTERED.match(line.text)):
        return True
    return bool(LABEL.match(line.text) and LABEL.match(head.text))


def _hangs(content: str, run: Sequence[Line], widest: int) -> bool:
    """Whether the last line of a run goes on with the item that the first one begins.

    `widest` is as many cells as the widest line takes from the margin.
    It is indented below the item, and the line above it reaches as far as lines do, leaves a
    bracket open, or is followed by a small letter.
    """
    head, above, line = run[0], run[-2], run[-1]
    said = "".join(each.text for each in run[:-1])
    opened = any(said.count(opening) > said.count(closing) for opening, closing in _OPEN)
    begins = _HANGING.match(line.text) and not (opened and line.text[0].isdigit())
    if begins or not (_HANGING.match(head.text) or opened):
        return False
    if _ITEM.match(line.text) or _CONTACT.match(line.text) or LABEL.match(line.text):
        return False
    if above.text[-1] in "。!?！？":
        return False
    indents = [_cells(content[each.start : each.end]) - _cells(each.text) for each in (head, line)]
    if len(run) > 2:
        other = _cells(content[above.start : above.end]) - _cells(above.text)
        if abs(other - indents[1]) > 1:
            return False
    reach = _cells(content[above.start : above.end].rstrip())
    goes_on = opened or line.text[0].islower() or reach >= max(HANGING_REACH, 0.85 * widest)
    return indents[1] > indents[0] and goes_on


def _bullets(content: str, line: Line) -> list[LineGroup]:
    """A line as one group, or one for each of the bullets that stand in it side by side."""
    if not line.text.startswith("・"):
        return [LineGroup(line.start, line.end)]
    cuts = [match.end() for match in _NEXT_BULLET.finditer(content, line.start, line.end)]
    return [LineGroup(start, end) for start, end in pairwise([line.start, *cuts, line.end])]


def _is_wrapped(group: Sequence[Line], width: int) -> bool:
    """Whether lines were broken at a column: nearly all but the last reach it."""
    body = group[:-1]
    if len(body) < 2 or not 30 <= width <= 130:
        return False
    full = sum(_cells(line.text) >= width * 0.8 for line in body)
    ended = sum(ends_sentence(line.text) for line in body)
    return full >= 0.8 * len(body) and ended <= 0.5 * len(body)


def _is_phrased(group: Sequence[Line]) -> bool:
    """Whether Japanese lines were broken by hand after phrases, as in mail, and end as prose does.

    Lines of verse break there too, but seldom close with a full stop.
    """
    if len(group) < 2 or not group[-1].text.endswith("。"):
        return False
    return all(_PHRASE.search(line.text) for line in group[:-1])


def _continues(content: str, above: Line, line: Line, width: int, wrapped: bool) -> bool:
    """Whether `line` goes on with the paragraph of the line `above` it."""
    if is_short_heading(above.text) or is_short_heading(line.text) or _CONTACT.match(line.text):
        return False
    if line.text[0].isdigit() and _BEFORE_NUMBER.search(above.text):
        return True
    if _ITEM.match(line.text) or _HEADING_MARK.match(above.text) or "|" in line.text[:1]:
        return False
    if _COLUMNS.search(line.text) or _COLUMNS.search(above.text):
        return False
    if content[line.start : line.end].startswith(_INDENT) and not _flows(above, line):
        return False
    if wrapped or (
        above.text.endswith("-") and _HYPHENATED.search(f"{above.text[-20:]}{line.text[:30]}")
    ):
        return True
    reaches = _cells(above.text) >= max(36, width * 0.75) and _cells(above.text) <= 130
    return reaches and not ends_sentence(above.text)


def _flows(above: Line, line: Line) -> bool:
    """Whether a sentence in Latin letters goes on from a long line to one that is set in."""
    if _cells(above.text) < HANGING_REACH or not line.text[0].isascii():
        return False
    return is_open(above.text) or bool(_PROSE.search(f"{above.text[-24:]}\n{line.text[:24]}"))


@lru_cache(maxsize=4096)  # each line is asked about from several sides
def _cells(text: str) -> int:
    if text.isascii() or len(text) > _WIDEST:
        return len(text)
    return sum(map(_WIDTHS.__getitem__, text))


class _Widths(dict[str, int]):
    """Cells of each character met so far: a text is long, its alphabet is not."""

    def __missing__(self, char: str) -> int:
        self[char] = cells = 2 if unicodedata.east_asian_width(char) in "WF" else 1
        return cells


_WIDTHS = _Widths()
