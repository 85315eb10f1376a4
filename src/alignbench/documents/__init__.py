"""Files in: encodings, formats, paragraphs and segments with offsets.

What reads files is loaded with the first name that is asked for: a review looks into this room for
the views of texts that were read long ago, and needs none of it.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignbench.documents.sides import check_sides
    from alignbench.documents.source_file import read_bytes
    from alignbench.documents.text_files import read, read_bilingual, read_lines

__all__ = ["check_sides", "read", "read_bilingual", "read_bytes", "read_lines"]

_WHERE = {"check_sides": "sides", "read_bytes": "source_file"}


def __getattr__(name: str) -> object:
    """A name of this room, imported now (PEP 562). Raises AttributeError for any other."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_WHERE.get(name, 'text_files')}"), name)
