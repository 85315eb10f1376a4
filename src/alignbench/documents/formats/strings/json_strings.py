"""JSON string tables, ARB, Apple's String Catalogs and JSON lines of pairs."""

import json
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
"""Objects inside one another."""
_STRING = r'"(?:[^"\\\n]|\\.)*"'
_COMMENT = re.compile(rf"{_STRING}|//[^\n]*|/\*.*?\*/", re.DOTALL)
_LAST_COMMA = re.compile(rf"{_STRING}|,(?=\s*[\]}}])")
_MESSAGES = frozenset(("message", "defaultMessage"))
_ABOUT_MESSAGES = frozenset(("description", "placeholders"))


class JsonStrings(StringTable):
    """Reads JSON."""

    name = "json"
    suffixes: tuple[str, ...] = (".json", ".jsonc")

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The strings of a file; numbers and the like are told."""
        decoded = file.decoded("ja", options.encoding)
        value = _loaded(decoded.content.removeprefix("\ufeff"), file, tally)
        strings = list(_strings(value, (), tally, file))
        if _describes_messages(value):
            about = [string for string in strings if string.keys[1] in _ABOUT_MESSAGES]
            for string in about:
                tally.add(t("descriptions of strings (metadata)"), string.value)
            strings = [string for string in strings if string.keys[1] not in _ABOUT_MESSAGES]
        return Table(strings, decoded.encoding)


class JsonLines(JsonStrings):
    """Reads JSON lines: a pair or a string table a line."""

    name = "jsonl"
    suffixes = (".jsonl", ".ndjson")

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The strings of all lines."""
        decoded = file.decoded("ja", options.encoding)
        strings: list[String] = []
        for number, line in enumerate(decoded.content.removeprefix("\ufeff").split("\n"), 1):
            if line.strip():
                value = _loaded(line, file, tally, number)
                strings += _strings(value, (str(number),), tally, file)
        return Table(strings, decoded.encoding)


class Arb(JsonStrings):
    """Reads Flutter's ARB."""

    name = "arb"
    suffixes = (".arb",)

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The messages; what begins with @ describes them."""
        whole = super().table(file, options, tally)
        kept = []
        for string in whole.strings:
            if string.keys and string.keys[0].startswith("@"):
                tally.add(t("descriptions of strings (metadata)"), string.value)
            else:
                kept.append(string)
        return Table(kept, whole.encoding)


class XcStrings(JsonStrings):
    """Reads Apple's String Catalogs, which hold all languages."""

    name = "xcstrings"
    suffixes = (".xcstrings",)

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The strings of each language by key; a key without its own string is the source."""
        decoded = file.decoded("ja", options.encoding)
        catalog = _loaded(decoded.content.removeprefix("\ufeff"), file, tally)
        strings: list[String] = []
        if isinstance(catalog, dict) and isinstance(catalog.get("strings"), dict):
            source = str(catalog.get("sourceLanguage", "en"))
            for key, entry in catalog["strings"].items():
                strings += _localised(key, entry if isinstance(entry, dict) else {}, source)
        return Table(strings, decoded.encoding, bilingual=True)


def _localised(key: str, entry: dict[str, Any], source: str) -> Iterator[String]:
    note = str(entry.get("comment") or "")
    languages = entry.get("localizations")
    languages = languages if isinstance(languages, dict) else {}
    if key and source not in languages and entry.get("shouldTranslate") is not False:
        yield String((source, key), key, note)
    for language, value in languages.items():
        for keys, unit in _units(value, ()):
            # The state of a source says nothing of its translation.
            state = str(unit.get("state", "")) if language != source else ""
            yield String((language, key, *keys), str(unit.get("value", "")), note, state)


def _units(value: Any, keys: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], dict[str, Any]]]:
    if isinstance(value, dict) and len(keys) < DEPTH_LIMIT:
        for key, below in value.items():
            if key == "stringUnit" and isinstance(below, dict):
                yield keys, below
            else:
                yield from _units(below, (*keys, key))


def _loaded(text: str, file: SourceFile, tally: Tally, line: int = 0) -> Any:
    try:
        return _parsed(text, tally)
    except (ValueError, RecursionError) as error:
        said = t("it is nested too deeply") if isinstance(error, RecursionError) else error
        where = t("line {line}: ", line=line) if line else ""
        raise InputError(
            t("{path} is no JSON that can be read: {where}{error}.",
              path=file.path, where=where, error=said),
            t("Mend it, or export it anew from the program that made it."),
        ) from error  # fmt: skip


def _describes_messages(value: Any) -> bool:
    """Whether each entry is a message with what is said of it, as browser extensions have them."""
    return (
        isinstance(value, dict)
        and bool(value)
        and all(
            isinstance(entry, dict) and any(isinstance(entry.get(key), str) for key in _MESSAGES)
            for entry in value.values()
        )
    )


def _parsed(text: str, tally: Tally) -> Any:
    """JSON, with the comments and the last commas that editors let pass in settings."""
    try:
        return json.loads(text, object_pairs_hook=_all_pairs)
    except ValueError:
        comments = [m[0] for m in _COMMENT.finditer(text) if m[0][0] == "/"]
        bare = _COMMENT.sub(lambda m: " " if m[0][0] == "/" else m[0], text)
        bare = _LAST_COMMA.sub(lambda m: "" if m[0][0] == "," else m[0], bare)
        if bare == text:
            raise
        value = json.loads(bare, object_pairs_hook=_all_pairs)
        for comment in comments:
            tally.add(t("comments"), comment.strip("/* \t\n"))
        return value


def _all_pairs(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object with every value, of keys that come twice too."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        name, number = key, 2
        while name in found:
            name, number = f"{key} ({number})", number + 1
        found[name] = value
    return found


def _strings(value: Any, keys: tuple[str, ...], tally: Tally, file: SourceFile) -> Iterator[String]:
    if len(keys) > DEPTH_LIMIT:
        raise InputError(
            t("{path} is nested more than {limit} levels deep.", path=file.path,
              limit=DEPTH_LIMIT),
            t("Give a table of strings."),
        )  # fmt: skip
    if isinstance(value, dict):
        for key, below in value.items():
            yield from _strings(below, (*keys, str(key)), tally, file)
    elif isinstance(value, list):
        for number, below in enumerate(value):
            yield from _strings(below, (*keys, str(number)), tally, file)
    elif isinstance(value, str):
        yield String(keys, value.encode("utf-8", "replace").decode())
    elif value is not None:
        tally.add(t("numbers and other values that are no strings"), str(value))
