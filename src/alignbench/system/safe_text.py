"""The one definition of text that is safe: for a terminal, for XML, for JSON, as one line.

What stands in a file is untrusted. A control character could move a terminal's cursor or rewrite
its screen, an override of direction hides what is there, a lone surrogate ends a writer. Every
replacement here keeps the length of a text, so that offsets keep their meaning; only `one_line`
shortens.
"""

import re

BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
"""Marks and overrides of direction, as a regular expression's class."""
CONTROLS = "\x00-\x1f\x7f-\x9f"
"""C0, delete and C1."""
LINE_ENDS = "\u2028\u2029"
"""Line and paragraph separators, which some terminals and all of `str.splitlines` obey."""
SURROGATES = "\ud800-\udfff"
"""Halves of a character; Python keeps unreadable bytes of file names as such."""

_FOR_TERMINAL = re.compile(f"[{CONTROLS}{LINE_ENDS}{BIDI}{SURROGATES}]")
# https://www.w3.org/TR/xml/#charsets: tab, line feed and carriage return are the only controls.
_NOT_XML = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{SURROGATES}\ufffe\uffff]")
_HALF = re.compile(f"[{SURROGATES}]")
_NOT_ONE_LINE = re.compile(f"[{CONTROLS}{LINE_ENDS}{BIDI}]+")
_CONTROL_PICTURES = 0x2400


def printable(text: str, keep: str = "") -> str:
    """`text` with a visible sign, such as ␛, for what a terminal would obey and `keep` lacks."""
    if text.isascii() and text.isprintable():
        return text
    return _FOR_TERMINAL.sub(lambda found: found[0] if found[0] in keep else _sign(found[0]), text)


def xml_text(text: str) -> str:
    """`text` with a visible sign for each character that XML 1.0 cannot hold."""
    return _NOT_XML.sub(lambda found: _sign(found[0]), text)


def whole(text: str) -> str:
    """`text` with U+FFFD for each half of a character, which JSON can hold and UTF-8 cannot."""
    return _HALF.sub("\ufffd", text)


def one_line(text: str) -> str:
    """`text` without controls, line ends and marks of direction: a space for each run of them."""
    return whole(_NOT_ONE_LINE.sub(" ", text))


def _sign(char: str) -> str:
    code = ord(char)
    if code == 0x7F:
        return "␡"
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"
