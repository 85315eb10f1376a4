"""What a document may be called."""

import re
from unicodedata import normalize

# Controls, line breaks and overrides of direction: a name is one line wherever it is shown.
_UNFIT = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]+")
_NOT_TEXT = re.compile("[\ud800-\udfff]")
"""Bytes of a file name that its system's encoding cannot read, as Python keeps them."""


def document_name(given: str) -> str:
    """`given`, such as the stem of a file's name, as one line of text; empty if nothing is left.

    Composed, since some file systems take が apart into two characters.
    """
    return normalize("NFC", _NOT_TEXT.sub("\ufffd", _UNFIT.sub(" ", given))).strip(" \u3000")
