"""ZIP archives from strangers, as DOCX, XLSX, PPTX and EPUB files are: nothing is unpacked unseen.

Sizes are looked at before anything is read, parts are read into memory and never written, and a
name that leads outside the archive is no part of it.
"""

import io
import posixpath
import zipfile
import zlib
from itertools import pairwise
from urllib.parse import unquote

from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

PART_LIMIT = 48 * 2**20
"""Bytes of one part when unpacked: a novel of a million characters takes 20 MB as DOCX."""
TOTAL_LIMIT = 192 * 2**20
"""Bytes that may be unpacked of one file in all."""
ENTRY_LIMIT = 100_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class Archive:
    """The parts of a ZIP file, by name."""

    def __init__(self, file: SourceFile) -> None:
        """Raises InputError: it is encrypted, damaged, or no archive."""
        self.path = file.path
        self._spent = 0
        if file.data.startswith(_OLE):
            raise self._of_old_office(file.data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(file.data))
            infos = self._zip.infolist()
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
            raise self._damaged() from error
        if len(infos) > ENTRY_LIMIT:
            raise self._too_large()
        if _overlap(infos):
            raise self._damaged()
        self._infos = {info.filename: info for info in infos}
        self._lower = {name.lower(): name for name in self._infos}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the parts, as the archive has them."""
        return tuple(self._infos)

    def has(self, name: str) -> bool:
        """Whether there is a part of that name; capitals make no difference."""
        return name.lower() in self._lower

    def read(self, name: str) -> bytes:
        """The bytes of a part.

        Raises:
            InputError: there is none, it is too large, encrypted or damaged.
        """
        real = self._lower.get(name.lower())
        if real is None:
            raise InputError(
                t("{path} is damaged: its part {part} is missing.", path=self.path, part=name),
                t("Save it anew in the program that made it."),
            )
        info = self._infos[real]
        self._spent += info.file_size
        if info.file_size > PART_LIMIT or self._spent > TOTAL_LIMIT:
            raise self._too_large()
        if info.flag_bits & 0x1:
            raise self._encrypted()
        try:
            return self._zip.read(real)
        except (
            zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError,
            NotImplementedError,
        ) as error:  # fmt: skip
            raise self._damaged() from error

    def _too_large(self) -> InputError:
        return InputError(
            t(
                "{path} is too large when unpacked: more than {limit} MB.",
                path=self.path,
                limit=PART_LIMIT // 2**20,
            ),
            t("Cut it into several files in the program that made it."),
        )

    def _damaged(self) -> InputError:
        return InputError(
            t("{path} is damaged: its ZIP archive cannot be read.", path=self.path),
            t("Get it once more, or save it anew in the program that made it."),
        )

    def _encrypted(self) -> InputError:
        return InputError(
            t("{path} is protected by a password.", path=self.path),
            t("Save it without a password first."),
        )

    def _of_old_office(self, data: bytes) -> InputError:
        if _ENCRYPTED_PACKAGE in data:
            return self._encrypted()
        return InputError(
            t("{path} is an old Word, Excel or PowerPoint file.", path=self.path),
            t("Save it as .docx, .xlsx or .pptx first."),
        )


def _overlap(infos: list[zipfile.ZipInfo]) -> bool:
    """Whether parts share their bytes, as those of bombs do."""
    ordered = sorted(infos, key=lambda info: info.header_offset)
    return any(
        one.header_offset + one.compress_size > two.header_offset for one, two in pairwise(ordered)
    )


def resolved(base: str, target: str) -> str | None:
    """What `target` names, seen from the part `base`; None if it leads out of the archive."""
    target = unquote(target.partition("#")[0])
    if "://" in target or target.startswith(("mailto:", "data:", "file:")):
        return None
    joined = posixpath.normpath(posixpath.join("/", posixpath.dirname(base), target))
    climbed = posixpath.normpath(posixpath.join(posixpath.dirname(base), target))
    return None if climbed.startswith("..") else joined.lstrip("/")
