"""What a review changed, in XLIFF 1.2 and in what Trados Studio and memoQ make of it."""

import re
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, uuid5

from alignbench.documents.formats.source_target import Elements, source_side
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xliff1 import trados_definition, units_of_xliff1
from alignbench.documents.formats.xml_tree import child, children
from alignbench.documents.updates.pair_change import PairChange
from alignbench.documents.updates.woven_text import tokens_of, woven
from alignbench.documents.updates.xml_places import Place, escaped, first, quotable
from alignbench.documents.updates.xml_update import XmlUpdate, element_written
from alignbench.domain.bilingual import PairState
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

SDL = "http://sdl.com/FileTypes/SdlXliff/1.0"
_MEMOQ = "{MQXliff}status"
_TRADOS = {PairState.CONFIRMED: "ApprovedTranslation", PairState.DRAFT: "Draft"}
_MEMOQ_STATES = {PairState.CONFIRMED: "ManuallyConfirmed", PairState.DRAFT: "PartiallyEdited"}
_STATES = {PairState.CONFIRMED: "final", PairState.DRAFT: "needs-review-translation"}


class Xliff1Update(XmlUpdate):
    """Changes in an XLIFF 1.2 file."""

    def __init__(self, data: bytes, root: "_Element", path: Path) -> None:
        super().__init__(data, root)
        self._definitions: list[str] = []
        for file, units in units_of_xliff1(root, Tally()):
            codes = file.get("source-language"), file.get("target-language")
            english = source_side(*codes, units, path) == "ja"
            for unit in units:
                if unit.elements is not None:
                    self.units.append(unit.elements)
                    self.english_is_target.append(english)

    def finish(self) -> None:
        """Put the comments of Trados Studio where it keeps them."""
        if not self._definitions:
            return
        written = "".join(self._definitions)
        top = self.placed.of(self.root)
        head = first(top.children, "doc-info")
        kept = first(head.children, "cmt-defs") if head else None
        if kept and not kept.is_one_tag:
            self.source.replace(kept.inner_end, kept.inner_end, written)
        elif head and not head.is_one_tag:
            defined = f"<cmt-defs>{written}</cmt-defs>"
            self.source.replace(head.inner_start, head.inner_start, defined)
        else:
            info = f'<doc-info xmlns="{SDL}"><cmt-defs>{written}</cmt-defs></doc-info>'
            self.source.replace(top.inner_start, top.inner_start, info)

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None:
        """Make one change; `state_of_all` is the state of the unit's pairs where they agree."""
        parts = self.units[place]
        unit = self.placed.of(parts.unit)
        trados = trados_definition(parts.unit, parts.segment)
        english = change.english if self.english_is_target[place] else None
        if change.english is not None and english is None:
            self.leave(place, t("the English is the source there"))
        made = self._text(place, parts, english, change, trados=trados is not None)
        if change.state is not None and (made or parts.target is not None):
            if trados is not None:
                self.source.set_attribute(self.placed.of(trados), "conf", _TRADOS[change.state])
            elif _MEMOQ in parts.unit.attrib:
                name = self._prefix(unit, "status")
                self.source.set_attribute(unit, name, _MEMOQ_STATES[change.state])
            elif not parts.segment:
                self._state(parts, unit, change.state)
            elif state_of_all is not None:
                self.once(parts.unit, lambda: self._state(parts, unit, state_of_all))
            else:
                self.leave(place, t("other segments of its unit are in another state"))
        if change.comments and trados is None:
            self._comments(parts, unit, change)

    def _text(
        self,
        place: int,
        parts: Elements,
        english: str | None,
        change: PairChange,
        *,
        trados: bool,
    ) -> bool:
        """Write the English, and round it what Trados Studio has for a comment."""
        comments = change.comments if trados else ()
        if parts.target is None:
            if english is not None and not parts.segment:
                state = _STATES[change.state or PairState.DRAFT]
                prefix = self.placed.of(parts.unit).prefix
                self.put_new(
                    self._last(parts.unit, "source", "seg-source"),
                    element_written(f"{prefix}target", english, f' state="{state}"'),
                )
                return True
            if english is not None or comments:
                self.leave(place, t("there is no element for its target"))
            return False
        target = self.placed.of(parts.target)
        if english is None and not comments:
            return False
        tokens = tokens_of(self.source, target)
        written = woven(tokens, english) if english is not None else None
        inside = written or "".join(token.written for token in tokens)
        for number, comment in enumerate(comments):
            name = str(uuid5(NAMESPACE_URL, f"{place}/{number}/{change.at}/{comment}"))
            prefix = next((p for p, uri in parts.unit.nsmap.items() if uri == SDL and p), "sdl")
            inside = f'<mrk mtype="x-sdl-comment" {prefix}:cid="{name}">{inside}</mrk>'
            self._definitions.append(
                f'<cmt-def id="{name}"><Comments xmlns=""><Comment severity="Low" '
                f'user="{quotable(change.author)}" date="{quotable(change.at)}" version="1.0">'
                f"{escaped(comment)}</Comment></Comments></cmt-def>"
            )
        self.source.put_inside(target, inside)
        return written is not None

    def _state(self, parts: Elements, unit: Place, state: PairState) -> None:
        target = child(parts.unit, "target")
        approved = state is PairState.CONFIRMED
        if approved or parts.unit.get("approved") is not None:
            self.source.set_attribute(unit, "approved", "yes" if approved else "no")
        if target is not None and (target.get("state") is not None or not approved):
            self.source.set_attribute(self.placed.of(target), "state", _STATES[state])

    def _comments(self, parts: Elements, unit: Place, change: PairChange) -> None:
        if _MEMOQ in parts.unit.attrib:
            prefix = self._prefix(unit, "status").removesuffix("status")
            written = "".join(
                f'<{prefix}comment id="{uuid5(NAMESPACE_URL, change.at + comment)}" '
                f'creatoruser="{quotable(change.author)}" time="{quotable(change.at)}" '
                f'deleted="false" category="0" appliesto="Row">{escaped(comment)}</{prefix}comment>'
                for comment in change.comments
            )
            kept = first(unit.children, "comments")
            if kept and not kept.is_one_tag:
                self.source.replace(kept.inner_end, kept.inner_end, written)
            else:
                self.put_new(unit.children[-1], f"<{prefix}comments>{written}</{prefix}comments>")
            return
        after = self._last(parts.unit, "source", "seg-source", "target", "note")
        for comment in change.comments:
            attributes = f' from="{quotable(change.author)}" annotates="target"'
            self.put_new(after, element_written(f"{unit.prefix}note", comment, attributes))

    def _last(self, unit: "_Element", *names: str) -> Place:
        """The last child of these names."""
        found = [element for name in names for element in children(unit, name)]
        return max((self.placed.of(element) for element in found), key=lambda place: place.start)

    def _prefix(self, unit: Place, name: str) -> str:
        """An attribute of memoQ's with its prefix, as the tag has it."""
        tag = self.source.text(unit.start, unit.inner_start)
        found = re.search(rf"\s([\w.-]+:{name})\s*=", tag)
        return found[1] if found else f"mq:{name}"
