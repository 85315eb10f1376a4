"""PO and POT: gettext's catalogues. A string that nobody closed is an error, not a lost entry."""

import codecs
import re
from collections.abc import Iterator
from pathlib import Path

from alignbench.documents.formats.languages import not_japanese, one_side, pairs_of, side_of_code
from alignbench.documents.formats.po_entries import Entry, entries_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.source_target import Unit, pair_of, source_side
from alignbench.documents.formats.string_values import string_pieces
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Location, Side, Text
from alignbench.messages import t

_CHARSET = re.compile(rb"charset=([A-Za-z0-9_-]{2,20})")


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
        decoded = file.decoded("ja", options.encoding or encoding_of_catalogue(file))
        tally = Tally()
        units: list[Unit] = []
        header = ""
        for entry in entries_of(decoded.content, file.path, tally):
            if entry.is_header:
                header = entry.strings.get("msgstr[0]", "")
                tally.add(t("header of the catalogue"), header)
            else:
                units += [unit for unit, _ in units_of_entry(entry)]
        language = re.search(r"(?m)^Language:\s*(\S+)", header)
        target = language[1] if language else None
        if target and side_of_code(target) is None and not _has_kana(decoded.content):
            raise not_japanese(file.path)
        side = source_side(None, target, units, file.path)
        if target is not None and _says(units) != side:
            side = _says(units)
        pairs = [pair_of(unit, side, at) for at, unit in enumerate(units)]
        return pairs_of(file, self.name, pairs, tally.told(), encoding=decoded.encoding)


def encoding_of_catalogue(file: SourceFile) -> str | None:
    """The encoding that a catalogue says it is in."""
    match = _CHARSET.search(file.head)
    return _known(match[1].decode()) if match and match[1] != b"CHARSET" else None


def _says(units: list[Unit]) -> Side:
    return source_side(None, None, units, Path())


def _has_kana(content: str) -> bool:
    return re.search("[ぁ-ゖァ-ヺ]", content) is not None


def _known(name: str | None) -> str | None:
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def units_of_entry(entry: Entry) -> Iterator[tuple[Unit, str]]:
    """The forms of an entry, each with the keyword of its translation."""
    strings = entry.strings
    note = "\n".join(entry.notes)
    context = strings.get("msgctxt", "")
    name = f"{context}|{strings['msgid']}" if context else strings["msgid"]
    location = Location(part=entry.places[0] if entry.places else "")
    plural = strings.get("msgid_plural")
    keys = sorted(key for key in strings if key.startswith("msgstr["))
    fuzzy = "fuzzy" in entry.flags
    sources = [strings["msgid"]] if plural is None else [strings["msgid"], plural]
    for number, source in enumerate(sources):
        key = keys[min(number, len(keys) - 1)] if keys else ""
        target = strings.get(key, "")
        unit = Unit(
            string_pieces(source),
            string_pieces(target),
            name if not number else f"{name}:{number}",
            "fuzzy" if fuzzy else "",
            note,
            location=location,
            approved=bool(target) and not fuzzy,
            fuzzy=fuzzy,
        )
        yield unit, key
    for key in keys[2:] if plural is not None else ():
        form = strings[key]
        unit = Unit((), string_pieces(form), f"{name}:{form}", "", note, location=location)
        yield unit, key


READERS: tuple[type[Reader], ...] = (Po,)
