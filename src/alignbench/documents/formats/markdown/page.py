"""A page's tokens to passages: what each block is, and what is read of it."""

import re
from collections.abc import Sequence

from markdown_it.token import Token

from alignbench.documents.formats.markdown.abbreviations import ABBREVIATION
from alignbench.documents.formats.markdown.block_marks import DIRECTIVE, marks_of, title_of_alert
from alignbench.documents.formats.markdown.boxes import title_of_box
from alignbench.documents.formats.markdown.front_matter import front_matter, with_dashes
from alignbench.documents.formats.markdown.html_blocks import html_parts
from alignbench.documents.formats.markdown.html_tags import COMMENT, TAG, Tag, with_plain_tags
from alignbench.documents.formats.markdown.inline import (
    ADDRESSES,
    CHARACTERS,
    COMMENTS,
    TAGS,
    InlineReader,
)
from alignbench.documents.formats.markdown.jsx import without_components
from alignbench.documents.formats.markdown.pandoc_blocks import without_pandoc_blocks
from alignbench.documents.formats.markdown.parser import parser
from alignbench.documents.formats.markdown.shown_line import (
    ENTITY,
    is_picture,
    lies_inside,
    shown,
    unescaped,
)
from alignbench.documents.formats.markdown.source_lines import SourceLines
from alignbench.documents.formats.markdown.template_tags import without_templates
from alignbench.documents.segmentation.account import Aside
from alignbench.documents.segmentation.furniture import furniture
from alignbench.documents.segmentation.lines import lines_of
from alignbench.documents.segmentation.passages import Passage
from alignbench.domain.text import NOWHERE, Kind, Location, PlaceholderKind
from alignbench.language.mapped import MappedText, identity, without
from alignbench.language.normalise import without_controls
from alignbench.messages import t

_DEFINITION = re.compile(r"[ >\t]*\[[^\[\]\n]{1,200}\]:")
_NUMBER = re.compile(r"[ >\t*+-]*(?P<number>\d{1,9})[.)]")


