"""Files in: a path to a Text or a BilingualText, or one clear sentence why not."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from alignbench.documents.formats.reader import BilingualReader, Reader, ReadingOptions
from alignbench.documents.source_file import SourceFile, open_file
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t
from alignbench.system.memory import collector_paused

T = TypeVar("T")


def _reader_of(file: SourceFile, *, segmented: bool = False) -> Reader:
    """The file's reader. Who only shows what was read long ago loads no format."""
    from alignbench.documents.formats.registry import reader_of

    return reader_of(file, segmented=segmented)


def _asked(reader: Reader, work: Callable[[], T]) -> T:
    from alignbench.documents.formats.registry import asked

    with collector_paused():
        return asked(reader, work)


def read(path: Path, side: Side, *, encoding: str | None = None, segmented: bool = False) -> Text:
    """The text in `path`, its paragraphs and its segments.

    `encoding` overrides the guess. Raises InputError, whatever is wrong with the file.
    """
    file = open_file(path)
    reader = _reader_of(file, segmented=segmented)
    text = _asked(reader, lambda: reader.read(file, side, ReadingOptions(encoding, segmented)))
    if not text.content.strip("\ufeff \t\r\n\f\v\u3000"):
        raise InputError(t("{path} is empty.", path=path), t("Give a file with text in it."))
    if not text.segments:
        raise InputError(
            t("{path} has no text in it, only marks.", path=path), t("Give a file with text in it.")
        )
    return text


def read_bilingual(path: Path, *, encoding: str | None = None) -> BilingualText | None:
    """The pairs in `path`; None where it is a text in one language.

    Raises InputError, whatever is wrong with the file.
    """
    file = open_file(path)
    reader = _reader_of(file)
    if not isinstance(reader, BilingualReader):
        return None
    return _asked(reader, lambda: reader.read_pairs(file, ReadingOptions(encoding)))


def read_lines(path: Path, side: Side, *, encoding: str | None = None) -> list[str]:
    """Every line of the text in `path` as it is read, blank ones too. Raises InputError."""
    content = open_file(path).decoded(side, encoding, "--encoding").content
    lines = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return lines[:-1] if lines[-1] == "" else lines
