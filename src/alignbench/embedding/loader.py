"""From a model's name to an encoder."""

from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.model_settings import BUNDLED_NAME, ModelSettings
from alignbench.messages import t

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder
    from alignbench.embedding.static.encoder import StaticEncoder

BUNDLED = Path(__file__).parent / "bundled"
"""The folder of the model that ships with the package."""
_LOADING = Lock()
"""Threads that ask for the model at the same time get the same one."""

__all__ = ["BUNDLED", "BUNDLED_NAME", "bundled", "load"]


@cache
def _read(folder: Path) -> "StaticEncoder":
    from alignbench.embedding.static.files import read_static

    return read_static(folder)


def bundled() -> "StaticEncoder":
    """The model of the package: loaded once, by whoever asks first, and shared by all.

    Raises:
        ModelError: the package is broken.
    """
    with _LOADING:
        return _read(BUNDLED)


def load(name: str | ModelSettings | None = None, progress: Progress = silent) -> "Encoder":
    """The encoder that `name` spells out (see `ModelSettings.parse`).

    None or "bundled" is the static model of the package, a folder holding a static model is that
    model, and anything else is the name or folder of a sentence-transformers model, with options.

    Raises:
        ModelError: if there is no such model on this machine or it cannot be used.
    """
    from alignbench.embedding.static.files import is_static, read_static

    settings = name if isinstance(name, ModelSettings) else ModelSettings.parse(name)
    folder = BUNDLED if settings.is_bundled else Path(settings.name).expanduser()
    if folder == BUNDLED:
        return bundled()
    if is_static(folder):
        return read_static(folder)
    if folder.is_absolute() and not folder.exists():  # known without importing torch
        raise ModelError(t("There is no model in {folder}.", folder=folder), t("Check the path."))
    from alignbench.embedding.transformers.loader import load_transformer

    return load_transformer(settings, progress)
