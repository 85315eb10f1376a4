"""The texts of an RTF file that have paragraphs of their own: the body, notes, text boxes."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from alignbench.documents.formats.block_writer import BlockWriter, shown_of
from alignbench.documents.formats.rows import Row, filled_rows
from alignbench.documents.segmentation.blocks import Block, Mark, Piece
from alignbench.domain.text import NOWHERE, Kind, Location, PlaceholderKind


@dataclass(slots=True)
class _Story:
    writer: BlockWriter = field(default_factory=BlockWriter)
    note: str = ""
    boxes: list[Block] = field(default_factory=list)
    """Text boxes of the present paragraph, which stand after it."""

    @property
    def location(self) -> Location:
        return Location(footnote_of=self.note) if self.note else NOWHERE


class Stories:
    """The body and what is open in it, one inside another; the tables of the body."""

    def __init__(self) -> None:
        self.tables: list[list[list[list[Piece]]]] = []
        self.notes: list[Block] = []
        self._open = [_Story()]
        self._count = 0
        self._outside: list[str] = []
        self._row: list[list[Piece]] = []
        self._cell = 0
        """How many blocks of the body stand before the present cell."""
        self._table_is_over = True

    @property
    def blocks(self) -> list[Block]:
        """The body, then the notes."""
        return [*self._open[0].writer.blocks, *self.notes]

    @property
    def in_note(self) -> bool:
        """Whether what comes stands in a note."""
        return bool(self._open[-1].note)

    def add(self, piece: Piece) -> None:
        """A piece of the present paragraph."""
        self._open[-1].writer.add(piece)

    def begin(self, *, note: bool) -> None:
        """A note, whose mark stays in the text, or a text box."""
        story = _Story()
        if note:
            self._count += 1
            story.note = str(self._count)
            self.add(Mark("", PlaceholderKind.NOTE_MARK, story.note))
        self._open.append(story)

    def finish(self, kind: Kind) -> None:
        """The present story is over."""
        if len(self._open) > 1:
            self.paragraph_ends(kind, in_table=False)
            story = self._open.pop()
            if story.note:
                self.notes += story.writer.blocks
            else:
                self._open[-1].boxes += story.writer.blocks

    def line_break(self, kind: Kind) -> None:
        """A line break of the author's."""
        self._open[-1].writer.line_break(kind, self._open[-1].location)

    def paragraph_ends(self, kind: Kind, *, in_table: bool) -> None:
        """The present paragraph is over; its text boxes follow."""
        story = self._open[-1]
        start = len(story.writer.blocks)
        story.writer.end(kind, story.location)
        fresh = story.writer.blocks[start:]
        story.writer.blocks += story.boxes
        if len(self._open) == 1 and (fresh or story.boxes) and not in_table:
            self._outside += map(_shown, (*fresh, *story.boxes))
            self._cell, self._table_is_over = len(story.writer.blocks), True
        story.boxes = []

    def cell_ends(self, *, nested: bool) -> None:
        """The present cell is over; one of a table in a cell is a paragraph of that cell."""
        self.paragraph_ends(Kind.CELL, in_table=True)
        if len(self._open) == 1 and not nested:
            blocks = self._open[0].writer.blocks
            pieces: list[Piece] = []
            for block in blocks[self._cell :]:
                pieces += (["\n"] if pieces else []) + list(block.pieces)
            self._row.append(pieces)
            self._cell = len(blocks)

    def row_ends(self) -> None:
        """The present row is over."""
        if len(self._open) == 1 and self._row:
            if self._table_is_over:
                self.tables.append([])
                self._table_is_over = False
            self.tables[-1].append(self._row)
            self._row = []

    def rows(self) -> Iterable[list[Row]]:
        """The tables of the body, cell by cell."""
        for table in self.tables:
            yield filled_rows(((range(len(row)), row) for row in table), lambda cell: cell)

    def outside_tables(self) -> list[str]:
        """The text that stands in no table, and the notes."""
        return [*self._outside, *map(_shown, self.notes)]


def _shown(block: Block) -> str:
    return "".join(map(shown_of, block.pieces))
