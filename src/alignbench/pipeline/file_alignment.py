"""Two files to links: read, compared by language, aligned. No project, nothing kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.links import Bead
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How files are to be read: codecs where they are known, `segmented` for one segment a line."""

    ja_encoding: str | None = None
    en_encoding: str | None = None
    segmented: bool = False


@dataclass(frozen=True, slots=True)
class AlignedDocument:
    """A document and its links, in reading order, with their confidence."""

    document: Document
    beads: tuple[Bead, ...]


def read_document(
    ja: Path, en: Path, options: ReadOptions | None = None, name: str | None = None
) -> Document:
    """Both sides of a document; `name` is that of the Japanese file unless given.

    Raises:
        InputError: they cannot be read, or each is the other's language.
    """
    from alignbench import documents

    options = options or ReadOptions()
    ja_text = documents.read(ja, "ja", encoding=options.ja_encoding, segmented=options.segmented)
    en_text = documents.read(en, "en", encoding=options.en_encoding, segmented=options.segmented)
    documents.check_sides(ja_text, en_text)
    return Document(name or ja.stem, ja_text, en_text)


def align_files(
    ja: Path,
    en: Path,
    encoder: Callable[[], "Encoder"],
    options: ReadOptions | None = None,
    progress: Progress = silent,
) -> AlignedDocument:
    """The links of two files. `encoder` is asked for only once the files have been read.

    Raises:
        InputError: the files cannot be read. ModelError: the model cannot be used.
    """
    from alignbench.pipeline.document_alignment import suggest

    document = read_document(ja, en, options)
    found = suggest(document, encoder(), progress=progress)
    return AlignedDocument(document, tuple(found.beads))
