"""What a document may be called."""

from unicodedata import normalize

from alignbench.system.safe_text import one_line


def document_name(given: str) -> str:
    """`given`, such as the stem of a file's name, as one line of text; empty if nothing is left.

    Composed, since some file systems take が apart into two characters.
    """
    return normalize("NFC", one_line(given)).strip(" \u3000")
