"""The entries of a gettext catalogue, with the lines they stand in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from alignbench.documents.formats.tally import Tally
from alignbench.domain.errors import InputError
from alignbench.messages import t

_LINE_END = re.compile(r"\r\n|\n|\r")
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*(?=")')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class Entry:
    """A message with what is said of it."""

    strings: dict[str, str] = field(default_factory=dict)
    """By keyword; `msgstr` is `msgstr[0]`."""
    notes: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)
    lines: dict[str, tuple[int, int]] = field(default_factory=dict)
    """By keyword, the first line and the one after the last, from 0."""
    flag_lines: list[int] = field(default_factory=list)
    earlier_lines: list[int] = field(default_factory=list)
    """Of the sources that the translation was made for."""

    @property
    def is_header(self) -> bool:
        """Whether it describes the catalogue."""
        return self.strings.get("msgid") == "" and "msgctxt" not in self.strings


def lines_of_catalogue(content: str) -> list[str]:
    """Its lines without their ends: no other character ends a line in PO."""
    return _LINE_END.split(content.removeprefix("\ufeff"))


def entries_of(content: str, path: Path, tally: Tally) -> Iterator[Entry]:
    """The entries of a catalogue, that of the header too.

    Raises:
        InputError: a string that nobody closed, or an entry without a source or translation.
    """
    entry, key = Entry(), ""
    for number, line in enumerate(lines_of_catalogue(content), 1):
        line = line.strip()
        if line.startswith("#~"):
            tally.add(t("obsolete entries"), line[2:].strip(" |"))
            continue
        if not line or line.startswith("#"):
            if key and entry.strings:
                yield _closed(entry, number, path)
                entry, key = Entry(), ""
            _comment(entry, line, number - 1, tally)
            continue
        match = _KEYWORD.match(line)
        if match:
            if match[1] in ("msgid", "msgctxt") and any(
                k.startswith("msgstr") for k in entry.strings
            ):
                yield _closed(entry, number, path)
                entry = Entry()
            key = f"msgstr[{match[2] or 0}]" if match[1].startswith("msgstr") else match[1]
            entry.strings[key] = ""
            line = line[match.end() :]
        string = _STRING.fullmatch(line)
        if string is None or not key:
            raise InputError(
                t("{path}, line {line}: a quotation mark is missing, or this is no entry.",
                  path=path, line=number),
                t("Mend the line; `msgfmt --check` shows all of them."),
            )  # fmt: skip
        first = entry.lines.get(key, (number - 1, 0))[0]
        entry.lines[key] = (first, number)
        entry.strings[key] += _ESCAPE.sub(_unescaped, string[1])
    if entry.strings:
        yield _closed(entry, content.count("\n") + 1, path)


def _closed(entry: Entry, line: int, path: Path) -> Entry:
    if "msgid" not in entry.strings or "msgstr[0]" not in entry.strings:
        raise InputError(
            t("{path}: the entry that ends before line {line} has no msgid or no msgstr.",
              path=path, line=line),
            t("Mend the entry; `msgfmt --check` shows all of them."),
        )  # fmt: skip
    return entry


def _comment(entry: Entry, line: str, at: int, tally: Tally) -> None:
    kind, text = line[:2], line[2:].strip()
    if kind == "#,":
        entry.flag_lines.append(at)
        entry.flags |= {flag.strip() for flag in text.split(",")}
    elif kind == "#:":
        entry.places += text.split()
    elif kind == "#|":
        entry.earlier_lines.append(at)
        tally.add(t("earlier sources of fuzzy entries"), text)
    elif line:
        entry.notes.append(line.lstrip("#. ").strip())


def _unescaped(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] == "x" and len(code) == 3:
        return chr(int(code[1:], 16))
    if code[0] in "01234567":
        return chr(int(code, 8))
    return _ESCAPED.get(code, code)
