"""The blocks of an AsciiDoc page, line by line."""

import re
from collections.abc import Iterable, Iterator

from alignbench.documents.formats.asciidoc.inline import inline_pieces, shown_label
from alignbench.documents.formats.asciidoc.tables import cells_of
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, Mark
from alignbench.domain.text import Kind, PlaceholderKind
from alignbench.messages import t

_FENCE = re.compile(
    r"^(?P<mark>-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|`{3})(?P<said>\w*)\s*$"
)
_TABLE = re.compile(r"^[|!,:]={3,}\s*$")
_HEADING = re.compile(r"^(?:={1,6}|#{1,6})[ \t]+(?P<title>\S.*?)(?:[ \t]+={1,6})?$")
_ATTRIBUTE = re.compile(r"^:!?[\w-]+!?:(?:[ \t]|$)")
_STYLE = re.compile(r"^\[(?:\[[^\]]*\]|[^\]\[]{0,500}(?:\"[^\"]{0,500}\")?[^\]\[]{0,500})\]$")
_DIRECTIVE = re.compile(r"^(?:include|ifdef|ifndef|ifeval|endif|toc|video|audio)::\S*\[.*\]$")
_PICTURE = re.compile(r"^image::(?P<address>[^\[\]]{1,300})\[(?P<alt>.*)\]$")
_ITEM = re.compile(
    r"^[ \t]*(?:[*]{1,6}|-|\.{1,6}|\d{1,3}\.|[a-zA-Z]\.|<[\d.]{1,3}>)[ \t]+"
    r"(?:\[[ xX*]\][ \t]+)?(?=\S)"
)
_TERM = re.compile(r"^[ \t]*(?P<term>\S.{0,200}?)(?:::{1,3}|;;)(?:[ \t]+(?P<rest>\S.*)|$)")
_TITLE = re.compile(r"^\.(?=[^\s.])")
_ADMONITION = re.compile(r"^(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+")
_RULE = re.compile(r"^(?:'{3,}|-{3}|\*{3}|<{3,}|- - -|\* \* \*)$")
_CODE_STYLE = re.compile(r"^\[\s*(?:source|listing|literal|plantuml|ditaa|mermaid|stem|,)")
_BREAK = re.compile(r"[ \t]\+$")

LONGEST = 2_000
"""Characters of a line that can be a mark, a heading or a macro; longer ones are words."""
DEPTH_LIMIT = 8
"""Tables in the cells of tables."""


def blocks_of_page(content: str, tally: Tally) -> list[Block]:
    """The blocks of a page, in order."""
    lines = content.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return list(_Page([line.rstrip() for line in lines], tally, depth=0).blocks())