class Page:
    """What a page says, block by block, and what of it is set aside."""

    def __init__(self, content: str, *, jsx: bool = False) -> None:
        self.passages: list[Passage] = []
        self.asides: list[Aside] = []
        self._jsx = jsx
        self._told: set[int] = set()  # lines that some token stands for
        self._stack: list[str] = []
        self._fresh_item = False
        self._note = ""
        lines = list(lines_of(content))
        # Pages of print are set in Markdown too: where lines begin that are running heads.
        self._furniture = {lines[number].start for number in furniture(lines)}
        self._templates = without_templates(with_dashes(content))
        self.asides += self._templates.asides
        self._source, tags, asides = without_components(self._templates.source, jsx=jsx)
        self.asides += asides
        pandoc = without_pandoc_blocks(self._source)
        self._source = pandoc.source
        self.asides += [Aside(*span, t("drawn lines")) for span in pandoc.drawn]
        self._lines = SourceLines(content, self._source)
        # Within components an indent is no code, in Markdown with components neither.
        self._parser = parser(jsx=jsx or bool(tags))
        for tag in tags:
            self._tag(tag)
        titles = [(self._lines.view(*span), Kind.HEADING) for span in self._templates.words]
        for words, kind in (*pandoc.told, *titles):
            self._told_inline(words, kind)
        self._walk(self._parser.parse(self._source), 0)
        self._rest()
        self.passages.sort(key=lambda passage: passage.start)

    def _walk(self, tokens: Sequence[Token], first: int) -> None:
        """Walk tokens whose lines count from line `first` of the page."""
        column = 0
        for number, token in enumerate(tokens):
            lines = (token.map[0] + first, token.map[1] + first) if token.map else (first, first)
            if token.nesting > 0:
                self._open(token, lines)
                column = 0 if token.type in ("tr_open", "heading_open") else column
            elif token.nesting < 0:
                self._stack.pop()
            elif token.type == "inline":
                column = self._inline(token, lines, column, tokens[number - 1])
            else:
                self._leaf(token, lines)

    def _open(self, token: Token, lines: tuple[int, int]) -> None:
        self._stack.append(token.type)
        start, end = self._lines.span(lines[0])
        line = self._lines.content[start:end]
        if token.type == "list_item_open":
            self._fresh_item = True
            if token.info.isdigit() and (number := _NUMBER.match(line)):
                self._aside(start + number.start("number"), start + number.end(), t("list numbers"))
        elif token.type in ("container_any_open", "admonition_open"):
            self._told.add(lines[0])
            if title := title_of_box(line):
                words = self._lines.view(start + title[0], start + title[1])
                self._told_inline(words, Kind.HEADING)
            self._aside(start, end, t("names of boxes"))
        elif token.type == "footnote_reference_open":
            self._note = str(token.meta.get("label", ""))
            if label := re.search(r"\[\^[^\]\n]*\]:", line):
                self._aside(start + label.start(), start + label.end(), t("marks of notes"))

    def _leaf(self, token: Token, lines: tuple[int, int]) -> None:
        self._told |= set(range(*lines))
        match token.type:
            case "front_matter":
                for kind, value in front_matter(self._lines.content, *self._lines.stretch(*lines)):
                    self._told_inline(value, kind)
                self._aside(*self._lines.stretch(*lines), t("front matter"))
            case "fence" if DIRECTIVE.match(token.info.strip()):
                self._directive(token, lines)
            case "fence" | "math_block" | "math_block_label":
                self._fence(token, lines)
            case "code_block":
                self._code(token.content, lines[0])
            case "html_block":
                self._html(*self._lines.stretch(*lines))
            case "hr":
                self._aside(*self._lines.stretch(*lines), t("drawn lines"))

    def _fence(self, token: Token, lines: tuple[int, int]) -> None:
        start, end = self._lines.span(lines[0])
        opening, body = self._lines.content[start:end], lines[0] + 1
        if token.type != "fence" and opening.strip(" >\t") not in ("$$", ""):
            body = lines[0]  # $$ x = 1 $$ in one line
        else:
            self._aside(start, end, t("names of code"))
        self._code(token.content if token.type == "fence" else token.content.strip("\n"), body)

    def _code(self, code: str, first: int) -> None:
        view = self._lines.located(code.removesuffix("\n"), first)
        self._passage(without_controls(view).strip("\n"), Kind.CODE)

    def _directive(self, token: Token, lines: tuple[int, int]) -> None:
        """A box of MyST, written as code: what is in it is a page again."""
        start, end = self._lines.span(lines[0])
        opening = self._lines.content[start:end]
        title = opening.rpartition("}")[2]
        self._aside(start, end - len(title), t("names of boxes"))
        if title.strip():
            self._told_inline(self._lines.view(end - len(title), end).strip(" \t"), Kind.HEADING)
        self._walk(self._parser.parse(token.content), lines[0] + 1)

    def _inline(self, token: Token, lines: tuple[int, int], column: int, before: Token) -> int:
        """A paragraph, heading or cell; returns the column after it, for the next cell of a row."""
        self._told |= set(range(*lines))
        if before.type == "admonition_title_open":
            return 0
        kind = self._kind()
        if lines[1] - lines[0] == 1 and self._lines.span(lines[0])[0] in self._furniture:
            kind = Kind.FURNITURE if kind is Kind.SENTENCE else kind
        cell = kind is Kind.CELL
        # A line of wide spaces alone belongs to a paragraph, but not to its content.
        opening = token.content.partition("\n")[0]
        first = next((n for n in range(*lines) if opening in self._lines.text(n)), lines[0])
        source = self._lines.located(token.content, first, column=column if cell else 0)
        if not source.text:
            return column
        ends = source.offsets[-1] + 1 - self._lines.span(first)[0]
        if "blockquote_open" in self._stack and (title := title_of_alert(source.text)):
            self._aside_of(source, 0, title[0], t("names of boxes"))
            self._told_inline(source.slice(*title), Kind.HEADING)
            self._told_inline(source.slice(title[1], len(source.text)).strip("\n"), Kind.SENTENCE)
            return 0
        tokens, source = self._without_marks(token, source, kind)
        self._add(InlineReader(source).read(tokens), kind)
        return ends if cell else column

    def _add(self, read: InlineReader, kind: Kind) -> None:
        """What was read of a stretch of inline Markdown: a passage a line, then its notes."""
        self.asides += read.asides
        if kind is Kind.SENTENCE and read.itemised:
            kind = Kind.LIST_ITEM
        code = [(p.start, p.end) for p in read.placeholders if p.kind is PlaceholderKind.CODE]
        for line in read.lines:
            view, asides = shown(line, code)
            self.asides += asides
            if view.text:
                self.passages.append(
                    Passage(
                        view.offsets[0],
                        view.offsets[-1] + 1,
                        Kind.CAPTION if is_picture(view, read.placeholders) else kind,
                        view,
                        (),
                        self._templates.written_back(
                            p for p in read.placeholders if lies_inside(p.start, p.end, view)
                        ),
                        tuple(r for r in read.readings if lies_inside(r.start, r.end, view)),
                        Location(footnote_of=self._note) if kind is Kind.FOOTNOTE else NOWHERE,
                    )
                )

        for note in read.notes:
            self._told_inline(note, Kind.FOOTNOTE)

    def _without_marks(
        self, token: Token, source: MappedText, kind: Kind
    ) -> tuple[list[Token], MappedText]:
        """Inline tokens and their source less anchors, check boxes and the names of alerts."""
        quoted = "blockquote_open" in self._stack
        marks = marks_of(source.text, kind, quoted=quoted, jsx=self._jsx)
        if not marks:
            return token.children or [], source
        for mark in marks:
            self._aside_of(source, mark.start, mark.end, mark.what)
        kept = without(source, [(mark.start, mark.end) for mark in marks])
        inline = self._parser.parseInline(kept.text, {}) if kept.text else []
        return (inline[0].children or [] if inline else []), kept

    def _kind(self) -> Kind:
        inner = self._stack[-1]
        if inner in ("th_open", "td_open"):
            return Kind.CELL
        if inner == "heading_open":
            return Kind.HEADING
        if "footnote_reference_open" in self._stack:
            return Kind.FOOTNOTE
        if inner == "dt_open":
            return Kind.LIST_ITEM
        fresh, self._fresh_item = self._fresh_item, False
        around = next((name for name in reversed(self._stack[:-1])), "")
        return Kind.LIST_ITEM if fresh and around == "list_item_open" else Kind.SENTENCE

    def _html(self, start: int, end: int) -> None:
        """A block of HTML."""
        for part in html_parts(self._source[start:end]):
            first, last = start + part.start, start + part.end
            words = self._lines.view(first, last)
            if part.tag:
                self._tag(part.tag, start)
            elif part.kind is None:
                self._aside(first, last, t("scripts and styles"))
            elif part.kind is Kind.CODE:
                self._markup_code(words)
            else:
                # Tags that have been told are blank in the source, and in the content they are not.
                words = identity(self._source[first:last], first)
                self._told_inline(words.strip(" \t\r\n"), part.kind)

    def _markup_code(self, code: MappedText) -> None:
        """What `<pre>` holds: its lines are kept, its tags are not."""
        tags = [tag.span() for tag in TAG.finditer(code.text)]
        for start, end in tags:
            self._aside_of(code, start, end, TAGS)
        code = without(code, tags)
        for entity in ENTITY.finditer(code.text):
            self._aside_of(code, *entity.span(), CHARACTERS)
        view = without_controls(unescaped(code)).strip("\n")
        if view.text.strip():
            self._passage(view, Kind.CODE)

    def _tag(self, tag: Tag, base: int = 0) -> None:
        """A tag that stands for itself: of it the title of a card and its like are read."""
        self._aside(base + tag.start, base + tag.end, TAGS)
        for start, end in tag.words:
            words = self._lines.view(base + start, base + end)
            self._told_inline(words, Kind.CAPTION if tag.name == "img" else Kind.HEADING)

    def _told_inline(self, words: MappedText, kind: Kind) -> None:
        """A stretch of inline Markdown that no token of a page stands for."""
        words = MappedText(with_plain_tags(words.text), words.offsets)
        tokens = self._parser.parseInline(words.text, {}) if words.text else []
        self._add(InlineReader(words).read(tokens[0].children or [] if tokens else []), kind)

    def _passage(self, view: MappedText, kind: Kind) -> None:
        if view.text:
            self.passages.append(Passage(view.offsets[0], view.offsets[-1] + 1, kind, view))

    def _aside(self, start: int, end: int, what: str) -> None:
        self.asides.append(Aside(start, end, what))

    def _aside_of(self, source: MappedText, start: int, end: int, what: str) -> None:
        if start < end:
            self._aside(source.offsets[start], source.offsets[end - 1] + 1, what)

    def _rest(self) -> None:
        """Lines that no token stands for: definitions of links and abbreviations."""
        for first, after in self._lines.untold(self._told):
            start, end = self._lines.stretch(first, after)
            text = self._lines.content[start:end]
            if _DEFINITION.match(text):
                self._aside(start, end, ADDRESSES)
            for meaning in ABBREVIATION.finditer(text):
                words = identity(meaning["words"], start + meaning.start("words"))
                self._aside(start + meaning.start(), words.offsets[0], t("abbreviations"))
                self._told_inline(words, Kind.FOOTNOTE)
        for comment in COMMENT.finditer(self._lines.content):
            if self._jsx or comment.group().startswith("<"):
                self._aside(*comment.span(), COMMENTS)
