"""What a document may be called, and what is remembered under its name."""

from collections.abc import Collection, Iterable
from unicodedata import normalize

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import one_line

DRAFT = "draft"
_KINDS = ("later", "read", "row")
"""What is remembered of a document beside its drafts: bookmarks, rows read, the row seen last."""


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


def remembered_of(name: str, keys: Iterable[str]) -> list[str]:
    """Those of the settings' `keys` under which something is remembered of a document.

    A draft's key goes on with its dialog and its place, of which neither holds a colon; a
    document's name may.
    """
    draft = f"{DRAFT}:{name}:"
    own = {f"{kind}:{name}" for kind in _KINDS}
    return [
        key
        for key in keys
        if key in own or (key.startswith(draft) and key[len(draft) :].count(":") == 1)
    ]
