"""The review of one document: the single door through which anything is changed.

What a session needs is loaded with the first name that is asked for; a search of a project uses
this room too, and needs none of it.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignbench.review.session import ReviewSession
    from alignbench.review.views import Change, Row, SearchHit

__all__ = ["Change", "ReviewSession", "Row", "SearchHit"]


def __getattr__(name: str) -> object:
    """A name of this room, imported now (PEP 562). Raises AttributeError for any other."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from alignbench.review import session, views

    return getattr(session if name == "ReviewSession" else views, name)
