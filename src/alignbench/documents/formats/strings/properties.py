r""".properties of Java: keys and values with `\\uXXXX` and lines that go on."""

import re

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.messages import t

_ENTRY = re.compile(r"((?:[^\\=:\s]|\\.)*)[ \t\f]*[=:]?[ \t\f]*(.*)", re.DOTALL)
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "f": "\f"}


class Properties(StringTable):
    """Reads Java's properties."""

    name = "properties"
    suffixes = (".properties",)

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The values of a file; comments are told."""
        decoded = file.decoded("ja", options.encoding)
        text = decoded.content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
        strings: list[String] = []
        whole = ""
        for line in text.split("\n"):
            line = line.lstrip(" \t\f")
            if not whole and (not line or line[0] in "#!"):
                tally.add(t("comments"), line.lstrip("#! "))
                continue
            whole += line
            if (len(whole) - len(whole.rstrip("\\"))) % 2:
                whole = whole[:-1]
                continue
            strings += _entry(whole)
            whole = ""
        return Table([*strings, *_entry(whole)], decoded.encoding)


def _entry(line: str) -> list[String]:
    match = _ENTRY.fullmatch(line)
    if match is None or not line:
        return []
    key, value = (_ESCAPE.sub(_unescaped, part) for part in match.groups())
    value = value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return [String((key,), value)] if value.strip() else []


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED.get(code, code)
