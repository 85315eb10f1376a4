"""Strings of programs: variables and tags in them are placeholders."""

import re

from alignbench.documents.segmentation.blocks import Mark, Piece
from alignbench.domain.text import PlaceholderKind

_NAMED = r"\{\{[^{}\n]{1,80}\}\}|[%$#]\{[^{}\n]{1,80}\}|\{[A-Za-z_][\w.\- ]{0,60}\}|\{\d{1,3}\}"
_PERCENT = (
    r"%(?:\d{1,2}\$)?(?:\([A-Za-z_]\w{0,40}\))?[-+ 0#]{0,3}\d{0,3}(?:\.\d{1,2})?"
    r"(?:l{1,2}|h)?[sdifuxXc@]|%\d{1,2}(?![\w%])|\$\d{1,2}(?!\d)"
)
_TAG = r"</?[A-Za-z][A-Za-z0-9:_-]{0,30}(?:\s[^<>\n]{0,300})?/?>"
_MARKS = re.compile(rf"(?P<variable>{_NAMED}|{_PERCENT})|(?P<tag>{_TAG})")


def string_pieces(text: str) -> tuple[Piece, ...]:
    """A string with its variables and tags as placeholders that show themselves."""
    pieces: list[Piece] = []
    at = 0
    for match in _MARKS.finditer(text):
        if match[0].startswith("%") and match[0][-2:-1] == " ":
            continue  # 50% discount
        kind = PlaceholderKind.VARIABLE if match["variable"] else PlaceholderKind.TAG
        pieces += [text[at : match.start()], Mark(match[0], kind, match[0])]
        at = match.end()
    return tuple(piece for piece in [*pieces, text[at:]] if piece)
