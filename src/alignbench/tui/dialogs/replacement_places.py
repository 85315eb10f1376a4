"""The places that a replacement would change, each of which can be left as it is."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from alignbench.messages import t
from alignbench.review.replacements import Key, Place, Replaced
from alignbench.system.safe_text import printable
from alignbench.tui.review.proposal_lines import difference
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.marked_list import MarkedList

SHOWN = 200
"""Places that are listed at most."""
AROUND = 70
"""Characters shown on either side of a place; the words there stay whole."""


class PlaceList(MarkedList):
    """A place a line, with the words around it. Space and a click take the tick off or set it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,ideographic_space", "select", show=False, id="places-tick"),
        Binding("enter", "keep", show=False, id="places-keep"),
    ]
    DEFAULT_CSS = """
    PlaceList {
        height: auto; border: none; padding: 0; background: transparent; scrollbar-size-vertical: 1;
    }
    PlaceList:focus { border: none; background-tint: transparent; }
    PlaceList > .option-list--option-highlighted { background: transparent; text-style: none; }
    PlaceList:focus > .option-list--option-highlighted {
        background: $primary 20%; color: $foreground;
    }
    """

    class Ticked(Message):
        """A place was ticked, or left."""

    class Kept(Message):
        """Enter was pressed."""

    def __init__(self) -> None:
        super().__init__()
        self.left: set[Key] = set()
        """Places that stay as they are."""
        self._places: list[Place] = []

    def show(self, found: Sequence[Replaced]) -> None:
        """List the places of these rows; the one that was highlighted stays so."""
        at = self.highlighted
        numbered = [(each.row + 1, place) for each in found for place in each.places]
        self._places = [place for _, place in numbered[:SHOWN]]
        self.clear_options()
        colours = self.app.theme_variables
        self.add_options(
            Option(place_text(row, place, place.key not in self.left, colours))
            for row, place in numbered[:SHOWN]
        )
        if more := len(numbered) - SHOWN:
            self._tell_more(more)
        self.highlighted = min(at or 0, len(self._places) - 1) if self._places else None
        self.display = bool(self._places)

    def _tell_more(self, more: int) -> None:
        if more > 0:
            words = t("and {count:,} more, which are all ticked", count=more)
            self.add_option(Option(Text(words, "dim"), disabled=True))

    @on(OptionList.OptionSelected)
    def _tick(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.left ^= {self._places[event.option_index].key}
        self.post_message(self.Ticked())

    def action_keep(self) -> None:
        """Tell the dialog to go on."""
        self.post_message(self.Kept())


def place_text(row: int, place: Place, ticked: bool, colours: Mapping[str, str]) -> Text:
    """`[x] 12  ... the words around, what is struck, what is put in ...`; wraps at words."""
    text = Text()
    text.append(f"{'[x]' if ticked else '[ ]'} {row}  ", "bold")
    text.append(_end(place.text[: place.start]))
    found = place.text[place.start : place.end]
    text.append_text(difference(found, place.put, colours) if ticked else Text(printable(found)))
    return text.append(_beginning(place.text[place.end :]))


def _end(text: str) -> str:
    """The last words of a text."""
    if len(text) <= AROUND:
        return printable(text)
    kept = text[-AROUND:]
    return printable(glyphs.MORE + kept[kept.find(" ") + 1 :])


def _beginning(text: str) -> str:
    """The first words of a text."""
    if len(text) <= AROUND:
        return printable(text)
    kept = text[:AROUND]
    return printable(kept[: max(kept.rfind(" "), 0) or AROUND] + glyphs.MORE)
