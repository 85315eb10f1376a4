"""Places of a document that are marked, to come back to or as read; kept in the database."""

import json
from collections.abc import Iterable
from typing import Literal

from alignbench.domain.text import Side
from alignbench.project.project import Project

Place = tuple[Side, int]
"""A segment: its side and its 0-based position, which outlives edits of links."""

LAST_DOCUMENT = "last-document"
"""The setting that holds the name of the document that was opened last."""


class Bookmarks:
    """The marks of one kind in a document. They are no decisions: undo leaves them alone."""

    def __init__(
        self, project: Project, document: str, kind: Literal["later", "read"] = "later"
    ) -> None:
        self._project, self._key = project, f"{kind}:{document}"
        self.places = _read(project.setting(self._key, "[]"))

    def toggle(self, places: Iterable[Place]) -> bool:
        """Mark the first of `places`, or take away the marks of all; whether one is marked now.

        Raises StoreError where nothing can be written.
        """
        there = list(places)
        marked = self.places & set(there)
        now = self.places - marked if marked else self.places | {there[0]}
        self._keep(now)
        return not marked

    def add(self, place: Place) -> None:
        """Mark a place. Raises StoreError where nothing can be written."""
        if place not in self.places:
            self._keep(self.places | {place})

    def clear(self) -> None:
        """Take all marks away. Raises StoreError where nothing can be written."""
        self._keep(set())

    def _keep(self, places: set[Place]) -> None:
        self._project.set_setting(self._key, json.dumps(sorted(places)))
        self.places = places


def _read(text: str) -> set[Place]:
    try:
        return {("ja" if side == "ja" else "en", int(at)) for side, at in json.loads(text)}
    except (ValueError, TypeError):
        return set()
