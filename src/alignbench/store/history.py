"""Doing, undoing and redoing: a change and its event in one transaction."""

import sqlite3
from collections.abc import Callable

from alignbench.domain.errors import ConflictError, StoreError
from alignbench.domain.links import Link
from alignbench.store.connection import Connection
from alignbench.store.documents import now
from alignbench.store.events import Changeset, Event, State, decode, encode
from alignbench.store.links import (
    Ids,
    check_partition,
    load_flags,
    load_links,
    next_ids,
    replace_state,
)

GONE = "This document is no longer in the project.", "Another window deleted it; go back with q."
Maker = Callable[[int, int, int], Changeset]
"""Makes a changeset, given the next link id, the next flag id and the change's number."""


class History:
    """The decisions about one document: its links as they stand and how they came to be so."""

    def __init__(self, connection: Connection, document_id: int, ids: Ids) -> None:
        self._connection = connection
        self._document = document_id
        self._ids = ids

    def links(self) -> list[Link]:
        """Every link as it is stored now, by id."""
        return load_links(self._connection, self._document, self._ids)

    def flags(self) -> State:
        """Every flag as it is stored now."""
        return State(flags=tuple(load_flags(self._connection, self._document)))

    def number(self) -> int:
        """Grows with every change by anyone; 0 before the first."""
        rows = self._connection.rows("SELECT change FROM document WHERE id = ?", self._document)
        if not rows:
            raise StoreError(*GONE)
        return int(str(rows[0]["change"]))

    def do(self, make: Maker, who: str) -> Changeset:
        """Write the change that `make` makes, with its event; what was undone is dropped.

        Raises:
            ConflictError: another window has changed one of the links; nothing was written.
        """
        with self._connection.transaction() as raw:
            number = self._next_number(raw)
            change = make(*next_ids(raw), number)
            self._check(change.before, by_revision=True)
            self._write(raw, change)
            raw.execute(
                "UPDATE event SET state = 'dropped' WHERE document_id = ? AND state = 'undone'",
                (self._document,),
            )
            raw.execute(
                "INSERT INTO event (document_id, at, who, name, label, forward, inverse)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    self._document, now(), who, change.name, change.label,
                    encode(change.after), encode(change.before),
                ),
            )  # fmt: skip
        return change

    def undo(self) -> Changeset | None:
        """Take back the last change that stands; None if there is none."""
        return self._step("done", "undone", "DESC", backwards=True)

    def redo(self) -> Changeset | None:
        """Make again the change undone last; None if there is none."""
        return self._step("undone", "done", "ASC", backwards=False)

    def _step(self, state: str, then: str, order: str, *, backwards: bool) -> Changeset | None:
        with self._connection.transaction() as raw:
            event = self._event(raw, state, order)
            if event is None:
                return None
            change = event.change.reversed() if backwards else event.change
            self._check(change.before, by_revision=False)
            self._next_number(raw)
            self._write(raw, change)
            raw.execute("UPDATE event SET state = ? WHERE id = ?", (then, event.id))
        return change

    def _event(self, raw: sqlite3.Connection, state: str, order: str) -> Event | None:
        row = raw.execute(
            "SELECT id, name, label, forward, inverse FROM event"
            f" WHERE document_id = ? AND state = ? ORDER BY id {order} LIMIT 1",
            (self._document, state),
        ).fetchone()
        if row is None:
            return None
        return Event(row[0], Changeset(row[1], row[2], decode(row[4]), decode(row[3])))

    def _next_number(self, raw: sqlite3.Connection) -> int:
        raw.execute(
            "UPDATE document SET change = change + 1, updated = ? WHERE id = ?",
            (now(), self._document),
        )
        row = raw.execute("SELECT change FROM document WHERE id = ?", (self._document,)).fetchone()
        if row is None:
            raise StoreError(*GONE)
        return int(row[0])

    def _check(self, before: State, *, by_revision: bool) -> None:
        """Raise ConflictError unless the links and flags of `before` stand as they are in it.

        An edit compares revisions. Undo and redo compare what the links say: their revisions
        have moved on with the undoing itself.
        """
        current = {link.id: link for link in self.links()} if before.links else {}
        for link in before.links:
            found = current.get(link.id)
            same = found is not None and (
                found.revision == link.revision if by_revision else _said(found) == _said(link)
            )
            if not same:
                raise ConflictError(
                    "Another window has changed this link.",
                    "Nothing was written; look again and repeat.",
                )
        flags = {flag.id for flag in self.flags().flags} if before.flags else set()
        if not {flag.id for flag in before.flags} <= flags:
            raise ConflictError("Another window has removed this flag.", "Nothing was written.")

    def _write(self, raw: sqlite3.Connection, change: Changeset) -> None:
        replace_state(raw, self._document, self._ids, change.before, change.after)
        check_partition(raw, self._ids, change.before, change.after)


def _said(link: Link) -> tuple[object, ...]:
    return link.ja, link.en, link.status, link.origin, link.note
