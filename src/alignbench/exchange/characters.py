"""Characters that a format cannot hold, and what stands for them."""

import re
from typing import BinaryIO

from alignbench.domain.errors import InputError

# https://www.w3.org/TR/xml/#charsets: tab, line feed and carriage return are the only controls.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")
_CONTROL_PICTURES = 0x2400


def xml_text(text: str) -> str:
    """`text` with a visible sign, such as ␛, for each character that XML 1.0 cannot hold.

    The length stays the same, so offsets into the text keep their meaning.
    """
    return _NOT_XML.sub(lambda found: _picture(ord(found[0])), text)


def whole(text: str) -> str:
    """`text` with U+FFFD for each half of a character, which JSON can hold and UTF-8 cannot."""
    return _HALF.sub("\ufffd", text)


def _picture(code: int) -> str:
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else "\ufffd"


def utf8(source: BinaryIO, name: str) -> str:
    """All of `source` as text, a byte order mark included.

    Raises:
        InputError: it is not UTF-8.
    """
    try:
        return source.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} is not UTF-8 (byte {error.start} cannot be read).",
            "Save it as UTF-8 and try again.",
        ) from error
