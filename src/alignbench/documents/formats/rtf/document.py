"""An RTF file to blocks: the text with all changes accepted, tables, notes, ruby of old Word."""

from collections.abc import Iterable

from alignbench.documents.formats.docx.fields import Fields
from alignbench.documents.formats.docx.symbols import symbol
from alignbench.documents.formats.rows import Row
from alignbench.documents.formats.rtf.control_words import (
    BOXES,
    BREAKS,
    INTO_PARTS,
    READ_OR_TOLD,
    SIGNS,
    SKIPPED,
    TOLD,
)
from alignbench.documents.formats.rtf.encodings import SYMBOLS, codec_of_page, decoded
from alignbench.documents.formats.rtf.fonts import Tables
from alignbench.documents.formats.rtf.state import Paragraph, State
from alignbench.documents.formats.rtf.stories import Stories
from alignbench.documents.formats.rtf.tokens import Token, TokenKind, tokens_of
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Kind
from alignbench.messages import t


class RtfDocument:
    """One pass over the tokens of a file."""

    def __init__(self, file: SourceFile, tally: Tally) -> None:
        self.tally = tally
        self._stories = Stories()
        self._head = Tables()
        self._fields = Fields(tally)
        self._state = State()
        self._stack: list[State] = []
        self._bytes = b""
        self._skip = 0
        """How many signs are still to be passed over that stand for a character before them."""
        self._high = 0
        self._optional = False
        self._told: list[str] = []
        self._shape = ""
        self._read(file)

    @property
    def has_tables(self) -> bool:
        """Whether there is a table in the body."""
        return bool(self._stories.tables)

    def blocks(self) -> list[Block]:
        """The body, then the notes."""
        return self._stories.blocks

    def tables(self) -> Iterable[list[Row]]:
        """The tables of the body, cell by cell."""
        return self._stories.rows()

    def outside_tables(self) -> list[str]:
        """The text that stands in no table, and the notes."""
        return self._stories.outside_tables()

    def _read(self, file: SourceFile) -> None:
        for token in tokens_of(file):
            match token.kind:
                case TokenKind.BYTES:
                    self._text(token)
                case TokenKind.OPEN:
                    self._open(token)
                case TokenKind.CLOSE:
                    self._flush()
                    self._is_of_head(token)
                    self._close()
                case TokenKind.SIGN:
                    self._sign(token.text)
                case TokenKind.WORD:
                    stands_for_one = self._skip and token.text in SIGNS
                    self._flush()
                    if not stands_for_one:
                        self._word(token)
        self._flush()
        while self._stack:
            self._close()
        self._break("par")

    def _open(self, token: Token) -> None:
        self._flush()
        self._stack.append(self._state)
        self._state = self._state.inside()
        self._optional = False
        self._is_of_head(token)

    def _is_of_head(self, token: Token) -> bool:
        """Whether a token belongs to a table at the head of the file, which takes it."""
        if self._state.into == "fonts":
            self._head.font(token)
        elif self._state.into == "styles":
            self._head.style(token)
        else:
            return False
        return True

    def _text(self, token: Token) -> None:
        taken = min(self._skip, len(token.data))
        self._skip -= taken
        data = token.data[taken:]
        if data and not self._is_of_head(token):
            self._bytes += data

    def _flush(self) -> None:
        """The bytes that have been gathered become text."""
        self._skip = 0
        if self._bytes:
            data, self._bytes = self._bytes, b""
            font = self._state.font
            if self._head.charsets.get(font) == SYMBOLS:
                name = self._head.names.get(font, "")
                self._show("".join(symbol(name, f"{0xF000 + byte:x}") or "" for byte in data))
            else:
                self._show(decoded(data, self._head.codec(font), self._head.page))

    def _show(self, text: str) -> None:
        state = self._state
        if not text or state.into in ("skip", "fonts", "styles"):
            return
        if state.into == "instruction":
            self._fields.instruct(text)
            return
        if self._fields.in_instruction:
            self._fields.mark("separate")  # a result with text in it
        if state.into != "body":
            self._told.append(text)
        elif state.deleted:
            self.tally.add(t("deleted text (tracked changes)"), text)
        elif state.hidden:
            self.tally.add(t("hidden text"), text)
        elif self._fields.in_contents:
            self.tally.add(t("tables of contents"), text)
        else:
            self._stories.add(text)

    def _sign(self, sign: str) -> None:
        if sign == "*":
            self._optional = True
            return
        self._flush()
        if sign in "\r\n":
            self._break("par")
        elif sign in SIGNS:
            self._show(SIGNS[sign])

    def _word(self, token: Token) -> None:
        word = token.text
        optional, self._optional = self._optional, False
        if self._is_of_head(token):
            return
        if word == "u":
            self._character((token.number or 0) & 0xFFFF)
        elif word in SIGNS:
            self._show(SIGNS[word])
        elif optional or word in INTO_PARTS:
            self._group(word, optional)
        elif word in BREAKS:
            self._break(word)
        else:
            self._property(word, token.number)

    def _character(self, code: int) -> None:
        """A character by its number in UTF-16; half of one waits for the other."""
        if 0xD800 <= code < 0xDC00:
            self._high = code
        elif 0xDC00 <= code < 0xE000:
            if self._high:
                self._show(chr(0x10000 + ((self._high - 0xD800) << 10) + code - 0xDC00))
            self._high = 0
        elif 0xF000 <= code <= 0xF0FF:
            self._show(symbol(self._head.names.get(self._state.font, ""), f"{code:x}") or "")
        else:
            self._show(chr(code))
        self._skip = self._state.fallback

    def _group(self, word: str, optional: bool) -> None:
        """The present group is what `word` says."""
        state = self._state
        if word == "ud" and len(self._stack) > 1:
            state.into = self._stack[-2].into
        if state.into == "skip":
            return
        if word in ("fonttbl", "stylesheet"):
            state.into = "fonts" if word == "fonttbl" else "styles"
        elif word == "field":
            state.opened = word
            self._fields.mark("begin")
        elif word == "fldinst":
            state.into = "instruction"
        elif state.into == "body" and (word == "footnote" or word in BOXES):
            state.opened = word
            self._stories.begin(note=word == "footnote")
            state.paragraph = Paragraph()
            state.hidden = state.deleted = False
        elif word in TOLD and state.into in ("body", "info"):
            state.paragraph.numbered |= word == "pntext"
            state.paragraph = Paragraph()
            told = word != "sv" or self._shape == "gtextUNICODE"
            state.into, state.opened, self._told = (word, word, []) if told else ("skip", "", [])
        elif word in SKIPPED or (optional and word not in READ_OR_TOLD):
            state.paragraph = Paragraph()
            state.into = "skip"

    def _close(self) -> None:
        closed = self._state
        if self._stack:
            self._state = self._stack.pop()
        match closed.opened:
            case "":
                return
            case "field":
                self.tally.add(t("addresses of links and pictures"), self._fields.address)
                for piece in self._fields.mark("end"):
                    if closed.into == "body":
                        self._stories.add(piece)
            case "sn":
                self._shape = "".join(self._told).strip()
            case word if word in TOLD:
                self.tally.add(TOLD[word](), "".join(self._told))
                self._told = []
            case _:
                self._stories.finish(Kind.FOOTNOTE if self._stories.in_note else Kind.SENTENCE)

    def _break(self, word: str) -> None:
        state = self._state
        if state.into != "body":
            self._show(" ")
        elif word in ("line", "softline"):
            self._stories.line_break(self._kind())
        elif word in ("cell", "nestcell"):
            self._stories.cell_ends(nested=word == "nestcell")
        elif word == "row":
            self._stories.row_ends()
        elif not (state.deleted and word == "par"):
            self._stories.paragraph_ends(self._kind(), in_table=state.paragraph.in_table)

    def _kind(self) -> Kind:
        paragraph = self._state.paragraph
        if self._stories.in_note:
            return Kind.FOOTNOTE
        if paragraph.in_table:
            return Kind.CELL
        if paragraph.outlined or paragraph.style in self._head.headings:
            return Kind.HEADING
        listed = paragraph.numbered or paragraph.style in self._head.lists
        return Kind.LIST_ITEM if listed else Kind.SENTENCE

    def _property(self, word: str, number: int | None) -> None:
        state = self._state
        match word:
            case "f" | "deff":
                state.font = number or 0
            case "uc":
                state.fallback = max(0, number if number is not None else 1)
            case "v":
                state.hidden = number != 0
            case "deleted":
                state.deleted = number != 0
            case "plain":
                state.hidden = state.deleted = False
            case "pard":
                before, state.paragraph = state.paragraph, Paragraph()
                for outer in self._stack:
                    if outer.paragraph is before:
                        outer.paragraph = state.paragraph
            case "intbl":
                state.paragraph.in_table = True
            case "s":
                state.paragraph.style = number or 0
            case "outlinelevel":
                state.paragraph.outlined = (number or 0) < 9
            case "ls":
                state.paragraph.numbered = True
            case "ansicpg":
                self._head.page = codec_of_page(number)
            case "mac":
                self._head.page = "mac_roman"
