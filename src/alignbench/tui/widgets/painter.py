"""Rows to lines of styled cells."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from alignbench.domain.text import Kind, Reading, Side
from alignbench.messages import t
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.column_selection import padding_offset, piece_places, text_offset
from alignbench.tui.widgets.columns import (
    GUTTER,
    HANG,
    PART,
    STACKED_INDENT,
    Columns,
    Line,
    Stretch,
    lay_out,
)
from alignbench.tui.widgets.furigana import Over, over_lines, placed
from alignbench.tui.widgets.pointer import DOWN, UP
from alignbench.tui.widgets.row_model import Mark, Piece, RowModel
from alignbench.tui.wrapping import BLANK, cells

Spans = Sequence[tuple[int, int, str]]
"""Characters start to end of a piece, and the name of their style."""

_BLANKS = "".join(BLANK)
STYLES = (
    "confirmed", "doubtful", "suggested", "nothing", "crossing", "flag", "note", "heading",
    "furniture", "rule", "cursor", "chosen", "match", "current-match", "marked", "pointer",
    "unanswered", "flagged", "struck", "inserted", "sign", "lit", "answer", "term", "selection",
    "finding", "this-finding", "hint", "this-hint", "found", "found-major", "reading",
)  # fmt: skip
"""Names of the styles a palette has, beside the plain one."""


ARROWS = 2
"""Cells of the arrows that move a boundary."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The styles rows are painted with: `base` whole, the others laid over it."""

    base: Style
    over: Mapping[str, Style]


@dataclass(frozen=True, slots=True)
class Decor:
    """What is drawn upon a row for the moment."""

    chosen: bool = False
    spans: Mapping[tuple[Side, int], Spans] | None = None
    """Styled characters by side and segment number."""
    selected: Callable[[Side, int], tuple[int, int] | None] | None = None
    """Selected characters of a column's text, given its side and length."""
    has_arrows: bool = False
    """Whether arrows move the lower boundaries of its two sides."""
    readings: Sequence[Sequence[Reading]] = ()
    """How each Japanese segment is read, as far as it is known."""


