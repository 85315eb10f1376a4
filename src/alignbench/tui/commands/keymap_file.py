"""The user's own keys: where the file is, and reading it."""

import os
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.messages import t

WHAT_TO_DO = t("Correct it; `alignbench keys` lists the commands and their keys.")


def keymap_file() -> Path:
    """Where it is looked for; ALIGNBENCH_CONFIG names another folder."""
    import platformdirs

    folder = os.environ.get("ALIGNBENCH_CONFIG") or platformdirs.user_config_dir("alignbench")
    return Path(folder) / "keys.toml"


def read_keymap(path: Path) -> Mapping[str, Sequence[str]]:
    """The keys that the user gives to commands; none without a file.

    Raises InputError that says all that is wrong: unknown commands and keys, and keys that would
    mean two things at once.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise InputError(
            t("{path} cannot be read: {strerror}.", path=path, strerror=error.strerror)
        ) from error
    except (ValueError, RecursionError) as error:
        raise InputError(
            t("{path} is not TOML: {error}.", path=path, error=error), WHAT_TO_DO
        ) from error
    from alignbench.tui.commands.keymap import read

    keymap, troubles = read(data)
    if troubles:
        raise InputError(f"{path}: {'; '.join(troubles)}.", WHAT_TO_DO)
    return keymap
