"""alignbench: align a Japanese text with its English version, and check the one against the other.

The names in `__all__` are the library, described in docs/api.md; everything else may move.
Importing this package loads nothing heavy: each name is fetched when it is first asked for, and
NumPy, Textual and the models by whatever needs them.
"""

from typing import TYPE_CHECKING

from alignbench.version import __version__

if TYPE_CHECKING:
    from alignbench.embedding import load as load_model
    from alignbench.pipeline.aligned_pairs import AlignedPair, align_files, align_texts
    from alignbench.pipeline.check_pairs import PairFinding, check_pairs
    from alignbench.project import Project

__all__ = [
    "AlignedPair",
    "PairFinding",
    "Project",
    "__version__",
    "align_files",
    "align_texts",
    "check_pairs",
    "load_model",
]

_HOMES = {
    "AlignedPair": ("alignbench.pipeline.aligned_pairs", "AlignedPair"),
    "PairFinding": ("alignbench.pipeline.check_pairs", "PairFinding"),
    "Project": ("alignbench.project", "Project"),
    "align_files": ("alignbench.pipeline.aligned_pairs", "align_files"),
    "align_texts": ("alignbench.pipeline.aligned_pairs", "align_texts"),
    "check_pairs": ("alignbench.pipeline.check_pairs", "check_pairs"),
    "load_model": ("alignbench.embedding", "load"),
}
"""Where each name is defined."""


def __getattr__(name: str) -> object:
    """A name of the library, imported now (PEP 562). Raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def __dir__() -> list[str]:
    return sorted(__all__)
