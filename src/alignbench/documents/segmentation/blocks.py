"""Blocks to a Text: for formats whose files are no text, such as DOCX, XLSX or EPUB.

A reader of such a format gives blocks, one a paragraph, heading, cell or cue, in reading order.
The content of the text they make is what is read, a block a line.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alignbench.documents.segmentation.bounds import check_passages
from alignbench.documents.segmentation.markup import SPACE, joined_lines
from alignbench.documents.segmentation.passages import Passage, segments_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText, FilePair, PairState
from alignbench.domain.text import (
    NOWHERE,
    Kind,
    LeftOut,
    Location,
    Placeholder,
    PlaceholderKind,
    Reading,
    Side,
    Text,
)
from alignbench.language.mapped import identity
from alignbench.language.normalise import printable, without_controls


@dataclass(frozen=True, slots=True)
class Ruby:
    """Characters with their reading over them."""

    base: str
    reading: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder: what is shown of it (perhaps nothing), and what the file has there."""

    shown: str
    kind: PlaceholderKind
    source: str = ""


Piece = str | Ruby | Mark


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, cell or the like.

    Line ends inside a piece are wraps: they are read as a space, or as nothing between Japanese
    characters; in CODE they are kept. `splits` is whether it is cut into sentences; None leaves
    that to its kind.
    """

    kind: Kind
    pieces: tuple[Piece, ...]
    location: Location = NOWHERE
    splits: bool | None = None


@dataclass(frozen=True, slots=True)
class PairBlock:
    """A pair of a bilingual file; each side is one segment, an empty side none."""

    ja: tuple[Piece, ...]
    en: tuple[Piece, ...]
    state: PairState = PairState.DRAFT
    note: str = ""
    id: str = ""
    state_in_file: str = ""
    locked: bool = False
    kind: Kind = Kind.SENTENCE
    location: Location = NOWHERE
    place: int = -1


def text_of_blocks(
    file: SourceFile,
    side: Side,
    format: str,
    blocks: Iterable[Block],
    left_out: Sequence[LeftOut] = (),
    *,
    encoding: str = "",
) -> Text:
    """The text that blocks make; `format` is the reader's name, `encoding` one that it decoded."""
    lines: list[str] = []
    passages: list[Passage] = []
    at = 0
    for block in blocks:
        passage, line = _passage(block, at)
        if passage.view.text:
            passages.append(passage)
            lines.append(line)
            at += len(line) + 1
    check_passages(file, passages)
    content = "".join(f"{line}\n" for line in lines)
    paragraphs, segments = segments_of(content, passages, side)
    return Text(
        side,
        content,
        file.sha256,
        encoding,
        file.name,
        paragraphs,
        segments,
        format,
        tuple(left_out),
    )


def bilingual_of(
    file: SourceFile,
    format: str,
    pairs: Iterable[PairBlock],
    left_out: Sequence[LeftOut] = (),
    *,
    encoding: str = "",
) -> BilingualText:
    """The two texts that pairs make, and which of their segments belong together."""
    sides: dict[Side, list[Block]] = {"ja": [], "en": []}
    made: list[FilePair] = []
    for pair in pairs:
        places: dict[Side, tuple[int, ...]] = {}
        for side, blocks in sides.items():
            pieces = pair.ja if side == "ja" else pair.en
            block = Block(pair.kind, pieces, pair.location, splits=False)
            shown = bool(_passage(block, 0)[0].view.text)
            places[side] = (len(blocks),) if shown else ()
            if shown:
                blocks.append(block)
        if places["ja"] or places["en"]:
            made.append(
                FilePair(
                    places["ja"],
                    places["en"],
                    pair.state,
                    pair.note,
                    pair.id,
                    pair.state_in_file,
                    pair.locked,
                    pair.place,
                )
            )
    ja = text_of_blocks(file, "ja", format, sides["ja"], encoding=encoding)
    en = text_of_blocks(file, "en", format, sides["en"], encoding=encoding)
    return BilingualText(ja, en, tuple(made), tuple(left_out))


def _passage(block: Block, at: int) -> tuple[Passage, str]:
    """A block as a passage that begins at `at` of the content, and its characters there."""
    line = ""
    placeholders: list[Placeholder] = []
    readings: list[Reading] = []
    for piece in block.pieces:
        start = at + len(line)
        match piece:
            case str():
                line += piece
            case Ruby():
                line += piece.base
                readings.append(Reading(start, at + len(line), piece.reading))
            case Mark():
                line += piece.shown
                placeholders.append(Placeholder(start, at + len(line), piece.kind, piece.source))
    view = identity(line, at)
    if block.kind is Kind.CODE:
        view = without_controls(view).strip("\n")
    else:
        view = printable(joined_lines(view)).strip(SPACE)
    passage = Passage(
        at,
        at + len(line),
        block.kind,
        view,
        (),
        tuple(placeholders),
        tuple(readings),
        block.location,
        block.splits,
    )
    return passage, line
