"""Streams of a PDF that would fill the memory once they are unpacked."""

import re
import zlib

from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

STREAM_LIMIT = 24 * 2**20
"""Bytes of one stream that is no picture: a page of a book takes some thousands."""
_STREAM = re.compile(rb"<<([^\0]{0,2000}?)>>\s{0,4}stream\r?\n")
_STEP = 2**16


def refuse_bombs(file: SourceFile) -> None:
    """Raises InputError: a stream is larger, unpacked, than any page's text can be."""
    for match in _STREAM.finditer(file.data):
        if b"/Image" in match[1] or (b"FlateDecode" not in match[1] and b"/Fl" not in match[1]):
            continue
        end = file.data.find(b"endstream", match.end())
        if _size(file.data[match.end() : end if end > 0 else None]) > STREAM_LIMIT:
            raise InputError(
                t("{path} is too large when unpacked: a page takes more than {limit} MB.",
                  path=file.path, limit=STREAM_LIMIT // 2**20),
                t("Save it anew, page by page, in the program that made it."),
            )  # fmt: skip


def _size(packed: bytes) -> int:
    """The bytes of a stream unpacked, counted up to the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    try:
        for at in range(0, len(packed), _STEP):
            piece = packed[at : at + _STEP]
            while piece and size <= STREAM_LIMIT:
                size += len(unpacker.decompress(piece, 16 * _STEP))
                piece = unpacker.unconsumed_tail
    except zlib.error:
        return size
    return size
