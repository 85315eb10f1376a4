"""What is remembered of models for this user on this machine: measured speeds, given consent.

Consent to run a model's own program code is kept here and never in a project, which may come from
somebody else.
"""

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from alignbench.domain.errors import OutputError
from alignbench.system.atomic_files import write_whole
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
    """Where they are kept."""
    return state_folder() / "models.json"


def read_notes() -> UserNotes:
    """What is remembered; nothing where there is nothing readable."""
    try:
        data = json.loads(notes_file().read_text(encoding="utf-8"))
        speeds = {
            str(name): Speed(float(each["texts"]), str(each["device"]))
            for name, each in data.get("speeds", {}).items()
        }
        return UserNotes(speeds, frozenset(map(str, data.get("trusted", ()))))
    except (OSError, ValueError, AttributeError, KeyError, TypeError, RecursionError):
        return UserNotes()


def remember_speed(name: str, speed: Speed) -> None:
    """Remember a measurement. A disk that refuses is no reason to stop the work."""
    notes = read_notes()
    _write(UserNotes({**notes.speeds, name: speed}, notes.trusted))


def set_trust(name: str, *, trusted: bool) -> bool:
    """Allow the model called `name` to run its own code, or no longer; whether that was kept."""
    notes = read_notes()
    names = notes.trusted | {name} if trusted else notes.trusted - {name}
    return _write(UserNotes(notes.speeds, names))


def _write(notes: UserNotes) -> bool:
    path = notes_file()
    data: dict[str, Any] = {
        "speeds": {
            name: {"texts": round(speed.texts, 1), "device": speed.device}
            for name, speed in sorted(notes.speeds.items())
        },
        "trusted": sorted(notes.trusted),
    }
    try:
        write_whole(path, json.dumps(data, indent=1).encode())
    except OutputError:
        return False
    return True
