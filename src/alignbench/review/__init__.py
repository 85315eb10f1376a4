"""The review of a project: the single door through which anything is changed."""

from alignbench.domain.summary import DocumentSummary
from alignbench.review.project import Project
from alignbench.review.records import Change, FilePair, Row, SearchHit
from alignbench.review.session import ReviewSession

__all__ = [
    "Change",
    "DocumentSummary",
    "FilePair",
    "Project",
    "ReviewSession",
    "Row",
    "SearchHit",
]
