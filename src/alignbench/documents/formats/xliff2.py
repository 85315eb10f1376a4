"""XLIFF 2.0 and 2.1."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.documents.formats.inline_codes import inline_pieces
from alignbench.documents.formats.languages import shown
from alignbench.documents.formats.source_target import Elements, Unit, pair_of, source_side
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import child, children, descendants, local, text_in
from alignbench.documents.segmentation.blocks import PairBlock, Piece
from alignbench.domain.text import Location
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_CONFIRMED = frozenset(("reviewed", "final"))


def pairs_of_xliff2(root: "_Element", path: Path, tally: Tally) -> list[PairBlock]:
    """The segments of all files of an XLIFF document, in order. Raises InputError."""
    units = units_of_xliff2(root, tally)
    side = source_side(root.get("srcLang"), root.get("trgLang"), units, path)
    return [pair_of(unit, side, at) for at, unit in enumerate(units)]


def units_of_xliff2(root: "_Element", tally: Tally) -> list[Unit]:
    """The segments of an XLIFF document, in order."""
    units: list[Unit] = []
    for file in children(root, "file"):
        part = (file.get("original") or file.get("id") or "").rpartition("/")[2]
        for unit in descendants(file, "unit"):
            units += _segments(unit, Location(part=part), tally)
    return units


def _segments(unit: "_Element", location: Location, tally: Tally) -> Iterator[Unit]:
    notes = "\n".join(text_in(note).strip() for note in children(child(unit, "notes"), "note"))
    locked = _locked(unit)
    for match in descendants(unit, "match"):
        tally.add(t("proposals of a memory (matches)"), text_in(child(match, "target")))
    number = 0
    for segment in unit:
        if local(segment) not in ("segment", "ignorable"):
            continue
        source = _pieces(child(segment, "source"), tally)
        target = _pieces(child(segment, "target"), tally)
        if not source and not target:
            continue
        number += 1
        state = segment.get("state") or ""
        name = unit.get("name") or unit.get("id") or ""
        sub = segment.get("subState") or ""
        yield Unit(
            source,
            target,
            f"{name}:{segment.get('id') or number}",
            state or ("" if target else "initial"),
            notes if number == 1 else "",
            locked,
            location,
            approved=state in _CONFIRMED,
            fuzzy="fuzzy" in sub,
            elements=Elements(segment, child(segment, "source"), child(segment, "target")),
        )


def _locked(element: "_Element | None") -> bool:
    """Whether a unit is not to be translated, by its own word or that of a group round it."""
    while element is not None:
        said = element.get("translate")
        if said is not None:
            return said == "no"
        element = element.getparent()
    return False


def _pieces(element: "_Element | None", tally: Tally) -> list[Piece]:
    pieces = [] if element is None else inline_pieces(element, tally)
    return pieces if shown(pieces).strip() else []
