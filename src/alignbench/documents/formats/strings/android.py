"""Android's strings.xml."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import children, local, parsed
from alignbench.documents.source_file import SourceFile
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_RESOURCES = re.compile(rb"<resources[\s>]")
_ESCAPE = re.compile(r"\\(u[0-9A-Fa-f]{4}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t"}
_REFERENCE = re.compile(r"^[@?][\w:.]+/[\w.]+$")


class AndroidStrings(StringTable):
    """Reads Android's resources of strings."""

    name = "android"
    suffixes = (".xml",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `resources`."""
        return _RESOURCES.search(head[:6000]) is not None

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:  # noqa: ARG002
        """The strings, arrays and plurals of a file."""
        strings: list[String] = []
        for element in parsed(file.data, file.path):
            if not isinstance(element.tag, str):
                tally.add(t("comments"), element.text or "")
                continue
            for keys, entry in _entries(element):
                value = _value(entry)
                if _REFERENCE.match(value):
                    tally.add(t("references to other strings"), value)
                elif "false" in (entry.get("translatable"), element.get("translatable")):
                    tally.add(t("strings that are not to be translated (translatable)"), value)
                elif local(element) in ("string", "string-array", "plurals", "item", "array"):
                    strings.append(String(keys, value))
                else:
                    tally.add(t("resources that are no strings"), value)
        return Table([string for string in strings if string.value.strip()])


def _entries(element: "_Element") -> "Iterator[tuple[tuple[str, ...], _Element]]":
    name = element.get("name") or ""
    items = list(children(element, "item"))
    if not items:
        yield (name,), element
    for number, item in enumerate(items):
        yield (name, item.get("quantity") or str(number)), item


def _value(element: "_Element") -> str:
    """A string as Android shows it, its tags written out."""
    text = _inside(element)
    quoted = len(text.strip()) > 1 and text.strip()[0] == text.strip()[-1] == '"'
    text = text.strip()
    whole = quoted and not text.endswith('\\"')
    text = text[1:-1] if whole else re.sub(r"\s+", " ", text)
    return _ESCAPE.sub(_unescaped, text)


def _inside(element: "_Element") -> str:
    parts = [element.text or ""]
    for below in element:
        name = local(below)
        if name in ("", "g"):  # a comment, or xliff:g, which marks what stays as it is
            parts.append(_inside(below) if name else "")
        else:
            attributes = "".join(f' {key!s}="{value!s}"' for key, value in below.attrib.items())
            parts.append(f"<{name}{attributes}>{_inside(below)}</{name}>")
        parts.append(below.tail or "")
    return "".join(parts)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    return chr(int(code[1:], 16)) if len(code) == 5 else _ESCAPED.get(code, code)
