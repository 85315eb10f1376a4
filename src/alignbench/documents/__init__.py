"""Files in: encodings, formats, paragraphs and segments with offsets."""

from alignbench.documents.sides import check_sides
from alignbench.documents.source_file import read_bytes
from alignbench.documents.text_files import read, read_bilingual, read_lines

__all__ = ["check_sides", "read", "read_bilingual", "read_bytes", "read_lines"]
