"""Lines to paragraphs: by indents, ends, sizes and gaps; a page's end is no end of a sentence."""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from alignbench.documents.formats.pdf.lines import Line
from alignbench.documents.formats.pdf.margins import Edges, edges_of
from alignbench.documents.formats.pdf.word_list import is_word
from alignbench.documents.segmentation.blocks import Block
from alignbench.documents.segmentation.kinds import ends_sentence, kind_of
from alignbench.documents.segmentation.line_ends import LABEL
from alignbench.documents.segmentation.sentence_cuts import is_cut
from alignbench.domain.text import Kind, Location
from alignbench.language.normalise import has_japanese

_ITEM = re.compile(
    r"^(?:[・●○■□◆◇•‣▪※]|[-–—] |[①-⑳]|\[[0-9]{1,3}\] |"
    r"[（(][0-9０-９a-zア-ン一二三四五六七八九十]{1,4}[)）] ?|"
    r"(?:[0-9０-９]{1,3}|[a-zア-ン]|[ivx]{1,4}|[一二三四五六七八九十]{1,3})[)）.．] ?)"
)
_HEADING = re.compile(
    r"^(?:第[0-9０-９一二三四五六七八九十百]{1,5}[章節編部話回条]|Chapter \w|"
    r"[0-9]{1,2}(?:\.[0-9]{1,2})*\.? \S)"
)
_CAPTION = re.compile(r"^(?:図|表|写真|Figure|Fig\.|Table|Photo|Chart)\s?[0-9０-９]{1,3}")
_BETWEEN = 4
"""Notes, captions and tables that may stand between the halves of a paragraph."""
_HYPHENATED = re.compile(r"([A-Za-z]+)-$")
_LOWER = re.compile(r"^[a-z]+")


def blocks_of_pages(pages: Sequence[Sequence[Line]]) -> list[Block]:
    """The paragraphs of all pages, in order."""
    lines = [line for page in pages for line in page]
    if not lines:
        return []
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.glyphs)
    body = sizes.most_common(1)[0][0]
    edges = edges_of(lines, body)
    pitch = _pitch(lines, body)
    words = _words(lines)
    groups: list[list[Line]] = []
    for line in lines:
        if groups and _goes_on(groups[-1], line, edges, pitch):
            groups[-1].append(line)
        else:
            groups.append([line])
    blocks: list[Block] = []
    before_prose = True
    for group in _made_whole(groups, body):
        block = _block(group, body, words, before_prose=before_prose)
        before_prose = before_prose and block.kind is not Kind.SENTENCE
        blocks.append(block)
    return blocks


def _made_whole(groups: Sequence[list[Line]], body: float) -> list[list[Line]]:
    """Paragraphs that go on over notes, captions and tables between two columns, before those."""
    out: list[list[Line]] = []
    at = 0
    while at < len(groups):
        group = groups[at]
        after = next(
            (n for n in range(at + 1, min(at + 2 + _BETWEEN, len(groups)))
             if not _stands_between(groups[n], body)), None,
        )  # fmt: skip
        if after is not None and after > at + 1 and _breaks_off(group, groups[after], body):
            out.append([*group, *groups[after]])
            out += groups[at + 1 : after]
            at = after + 1
        else:
            out.append(group)
            at += 1
    return out


def _stands_between(group: Sequence[Line], body: float) -> bool:
    """Whether lines are a note, a caption or a table, which paragraphs go on behind."""
    return bool(group[0].cell or group[0].size < 0.95 * body or _CAPTION.match(group[0].text))


def _breaks_off(group: Sequence[Line], after: Sequence[Line], body: float) -> bool:
    """Whether the last sentence of some lines goes on in others, in another column."""
    last, first = group[-1], after[0]
    if (last.page, last.column) == (first.page, first.column) or _stands_between(group, body):
        return False
    if ends_sentence(last.text) or abs(last.size - first.size) > 0.12 * last.size:
        return False
    return first.text[0].islower() or is_cut(last.text, first.text, True)


def _pitch(lines: Sequence[Line], body: float) -> float:
    """How far apart lines of the text usually are."""
    steps = [
        below.middle - above.middle
        for above, below in pairwise(lines)
        if (above.page, above.column) == (below.page, below.column)
        and abs(above.size - below.size) < 0.5
        and 0.8 * body < below.middle - above.middle < 3 * body
    ]
    return median(steps) if steps else 1.7 * body


