"""What a reader of a file format is."""

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """What a person said about how to read a file."""

    encoding: str | None = None
    """None: to be found out."""
    segmented: bool = False
    """One segment a line, as it stands; for plain text alone."""


@runtime_checkable
class Reader(Protocol):
    """Reads the files of one format, one language a file."""

    @property
    def name(self) -> str:
        """What `Text.format` says: a short word in small letters."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of names, in small letters and with their dots, that are this format's."""

    def sniff(self, head: bytes) -> bool:
        """Whether a file that begins so is surely of this format, whatever its name.

        Several formats share an ending (`.xml`): there the first whose `sniff` agrees reads it.
        """

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a file, as `segmentation.passages` or `segmentation.blocks` makes one.

        Raises:
            InputError: what is wrong with the file, in one sentence, and what to do.
        """


@runtime_checkable
class BilingualReader(Reader, Protocol):
    """Reads files that may hold both languages."""

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:
        """The pairs of a file, or None where it turns out to hold one language only.

        Raises:
            InputError: what is wrong with the file, in one sentence, and what to do.
        """
