"""Where alignbench keeps what belongs to the user and not to a project."""

import os
from pathlib import Path


def state_folder() -> Path:
    """The folder of themes, keys, measured speeds and the log; ALIGNBENCH_STATE names another."""
    if given := os.environ.get("ALIGNBENCH_STATE"):
        return Path(given)
    import platformdirs

    return Path(platformdirs.user_state_dir("alignbench"))
