"""The review of one document: the single door through which anything is changed."""

from alignbench.review.session import ReviewSession
from alignbench.review.views import Change, Row, SearchHit

__all__ = ["Change", "ReviewSession", "Row", "SearchHit"]
