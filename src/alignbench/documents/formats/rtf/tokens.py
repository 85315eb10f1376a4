"""An RTF file as its tokens: groups, control words, bytes of text.

https://learn.microsoft.com/openspecs/exchange_server_protocols/ms-oxrtfcp; RTF Specification 1.9.1
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

TOKEN_LIMIT = 2_000_000
"""Control words, groups and pieces of text of a file; a book of Word's has half a million."""
DEPTH_LIMIT = 10_000
"""Groups inside one another; real files have dozens."""
_TOKEN = re.compile(
    rb"(?P<hex>(?:\\'[0-9A-Fa-f]{2})+)|"
    rb"\\(?:(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?|(?P<sign>[^A-Za-z']))|"
    rb"(?P<brace>[{}])|(?P<text>[^\\{}\r\n]+)|[\r\n]+|\\'?",
    re.DOTALL,
)
_LITERAL = b"\\{}"


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    """A control word, its number beside it."""
    SIGN = auto()
    """A control sign, such as that for a space that breaks no line."""
    BYTES = auto()
    """Text, in the encoding of the font that is on."""


@dataclass(frozen=True, slots=True)
class Token:
    """A token; `text` is the word or sign, `data` the bytes of text."""

    kind: TokenKind
    text: str = ""
    number: int | None = None
    data: bytes = b""


_OPENED, _CLOSED = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)


def tokens_of(file: SourceFile) -> Iterator[Token]:
    """The tokens of a file. Raises InputError: they are too many, or groups nested too deeply."""
    depth = 0
    for number, token in enumerate(_tokens(file.data)):
        depth += (token.kind is TokenKind.OPEN) - (token.kind is TokenKind.CLOSE)
        if number > TOKEN_LIMIT:
            raise InputError(
                t("{path} has more than {limit:,} marks and pieces of text.",
                  path=file.path, limit=TOKEN_LIMIT),
                t("Cut it into several files."),
            )  # fmt: skip
        if depth > DEPTH_LIMIT:
            raise InputError(
                t("{path} is nested more than {limit} groups deep.",
                  path=file.path, limit=DEPTH_LIMIT),
                t("Save it anew in the program that made it."),
            )  # fmt: skip
        yield token


def _tokens(data: bytes) -> Iterator[Token]:
    """The tokens of a file; bytes that are no text are passed over."""
    at = 0
    known: dict[bytes, Token] = {}
    while match := _TOKEN.match(data, at):
        at = match.end()
        match match.lastgroup:
            case "brace":
                yield _OPENED if match["brace"] == b"{" else _CLOSED
            case "word" | "number":
                written = match[0]
                token = known.get(written)
                if token is None:
                    number = int(match["number"]) if match["number"] else None
                    token = Token(TokenKind.WORD, match["word"].decode("ascii"), number)
                    known[written] = token
                if token.text == "bin":
                    at += max(0, token.number or 0)
                else:
                    yield token
            case "hex":
                yield Token(
                    TokenKind.BYTES, data=bytes.fromhex(match["hex"].decode().replace("\\'", ""))
                )
            case "sign" if match["sign"] in _LITERAL:
                yield Token(TokenKind.BYTES, data=match["sign"])
            case "sign":
                yield Token(TokenKind.SIGN, match["sign"].decode("latin-1"))
            case "text":
                yield Token(TokenKind.BYTES, data=match["text"])
