"""RESX and RESW, the string tables of .NET."""

import re

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import child, children, parsed, text_in
from alignbench.documents.source_file import SourceFile
from alignbench.messages import t

_ROOT = re.compile(rb"<root[\s>].*resmimetype", re.DOTALL)


class Resx(StringTable):
    """Reads the resources of .NET programs."""

    name = "resx"
    suffixes = (".resx", ".resw")

    def sniff(self, head: bytes) -> bool:
        """Whether it has the head of such a file."""
        return _ROOT.search(head[:8000]) is not None

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:  # noqa: ARG002
        """The strings; what is a picture, a file or a place on the screen is told."""
        strings: list[String] = []
        root = parsed(file.data, file.path)
        for entry in children(root, "data"):
            value = text_in(child(entry, "value"))
            tally.add(t("comments"), text_in(child(entry, "comment")))
            name = entry.get("name") or ""
            if entry.get("type") or entry.get("mimetype") or name.startswith(">>"):
                tally.add(t("resources that are no strings"), value)
            elif value.strip():
                strings.append(String((name,), value))
        for entry in children(root, "metadata"):
            tally.add(t("resources that are no strings"), text_in(entry))
        return Table(strings)