def _goes_on(group: Sequence[Line], line: Line, edges: Edges, pitch: float) -> bool:
    """Whether a line goes on with the paragraph of those before it."""
    above = group[-1]
    if above.cell or line.cell:
        return above.cell == line.cell and (above.page, above.column) == (line.page, line.column)
    if LABEL.match(above.text) and LABEL.match(line.text):
        return False
    if abs(above.size - line.size) > 0.12 * above.size or _HEADING.match(line.text):
        return False
    start, _ = edges[line.page, line.column]
    above_start, above_end = edges[above.page, above.column]
    same = (above.page, above.column) == (line.page, line.column)
    step = line.middle - above.middle
    # Lines across all columns are a column each; one below another is none beside it.
    alone = edges[above.page, above.column] == (above.start, above.end)
    over = above.page == line.page and step > 0 and (alone or _overlap(above, line))
    if (same or over) and not 0.5 * line.size < step < 1.35 * max(pitch, 1.2 * line.size):
        return False
    indented = line.start > start + 0.7 * line.size
    hanging = len(group) > 1 and abs(line.start - above.start) < 0.4 * line.size
    first_indented = len(group) == 1 and group[0].start > above_start + 0.7 * line.size
    full = above.end >= above_end - 2.2 * line.size
    hangs = len(group) == 1 and (
        _ITEM.match(above.text) or (full and not ends_sentence(above.text))
    )
    if indented and not hanging and not hangs:
        return False
    if _ITEM.match(line.text) and not hanging:
        return False
    short = not full
    if ends_sentence(above.text) and has_japanese(above.text) != has_japanese(line.text):
        return False
    if ends_sentence(above.text) and (short or (not same and indented)):
        return False
    if short and _HEADING.match(above.text) and len(group) == 1:
        return False
    japanese = has_japanese(above.text)
    if short and japanese and not ends_sentence(above.text):
        # A line that stops early and says no sentence: a heading or an item.
        return first_indented and not indented and above.end > above_end - 4 * line.size
    if short and not japanese:
        room = above_end - above.end
        return len(_first_word(line)) * 0.5 * line.size > room or not ends_sentence(above.text)
    return True


def _overlap(above: Line, line: Line) -> bool:
    """Whether a line stands, if only in part, under another."""
    return above.start < line.end and line.start < above.end


def _first_word(line: Line) -> str:
    return line.text.split(" ", 1)[0]


def _block(
    group: Sequence[Line], body: float, words: frozenset[str], *, before_prose: bool
) -> Block:
    text = group[0].text
    for line in group[1:]:
        text = joined(text, line.text, words)
    size = max(line.size for line in group)
    large = size > 1.12 * body and len(text) < 120
    if group[0].cell:
        return Block(Kind.CELL, (text,), Location(page=str(group[0].page)))
    kind = kind_of(
        text.replace("\n", ""),
        before_prose=before_prose,
        marked_heading=large
        or (bool(_HEADING.match(text)) and len(text) < 60 and "。" not in text),
        marked_item=bool(_ITEM.match(text)) and len(text) < 400,
    )
    return Block(kind, (text,), Location(page=str(group[0].page)))


def joined(above: str, line: str, words: frozenset[str]) -> str:
    """Two lines in one; a hyphen at the end of the first goes if it only cut a word."""
    cut, rest = _HYPHENATED.search(above), _LOWER.match(line)
    if cut is None or rest is None:
        return f"{above}\n{line}"
    head, tail = cut[1].lower(), rest[0]
    whole = head + tail
    if whole in words or is_word(whole):
        return above[:-1] + line
    compound = f"{head}-{tail}" in words
    if compound or (is_word(head) and is_word(tail)):
        return above + line
    return above[:-1] + line


def _words(lines: Sequence[Line]) -> frozenset[str]:
    """English words and compounds that stand inside the document's lines."""
    found: set[str] = set()
    for line in lines:
        inside = re.findall(r"[A-Za-z]+(?:-[A-Za-z]+)*(?!-$)", line.text)
        found.update(word.lower() for word in inside)
    return frozenset(found)
