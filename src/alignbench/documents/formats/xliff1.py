"""XLIFF 1.2, and what Trados Studio and memoQ add to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.documents.formats.inline_codes import inline_pieces
from alignbench.documents.formats.languages import shown
from alignbench.documents.formats.source_target import Elements, Unit, pair_of, source_side
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import (
    attribute,
    child,
    children,
    descendants,
    local,
    text_in,
)
from alignbench.documents.segmentation.blocks import PairBlock, Piece
from alignbench.domain.text import Location
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_APPROVED = frozenset(("final", "signed-off"))


def pairs_of_xliff1(root: "_Element", path: Path, tally: Tally) -> list[PairBlock]:
    """The pairs of all files of an XLIFF document, in order. Raises InputError."""
    pairs: list[PairBlock] = []
    for file, units in units_of_xliff1(root, tally):
        side = source_side(file.get("source-language"), file.get("target-language"), units, path)
        pairs += [pair_of(unit, side, len(pairs) + at) for at, unit in enumerate(units)]
    return pairs


def units_of_xliff1(root: "_Element", tally: Tally) -> "Iterator[tuple[_Element, list[Unit]]]":
    """The files of an XLIFF document with their units, in order."""
    comments = _trados_comments(root)
    for file in children(root, "file"):
        part = (file.get("original") or "").replace("\\", "/").rpartition("/")[2]
        yield file, list(_units(file, Location(part=part), comments, tally))


def _units(
    file: "_Element", location: Location, comments: dict[str, str], tally: Tally
) -> Iterator[Unit]:
    trados = next(descendants(file, "seg-defs"), None) is not None
    for unit in descendants(file, "trans-unit"):
        source, target = child(unit, "source"), child(unit, "target")
        divided = child(unit, "seg-source")
        for other in children(unit, "alt-trans"):
            tally.add(t("proposals of a memory (alt-trans)"), text_in(child(other, "target")))
        whole = divided if divided is not None else source
        sources = _marked(whole)
        if sources:
            targets = _marked(target)
            for mid, mark in sources.items():
                yield _unit(unit, mark, targets.pop(mid, None), location, mid, comments, tally)
            for mid, mark in targets.items():
                yield _unit(unit, None, mark, location, mid, comments, tally)
        elif trados and divided is None and unit.get("translate") == "no":
            tally.add(t("layout between the segments"), text_in(source))
        elif divided is None or text_in(divided).strip():
            yield _unit(unit, whole, target, location, "", comments, tally)


def _unit(
    unit: "_Element",
    source: "_Element | None",
    target: "_Element | None",
    location: Location,
    mid: str,
    comments: dict[str, str],
    tally: Tally,
) -> Unit:
    definition = trados_definition(unit, mid)
    above = child(unit, "target")
    state = (
        (definition.get("conf") if definition is not None else None)
        or attribute(unit, "status")
        or (above.get("state") if above is not None else None)
        or ""
    )
    locked = unit.get("translate") == "no" or attribute(unit, "locked") in ("locked", "true", "1")
    locked = locked or (definition is not None and definition.get("locked") == "true")
    name = unit.get("resname") or unit.get("id") or ""
    return Unit(
        _pieces(source, tally),
        _pieces(target, tally),
        f"{name}:{mid}" if mid else name,
        state,
        _notes(unit, source, target, comments),
        locked,
        location,
        approved=state in _APPROVED or (unit.get("approved") == "yes" and not state),
        elements=Elements(unit, source, target, mid),
    )


def _pieces(element: "_Element | None", tally: Tally) -> list[Piece]:
    pieces = [] if element is None else inline_pieces(element, tally)
    return pieces if shown(pieces).strip() else []


def _marked(element: "_Element | None") -> "dict[str, _Element]":
    """The segments of a source or target, by their `mid`."""
    if element is None:
        return {}
    return {
        mark.get("mid") or "": mark
        for mark in descendants(element, "mrk")
        if mark.get("mtype") == "seg"
    }


def trados_definition(unit: "_Element", mid: str) -> "_Element | None":
    """What Trados Studio says of a segment."""
    for definitions in children(unit, "seg-defs"):
        for definition in children(definitions, "seg"):
            if definition.get("id") == mid:
                return definition
    return None


def _notes(
    unit: "_Element",
    source: "_Element | None",
    target: "_Element | None",
    comments: dict[str, str],
) -> str:
    notes = [text_in(note).strip() for note in children(unit, "note")]
    for comment in descendants(unit, "comment"):
        parent = comment.getparent()
        if parent is not None and local(parent) == "comments":  # memoQ's
            notes.append(text_in(comment).strip())
    for element in (source, target):
        if element is not None:
            for mark in descendants(element, "mrk"):
                said = comments.get(attribute(mark, "cid") or "")
                if said and mark.get("mtype") == "x-sdl-comment":
                    notes.append(said)
    return "\n".join(dict.fromkeys(filter(None, notes)))


def _trados_comments(root: "_Element") -> dict[str, str]:
    """Comments that Trados Studio keeps at the head of a file, by their ids."""
    return {
        definition.get("id") or "": text_in(definition).strip()
        for definition in descendants(root, "cmt-def")
    }
