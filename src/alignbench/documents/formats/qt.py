"""Qt Linguist's .ts files: messages by context, with their translations."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.languages import one_side, pairs_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.source_target import Unit, pair_of, source_side
from alignbench.documents.formats.string_values import string_pieces
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Location, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(rb"<TS[\s>]")
_GONE = frozenset(("vanished", "obsolete"))
_NOTES = ("comment", "extracomment", "translatorcomment")


class QtLinguist:
    """Reads Qt Linguist's catalogues."""

    name = "qt"
    suffixes = (".ts",)

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `TS`; programs in TypeScript have the same ending."""
        return _ROOT.search(head[:2000]) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """One language of the catalogue."""
        return one_side(self.read_pairs(file, options), side, file.path)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:  # noqa: ARG002
        """The messages that the program still has, plural forms as pairs of their own."""
        from alignbench.documents.formats.xml_tree import parsed

        root = parsed(file.data, file.path)
        tally = Tally()
        units = list(_units(root, tally))
        side = source_side(root.get("sourcelanguage"), root.get("language"), units, file.path)
        pairs = [pair_of(unit, side, at) for at, unit in enumerate(units)]
        return pairs_of(file, self.name, pairs, tally.told())


def _units(root: "_Element", tally: Tally) -> Iterator[Unit]:
    from alignbench.documents.formats.xml_tree import child, children, descendants, text_in

    for message in descendants(root, "message"):
        context = message.getparent()
        name = text_in(child(context, "name")).strip()
        source, target = child(message, "source"), child(message, "translation")
        kind = "" if target is None else target.get("type") or ""
        if kind in _GONE:
            tally.add(t("obsolete entries"), f"{text_in(source)} {text_in(target)}")
            continue
        notes = [text_in(child(message, note)).strip() for note in _NOTES]
        for earlier in children(message, "oldsource"):
            tally.add(t("earlier sources of fuzzy entries"), text_in(earlier))
        forms = [text_in(form) for form in children(target, "numerusform")]
        for number, form in enumerate(forms or [text_in(target)]):
            yield Unit(
                string_pieces(text_in(source)),
                string_pieces(form),
                f"{name}|{text_in(source)}" + (f":{number}" if number else ""),
                kind,
                "\n".join(filter(None, notes)),
                location=Location(part=name),
                approved=not kind and bool(form.strip()),
                fuzzy=kind == "unfinished",
            )


READERS: tuple[type[Reader], ...] = (QtLinguist,)