class _Page:
    """A page while it is read: the lines, and the one that is read next."""

    def __init__(self, lines: list[str], tally: Tally, *, depth: int) -> None:
        self._lines, self._tally, self._depth, self._at = lines, tally, depth, 0
        self._style = ""

    def blocks(self) -> Iterator[Block]:
        yield from self._header()
        while self._at < len(self._lines):
            line = self._lines[self._at]
            made = list(self._block(line))
            if made or (line and not _STYLE.match(line) and not _TITLE.match(line)):
                self._style = ""
            yield from made

    def _header(self) -> Iterator[Block]:
        """The title; below it the author's and the version's line."""
        while self._at < len(self._lines) and self._is_aside(self._lines[self._at]):
            self._at += 1
        if self._at >= len(self._lines) or not re.match(r"[=#] \S", self._lines[self._at]):
            return
        yield from self._prose(self._lines[self._at][2:], Kind.HEADING)
        self._at += 1
        while self._at < len(self._lines) and self._lines[self._at]:
            line = self._lines[self._at]
            if not self._is_aside(line):
                self._tally.add(t("author and version of the document"), line)
            self._at += 1

    def _is_aside(self, line: str) -> bool:
        """Whether a line is nothing to read; it is said what it is."""
        if re.match(r"//(?!/)", line):
            self._tally.add(t("comments"), line[2:])
        elif _ATTRIBUTE.match(line):
            self._tally.add(t("attributes of the document"), line)
        elif _DIRECTIVE.match(line):
            self._tally.add(t("directives"), line)
        else:
            return not line
        return True

    def _block(self, line: str) -> Iterator[Block]:
        if len(line) > LONGEST:
            self._at += 1
            yield from self._prose(line, Kind.SENTENCE)
            return
        fence = _FENCE.match(line)
        picture = _PICTURE.match(line)
        heading = _HEADING.match(line)
        if self._is_aside(line) or line == "+" or _RULE.match(line):
            self._at += 1
        elif fence:
            yield from self._fenced(fence["mark"])
        elif _TABLE.match(line):
            yield from self._table(line)
        elif _STYLE.match(line):
            self._tally.add(t("attributes of blocks"), line)
            self._style, self._at = line, self._at + 1
        elif picture:
            self._at += 1
            self._tally.add(t("addresses of links and pictures"), picture["address"])
            mark = Mark(shown_label(picture["alt"]), PlaceholderKind.IMAGE, picture["address"])
            yield Block(Kind.CAPTION, (mark,))
        elif heading and not self._style.startswith("[discrete_"):
            self._at += 1
            yield from self._prose(heading["title"], Kind.HEADING)
        elif _TITLE.match(line):
            self._at += 1
            yield from self._prose(line[1:], Kind.CAPTION)
        else:
            yield from self._paragraph(line)

    def _fenced(self, mark: str) -> Iterator[Block]:
        """What stands between two marks; containers are as if their marks were not there."""
        is_code = mark == "--" and _CODE_STYLE.match(self._style)
        if (mark[0] in "=*_" or mark == "--") and not is_code:
            self._at += 1
            return
        start = self._at + 1
        end = next((n for n in range(start, len(self._lines)) if self._lines[n] == mark), None)
        end = len(self._lines) if end is None else end
        self._at = end + 1
        inside = "\n".join(self._lines[start:end])
        if mark[0] == "/":
            self._tally.add(t("comments"), inside)
        elif mark[0] == "+":
            self._tally.add(t("passed through unread"), inside)
        else:
            yield Block(Kind.CODE, (inside,))

    def _paragraph(self, line: str) -> Iterator[Block]:
        if _CODE_STYLE.match(self._style) or (line[:1] in " \t" and not _ITEM.match(line)):
            start = self._at
            while self._at < len(self._lines) and self._lines[self._at]:
                self._at += 1
            yield Block(Kind.CODE, ("\n".join(self._lines[start : self._at]),))
            return
        item, term = _ITEM.match(line), _TERM.match(line)
        kind = Kind.LIST_ITEM if item else Kind.SENTENCE
        words = line[item.end() :] if item else line
        if term and not item:
            yield from self._prose(term["term"], Kind.LIST_ITEM)
            kind, words = Kind.SENTENCE, term["rest"] or ""
        label = _ADMONITION.match(words)
        if label:
            self._tally.add(t("labels of admonitions"), label.group())
            words = words[label.end() :]
        self._at += 1
        lines = [words, *self._rest()]
        for part in _parts(lines):
            yield from self._prose(part, kind)

    def _rest(self) -> Iterator[str]:
        """The lines that go on with a paragraph or an item."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if (
                not line
                or len(line) > LONGEST
                or line == "+"
                or _FENCE.match(line)
                or _TABLE.match(line)
                or _ITEM.match(line)
                or _STYLE.match(line)
                or _HEADING.match(line)
                or (_TERM.match(line) and "::" in line)
                or _PICTURE.match(line)
            ):
                return
            if not self._is_aside(line):
                yield line.strip()
            self._at += 1

    def _table(self, mark: str) -> Iterator[Block]:
        start = self._at + 1
        end = next((n for n in range(start, len(self._lines)) if self._lines[n] == mark), None)
        end = len(self._lines) if end is None else end
        self._at = end + 1
        separator = {"|": "|", "!": "!", ",": ",", ":": ":"}[mark[0]]
        if "separator=" in self._style:
            found = re.search(r"separator=\"?([^\s\",\]])", self._style)
            separator = found[1] if found else separator
        inside = "\n".join(
            line
            for line in self._lines[start:end]
            if not line.startswith("//") or not self._is_aside(line)
        )
        for cell, is_page in cells_of(inside, separator, self._style):
            if is_page and self._depth < DEPTH_LIMIT:
                lines = cell.split("\n")
                yield from _Page(lines, self._tally, depth=self._depth + 1).blocks()
                continue
            for part in re.split(r"\n\s*\n", cell):
                if part.strip():
                    yield from self._prose(part.strip(), Kind.CELL)

    def _prose(self, words: str, kind: Kind) -> Iterator[Block]:
        """A block of words, and its notes behind it."""
        notes: list[str] = []
        yield Block(kind, tuple(inline_pieces(words, self._tally, notes)))
        for note in notes:
            yield Block(Kind.FOOTNOTE, tuple(inline_pieces(note, self._tally, [])))


def _parts(lines: Iterable[str]) -> Iterator[str]:
    """A paragraph, cut where its author breaks a line by hand."""
    part: list[str] = []
    for line in lines:
        part.append(_BREAK.sub("", line))
        if _BREAK.search(line):
            yield "\n".join(part)
            part = []
    if any(part):
        yield "\n".join(part)
