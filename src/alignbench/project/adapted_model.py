"""The folder of a project's adapted model: replaced whole, whatever ends the program meanwhile."""

import shutil
from collections.abc import Callable
from pathlib import Path

from alignbench.domain.errors import OutputError
from alignbench.embedding.available_models import MODELS_FOLDER
from alignbench.messages import t

ADAPTED = Path(MODELS_FOLDER) / "adapted"
"""Where in a project its adapted model is kept."""


def replace_folder(folder: Path, write: Callable[[Path], None]) -> None:
    """Put what `write` makes of an empty folder in place of `folder`.

    What was there stays until the new one is whole; between the two it stands beside, and
    `settle` puts it back.

    Raises:
        OutputError: it cannot be written; what was there still is.
    """
    settle(folder)
    half, before = _half(folder), _before(folder)
    try:
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        write(half)
        if folder.exists():
            folder.rename(before)
        half.rename(folder)
    except OSError as error:
        settle(folder)
        raise OutputError(
            t("Could not write {path}: {reason}.", path=folder, reason=error.strerror or error),
            t("Free some space or check the permissions; nothing was changed."),
        ) from error
    shutil.rmtree(before, ignore_errors=True)


def settle(folder: Path) -> None:
    """Put a folder back that a program was killed over, and clear what it left beside it.

    What cannot be moved stays as it is.
    """
    before = _before(folder)
    if before.exists():
        if folder.exists():
            shutil.rmtree(before, ignore_errors=True)
        else:
            try:
                before.rename(folder)
            except OSError:
                return
    shutil.rmtree(_half(folder), ignore_errors=True)


def _half(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.part")


def _before(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.before")
