"""What a review changed, in a translation memory."""

from typing import TYPE_CHECKING

from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.tmx import STATES, pairs_of_tmx
from alignbench.documents.formats.xml_tree import children
from alignbench.documents.updates.pair_change import PairChange
from alignbench.documents.updates.woven_text import tokens_of, woven
from alignbench.documents.updates.xml_places import first
from alignbench.documents.updates.xml_update import XmlUpdate, element_written
from alignbench.domain.bilingual import PairState
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_STATES = {PairState.CONFIRMED: "confirmed", PairState.DRAFT: "suggested"}


class TmxUpdate(XmlUpdate):
    """Changes in a TMX file."""

    def __init__(self, data: bytes, root: "_Element") -> None:
        super().__init__(data, root)
        self.units = [elements for _, elements in pairs_of_tmx(root, Tally())]
        self.english_is_target = [True] * len(self.units)

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None:
        """Make one change; `state_of_all` is the state of the unit's pairs where they agree."""
        parts = self.units[place]
        if change.english is not None and parts.target is not None:
            seg = self.placed.of(parts.target)
            self.source.put_inside(seg, woven(tokens_of(self.source, seg), change.english))
        unit = self.placed.of(parts.unit)
        new = [element_written("note", comment) for comment in change.comments]
        if change.state is not None and state_of_all is None:
            self.leave(place, t("other segments of its unit are in another state"))
        elif change.state is not None and state_of_all is not None:
            self.once(parts.unit, lambda: new.extend(self._state(parts.unit, state_of_all)))
        before = first(unit.children, "tuv")
        if new and before is not None:
            written = "".join(each + self.source.indent_of(before) for each in new)
            self.source.replace(before.start, before.start, written)

    def _state(self, unit: "_Element", state: PairState) -> list[str]:
        """Have a unit's property say the state; where it has none, gives a new one."""
        for prop in children(unit, "prop"):
            if (prop.get("type") or "").lower() in STATES:
                self.source.put_inside(self.placed.of(prop), _STATES[state])
                return []
        return [element_written("prop", _STATES[state], ' type="x-status"')]
