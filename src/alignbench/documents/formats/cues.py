"""Cues of subtitles, and the sentences that run over several of them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.documents.formats.languages import shown, side_of_text
from alignbench.documents.segmentation.blocks import Block, PairBlock, Piece
from alignbench.domain.text import Kind, Location, Side
from alignbench.language.normalise import has_japanese

LONGEST_GAP = 2_000
"""Milliseconds between two cues of one sentence."""
MOST = 6
"""Cues of one sentence."""
SHARE = 0.4
"""Of a Japanese file's cues that must end as sentences do; many files have no 。 at all."""

BILINGUAL = 0.8
"""Of a file's cues that must show both languages, one above the other."""

_ENDS = re.compile(r"[。．.!?！？…‥―—♪♬」』）)\"”~〜～]\s*$")
_STARTS_ANEW = re.compile(r"^\s*(?:[-–—―・「『（(\[♪♬>＞]|[^\s：:]{1,12}[：:])")


@dataclass(frozen=True, slots=True)
class Cue:
    """What is shown from `start` to `end`, in milliseconds; each line one speaker's."""

    start: int
    end: int
    pieces: tuple[Piece, ...]
    speaker: str = ""


def blocks_of_cues(cues: Sequence[Cue]) -> list[Block]:
    """A block for each cue, or for each sentence where it goes on in the next cue."""
    japanese = [cue for cue in cues if has_japanese(shown(cue.pieces))]
    ended = sum(bool(_ENDS.search(shown(cue.pieces))) for cue in japanese)
    sentences = ended >= SHARE * len(japanese)
    groups: list[list[Cue]] = []
    for cue in cues:
        if groups and _goes_on(groups[-1], cue, sentences):
            groups[-1].append(cue)
        else:
            groups.append([cue])
    return [_block(group) for group in groups]


def _goes_on(group: Sequence[Cue], cue: Cue, sentences: bool) -> bool:
    before, after = shown(group[-1].pieces).strip(), shown(cue.pieces).strip()
    if cue.speaker != group[-1].speaker:
        return False
    if len(group) >= MOST or not 0 <= cue.start - group[-1].end <= LONGEST_GAP:
        return False
    if _ENDS.search(before) or _STARTS_ANEW.match(after) or not before:
        return False
    if has_japanese(before):
        return has_japanese(after) and (sentences or before.endswith("、"))
    return after[:1].islower() or before.endswith(",")


def _block(group: Sequence[Cue]) -> Block:
    pieces: list[Piece] = []
    for cue in group:
        pieces += (["\n"] if pieces else []) + list(cue.pieces)
    return Block(Kind.CUE, tuple(pieces), Location(time=(group[0].start, group[-1].end)))


def pairs_of_cues(cues: Sequence[Cue]) -> list[PairBlock] | None:
    """A pair for each cue, where nearly every cue shows both languages on lines of their own."""
    pairs: list[PairBlock] = []
    both = 0
    for cue in cues:
        sides: dict[Side | None, list[Piece]] = {}
        for line in _lines(cue.pieces):
            side = side_of_text(shown(line))
            held = sides.setdefault(side, [])
            held += (["\n"] if held else []) + line
        ja, en = sides.get("ja", []), sides.get("en", [])
        both += bool(ja and en)
        ja = [*sides.get(None, []), *ja]
        location = Location(time=(cue.start, cue.end))
        pairs.append(PairBlock(tuple(ja), tuple(en), kind=Kind.CUE, location=location))
    return pairs if both >= BILINGUAL * len(cues) else None


def _lines(pieces: Sequence[Piece]) -> list[list[Piece]]:
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        parts = piece.split("\n") if isinstance(piece, str) else [piece]
        for number, part in enumerate(parts):
            if number:
                lines.append([])
            if part != "":
                lines[-1].append(part)
    return [line for line in lines if shown(line).strip()]
