"""Where the sample project's texts are: in the package once installed, beside it in a checkout."""

from pathlib import Path

import alignbench
from alignbench.domain.errors import InputError
from alignbench.messages import t

PACKAGE = Path(alignbench.__file__).parent


def sample_data() -> Path:
    """The folder with the sample's `ja` and `en`.

    Raises:
        InputError: this installation has none.
    """
    for folder in (PACKAGE / "sample" / "data", PACKAGE.parents[1] / "data"):
        if (folder / "ja").is_dir() and (folder / "en").is_dir():
            return folder
    raise InputError(
        t("The sample project is not in this installation."),
        t("Install alignbench again, or run it from a checkout."),
    )


def copy_sample(root: Path) -> None:
    """Put a copy of the sample's texts into the project folder `root`."""
    import shutil

    shutil.copytree(sample_data(), root / "data", dirs_exist_ok=True)
