"""Property lists of Apple: .stringsdict, Info.plist, and .strings that a build has compiled."""

import plistlib
import re
from collections.abc import Iterator
from typing import Any
from xml.parsers.expat import ExpatError

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

DEPTH_LIMIT = 100
_BINARY = b"bplist00"
_ROOT = re.compile(rb"<plist[\s>]")
_SETTINGS = re.compile(r"NSStringFormat(?:SpecType|ValueType)Key")


class PropertyList(StringTable):
    """Reads property lists, written as XML or in Apple's binary form."""

    name = "plist"
    suffixes: tuple[str, ...] = (".stringsdict", ".plist", ".strings")

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as one of the two forms does."""
        return head.startswith(_BINARY) or _ROOT.search(head[:2000]) is not None

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:  # noqa: ARG002
        """The strings under their keys; other values are told."""
        try:
            value = plistlib.loads(file.data)
        except (
            ValueError, TypeError, OverflowError, RecursionError, AttributeError, IndexError,
            KeyError, MemoryError, ExpatError, plistlib.InvalidFileException,
        ) as error:  # fmt: skip
            raise InputError(
                t("{path} is no property list that can be read.", path=file.path),
                t("Mend it; `plutil -lint` shows what is wrong."),
            ) from error
        return Table([string for string in _strings(value, (), tally) if string.value.strip()])


def _strings(value: Any, keys: tuple[str, ...], tally: Tally) -> Iterator[String]:
    if len(keys) > DEPTH_LIMIT:
        raise InputError(
            t("The property list is nested more than {limit} levels deep.", limit=DEPTH_LIMIT),
            t("Give a table of strings."),
        )
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _strings(below, (*keys, str(key)), tally)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _strings(below, (*keys, str(number)), tally)
    elif isinstance(value, str) and not (keys and _SETTINGS.fullmatch(keys[-1])):
        yield String(keys, value.encode("utf-8", "replace").decode())
    else:
        tally.add(t("numbers and other values that are no strings"), str(value))
