"""What the review's tests share."""

from pathlib import Path

import pytest

from alignbench.review import ReviewSession
from tests.review.examples import open_session, project_with


@pytest.fixture
def session(tmp_path: Path) -> ReviewSession:
    """A review of the example in a project of its own, opened after the import was closed."""
    project_with(tmp_path).close()
    return open_session(tmp_path)
