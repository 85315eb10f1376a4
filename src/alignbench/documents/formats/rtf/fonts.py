"""The tables at the head of an RTF file: fonts with their charsets, styles with their names."""

import re
from dataclasses import dataclass, field

from alignbench.documents.formats.rtf.encodings import codec_of_charset, codec_of_page, decoded
from alignbench.documents.formats.rtf.tokens import Token, TokenKind

_HEADING = re.compile(r"^(?:heading \d|見出し ?\d|title|表題|subtitle|副題)$", re.IGNORECASE)
_LIST = re.compile(r"^(?:list|箇条書き|段落番号)", re.IGNORECASE)


@dataclass(slots=True)
class Tables:
    """What the tables say, as far as they have been read."""

    page: str = "cp1252"
    """The codec of the file itself."""
    charsets: dict[int, int] = field(default_factory=dict)
    names: dict[int, str] = field(default_factory=dict)
    pages: dict[int, str] = field(default_factory=dict)
    headings: set[int] = field(default_factory=set)
    lists: set[int] = field(default_factory=set)
    _at: int = 0
    _name: bytes = b""

    def codec(self, font: int) -> str:
        """The codec of a font."""
        return self.pages.get(font) or codec_of_charset(self.charsets.get(font, 1), self.page)

    def font(self, token: Token) -> None:
        """A token of the table of fonts."""
        if token.kind is TokenKind.BYTES:
            self._name += token.data
        elif token.kind is TokenKind.WORD:
            if token.text == "f":
                self._at, self._name = token.number or 0, b""
            elif token.text == "fcharset":
                self.charsets[self._at] = token.number or 0
            elif token.text == "cpg":
                self.pages[self._at] = codec_of_page(token.number)
        self.names[self._at] = self._name.decode("latin-1").strip(" ;")

    def style(self, token: Token) -> None:
        """A token of the table of styles."""
        if token.kind is TokenKind.OPEN:
            self._at, self._name = 0, b""
        elif token.kind is TokenKind.BYTES:
            self._name += token.data
        elif token.kind is TokenKind.WORD and token.text == "s":
            self._at = token.number or 0
        elif token.kind is TokenKind.WORD and token.text == "outlinelevel":
            self.headings.add(self._at)
        elif token.kind is TokenKind.CLOSE:
            name = decoded(self._name, self.page, self.page).partition(";")[0].strip()
            if _HEADING.match(name):
                self.headings.add(self._at)
            elif _LIST.match(name):
                self.lists.add(self._at)
