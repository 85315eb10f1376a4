"""What the updates of all XML formats share: units beside the places of their elements."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from alignbench.documents.formats.source_target import Elements
from alignbench.documents.updates.pair_change import PairChange
from alignbench.documents.updates.xml_places import Place, XmlSource, escaped
from alignbench.domain.bilingual import PairState

if TYPE_CHECKING:
    from lxml.etree import _Element


class PlacedElements:
    """Finds an element of a parsed file in its bytes."""

    def __init__(self, root: "_Element", source: XmlSource) -> None:
        elements = (element for element in root.iter() if isinstance(element.tag, str))
        self._numbers = {element: number for number, element in enumerate(elements)}
        self._source = source

    def of(self, element: "_Element") -> Place:
        """Its place."""
        return self._source.places[self._numbers[element]]


class XmlUpdate:
    """An XML file while changes are made in it, pair by pair."""

    def __init__(self, data: bytes, root: "_Element") -> None:
        self.source = XmlSource(data)
        self.root = root
        self.placed = PlacedElements(root, self.source)
        self.units: list[Elements] = []
        """By the pairs' numbers."""
        self.english_is_target: list[bool] = []
        self.left: list[tuple[int, str]] = []
        """Changes that have no place, and why."""
        self._done: set[object] = set()

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None:
        """Make one change; `state_of_all` is the state of the unit's pairs where they agree."""
        raise NotImplementedError

    def finish(self) -> None:
        """Do what is to be done after the last change."""

    def changed(self) -> bytes:
        """The file as it is now."""
        self.finish()
        return self.source.changed()

    def unit_of(self, place: int) -> object:
        """What pairs with one state share."""
        return self.units[place].unit

    def once(self, unit: object, do: Callable[[], object]) -> None:
        """Do what concerns a whole unit, at the first of its pairs."""
        if unit not in self._done:
            self._done.add(unit)
            do()

    def leave(self, place: int, why: str) -> None:
        """Note that a change was not made."""
        self.left.append((place, why))

    def put_new(self, after: Place, written: str) -> None:
        """Put an element behind another, on a line of its own if that has one."""
        self.source.replace(after.end, after.end, self.source.indent_of(after) + written)


def element_written(name: str, text: str, attributes: str = "") -> str:
    """A new element as it is written."""
    return f"<{name}{attributes}>{escaped(text)}</{name}>"
