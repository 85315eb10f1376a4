"""PO and POT: gettext's catalogues. A string that nobody closed is an error, not a lost entry."""

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from alignbench.documents.formats.languages import not_japanese, one_side, pairs_of, side_of_code
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.source_target import Unit, pair_of, source_side
from alignbench.documents.formats.string_values import string_pieces
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Location, Side, Text
from alignbench.messages import t

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_-]{2,20})")
_KEYWORD = re.compile(r'(msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,2})\])?)\s*(?=")')
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"\s*$')
_ESCAPE = re.compile(r"\\(x[0-9A-Fa-f]{2}|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}


@dataclass(slots=True)
class _Entry:
    strings: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    flags: set[str] = field(default_factory=set)


class Po:
    """Reads gettext catalogues."""

    name = "po"
    suffixes = (".po", ".pot")

    def sniff(self, head: bytes) -> bool:
        """Whether it begins with the entry that describes the catalogue."""
        return re.search(rb'(?m)\A(?:#.*\n|\s)*msgid ""\s*\nmsgstr ""', head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """One language of the catalogue."""
        return one_side(self.read_pairs(file, options), side, file.path)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:
        """The entries of the catalogue, plural forms as pairs of their own."""
        match = _CHARSET.search(file.head)
        said = match[1].decode() if match and match[1] != b"CHARSET" else None
        decoded = file.decoded("ja", options.encoding or _known(said))
        tally = Tally()
        units: list[Unit] = []
        header = ""
        for entry in _entries(decoded.content, file, tally):
            if entry.strings.get("msgid") == "" and "msgctxt" not in entry.strings:
                header = entry.strings.get("msgstr[0]", "")
                tally.add(t("header of the catalogue"), header)
            else:
                units += _units(entry)
        language = re.search(r"(?m)^Language:\s*(\S+)", header)
        target = language[1] if language else None
        if target and side_of_code(target) is None and not _has_kana(decoded.content):
            raise not_japanese(file.path)
        side = source_side(None, target, units, file.path)
        if target is not None and _says(units) != side:
            side = _says(units)
        pairs = [pair_of(unit, side) for unit in units]
        return pairs_of(file, self.name, pairs, tally.told(), encoding=decoded.encoding)


def _says(units: list[Unit]) -> Side:
    return source_side(None, None, units, Path())


def _has_kana(content: str) -> bool:
    return re.search("[ぁ-ゖァ-ヺ]", content) is not None


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def _units(entry: _Entry) -> Iterator[Unit]:
    strings = entry.strings
    note = "\n".join(entry.notes)
    context = strings.get("msgctxt", "")
    name = f"{context}|{strings['msgid']}" if context else strings["msgid"]
    location = Location(part=entry.places[0] if entry.places else "")
    plural = strings.get("msgid_plural")
    forms = [strings[key] for key in sorted(strings) if key.startswith("msgstr[")]
    fuzzy = "fuzzy" in entry.flags
    sources = [strings["msgid"]] if plural is None else [strings["msgid"], plural]
    for number, source in enumerate(sources):
        target = forms[min(number, len(forms) - 1)] if forms else ""
        yield Unit(
            string_pieces(source),
            string_pieces(target),
            name if not number else f"{name}:{number}",
            "fuzzy" if fuzzy else "",
            note,
            location=location,
            approved=bool(target) and not fuzzy,
            fuzzy=fuzzy,
        )
    if plural is not None and len(forms) > 2:
        for form in forms[2:]:
            yield Unit((), string_pieces(form), f"{name}:{form}", "", note, location=location)


def _entries(content: str, file: SourceFile, tally: Tally) -> Iterator[_Entry]:
    entry, key = _Entry(), ""
    for number, line in enumerate(content.removeprefix("\ufeff").splitlines(), 1):
        line = line.strip()
        if line.startswith("#~"):
            tally.add(t("obsolete entries"), line[2:].strip(" |"))
            continue
        if not line or line.startswith("#"):
            if key and entry.strings:
                yield _closed(entry, number, file)
                entry, key = _Entry(), ""
            _comment(entry, line, tally)
            continue
        match = _KEYWORD.match(line)
        if match:
            if match[1] in ("msgid", "msgctxt") and any(
                k.startswith("msgstr") for k in entry.strings
            ):
                yield _closed(entry, number, file)
                entry = _Entry()
            key = f"msgstr[{match[2] or 0}]" if match[1].startswith("msgstr") else match[1]
            entry.strings[key] = ""
            line = line[match.end() :]
        string = _STRING.fullmatch(line)
        if string is None or not key:
            raise InputError(
                t("{path}, line {line}: a quotation mark is missing, or this is no entry.",
                  path=file.path, line=number),
                t("Mend the line; `msgfmt --check` shows all of them."),
            )  # fmt: skip
        entry.strings[key] += _ESCAPE.sub(_unescaped, string[1])
    if entry.strings:
        yield _closed(entry, content.count("\n") + 1, file)


def _closed(entry: _Entry, line: int, file: SourceFile) -> _Entry:
    if "msgid" not in entry.strings or "msgstr[0]" not in entry.strings:
        raise InputError(
            t("{path}: the entry that ends before line {line} has no msgid or no msgstr.",
              path=file.path, line=line),
            t("Mend the entry; `msgfmt --check` shows all of them."),
        )  # fmt: skip
    return entry


def _comment(entry: _Entry, line: str, tally: Tally) -> None:
    kind, text = line[:2], line[2:].strip()
    if kind == "#,":
        entry.flags |= {flag.strip() for flag in text.split(",")}
    elif kind == "#:":
        entry.places += text.split()
    elif kind == "#|":
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


READERS: tuple[type[Reader], ...] = (Po,)
