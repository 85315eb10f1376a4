""".strings of Apple: `"key" = "value";` with comments.

Quotation marks may be left away round a word, and `"text";` is its own key.
"""

import re

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

_TOKEN = re.compile(
    r"\s+|/\*(?P<comment>.*?)\*/|//(?P<line>[^\n]*)|"
    r'(?P<key>"(?:[^"\\]|\\.)*"|[\w.$/:\-]+)'
    r'(?:\s*=\s*(?:"(?P<value>(?:[^"\\]|\\.)*)"|(?P<bare>[\w.$/:\-]+)))?\s*;',
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(U[0-9A-Fa-f]{4}|u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}


class AppleStrings(StringTable):
    """Reads Apple's tables of strings."""

    name = "strings"
    suffixes = (".strings",)

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The values of a file; comments are told."""
        decoded = file.decoded("ja", options.encoding)
        content = decoded.content.removeprefix("\ufeff")
        strings: list[String] = []
        at = 0
        while at < len(content):
            match = _TOKEN.match(content, at)
            if match is None:
                line = content.count("\n", 0, at) + 1
                raise InputError(
                    t("{path}, line {line}: this is no \"key\" = \"value\";",
                      path=file.path, line=line),
                    t("Mend the line; `plutil -lint` shows it too."),
                )  # fmt: skip
            tally.add(t("comments"), (match["comment"] or match["line"] or "").strip())
            if match["key"] is not None:
                key = match["key"].removeprefix('"').removesuffix('"')
                said = match["value"] if match["value"] is not None else match["bare"]
                value = _ESCAPE.sub(_unescaped, key if said is None else said)
                strings.append(String((key,), value))
            at = match.end()
        return Table([string for string in strings if string.value.strip()], decoded.encoding)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED.get(code, code)
