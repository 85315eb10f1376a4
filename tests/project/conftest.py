"""What the project's tests share with the review's."""

from tests.review.conftest import session

__all__ = ["session"]
