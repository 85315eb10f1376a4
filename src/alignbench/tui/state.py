"""What the app remembers between runs that is not about a project: theme and marks."""

import contextlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from alignbench.domain.errors import OutputError
from alignbench.system.atomic_files import write_whole
from alignbench.system.user_folders import state_folder
from alignbench.tui.widgets import glyphs


@dataclass(frozen=True, slots=True)
class AppState:
    """Settings a person changes in the app."""

    theme: str = "ink-dark"
    tour: str = ""
    """`offered` once the tour was offered."""
    keys: str = ""
    """What was said last of keys that the user's own keymap takes from commands."""
    marks: str = ""
    """`ascii` or `drawn`; empty: as the terminal seems able to."""


def wants_ascii(state: AppState, environment: Mapping[str, str], encoding: str) -> bool:
    """Whether marks are drawn in ASCII: as the user said, or as the terminal seems to need."""
    if state.marks and not environment.get("ALIGNBENCH_MARKS"):
        return state.marks == "ascii"
    return glyphs.lacks_marks(environment, encoding)


def state_file() -> Path:
    """Where they are kept."""
    return state_folder() / "app.json"


def read_state(path: Path) -> AppState:
    """What is remembered; the defaults where there is nothing readable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = {field.name for field in fields(AppState)}
        return AppState(**{key: str(value) for key, value in data.items() if key in known})
    except (OSError, ValueError, AttributeError, RecursionError):
        return AppState()


def write_state(path: Path, state: AppState) -> None:
    """Remember it, whole or not at all. A disk that refuses is no reason to stop a review."""
    with contextlib.suppress(OutputError):
        write_whole(path, json.dumps(asdict(state)).encode())
