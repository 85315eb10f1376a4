"""What was chosen for the last export of a project, and which files it wrote: in the database."""

import hashlib
import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

from alignbench.domain.errors import AlignbenchError
from alignbench.project.project import Project

_CHOICES, _WRITTEN = "export", "exported"
"""The settings' keys."""
MOST = 50
"""Files of which is known how they were written."""


@dataclass(frozen=True, slots=True)
class ExportChoices:
    """What people choose, as its fields hold it; an empty `status` goes by the format."""

    format_name: str = "tmx"
    status: str = ""
    english: str = "file"
    flagged: str = "any"
    found: str = "any"
    without: str = ""
    """The link shapes left out, between blanks."""
    least: str = "0"
    most: str = "1"
    code: str = ""
    spreadsheet: str = ""
    """`yes` where it is ticked."""
    folder: str = ""
    """Where the file goes, seen from the project's folder; empty: into that."""


def read_choices(project: Project) -> ExportChoices:
    """What was chosen last; the defaults where nothing readable is remembered."""
    known = {field.name for field in fields(ExportChoices)}
    return ExportChoices(
        **{key: value for key, value in _read(project, _CHOICES).items() if key in known}
    )


def keep_choices(project: Project, choices: ExportChoices) -> bool:
    """Remember what was chosen; whether that is something else than before.

    A database that takes nothing is no reason to spoil an export.
    """
    if choices == read_choices(project):
        return False
    with suppress(AlignbenchError):
        project.set_setting(_CHOICES, json.dumps(asdict(choices), ensure_ascii=False))
    return True


def note_written(project: Project, paths: Iterable[Path]) -> None:
    """Remember how files look that were written just now."""
    known = _read(project, _WRITTEN)
    for path in paths:
        known.pop(name := str(path.resolve()), None)
        known[name] = _digest(path)
    latest = dict(list(known.items())[-MOST:])
    with suppress(AlignbenchError):
        project.set_setting(_WRITTEN, json.dumps(latest, ensure_ascii=False))


def is_as_written(project: Project, path: Path) -> bool:
    """Whether a file is, byte for byte, what an export of this project wrote there last."""
    known = _read(project, _WRITTEN).get(str(path.resolve()))
    return known is not None and known == _digest(path)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _read(project: Project, key: str) -> dict[str, str]:
    try:
        found = json.loads(project.setting(key, "{}"))
        return {str(name): value for name, value in found.items() if isinstance(value, str)}
    except (ValueError, AttributeError, RecursionError):
        return {}
