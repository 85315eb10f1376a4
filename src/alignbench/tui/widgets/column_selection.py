"""Selecting text with the mouse in one column only.

Textual marks drawn text with an offset (x, y) and hands a selection back as two of them. Ours are
(place in the column's text, row), not places on the screen: so a selection knows its column, joins
wrapped lines again, and stays where it is when heights are refined.
"""

from dataclasses import dataclass
from typing import Any

from textual.events import MouseEvent
from textual.screen import Screen
from textual.selection import Selection

from alignbench.domain.text import Side
from alignbench.tui.widgets.row_model import Piece, RowModel, RowSource

_ENGLISH = 1 << 24
_PADDING = 1 << 30
_PADDING_SHIFT = 10


def text_offset(side: Side, place: int) -> int:
    """The x that marks drawn text which begins at `place` of its column's text."""
    return place + (_ENGLISH if side == "en" else 0)


def padding_offset(side: Side, place: int) -> int:
    """The x that marks blanks after `place`: wherever in them one points, it means `place`."""
    return _PADDING + (text_offset(side, place) << _PADDING_SHIFT)


def decode(x: int) -> tuple[Side, int]:
    """Side and place that an x stands for."""
    if x >= _PADDING:
        x = (x - _PADDING) >> _PADDING_SHIFT
    return ("en", x - _ENGLISH) if x >= _ENGLISH else ("ja", x)


def pointed_at(
    event: MouseEvent, screen: Screen[Any], source: RowSource
) -> tuple[int, Side, int] | None:
    """The row, side and place in its file's text of what is under the pointer; None over blanks."""
    meta = event.style.meta.get("offset")
    # The place after it, less one: in the second cell of a character Textual means the next.
    _, after = screen.get_widget_and_offset_at(event.screen_x + 1, event.screen_y)
    if meta is None or after is None or meta[0] >= _PADDING:
        return None
    side, place = decode(after.x)
    if not 0 <= after.y < len(source):
        return None
    there = place_in_file(source.row(after.y), side, place - 1)
    return None if there is None else (after.y, side, there)


def column_text(row: RowModel, side: Side) -> str:
    """A row's text on one side, as it is copied."""
    return ("" if side == "ja" else " ").join(piece.text for piece in row.side(side))


def copied_text(row: RowModel, side: Side, start: int, end: int) -> str:
    """What is copied of `column_text` from `start` to `end`: neither struck words nor signs."""
    text = column_text(row, side)
    left_out = [
        (begin + first, begin + last)
        for begin, piece in zip(piece_places(row.side(side), side), row.side(side), strict=True)
        for first, last, name in piece.styles
        if name in ("struck", "sign")
    ]
    kept, at = [], start
    for first, last in left_out:
        kept.append(text[at : min(max(first, at), end)])
        at = min(max(last, at), end)
    return "".join([*kept, text[at:end]])


def place_in_file(row: RowModel, side: Side, place: int) -> int | None:
    """A place of `column_text` in the side's text as the file has it; None where it lacks that."""
    if (at := piece_at(row, side, place)) is None:
        return None
    pieces = row.side(side)
    inside = pieces[at].in_segment(place - piece_places(pieces, side)[at])
    if inside is None:
        return None
    return inside + sum(piece.length + (side == "en") for piece in pieces[:at])


def piece_places(pieces: tuple[Piece, ...], side: Side) -> list[int]:
    """Where each piece begins in `column_text`."""
    places, place = [], 0
    for piece in pieces:
        places.append(place)
        place += len(piece.text) + (side == "en")
    return places


def piece_at(row: RowModel, side: Side, place: int) -> int | None:
    """Which piece a place of `column_text` is in; None where the side is empty."""
    places = piece_places(row.side(side), side)
    return max((at for at, start in enumerate(places) if start <= place), default=None)


@dataclass(frozen=True, slots=True)
class ColumnSelection:
    """What is selected in the column `side`: from a place of one row to a place of another.

    None stands for the beginning or the end of the row.
    """

    side: Side
    first: tuple[int, int | None]
    last: tuple[int, int | None]

    @classmethod
    def of(cls, selection: Selection, side: Side, rows: int) -> "ColumnSelection":
        """Textual's selection, held to the column where it began."""
        start, end = selection
        first = (0, None) if start is None else _place(start.y, start.x, side)
        last = (rows - 1, None) if end is None else _place(end.y, end.x, side)
        if first[0] == last[0] and None not in (first[1], last[1]):
            first, last = sorted((first, last), key=lambda place: place[1] or 0)
        return cls(side, first, last)

    def span(self, row: int, length: int) -> tuple[int, int] | None:
        """The selected characters of a row whose column text has `length` of them."""
        if not self.first[0] <= row <= self.last[0]:
            return None
        start = self.first[1] if row == self.first[0] else None
        end = self.last[1] if row == self.last[0] else None
        return (start or 0, length if end is None else end)


def _place(row: int, x: int, side: Side) -> tuple[int, int | None]:
    found, place = decode(x)
    return row, place if found == side else None
