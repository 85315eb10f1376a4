"""A file as it lies on disk: its bytes, and its characters where it is text."""

import codecs
import hashlib
from dataclasses import dataclass
from pathlib import Path

from alignbench.documents.encoding import Decoded, Undecodable, decode
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side
from alignbench.messages import t

LIMIT = 64 * 1024 * 1024
"""Bytes: more than any book, less than what would stall a terminal."""
HEAD = 64 * 1024
"""Bytes that tell what a file is."""

_MAGIC = (
    (b"%PDF", t("a PDF"), t("Save its text as a .txt file first.")),
    (
        b"PK\x03\x04",
        t("a ZIP archive (a Word, EPUB or Excel file is one)"),
        t("Save it as plain text first."),
    ),
    (b"\xd0\xcf\x11\xe0", t("an old Word or Excel file"), t("Save it as plain text first.")),
    (b"{\\rtf", t("an RTF file"), t("Save it as .docx in the program that made it first.")),
    (b"\x89PNG", t("a picture"), t("Give a text file.")),
    (b"\xff\xd8\xff", t("a picture"), t("Give a text file.")),
    (b"\x1f\x8b", t("a compressed file"), t("Unpack it first.")),
    (b"SQLite format 3\0", t("a database"), t("Give a text file.")),
)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file's path and all of its bytes."""

    path: Path
    data: bytes

    @property
    def name(self) -> str:
        """The path as it is stored; one that its system cannot spell would be no text."""
        return str(self.path).encode(errors="replace").decode()

    @property
    def suffix(self) -> str:
        """The ending of its name in small letters, with its dot."""
        return self.path.suffix.lower()

    @property
    def head(self) -> bytes:
        """Its first bytes."""
        return self.data[:HEAD]

    @property
    def sha256(self) -> str:
        """Of the bytes, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    def decoded(self, side: Side, encoding: str | None = None, option: str = "") -> Decoded:
        """Its characters; `encoding` is one that a person named with `option`.

        Raises:
            InputError: it is no text, or in no encoding that is tried.
        """
        for magic, what, hint in _MAGIC:
            if self.data.startswith(magic):
                raise InputError(t("{path} is {what}, not text.", path=self.path, what=what), hint)
        if encoding is not None and not _is_known(encoding):
            raise InputError(
                t("There is no encoding called {encoding}.", encoding=encoding),
                t("Try utf-8, cp932 or euc_jp."),
            )
        option = option or f"--{side}-encoding"
        try:
            decoded = decode(self.data, side, encoding)
        except Undecodable as error:
            hint = t("Name its encoding with {option}, if it is text at all.", option=option)
            if encoding is not None:
                hint = t("Leave {option} out, and the encoding will be found out.", option=option)
            raise InputError(
                t("{path} cannot be read as text; tried {error}.", path=self.path, error=error),
                hint,
            ) from None
        if "\0" in decoded.content:
            raise InputError(
                t("{path} is not text: it has NUL characters.", path=self.path),
                t("Give a text file."),
            )
        return decoded


def open_file(path: Path) -> SourceFile:
    """The file at `path`, of no more than `LIMIT` bytes. Raises InputError."""
    return SourceFile(path, read_bytes(path))


def _is_handed_over(path: Path) -> bool:
    """Whether `path` is a pipe that the shell has opened for us, as `<(zcat book.gz)` is."""
    given = str(path) == "/dev/stdin" or path.parent in (Path("/dev/fd"), Path("/proc/self/fd"))
    return given and path.is_fifo()


def read_bytes(path: Path) -> bytes:
    """The bytes of a file of no more than `LIMIT`. Raises InputError."""
    try:
        if path.is_dir():
            raise InputError(t("{path} is a folder.", path=path), t("Give a text file."))
        if path.exists() and not path.is_file() and not _is_handed_over(path):
            raise InputError(
                t("{path} is no file but a device, a pipe or a socket.", path=path),
                t("Save what comes out of it to a file first."),
            )
        with path.open("rb") as file:
            data = file.read(LIMIT + 1)  # a file may grow while it is read
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


def _is_known(encoding: str) -> bool:
    try:
        return codecs.lookup(encoding)._is_text_encoding
    except LookupError:
        return False
