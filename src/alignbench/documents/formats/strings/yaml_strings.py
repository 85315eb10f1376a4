"""YAML string tables, such as those of Rails. Read as events: an alias is never unfolded."""

import re
from collections.abc import Iterator
from typing import Any

from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.strings.table import String, StringTable, Table
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

DEPTH_LIMIT = 100
_COMMENT = re.compile(r"(?m)^[ \t]*#(.*)$")
_NO_STRING = re.compile(
    r"^(?:[-+]?[0-9][0-9_,.:eE+-]*|true|false|yes|no|on|off|null|~|)$", re.IGNORECASE
)


class YamlStrings(StringTable):
    """Reads YAML."""

    name = "yaml"
    suffixes = (".yml", ".yaml")

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The strings of a file, whatever language stands above all of them."""
        decoded = file.decoded("ja", options.encoding)
        content = decoded.content.removeprefix("\ufeff")
        strings = list(_Walk(file, tally).strings(content))
        for comment in _COMMENT.finditer(content):
            words = comment[1].strip()
            if words and not any(words in string.value for string in strings):
                tally.add(t("comments"), words)
        return Table(strings, decoded.encoding)


class _Walk:
    """One pass over the events of a file."""

    def __init__(self, file: SourceFile, tally: Tally) -> None:
        self.file = file
        self.tally = tally

    def strings(self, content: str) -> Iterator[String]:
        import yaml

        loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            events = yaml.parse(content, Loader=loader)
            yield from self._read(iter(events))
        except yaml.YAMLError as error:
            raise InputError(
                t("{path} is no YAML that can be read: {error}.", path=self.file.path,
                  error=" ".join(str(error).split())[:200]),
                t("Mend it, or export it anew from the program that made it."),
            ) from error  # fmt: skip

    def _read(self, events: Iterator[Any]) -> Iterator[String]:
        """Strings by keys; `keys` holds, for each level, the key or number that comes next."""
        import yaml

        keys: list[Any] = []
        for event in events:
            if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
                if len(keys) >= DEPTH_LIMIT:
                    raise InputError(
                        t("{path} is nested more than {limit} levels deep.",
                          path=self.file.path, limit=DEPTH_LIMIT),
                        t("Give a table of strings."),
                    )  # fmt: skip
                keys.append(None if isinstance(event, yaml.MappingStartEvent) else 0)
            elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                keys.pop()
                _advance(keys)
            elif isinstance(event, yaml.AliasEvent):
                self.tally.mention(t("repetitions of anchors (aliases)"))
                _advance(keys, f"*{event.anchor}")
            elif isinstance(event, yaml.ScalarEvent):
                if keys and keys[-1] is None:
                    keys[-1] = event.value
                    continue
                if not event.style and _NO_STRING.match(event.value):
                    self.tally.add(t("numbers and other values that are no strings"), event.value)
                elif event.value.strip():
                    yield String(tuple(map(str, keys)), event.value)
                _advance(keys)


def _advance(keys: list[Any], alias: str | None = None) -> None:
    """A value is over: the next key, or the next number, is awaited; an alias may be a key."""
    if keys and isinstance(keys[-1], int):
        keys[-1] += 1
    elif keys:
        keys[-1] = alias if keys[-1] is None else None
