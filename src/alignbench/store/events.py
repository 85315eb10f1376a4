"""The event log: what every edit changed, so that undo and redo need nothing else.

A `Changeset` holds links, flags and dismissals as they were before and after. Applied forwards it
removes the first and puts in the second; backwards it does the reverse.
"""

import json
from dataclasses import asdict, dataclass, field

from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Span


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
    data["status"], data["origin"] = Status(str(data["status"])), Origin(str(data["origin"]))
    return Link(**data)  # type: ignore[arg-type]


def _flag(item: dict[str, object]) -> Flag:
    data = dict(item)
    data["severity"] = Severity(str(data["severity"]))
    for side in ("ja", "en"):
        data[side] = Span(**data[side]) if data[side] else None  # type: ignore[arg-type]
    return Flag(**data)  # type: ignore[arg-type]
