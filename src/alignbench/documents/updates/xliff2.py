"""What a review changed, in XLIFF 2.0 and 2.1."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.documents.formats.source_target import source_side
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xliff2 import units_of_xliff2
from alignbench.documents.updates.pair_change import PairChange
from alignbench.documents.updates.woven_text import tokens_of, woven
from alignbench.documents.updates.xml_places import first
from alignbench.documents.updates.xml_update import XmlUpdate, element_written
from alignbench.domain.bilingual import PairState
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATES = {PairState.CONFIRMED: "final", PairState.DRAFT: "translated"}


class Xliff2Update(XmlUpdate):
    """Changes in an XLIFF 2 file."""

    def __init__(self, data: bytes, root: "_Element", path: Path) -> None:
        super().__init__(data, root)
        units = units_of_xliff2(root, Tally())
        english = source_side(root.get("srcLang"), root.get("trgLang"), units, path) == "ja"
        self.units = [unit.elements for unit in units if unit.elements is not None]
        self.english_is_target = [english] * len(self.units)
        self._notes: dict[_Element, list[str]] = {}

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None:  # noqa: ARG002
        """Make one change."""
        parts = self.units[place]
        segment = self.placed.of(parts.unit)
        translated = parts.target is not None
        if change.english is not None and not self.english_is_target[place]:
            self.leave(place, t("the English is the source there"))
        elif change.english is not None and parts.target is not None:
            target = self.placed.of(parts.target)
            self.source.put_inside(target, woven(tokens_of(self.source, target), change.english))
        elif change.english is not None and parts.source is not None:
            written = element_written(f"{segment.prefix}target", change.english)
            self.put_new(self.placed.of(parts.source), written)
            translated = True
        if change.state is not None and translated:
            self.source.set_attribute(segment, "state", _STATES[change.state])
            if parts.unit.get("subState") is not None:
                self.source.set_attribute(segment, "subState", None)
        above = parts.unit.getparent()
        if change.comments and above is not None:
            prefix = self.placed.of(above).prefix
            self._notes.setdefault(above, []).extend(
                element_written(f"{prefix}note", comment, ' appliesTo="target"')
                for comment in change.comments
            )

    def finish(self) -> None:
        """Put the notes of each unit where they belong, before its segments."""
        for element, made in self._notes.items():
            unit, written = self.placed.of(element), "".join(made)
            notes = first(unit.children, "notes")
            before = first(unit.children, "originalData", "segment", "ignorable")
            if notes and not notes.is_one_tag:
                self.source.replace(notes.inner_end, notes.inner_end, written)
            elif notes:
                self.source.put_inside(notes, written)
            elif before:
                name = f"{unit.prefix}notes"
                whole = f"<{name}>{written}</{name}>{self.source.indent_of(before)}"
                self.source.replace(before.start, before.start, whole)
