"""From a model's name to an encoder."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder

BUNDLED = Path(__file__).parent / "bundled"
"""The folder of the model that ships with the package."""
BUNDLED_NAME = "bundled"


def load(name: str | None = None, progress: Progress = silent) -> "Encoder":
    """The encoder called `name`.

    None or "bundled" is the static model of the package, a folder holding a static model is that
    model, and anything else is the name or folder of a sentence-transformers model.

    Raises:
        ModelError: if there is no such model on this machine or it cannot be used.
    """
    from alignbench.embedding.static_files import is_static, read_static

    folder = BUNDLED if name in (None, BUNDLED_NAME) else Path(str(name))
    if folder == BUNDLED or is_static(folder):
        return read_static(folder)
    if folder.is_absolute() and not folder.exists():  # known without importing torch
        raise ModelError(f"There is no model in {folder}.", "Check the path.")
    from alignbench.embedding.transformer import load_transformer

    return load_transformer(str(name), progress=progress)
