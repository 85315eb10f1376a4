"""The row where a document was left, kept in the project's database."""

from contextlib import suppress

from alignbench.domain.errors import AlignbenchError
from alignbench.project import Project
from alignbench.project.bookmarks import LAST_DOCUMENT
from alignbench.review import ReviewSession


class KeptRow:
    """The row seen last. Not asked of the view: when the screen goes, the view is gone already."""

    def __init__(self, project: Project, session: ReviewSession) -> None:
        self._project = project
        self._key = f"row:{session.document.name}"
        value = project.setting(self._key, "0")
        last = max(0, len(session.rows) - 1)
        if project.setting(LAST_DOCUMENT) != session.document.name:
            with suppress(AlignbenchError):
                project.set_setting(LAST_DOCUMENT, session.document.name)
        self.seen = self._kept = min(int(value) if value.isdecimal() else 0, last)

    def keep(self) -> None:
        """Write it down; a place forgotten is no reason to hold anyone back."""
        if self._kept != self.seen:
            try:
                self._project.set_setting(self._key, str(self.seen))
                self._kept = self.seen
            except AlignbenchError:
                return
