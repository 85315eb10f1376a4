"""Doing, undoing and redoing: a change and its event in one transaction."""

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from alignbench.domain.errors import ConflictError, StoreError
from alignbench.domain.log_entry import LogEntry
from alignbench.messages import t
from alignbench.messages.message import restored, stored
from alignbench.store.connection import Connection
from alignbench.store.events import Changeset, State, decode, encode, read_log
from alignbench.store.findings import (
    Standing,
    load_dismissals,
    replace_dismissals,
    replace_findings,
)
from alignbench.store.links import (
    are_linked_once,
    load_flags,
    load_links,
    next_ids,
    replace_state,
)
from alignbench.store.segment_ids import SegmentIds
from alignbench.system.clock import now

Maker = Callable[[int, int, int], Changeset]
"""Makes a changeset, given the next link id, the next flag id and the change's number."""


@dataclass(frozen=True, slots=True)
class Written:
    """A change that has been written, and the number it has.

    `fresh` is all that was decided as it stands after it, read in the same transaction: only
    where another window had written something that this one has not seen.
    """

    change: Changeset
    number: int
    fresh: State | None = None


class History:
    """The decisions about one version of a document: how its links stand and came to be so.

    Changes are numbered. A link's revision is the number of the change that made it what it is,
    0 for the first suggestions; undoing a change brings the old revision back.
    """

    def __init__(
        self, connection: Connection, document_id: int, version_id: int, members: SegmentIds
    ) -> None:
        self._connection = connection
        self._document = document_id
        self._version = version_id
        self._members = members

    def read(self) -> tuple[int, State]:
        """The number of changes so far, and all that was decided as it stands after them."""
        with self._connection.snapshot() as raw:
            return self._number(raw), self._read(raw)

    def _read(self, raw: sqlite3.Connection) -> State:
        links = load_links(raw, self._version, self._members)
        flags = load_flags(raw, self._version)
        return State(tuple(links), tuple(flags), tuple(load_dismissals(raw, self._document)))

    def log(self, limit: int) -> list[LogEntry]:
        """The latest changes that stand or can be made again, the latest first."""
        with self._connection.snapshot() as raw:
            return read_log(raw, self._version, limit)

    def number(self) -> int:
        """Grows with every change by anyone, undoing included; 0 before the first."""
        with self._connection.snapshot() as raw:
            return self._number(raw)

    def do(self, make: Maker, who: str, seen: int | None = None) -> Written:
        """Write the change that `make` makes, with its event; what was undone is dropped.

        `seen` is the last change that the window shows, None for one that shows nothing.

        Raises:
            ConflictError: another window has changed one of the links; nothing was written.
            StoreError: nothing could be written, or the document is gone.
        """
        with self._connection.transaction() as raw:
            number = self._advance(raw)
            change = make(*next_ids(raw), number)
            self._write(raw, change)
            raw.execute(
                "UPDATE event SET state = 'dropped' WHERE version_id = ? AND state = 'undone'",
                (self._version,),
            )
            raw.execute(
                "INSERT INTO event"
                " (document_id, version_id, at, who, name, label, forward, inverse)"
                " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    self._document, self._version, now(), who, change.name, stored(change.label),
                    encode(change.after), encode(change.before),
                ),
            )  # fmt: skip
            missed = seen is not None and number != seen + 1
            return Written(change, number, self._read(raw) if missed else None)

    def undo(self, seen: int) -> Written | None:
        """Take back the last change that stands; None if there is none.

        Raises:
            ConflictError: there are changes after number `seen`, so that the last one is not the
                one that this window shows; nothing was written.
        """
        return self._step("done", "undone", "DESC", seen)

    def redo(self, seen: int) -> Written | None:
        """Make again the change undone last; None if there is none. Raises as `undo` does."""
        return self._step("undone", "done", "ASC", seen)

    def keep_findings(self, findings: Iterable[Standing]) -> None:
        """Keep what the checks say of this document now; not a change, and never a conflict."""
        with self._connection.transaction() as raw:
            replace_findings(raw, self._version, findings)

    def _step(self, state: str, then: str, order: str, seen: int) -> Written | None:
        with self._connection.transaction() as raw:
            row = raw.execute(
                "SELECT id, name, label, forward, inverse FROM event"
                f" WHERE version_id = ? AND state = ? ORDER BY id {order} LIMIT 1",
                (self._version, state),
            ).fetchone()
            if self._number(raw) != seen:
                raise ConflictError(
                    t("Another window has changed this document."),
                    t("Nothing was written; look again and repeat."),
                )
            if row is None:
                return None
            id_, name, label, forward, inverse = row
            change = Changeset(name, restored(label), decode(inverse), decode(forward))
            if then == "undone":
                change = change.reversed()
            number = self._advance(raw)
            self._write(raw, change)
            raw.execute("UPDATE event SET state = ? WHERE id = ?", (then, id_))
            return Written(change, number)

    def _write(self, raw: sqlite3.Connection, change: Changeset) -> None:
        self._check(raw, change.before)
        self._check_dismissals(raw, change)
        replace_state(
            raw, (self._document, self._version), self._members, change.before, change.after
        )
        replace_dismissals(raw, self._document, change.before, change.after)
        links = (*change.before.links, *change.after.links)
        touched = {id_ for link in links for id_ in self._members.of(link)}
        if not are_linked_once(raw, self._version, touched):
            raise ConflictError(
                t("Another window linked these segments otherwise."),
                t("Nothing was written; look again and repeat."),
            )

    def _check(self, raw: sqlite3.Connection, before: State) -> None:
        """Raise ConflictError unless the links and flags of `before` stand as they are in it."""
        wanted = [link.id for link in before.links]
        links = {link.id: link for link in load_links(raw, self._version, self._members, wanted)}
        if any(links.get(link.id) != link for link in before.links):
            raise ConflictError(
                t("Another window has changed this link."),
                t("Nothing was written; look again and repeat."),
            )
        flags = load_flags(raw, self._version, [flag.id for flag in before.flags])
        if set(flags) != set(before.flags):
            raise ConflictError(
                t("Another window has changed this flag."),
                t("Nothing was written; look again and repeat."),
            )

    def _check_dismissals(self, raw: sqlite3.Connection, change: Changeset) -> None:
        """Raise ConflictError unless what a change says of dismissals is what there is."""
        before = set(change.before.dismissals)
        touched = {each.key for each in (*change.before.dismissals, *change.after.dismissals)}
        if not touched:
            return
        stored = load_dismissals(raw, self._document)
        if {each for each in stored if each.key in touched} != before:
            raise ConflictError(
                t("Another window has settled this finding."),
                t("Nothing was written; look again and repeat."),
            )

    def _advance(self, raw: sqlite3.Connection) -> int:
        """Count one more change; its number."""
        raw.execute(
            "UPDATE document SET change = change + 1, updated = ? WHERE id = ?",
            (now(), self._document),
        )
        return self._number(raw)

    def _number(self, raw: sqlite3.Connection) -> int:
        row = raw.execute("SELECT change FROM document WHERE id = ?", (self._document,)).fetchone()
        if row is None:
            raise StoreError(
                t("This document is no longer in the database: another window deleted it."),
                t("Go back to the library; nothing was written."),
            )
        return int(row[0])
