"""What a document may be called."""

from collections.abc import Collection
from unicodedata import normalize

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import one_line


def document_name(given: str) -> str:
    """`given`, such as the stem of a file's name, as one line of text; empty if nothing is left.

    Composed, since some file systems take が apart into two characters.
    """
    return normalize("NFC", one_line(given)).strip(" \u3000")


def new_name(given: str, used: Collection[str]) -> str:
    """The name of a document to be stored. Raises InputError for one that is in use, or none."""
    name = document_name(given)
    if not name:
        raise InputError(t("A document needs a name."), t("Give one with --name."))
    if name in used:
        raise InputError(
            t("There is already a document called {name}.", name=repr(name)),
            t("Give another with --name."),
        )
    return name
