"""Files in: encodings, formats, paragraphs and segments with offsets."""

from alignbench.documents.segmentation.markup import Markup
from alignbench.documents.segmentation.segmenter import parse
from alignbench.documents.sides import check_sides
from alignbench.documents.text_files import read, read_bytes, read_lines

__all__ = ["Markup", "check_sides", "parse", "read", "read_bytes", "read_lines"]
