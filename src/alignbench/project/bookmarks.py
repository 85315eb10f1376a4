"""Places of a document to come back to, kept in the project's database."""

import json
from collections.abc import Iterable

from alignbench.domain.text import Side
from alignbench.project.project import Project

Place = tuple[Side, int]
"""A segment: its side and its 0-based position, which outlives edits of links."""


class Bookmarks:
    """The bookmarks of one document. They are no decisions: undo leaves them alone."""

    def __init__(self, project: Project, document: str) -> None:
        self._project, self._key = project, f"later:{document}"
        self.places = _read(project.setting(self._key, "[]"))

    def toggle(self, places: Iterable[Place]) -> bool:
        """Mark the first of `places`, or take away the marks of all; whether one is marked now.

        Raises StoreError where nothing can be written.
        """
        there = list(places)
        marked = self.places & set(there)
        now = self.places - marked if marked else self.places | {there[0]}
        self._project.set_setting(self._key, json.dumps(sorted(now)))
        self.places = now
        return not marked


def _read(text: str) -> set[Place]:
    try:
        return {("ja" if side == "ja" else "en", int(at)) for side, at in json.loads(text)}
    except (ValueError, TypeError):
        return set()
