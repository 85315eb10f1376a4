"""What the tests of the pipeline share with those of the review."""

from tests.review.conftest import session

__all__ = ["session"]
