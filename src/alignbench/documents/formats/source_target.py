"""Pairs of a source and a target, whichever of the two is Japanese."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.documents.formats.languages import (
    not_japanese,
    shown,
    side_of_code,
    side_of_text,
)
from alignbench.documents.formats.states import state_of
from alignbench.documents.segmentation.blocks import PairBlock, Piece
from alignbench.domain.bilingual import PairState
from alignbench.domain.text import NOWHERE, Location, Side

if TYPE_CHECKING:
    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Elements:
    """What makes a unit in an XML file: the element with its state, its source and its target.

    `segment` is what the file calls the unit's part of it, where it has several.
    """

    unit: "_Element"
    source: "_Element | None"
    target: "_Element | None"
    segment: str = ""


@dataclass(frozen=True, slots=True)
class Unit:
    """A source and its translation, as a file has them."""

    source: Sequence[Piece]
    target: Sequence[Piece]
    id: str = ""
    state: str = ""
    note: str = ""
    locked: bool = False
    location: Location = NOWHERE
    approved: bool = False
    fuzzy: bool = False
    elements: Elements | None = None


def source_side(source: str | None, target: str | None, units: Sequence[Unit], path: Path) -> Side:
    """Which side the sources are: by the languages that a file names, else by what they say.

    Raises:
        InputError: the file names two other languages.
    """
    first, second = side_of_code(source), side_of_code(target)
    if source and target and None in (first, second):
        raise not_japanese(path)
    if first is not None:
        return first
    if second is not None:
        return "en" if second == "ja" else "ja"
    japanese = sum(side_of_text(shown(unit.source)) == "ja" for unit in units)
    targets = sum(side_of_text(shown(unit.target)) == "ja" for unit in units)
    return "ja" if japanese > targets else "en"


def pair_of(unit: Unit, side: Side, place: int) -> PairBlock:
    """A unit as a pair; `side` is that of its source, `place` its number in the file.

    A target that only repeats the source and is not yet translated is no translation.
    """
    target = tuple(unit.target)
    state = PairState.CONFIRMED
    has_target = bool(shown(target).strip()) and bool(shown(unit.source).strip())
    if not unit.approved or not has_target:
        state = state_of(unit.state, translated=has_target)
    if unit.fuzzy and state is PairState.CONFIRMED:
        state = PairState.DRAFT
    copied = shown(target).strip() == shown(unit.source).strip()
    if state is PairState.UNTRANSLATED and copied:
        target = ()
    elif state is PairState.UNTRANSLATED and has_target:
        state = PairState.DRAFT
    sides = (tuple(unit.source), target)
    ja, en = sides if side == "ja" else sides[::-1]
    return PairBlock(
        ja,
        en,
        state,
        unit.note,
        unit.id,
        unit.state,
        unit.locked,
        location=unit.location,
        place=place,
    )
