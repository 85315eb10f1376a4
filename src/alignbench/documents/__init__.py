"""Files in: encodings, formats, paragraphs and segments with offsets."""

from alignbench.documents.markup import Markup
from alignbench.documents.parsing import parse
from alignbench.documents.reading import read, read_bytes, read_lines
from alignbench.documents.sides import check_sides

__all__ = ["Markup", "check_sides", "parse", "read", "read_bytes", "read_lines"]
