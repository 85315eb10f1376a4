"""Blocks in the making: pieces are added as they are met, until the format ends the block."""

from alignbench.documents.segmentation.blocks import Block, Mark, Piece, Ruby
from alignbench.documents.segmentation.kinds import ends_sentence
from alignbench.domain.errors import InputError
from alignbench.domain.text import NOWHERE, Kind, Location
from alignbench.messages import t

TEXT_LIMIT = 20_000_000
"""Characters of one file: twenty long novels."""

_BLANK = " \t\r\n\f\u3000\xa0\u200b\ufeff"


class BlockWriter:
    """Gathers the blocks of a file in reading order."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[Piece] = []
        self._broken = False
        self._length = 0

    @property
    def empty(self) -> bool:
        """Whether nothing has been added since the last block."""
        return not any(shown_of(piece).strip(_BLANK) for piece in self._pieces)

    def add(self, piece: Piece) -> None:
        """A piece of the present block."""
        self._broken = self._broken and not shown_of(piece).strip(" \t\r\n")
        self._pieces.append(piece)

    def line_break(self, kind: Kind, location: Location = NOWHERE) -> None:
        """A line break of the author's: after a sentence's end, or the second, it ends the block.

        Others are there for the look of a line, and the sentence goes on.
        """
        text = "".join(map(shown_of, self._pieces)).rstrip(_BLANK)
        if self._broken or ends_sentence(text):
            self.end(kind, location)
        elif text:
            self._pieces.append("\n")
            self._broken = True

    def end(self, kind: Kind, location: Location = NOWHERE, *, splits: bool | None = None) -> None:
        """The present block is over. Raises InputError: the file has more text than is read."""
        if not self.empty:
            pieces = tuple(self._pieces)
            self._length += sum(len(shown_of(piece)) for piece in pieces)
            if self._length > TEXT_LIMIT:
                raise InputError(
                    t("The file holds more than {limit:,} characters.", limit=TEXT_LIMIT),
                    t("Cut it into several files."),
                )
            self.blocks.append(Block(kind, pieces, location, splits))
        self._pieces = []
        self._broken = False

    def taken(self) -> list[Piece]:
        """The pieces since the last block, which they are not to become."""
        pieces, self._pieces, self._broken = self._pieces, [], False
        return pieces

    def give_back(self, pieces: list[Piece]) -> None:
        """Go on with pieces that were taken."""
        self._pieces = pieces + self._pieces

    def taken_back(self, start: int) -> list[Piece]:
        """The pieces of all blocks from number `start` on, which are blocks no more: a cell's."""
        blocks, self.blocks = self.blocks[start:], self.blocks[:start]
        pieces: list[Piece] = []
        for block in blocks:
            pieces += (["\n"] if pieces else []) + list(block.pieces)
        return pieces


def shown_of(piece: Piece) -> str:
    """What a piece adds to the text."""
    match piece:
        case Ruby():
            return piece.base
        case Mark():
            return piece.shown
        case _:
            return piece
