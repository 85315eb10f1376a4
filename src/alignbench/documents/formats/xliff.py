"""XLIFF 1.2, 2.0, 2.1: what translation programs hand on."""

import re

from alignbench.documents.formats.languages import one_side, pairs_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Side, Text

_XLIFF = re.compile(rb"<\s*(?:\w+:)?xliff[\s>]")


class Xliff:
    """Reads XLIFF."""

    name = "xliff"
    suffixes: tuple[str, ...] = (".xlf", ".xliff", ".xlif")

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `xliff`."""
        return _XLIFF.search(head.replace(b"\0", b"")[:4000]) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """One language of the file."""
        return one_side(self.read_pairs(file, options), side, file.path)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The segments of all files in it."""
        from alignbench.documents.formats.xliff1 import pairs_of_xliff1
        from alignbench.documents.formats.xliff2 import pairs_of_xliff2
        from alignbench.documents.formats.xml_tree import parsed

        root = parsed(file.data, file.path)
        tally = Tally()
        second = (root.get("version") or "").startswith("2")
        pairs = (pairs_of_xliff2 if second else pairs_of_xliff1)(root, file.path, tally)
        return pairs_of(file, self.name, pairs, tally.told())


READERS: tuple[type[Reader], ...] = (Xliff,)
