"""The one place where readers are registered: ours, and those that installed packages bring."""

from collections.abc import Callable
from functools import lru_cache, partial
from importlib.metadata import EntryPoint, entry_points
from typing import TypeVar

from alignbench.documents.formats import (
    aozora,
    asciidoc,
    csv_tables,
    docx,
    epub,
    html,
    jupyter,
    law,
    mail,
    markdown,
    markup_languages,
    mhtml,
    mqxliff,
    odt,
    other_programs,
    pdf,
    plain,
    po,
    pptx,
    qt,
    rst,
    rtf,
    sdlxliff,
    strings,
    subtitles,
    tei,
    tmx,
    ttml,
    wordpress,
    xliff,
    xlsx,
)
from alignbench.documents.formats.reader import Reader
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import AlignbenchError, InputError
from alignbench.messages import t
from alignbench.system.other_packages import in_bounds, is_ours

T = TypeVar("T")

_BINARY = (b"PK\x03\x04", b"%PDF-")
"""What no text begins with."""
GROUP = "alignbench.readers"
"""Entry points of this group name a Reader class, or a function that gives several readers."""

OURS: tuple[type[Reader], ...] = (
    *markdown.READERS,
    *jupyter.READERS,
    *mail.READERS,
    *pdf.READERS,
    *rst.READERS,
    *asciidoc.READERS,
    *markup_languages.READERS,
    *other_programs.READERS,
    *epub.READERS,
    *xlsx.READERS,
    *docx.READERS,
    *rtf.READERS,
    *odt.READERS,
    *pptx.READERS,
    *csv_tables.READERS,
    *mhtml.READERS,
    *html.READERS,
    *sdlxliff.READERS,
    *mqxliff.READERS,
    *xliff.READERS,
    *tmx.READERS,
    *po.READERS,
    *qt.READERS,
    *subtitles.READERS,
    *tei.READERS,
    *law.READERS,
    *wordpress.READERS,
    *ttml.READERS,
    *strings.READERS,
    *markup_languages.LAST,
    *aozora.READERS,
    *plain.READERS,
)
"""The order in which they are asked. Plain text, which takes anything, is the last."""


@lru_cache(maxsize=1)
def all_readers() -> tuple[Reader, ...]:
    """Every reader there is; those that were installed are asked before ours."""
    return (*_installed(), *(reader() for reader in OURS))


def reader_of(file: SourceFile, *, segmented: bool = False) -> Reader:
    """The reader for a file: by its ending, and by its beginning where that says more.

    A name that only plain text claims, or nobody, is no evidence: then the first reader whose
    `sniff` knows the beginning reads it. A `segmented` file says exactly what it says.
    """
    readers = all_readers()
    if segmented:
        return readers[-1]
    named = [reader for reader in readers[:-1] if file.suffix in reader.suffixes]
    head = file.head
    known = next((reader for reader in named or readers[:-1] if _knows(reader, head)), None)
    if known is None and head.startswith(_BINARY):  # a workbook called .csv
        known = next((reader for reader in readers[:-1] if _knows(reader, head)), None)
    return known or (named[0] if named else readers[-1])


def asked(reader: Reader, work: Callable[[], T]) -> T:
    """What a reader makes; one of another package may raise what it likes, and is named.

    Raises:
        InputError: the reader says what is wrong with the file, or fails.
    """
    if is_ours(reader):
        return work()
    try:
        return in_bounds(t("the reader {name}", name=str(reader.name)), work)
    except AlignbenchError:
        raise
    except Exception as error:  # whatever another package's code does
        said = f"{type(error).__name__}: {error}"
        raise InputError(
            t(
                "The reader {name} of the package {package} failed: {error}.",
                name=repr(str(reader.name)),
                package=type(reader).__module__.partition(".")[0],
                error=said,
            ),
            t("Tell its author, or uninstall it."),
        ) from error


def _loaded(point: EntryPoint) -> list[Reader]:
    made = point.load()()
    return [made] if isinstance(made, Reader) else list(made)


def _knows(reader: Reader, head: bytes) -> bool:
    return asked(reader, lambda: reader.sniff(head))


def _installed() -> tuple[Reader, ...]:
    readers: list[Reader] = []
    for point in entry_points(group=GROUP):
        try:
            name = t("the package {name}", name=point.value)
            readers += in_bounds(name, partial(_loaded, point))
        except Exception as error:  # whatever another package's code does
            raise InputError(
                t(
                    "The readers called {name} ({value}) cannot be loaded: {error}.",
                    name=repr(point.name),
                    value=point.value,
                    error=error,
                ),
                t("Update the package that brings them, or uninstall it."),
            ) from error
    return tuple(readers)
