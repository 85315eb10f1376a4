"""The files in a project's data folders, and which of them belong together."""

from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.project.file_pairs import Pairing, is_leftover, pair_up


def pairing_in(root: Path) -> Pairing:
    """The files in `data/ja` and `data/en`, paired. Raises InputError if they cannot be read."""
    return pair_up(_files(root / "data" / "ja"), _files(root / "data" / "en"))


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        raise InputError(
            t("{folder} cannot be read: {strerror}.", folder=folder, strerror=error.strerror)
        ) from error
    return [path for path in files if not is_leftover(path)]
