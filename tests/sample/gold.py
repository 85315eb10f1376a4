"""The sample project's gold links and planted errors, for any test that needs real documents.

Gold is kept as text, not as positions, so that a change in our splitter moves nothing: a gold
segment is found wherever it stands, also when the splitter cuts it finer. Where it cannot be
found, or a segment of the document is in no gold link, `beads` says which and stops.
"""

import csv
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from alignbench.domain.links import Bead
from alignbench.domain.text import Document, Side, Text

DATA = Path(__file__).parents[2] / "data"
HERE = Path(__file__).parent
NAMES = ("commentary", "notice", "story")


@dataclass(frozen=True, slots=True)
class GoldLink:
    """Texts of the segments on both sides; an empty side is a null link."""

    ja: tuple[str, ...]
    en: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlantedError:
    """A mistake made on purpose in the English; `ja` and `en` occur once each in the raw files."""

    document: str
    ja: str
    en: str
    mqm: str
    wrong: str
    check: str


def sample(name: str, side: Side) -> Path:
    """The file of sample document `name` on `side`."""
    (path,) = (DATA / side).glob(f"{name}.*")
    return path


def read_gold(name: str) -> list[GoldLink]:
    """Gold links of sample document `name`, in reading order."""
    path = HERE / "gold" / f"{name}.tsv"
    header, *lines = path.read_text(encoding="utf-8").splitlines()
    assert header == "ja\ten"
    return [GoldLink(*(_segments(cell) for cell in line.split("\t"))) for line in lines]


def planted_errors() -> list[PlantedError]:
    """All planted errors of the sample project."""
    with (HERE / "planted_errors.tsv").open(encoding="utf-8", newline="") as file:
        return [PlantedError(**row) for row in csv.DictReader(file, delimiter="\t")]


def beads(name: str, document: Document) -> list[Bead]:
    """Gold links of `name` as positions in `document`, which was read from the sample files.

    Raises:
        LookupError: a gold text is not in the document, or a segment is in no gold link.
    """
    links = read_gold(name)
    ja = _place([link.ja for link in links], document.ja)
    en = _place([link.en for link in links], document.en)
    return [Bead(*sides) for sides in zip(ja, en, strict=True)]


def folded(text: str) -> str:
    """`text` without white space and emphasis marks, which readers may keep or drop."""
    return re.sub(r"[\s*_#]", "", text)


def _segments(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("⏎")) if cell else ()


def _place(runs: Iterable[Sequence[str]], text: Text) -> list[tuple[int, ...]]:
    views = [folded(segment.view) for segment in text.segments]
    bounds = [0, *accumulate(len(view) for view in views)]
    joined = "".join(views)
    free = set(range(len(views)))
    placed = []
    for run in runs:
        positions: list[int] = []
        for wanted in run:
            found = _find(folded(wanted), joined, bounds, free)
            if not found:
                raise LookupError(f"{text.path}: no segments say {wanted!r}")
            positions += found
            free.difference_update(found)
        placed.append(tuple(positions))
    if free:
        left = text.segments[min(free)].view
        raise LookupError(f"{text.path}: segment {min(free)} is in no gold link: {left!r}")
    return placed


def _find(wanted: str, joined: str, bounds: list[int], free: set[int]) -> list[int]:
    """Positions of the first free segments that together say `wanted`; empty if there are none."""
    start = joined.find(wanted)
    while start >= 0:
        first, last = bisect_left(bounds, start), bisect_left(bounds, start + len(wanted))
        exact = bounds[first] == start and bounds[last] == start + len(wanted)
        if exact and free.issuperset(range(first, last)):
            return list(range(first, last))
        start = joined.find(wanted, start + 1)
    return []
