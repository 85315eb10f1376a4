"""What the app remembers between runs that is not about a project: theme and marks."""

import contextlib
import json
import os
from dataclasses import asdict, dataclass, fields
from pathlib import Path


@dataclass(frozen=True, slots=True)
class AppState:
    """Settings a person changes in the app."""

    theme: str = "ink-dark"
    marks: str = ""
    """`ascii` or `drawn`; empty: as the terminal seems able to."""


def state_file() -> Path:
    """Where they are kept; ALIGNBENCH_STATE names another folder."""
    import platformdirs

    folder = os.environ.get("ALIGNBENCH_STATE") or platformdirs.user_state_dir("alignbench")
    return Path(folder) / "app.json"


def read_state(path: Path) -> AppState:
    """What is remembered; the defaults where there is nothing readable."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        known = {field.name for field in fields(AppState)}
        return AppState(**{key: str(value) for key, value in data.items() if key in known})
    except (OSError, ValueError, AttributeError):
        return AppState()


def write_state(path: Path, state: AppState) -> None:
    """Remember it, whole or not at all. A disk that refuses is no reason to stop a review."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps(asdict(state)), encoding="utf-8")
        part.replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            part.unlink()
