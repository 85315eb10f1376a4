"""The event log: what every edit changed, so that undo and redo need nothing else.

A `Changeset` holds links, flags and dismissals as they were before and after. Applied forwards it
removes the first and puts in the second; backwards it does the reverse.
"""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.log_entry import LogEntry
from alignbench.domain.proposals import Proposal
from alignbench.domain.text import Span
from alignbench.messages.message import restored
from alignbench.store.connection import Connection


@dataclass(frozen=True, slots=True)
class State:
    """Links, flags and dismissals at one moment: those that an edit touches, no others."""

    links: tuple[Link, ...] = ()
    flags: tuple[Flag, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()


@dataclass(frozen=True, slots=True)
class Changeset:
    """An edit as it was done. A link or flag with the same id on both sides was altered."""

    name: str
    label: str
    before: State = field(default_factory=State)
    after: State = field(default_factory=State)

    def reversed(self) -> "Changeset":
        """The change that takes this one back."""
        return Changeset(self.name, self.label, self.after, self.before)


@dataclass(frozen=True, slots=True)
class Event:
    """An edit in the log: what was done to which version of a document, by whom and when."""

    id: int
    document: str
    version: int
    """The number of the version, from 1."""
    who: str
    """The id of the one who did it."""
    at: str
    """UTC, ISO 8601."""
    state: str
    """`done`, `undone`, or `dropped` when something else was done after undoing."""
    change: Changeset


def read_events(connection: Connection, document: str | None = None) -> Iterator[Event]:
    """The log of a document, or of all, in the order in which things were done."""
    rows = connection.rows(
        "SELECT event.id, document.name AS document, version.number AS version, who, at,"
        " event.state, event.name, label, forward, inverse"
        " FROM event JOIN document ON document.id = event.document_id"
        " JOIN version ON version.id = version_id"
        " WHERE ?1 IS NULL OR document.name = ?1 ORDER BY event.id",
        document,
    )
    for row in rows:
        name, label, forward, inverse = (
            str(row.pop(key)) for key in ("name", "label", "forward", "inverse")
        )
        change = Changeset(name, restored(label), decode(inverse), decode(forward))
        yield Event(**row, change=change)  # type: ignore[arg-type]


FLAG_EVENTS = ("flag", "edit-flag", "unflag", "settle", "agree")
"""Names of changes that are about a flag."""


def read_log(raw: sqlite3.Connection, version_id: int, limit: int) -> list[LogEntry]:
    """The latest changes of a version that stand or can be made again, the latest first."""
    rows = raw.execute(
        "SELECT id, at, who, name, label, state, forward, inverse FROM event"
        " WHERE version_id = ? AND state <> 'dropped' ORDER BY id DESC LIMIT ?",
        (version_id, limit),
    )
    return [
        LogEntry(
            id_, at, who, name, restored(label), state == "done",
            **_about(name, json.loads(forward), json.loads(inverse)),
        )
        for id_, at, who, name, label, state, forward, inverse in rows
    ]  # fmt: skip


def _about(name: str, forward: dict[str, Any], inverse: dict[str, Any]) -> dict[str, Any]:
    """What a change concerns, as a log entry says it: of many, the first."""
    about: dict[str, Any] = {}
    for state in (forward, inverse):
        for link in state["links"][:1]:
            first = ("ja", int(link["ja"][0])) if link["ja"] else ("en", int(link["en"][0]))
            about.setdefault("place", first)
        for dismissal in state.get("dismissals", ())[:1]:
            about.setdefault("finding", str(dismissal["key"]))
        if words := _words(name, state):
            about.setdefault("words", words)
    return about


def _words(name: str, state: dict[str, Any]) -> str:
    """What was written, where it is one note, one better English or one flag."""
    if name in FLAG_EVENTS and len(state["flags"]) == 1:
        return str(state["flags"][0]["comment"])
    if name == "note":
        return str(state["links"][0]["note"])
    if name == "propose":
        return str((state["links"][0].get("proposal") or {}).get("text", ""))
    return ""


def encode(state: State) -> str:
    """A state as JSON, for the log."""
    return json.dumps(asdict(state), ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> State:
    """A state from the log's JSON."""
    data = json.loads(text)
    return State(
        tuple(_link(item) for item in data["links"]),
        tuple(_flag(item) for item in data["flags"]),
        # Events of the first version know none.
        tuple(Dismissal(**item) for item in data.get("dismissals", ())),
    )


def _link(item: dict[str, object]) -> Link:
    data = dict(item)
    data["ja"], data["en"] = tuple(data["ja"]), tuple(data["en"])  # type: ignore[arg-type]
    if said := data.get("proposal"):  # events of earlier versions know none
        data["proposal"] = Proposal(**said)  # type: ignore[arg-type]
    data["status"], data["origin"] = Status(str(data["status"])), Origin(str(data["origin"]))
    return Link(**data)  # type: ignore[arg-type]


def _flag(item: dict[str, object]) -> Flag:
    data = dict(item)
    data["severity"] = Severity(str(data["severity"]))
    for side in ("ja", "en"):
        data[side] = Span(**data[side]) if data[side] else None  # type: ignore[arg-type]
    return Flag(**data)  # type: ignore[arg-type]
