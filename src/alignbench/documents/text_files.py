"""Files in: bytes from disk to a Text, or one clear sentence why not."""

import codecs
import hashlib
from pathlib import Path

from alignbench.documents.encoding import Undecodable, decode
from alignbench.documents.segmentation.markup import Markup
from alignbench.documents.segmentation.segmenter import parse
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

LIMIT = 64 * 1024 * 1024
"""Bytes: more than any book, less than what would stall a terminal."""

_MAGIC = (
    (b"%PDF", "a PDF", "Save its text as a .txt file first."),
    (
        b"PK\x03\x04",
        "a ZIP archive (a Word, EPUB or Excel file is one)",
        "Save it as plain text first.",
    ),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel file", "Save it as plain text first."),
    (b"{\\rtf", "an RTF file", "Save it as plain text first."),
    (b"\x89PNG", "a picture", "Give a text file."),
    (b"\xff\xd8\xff", "a picture", "Give a text file."),
    (b"\x1f\x8b", "a compressed file", "Unpack it first."),
    (b"SQLite format 3\0", "a database", "Give a text file."),
)


def read(path: Path, side: Side, *, encoding: str | None = None, segmented: bool = False) -> Text:
    """The text in `path`, its paragraphs and its segments.

    `encoding` overrides the guess. Raises InputError, whatever is wrong with the file.
    """
    data = read_bytes(path)
    content, codec = _decoded(path, data, side, encoding, f"--{side}-encoding")
    if not content.strip("\ufeff \t\r\n\f\v\u3000"):
        raise InputError(t("{path} is empty.", path=path), t("Give a file with text in it."))
    markup = Markup.MARKDOWN if path.suffix.lower() in (".md", ".markdown") else Markup.PLAIN
    paragraphs, segments = parse(content, side, markup=markup, segmented=segmented)
    if not segments:
        raise InputError(
            t("{path} has no text in it, only marks.", path=path), t("Give a file with text in it.")
        )
    digest = hashlib.sha256(data).hexdigest()
    # A name that its system's encoding cannot read would be no text to the database.
    name = str(path).encode(errors="replace").decode()
    return Text(side, content, digest, codec, name, paragraphs, segments)


def read_lines(path: Path, side: Side, *, encoding: str | None = None) -> list[str]:
    """Every line of the text in `path` as it is read, blank ones too. Raises InputError."""
    content, _ = _decoded(path, read_bytes(path), side, encoding, "--encoding")
    lines = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of no more than `LIMIT`. Raises InputError."""
    try:
        if path.is_dir():
            raise InputError(t("{path} is a folder.", path=path), t("Give a text file."))
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)  # of a pipe or a device nobody knows the size
        if len(data) > LIMIT:
            raise InputError(
                t("{path} is larger than {limit} MiB.", path=path, limit=LIMIT // 2**20),
                t("Cut it into chapters first."),
            )
        return data
    except FileNotFoundError:
        raise InputError(
            t("There is no file {path}.", path=path), t("Check the name and the folder.")
        ) from None
    except PermissionError:
        raise InputError(
            t("{path} may not be read.", path=path), t("Check its permissions.")
        ) from None
    except OSError as error:
        raise InputError(
            t("{path} could not be read: {strerror}.", path=path, strerror=error.strerror),
            t("Check the name and the disk."),
        ) from error


def _decoded(
    path: Path, data: bytes, side: Side, encoding: str | None, option: str
) -> tuple[str, str]:
    """The content and its codec; `option` is what a user may name the codec with."""
    for magic, what, hint in _MAGIC:
        if data.startswith(magic):
            raise InputError(t("{path} is {what}, not text.", path=path, what=what), hint)
    if encoding is not None and not _is_known(encoding):
        raise InputError(
            t("There is no encoding called {encoding}.", encoding=encoding),
            t("Try utf-8, cp932 or euc_jp."),
        )
    try:
        decoded = decode(data, side, encoding)
    except Undecodable as error:
        hint = f"Name its encoding with {option}, if it is text at all."
        if encoding is not None:
            hint = f"Leave {option} out, and the encoding will be found out."
        raise InputError(
            t("{path} cannot be read as text; tried {error}.", path=path, error=error), hint
        ) from None
    if "\0" in decoded.content:
        raise InputError(
            t("{path} is not text: it has NUL characters.", path=path), t("Give a text file.")
        )
    return decoded.content, decoded.encoding


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False
