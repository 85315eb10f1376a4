"""The English of a row as it is proposed: struck and inserted words in place. Pure."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from alignbench.domain.text import JOINTS, Segment
from alignbench.domain.word_changes import Piece as Change
from alignbench.domain.word_changes import compare
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.row_model import Piece

_JOINT = len(JOINTS["en"])
NOWHERE = -1
"""The number of a piece that stands for no segment: there is no English yet."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words that are kept, struck or inserted, as they are drawn."""

    change: Change
    before: str = ""
    after: str = ""
    """Signs around the words, or a blank between struck words and those that replace them."""


def runs(old: str, new: str) -> list[Run]:
    """What makes `new` out of `old`, with signs where strokes and colours may not be seen."""
    made: list[Run] = []
    for change in _changes(old, new):
        if change.kind == "kept":
            made.append(Run(change))
        elif glyphs.has_change_signs():
            made.append(Run(change, *(("[-", "-]") if change.kind == "struck" else ("{+", "+}"))))
        else:
            last = made[-1].change if made else None
            touches = (
                last is not None and last.kind == "struck" and change.kind == "inserted"
                and not last.text[-1:].isspace() and not change.text[:1].isspace()
            )  # fmt: skip
            made.append(Run(change, " " if touches else ""))
    return made


@lru_cache(maxsize=256)
def _changes(old: str, new: str) -> tuple[Change, ...]:
    """Asked for each time that a row is measured or drawn."""
    return tuple(compare(old, new))


@dataclass(slots=True)
class _Drawing:
    """A piece that grows."""

    text: str = ""
    places: list[int] = field(default_factory=list)
    styles: list[tuple[int, int, str]] = field(default_factory=list)

    def add(self, run: Run, words: str, *, in_file: bool) -> None:
        words = words if self.text else words.lstrip() if not in_file else words
        start = len(self.text)
        inner = start + len(run.before)
        if in_file:
            self.places += range(inner, inner + len(words))
        self.text += run.before + printable(words) + run.after
        if run.change.kind != "kept":
            self.styles += [
                (start, inner, "sign"),
                (inner, inner + len(words), run.change.kind),
                (inner + len(words), len(self.text), "sign"),
            ]


def proposed_pieces(
    numbers: Sequence[int], segments: Sequence[Segment], proposed: str
) -> tuple[Piece, ...]:
    """The English of a row, a piece for each segment, as `proposed` changes it.

    Inserted words stand in the segment whose words they follow. What is placed on the English as
    the file has it finds its characters by `Piece.places`.
    """
    if not numbers:
        drawing = _Drawing()
        for run in runs("", proposed):
            drawing.add(run, run.change.text, in_file=False)
        return (Piece(NOWHERE, drawing.text, places=(), styles=tuple(drawing.styles)),)
    views = [segment.view for segment in segments]
    begins = [0, *accumulate(len(view) + _JOINT for view in views)][: len(views)]
    drawings = [_Drawing() for _ in views]
    follows_struck = False
    for run in runs(JOINTS["en"].join(views), proposed):
        if run.change.kind == "inserted":
            place = run.change.start - follows_struck
            at = bisect_right(begins, max(0, place)) - 1
            drawings[at].add(run, run.change.text, in_file=False)
        else:
            for at, words in _in_pieces(run.change, begins, views):
                drawings[at].add(run, words, in_file=True)
        follows_struck = run.change.kind == "struck"
    return tuple(
        Piece(number, drawn.text, segment.kind, tuple(drawn.places), tuple(drawn.styles))
        for number, segment, drawn in zip(numbers, segments, drawings, strict=True)
    )


def _in_pieces(
    change: Change, begins: Sequence[int], views: Sequence[str]
) -> Iterator[tuple[int, str]]:
    """The words of a change in each segment; what joins segments is drawn by their lines."""
    for at, (begin, view) in enumerate(zip(begins, views, strict=True)):
        start = max(change.start - begin, 0)
        end = min(change.start + len(change.text) - begin, len(view))
        if start < end:
            yield at, view[start:end]
