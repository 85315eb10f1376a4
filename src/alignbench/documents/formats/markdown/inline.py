"""What is read of a paragraph's Markdown: its words, with links, code and tags as placeholders."""

import html
from collections.abc import Sequence

from markdown_it.token import Token

from alignbench.documents.formats.markdown.addresses import address_end, label_end
from alignbench.documents.formats.markdown.html_tags import Tag, tags_of
from alignbench.documents.formats.markdown.typed_items import ITEM, has_items
from alignbench.documents.formats.markdown.wiki_links import shown_of_link
from alignbench.documents.segmentation.account import Aside
from alignbench.domain.text import Placeholder, PlaceholderKind, Reading
from alignbench.language.mapped import MappedText, without
from alignbench.language.ruby import RUBY, base_span, dotted_spans, reading_of
from alignbench.messages import t

ADDRESSES = t("addresses of links and pictures")
TAGS = t("HTML tags")
COMMENTS = t("comments")
CHARACTERS = t("characters by name")


class InlineReader:
    """Walks the tokens of one stretch of inline Markdown beside its source.

    The tokens have no places of their own; but they come in the order of the source, so each is
    looked for where the one before it ended.
    """

    def __init__(self, source: MappedText) -> None:
        self._source = source
        self._at = 0
        self._shown: list[int] = []
        self._text: list[str] = []
        self._links: list[tuple[int, str]] = []
        self._ruby: int | None = None
        self._reading: list[str] | None = None
        self._hidden = 0
        self.placeholders: list[Placeholder] = []
        self.readings: list[Reading] = []
        self.asides: list[Aside] = []
        self.notes: list[MappedText] = []
        """Notes that stand in the text: `^[…]`."""
        self.itemised = has_items(source.text)
        """Whether its lines are items that Markdown does not know for such."""
        self.lines: list[MappedText] = []
        """What is read, a part for each line that the author breaks by hand."""

    def read(self, tokens: Sequence[Token]) -> "InlineReader":
        """Walk all tokens of a paragraph."""
        for token in tokens:
            self._token(token)
        self._break()
        return self

    def _token(self, token: Token) -> None:
        match token.type:
            case "text":
                self._words(token.content)
            case "text_special":
                self._special(token)
            case "softbreak":
                self._line_end()
            case "hardbreak":
                self._line_end()
                self._break()
            case "code_inline":
                self._code(token)
            case "math_inline":
                self._math(token)
            case "html_inline":
                self._html(token.content)
            case "link_open":
                self._link(token)
            case "link_close":
                self._link_end(token)
            case "image":
                self._image(token)
            case "wiki_link":
                self._wiki_link(token.content)
            case "footnote_ref" if "label" not in token.meta:
                self._inline_note()
            case "footnote_ref" | "footnote_anchor":
                self._note_mark()
            case _:
                self._skip(token.markup)

    def _words(self, words: str) -> None:
        if words:
            self._at = self._find(words)
            self._show(words)

    def _show(self, words: str) -> None:
        """The next characters of the source, as they stand, are read."""
        start, end = self._at, min(self._at + len(words), len(self._source.text))
        if self._reading is not None:
            self._reading.append(words)
            self._aside(start, end, t("ruby readings"))
        elif not self._hidden:
            self._text.append(self._source.text[start:end])
            self._shown += self._source.offsets[start:end]
        self._at = end

    def _special(self, token: Token) -> None:
        """A character that is escaped, or written by its name: `&copy;`."""
        if token.content == token.markup:  # a backslash before what needs none
            self._words(token.content)
            return
        start = self._find(token.markup)
        end = start + len(token.markup)
        if not self._hidden and self._reading is None and start < len(self._source.text):
            place = self._source.offsets[start if token.info == "entity" else end - 1]
            self._text.append(token.content)
            self._shown += [place] * len(token.content)
        if token.info == "entity":
            self._aside(start, end, CHARACTERS)
        self._at = end

    def _line_end(self) -> None:
        self._at = self._find("\n")
        if self.itemised and ITEM.match(self._source.text, self._at + 1):
            self._break()
            self._at += 1
        else:
            self._show("\n")

    def _break(self) -> None:
        self.lines.append(self._without_ruby(MappedText("".join(self._text), tuple(self._shown))))
        self._text, self._shown = [], []

    def _without_ruby(self, line: MappedText) -> MappedText:
        """A line without the readings of novels, which stand in 《》 or beside a bar."""
        gone = dotted_spans(line.text)
        for ruby in RUBY.finditer(line.text):
            start, end = base_span(ruby)
            places = line.offsets[start], line.offsets[end - 1] + 1
            self.readings.append(Reading(*places, reading_of(ruby)))
            gone += [(ruby.start(), start), (end, ruby.end())]
            aside = Aside(line.offsets[end], line.offsets[ruby.end() - 1] + 1, t("ruby readings"))
            self.asides.append(aside)
        return without(line, sorted(gone)) if gone else line

    def _code(self, token: Token) -> None:
        start = self._find(token.markup) + len(token.markup)
        end = self._source.text.find(token.markup, start + 1)
        end = len(self._source.text) if end < 0 else end
        raw = self._source.text[start:end]
        if raw[:1] in " \n" and raw[-1:] in " \n" and raw.strip():
            start, end = start + 1, end - 1
        self._at = start
        self._show(self._source.text[start:end])
        self._place(start, end, PlaceholderKind.CODE)
        self._skip(token.markup)

    def _math(self, token: Token) -> None:
        """A formula between dollars, which stay: two prices may look like one."""
        start = self._find(f"{token.markup}{token.content}")
        end = min(start + len(token.content) + 2 * len(token.markup), len(self._source.text))
        self._at = start
        self._show(self._source.text[start:end])
        self._place(start, end, PlaceholderKind.CODE)

    def _link(self, token: Token) -> None:
        self._skip("<" if token.markup == "autolink" else "[")
        self._links.append((self._at, str(token.attrGet("href") or "")))

    def _link_end(self, token: Token) -> None:
        start, address = self._links.pop()
        end = self._at
        self._place(start, end, PlaceholderKind.LINK, address)
        if token.markup == "autolink":
            self._skip(">")
            return
        self._skip("]")
        self._at = self._after_address(end, self._at)

    def _image(self, token: Token) -> None:
        start = self._find("![")
        end = label_end(self._source.text, start + 1)
        self._at = start + 2
        for child in token.children or ():
            self._token(child)
        self._place(start + 2, end, PlaceholderKind.IMAGE, str(token.attrGet("src") or ""))
        self._at = self._after_address(end, end + 1)

    def _after_address(self, start: int, at: int) -> int:
        """Past `(address "title")` or `[name]`; all of it from `start` is set aside."""
        text = self._source.text
        end = at
        if text[at : at + 1] == "(":
            end = address_end(text, at)
        elif text[at : at + 1] == "[":
            end = text.find("]", at) + 1 or at
        if end > at:
            self._aside(start, end, ADDRESSES)
        return end

    def _note_mark(self) -> None:
        start = self._find("[^")
        end = self._source.text.find("]", start) + 1 or len(self._source.text)
        self._place(start, start, PlaceholderKind.NOTE_MARK, self._source.text[start:end])
        self._aside(start, end, t("marks of notes"))
        self._at = end

    def _inline_note(self) -> None:
        """A note between brackets: what it says is read apart."""
        start = self._find("^[")
        end = label_end(self._source.text, start + 1)
        self._place(start, start, PlaceholderKind.NOTE_MARK, self._source.text[start : end + 1])
        self.notes.append(self._source.slice(start + 2, end))
        self._at = min(end + 1, len(self._source.text))

    def _wiki_link(self, raw: str) -> None:
        """A link by a page's name, or that in its place which is shown of it."""
        start = self._find(raw)
        first, last, page = shown_of_link(raw)
        embeds = raw.startswith("!")
        kind = PlaceholderKind.IMAGE if embeds else PlaceholderKind.LINK
        self._at = start + first
        self._show(raw[first:last])
        self._place(start + first, self._at, kind, page)
        what = t("names of embedded files") if embeds else ADDRESSES
        self._at = start + len(raw)
        self._aside(start, self._at, what)

    def _html(self, raw: str) -> None:
        start = self._find(raw)
        self._at = start + len(raw)
        if raw.startswith("<!--"):
            self._aside(start, self._at, COMMENTS)
            return
        for tag in tags_of(raw):
            self._tag(tag, start)
        self._aside(start, self._at, TAGS)

    def _tag(self, tag: Tag, base: int) -> None:
        """A tag: ruby is told apart, a line break is one, others are placeholders."""
        start, end = base + tag.start, base + tag.end
        if tag.name == "ruby":
            self._ruby = None if tag.closes else end
        elif tag.name == "rp":
            self._hidden += -1 if tag.closes and self._hidden else 1
        elif tag.name == "rt" and not tag.closes and self._ruby is not None:
            self._reading = []
            self._ruby_end = start
        elif tag.name == "rt" and self._reading is not None:
            self._ruby_reading(end)
        elif tag.name == "br":
            if not self._hidden:
                self._text.append("\n")
                self._shown.append(self._source.offsets[start])
        elif tag.name != "rb":
            self._place(start, start, PlaceholderKind.TAG, self._source.text[start:end])
        begins = tag.component and not "".join(self._text).rpartition("\n")[2].strip()
        if begins and tag.words:
            self._break()
        for words in tag.words:
            kept = self._at
            self._at = base + words[0]
            self._show(self._source.text[base + words[0] : base + words[1]])
            self._at = kept
        if begins and tag.words:  # the label of a tab is no part of what it says
            self._break()

    def _ruby_reading(self, end: int) -> None:
        start = self._ruby or 0
        reading = html.unescape("".join(self._reading or ())).strip()
        bases = [at for at in self._shown if at >= self._source.offsets[start]]
        if reading and bases:
            self.readings.append(Reading(bases[0], bases[-1] + 1, reading))
        self._reading, self._ruby = None, end

    def _skip(self, marks: str) -> None:
        if marks and self._source.text.startswith(marks, self._at):
            self._at += len(marks)

    def _find(self, text: str) -> int:
        """Where `text` begins next; here, if nowhere."""
        found = self._source.text.find(text, self._at)
        return found if found >= 0 else self._at

    def _place(self, start: int, end: int, kind: PlaceholderKind, source: str = "") -> None:
        offsets = self._source.offsets
        if start < len(offsets) and not self._hidden:
            last = offsets[end - 1] + 1 if end > start else offsets[start]
            self.placeholders.append(Placeholder(offsets[start], last, kind, source))

    def _aside(self, start: int, end: int, what: str) -> None:
        offsets = self._source.offsets
        if start < end <= len(offsets):
            self.asides.append(Aside(offsets[start], offsets[end - 1] + 1, what))
