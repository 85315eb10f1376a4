"""What is remembered of models for this user on this machine: measured speeds, given consent.

Consent to run a model's own program code is kept here and never in a project, which may come from
somebody else.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alignbench.domain.errors import OutputError
from alignbench.system.atomic_files import change_file
from alignbench.system.user_folders import state_folder


@dataclass(frozen=True, slots=True)
class Speed:
    """Texts a second on a device, as last measured."""

    texts: float
    device: str


@dataclass(frozen=True)
class UserNotes:
    """Speeds by model name (without its version), and names of models whose code may run."""

    speeds: dict[str, Speed] = field(default_factory=dict)
    trusted: frozenset[str] = frozenset()


def notes_file() -> Path:
    """The file of the notes, in the user's folder for state."""
    return state_folder() / "models.json"


def read_notes() -> UserNotes:
    """What is remembered; nothing where there is nothing readable."""
    try:
        return _parsed(notes_file().read_bytes())
    except OSError:
        return UserNotes()


def _parsed(content: bytes) -> UserNotes:
    try:
        data = json.loads(content)
        speeds = {
            str(name): Speed(float(each["texts"]), str(each["device"]))
            for name, each in data.get("speeds", {}).items()
        }
        return UserNotes(speeds, frozenset(map(str, data.get("trusted", ()))))
    except (ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return UserNotes()


def remember_speed(name: str, speed: Speed) -> None:
    """Remember a measurement. A disk that refuses is no reason to stop the work."""
    _change(lambda notes: UserNotes({**notes.speeds, name: speed}, notes.trusted))


def set_trust(name: str, *, trusted: bool) -> bool:
    """Allow the model called `name` to run its own code, or no longer; whether that was kept."""

    def settled(notes: UserNotes) -> UserNotes:
        names = notes.trusted | {name} if trusted else notes.trusted - {name}
        return UserNotes(notes.speeds, names)

    return _change(settled)


def _change(change: Callable[[UserNotes], UserNotes]) -> bool:
    """Write the notes as changed from what stands there now; whether that could be done."""
    path = notes_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        change_file(path, lambda content: _as_json(change(_parsed(content))))
    except (OutputError, OSError):
        return False
    return True


def _as_json(notes: UserNotes) -> bytes:
    data: dict[str, Any] = {
        "speeds": {
            name: {"texts": round(speed.texts, 1), "device": speed.device}
            for name, speed in sorted(notes.speeds.items())
        },
        "trusted": sorted(notes.trusted),
    }
    return json.dumps(data, indent=1).encode()