class RowPainter:
    """Paints one row at one width."""

    def __init__(
        self, row: RowModel, number: int, columns: Columns, palette: Palette, decor: Decor
    ) -> None:
        self._row, self._number, self._columns = row, number, columns
        self._palette, self._decor = palette, decor
        self._arrows: set[Side] = {"ja", "en"} if decor.has_arrows else set()
        chosen = palette.over["chosen"] if decor.chosen else Style.null()
        self._plain = palette.base + chosen
        self._places = {
            "ja": piece_places(row.ja, "ja"),
            "en": piece_places(row.en, "en"),
        }
        self._over: Mapping[Stretch, Sequence[Over]] = {}

    def paint(self) -> list[Strip]:
        """All lines of the row."""
        lines = lay_out(self._row, self._columns)
        self._over = over_lines(self._row.ja, lines, self._decor.readings)
        # From below, so that arrows stand at the boundary, or above it where there is no room.
        return [self._line(line) for line in reversed(lines)][::-1]

    def _line(self, line: Line) -> Strip:
        columns = self._columns
        if line == Line():
            return Strip.blank(columns.width, self._palette.base)
        segments = self._gutter(line)
        if columns.stacked:
            segments += self._with_arrows(self._stacked(line), line.side or "en")
        else:
            width = columns.ja + HANG
            read = line.reads
            ja = self._read(read) if read else self._column("ja", line.ja, line.first, width)
            segments += self._with_arrows(ja, "ja")
            segments.append(Segment(f" {glyphs.RULE} ", self._plain + self._palette.over["rule"]))
            en = self._column("en", line.en, line.first, columns.en)
            segments += self._with_arrows(en, "en")
        return Strip(segments).extend_cell_length(columns.width, self._plain)

    def _with_arrows(self, segments: list[Segment], side: Side) -> list[Segment]:
        """With `▴▾` at the end of the line, if they are still to be drawn and there is room."""
        *text, blanks = segments
        if side not in self._arrows or cells(blanks.text) < ARROWS:
            return segments
        self._arrows.discard(side)
        style = self._plain + self._palette.over["cursor"]
        return [
            *text,
            Segment(blanks.text[:-ARROWS], blanks.style),
            *(
                Segment(glyph, style + Style.from_meta({"boundary": (side, step)}))
                for glyph, step in ((glyphs.UP, UP), (glyphs.DOWN, DOWN))
            ),
        ]

    def _stacked(self, line: Line) -> list[Segment]:
        if line.reads:
            return self._read(line.reads)
        if line.side == "ja":
            return self._column("ja", line.ja, line.ja is None, self._columns.ja)
        indent = [Segment(" " * STACKED_INDENT, self._plain)]
        return indent + self._column(
            "en", line.en, line.en is None, self._columns.en - STACKED_INDENT
        )

    def _gutter(self, line: Line) -> list[Segment]:
        cursor = glyphs.CURSOR if self._decor.chosen else " "
        segments = [Segment(cursor, self._plain + self._palette.over["cursor"])]
        if not line.first:
            return [*segments, Segment(" " * (GUTTER - 1), self._plain)]
        row = self._row
        glyph, style = status_mark(row.mark)
        marks = [
            (glyph, style),
            _shape_mark(row),
            _finding_mark(row),
            (glyphs.FLAG, "flag") if row.flags else (" ", "rule"),
            _written_mark(row),
            (glyphs.LATER, "note") if row.later else (" ", "rule"),
        ]
        return segments + [
            Segment(glyph, self._plain + self._palette.over[style]) for glyph, style in marks
        ]

    def _column(self, side: Side, part: Stretch | None, first: bool, width: int) -> list[Segment]:
        pieces = self._row.side(side)
        if part is None:
            text = _nothing_there(side) if first and not pieces else ""
            style = self._plain + self._palette.over["nothing"]
            end = self._places[side][-1] + len(pieces[-1].text) if pieces else 0
            return [Segment(text, style), self._padding(side, end, width - len(text))]
        piece = pieces[part.piece]
        text = piece.text[part.start : part.end].rstrip(_BLANKS)
        begin = self._places[side][part.piece]
        segments = self._indent(part)
        segments += self._text(side, piece, begin, part.start, part.start + len(text))
        used = cells(text) + PART * bool(part.piece)
        return [*segments, self._padding(side, begin + part.end, width - used)]

    def _read(self, part: Stretch) -> list[Segment]:
        """The line of readings above a line; in the mouse's eyes it is the kanji below it."""
        width = self._columns.ja + HANG
        begin = self._places["ja"][part.piece]
        style = self._plain + self._palette.over["reading"]
        segments: list[Segment] = []
        cell, place = 0, part.start
        for at, over in placed(self._over.get(part, ()), width):
            segments.append(self._padding("ja", begin + place, at - cell))
            place = over.place
            meta = Style.from_meta({"offset": (padding_offset("ja", begin + place), self._number)})
            segments.append(Segment(over.text, style + meta))
            cell = at + over.width
        return [*segments, self._padding("ja", begin + place, width - cell)]

    def _indent(self, part: Stretch) -> list[Segment]:
        if not part.piece:
            return []
        glyph = glyphs.PART if not part.start else " "
        return [Segment(f"{glyph} ", self._plain + self._palette.over["rule"])]

    def _padding(self, side: Side, place: int, width: int) -> Segment:
        meta = Style.from_meta({"offset": (padding_offset(side, place), self._number)})
        return Segment(" " * max(0, width), self._plain + meta)

    def _text(self, side: Side, piece: Piece, begin: int, start: int, end: int) -> list[Segment]:
        spans = self._spans(side, piece, begin)
        edges = {start, end} | {edge for a, b, _ in spans for edge in (a, b) if start < edge < end}
        cuts = sorted(edges)
        segments = []
        for a, b in pairwise(cuts):
            style = self._plain + self._palette.over.get(_kind_style(piece.kind), Style.null())
            for first, last, name in spans:
                if first <= a and b <= last:
                    style += self._palette.over[name]
            style += Style.from_meta({"offset": (text_offset(side, begin + a), self._number)})
            segments.append(Segment(piece.text[a:b], style))
        return segments

    def _spans(self, side: Side, piece: Piece, begin: int) -> list[tuple[int, int, str]]:
        spans = list(piece.styles)
        for start, end, name in (self._decor.spans or {}).get((side, piece.number), ()):
            spans += [(*stretch, name) for stretch in piece.drawn(start, end)]
        if self._decor.selected is not None:
            last = self._places[side][-1] + len(self._row.side(side)[-1].text)
            if (span := self._decor.selected(side, last)) is not None:
                spans.append((span[0] - begin, span[1] - begin, "selection"))
        return spans


def status_mark(mark: Mark) -> tuple[str, str]:
    """The mark that says how a link stands, and its style."""
    if mark is Mark.CONFIRMED:
        return glyphs.CONFIRMED, "confirmed"
    return (
        (glyphs.DOUBTFUL, "doubtful") if mark is Mark.DOUBTFUL else (glyphs.SUGGESTED, "suggested")
    )


def _nothing_there(side: Side) -> str:
    name = "Japanese" if side == "ja" else "English"
    return t("{dash} nothing in the {name} {dash}", dash=glyphs.DASH, name=name)


def _shape_mark(row: RowModel) -> tuple[str, str]:
    if row.is_null:
        return glyphs.NOTHING, "nothing"
    return (glyphs.CROSSING, "crossing") if row.crossing else (" ", "rule")


def _finding_mark(row: RowModel) -> tuple[str, str]:
    if row.found:
        grave = row.found in ("major", "critical")
        return glyphs.of_severity(row.found), "found-major" if grave else "found"
    return " ", "rule"


def _written_mark(row: RowModel) -> tuple[str, str]:
    """What a person wrote: another wording before a note."""
    if row.reworded:
        return glyphs.REWORDED, "note"
    return (glyphs.NOTE, "note") if row.noted else (" ", "rule")


def _kind_style(kind: Kind) -> str:
    if kind is Kind.HEADING:
        return "heading"
    return "furniture" if kind is Kind.FURNITURE else ""
