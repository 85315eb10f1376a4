"""Alignments as text, and how well one agrees with gold: the measures of Sennrich & Volk (2010).

Strict: a linked pair counts if exactly this bead is in the gold. Lax: if it shares at least one
Japanese and one English segment with a gold bead. Null links enter neither; they are scored by
segment on their own. This is what Vecalign's scorer computes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alignbench.domain.errors import InputError
from alignbench.domain.links import Bead
from alignbench.messages import t

_NUMBERS = r"\[ *((?:[0-9]{1,9}(?: *, *[0-9]{1,9})*)?) *\]"
_DECIMAL = r"(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,3})?"
_LINE = re.compile(f"{_NUMBERS}:{_NUMBERS}(?::({_DECIMAL}))?")


@dataclass(frozen=True, slots=True)
class Score:
    """Precision, recall and their harmonic mean; 0 where nothing could be right."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Scores:
    """What `evaluate` finds. `by_shape` maps "1-2" to (gold beads, exactly found, proposed).

    `doubt` is None where the beads scored have no confidence.
    """

    strict: Score
    lax: Score
    null: Score
    by_shape: dict[str, tuple[int, int, int]]
    doubt: "Doubt | None" = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """How honest confidences are.

    `error` is the expected calibration error: how far the share of right beads is from their mean
    confidence, averaged over ten bins of confidence by the number of beads in them (Naeini et
    al., 2015). `caught` is the share of the wrong beads among the tenth that is least sure.
    """

    error: float
    caught: float


def format_bead(bead: Bead) -> str:
    """`[0, 1]:[0]:0.93`: Japanese and English positions, confidence."""
    return f"{list(bead.ja)}:{list(bead.en)}:{bead.confidence:.2f}"


def read_beads(text: str) -> list[Bead]:
    """Beads of lines such as `[0, 1]:[0]:0.93`; the confidence may be missing (then 1).

    Raises:
        InputError: a line that is not a bead.
    """
    beads = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None:
            raise InputError(
                t(
                    "Line {number} is not a link: {line}.",
                    number=number,
                    line=repr(line.strip()[:60]),
                ),
                t("One link a line, such as [0, 1]:[0]:0.93, segments counted from 0."),
            )
        ja, en = (tuple(map(int, group.split(",") if group else ())) for group in match.group(1, 2))
        beads.append(Bead(ja, en, float(match.group(3) or 1)))
    return beads


def evaluate(gold: Sequence[Bead], hypothesis: Sequence[Bead]) -> Scores:
    """Strict and lax scores over linked pairs, scores over null segments, and counts by shape."""
    return Scores(
        strict=Score(_share(hypothesis, gold, _same), _share(gold, hypothesis, _same)),
        lax=Score(_share(hypothesis, gold, _touching), _share(gold, hypothesis, _touching)),
        null=_null_score(gold, hypothesis),
        by_shape=_by_shape(gold, hypothesis),
        doubt=_doubt(gold, hypothesis),
    )


def judged(gold: Iterable[Bead], hypothesis: Iterable[Bead]) -> list[tuple[float, bool]]:
    """Of each bead proposed, its confidence and whether the gold has exactly this bead."""
    known = _same(gold)
    return [(bead.confidence, _identity(bead) in known) for bead in hypothesis]


def doubt(beads: Sequence[tuple[float, bool]], bins: int = 10) -> Doubt:
    """How honest the confidences of `beads`, judged right or wrong, are."""
    off = [0.0] * bins
    for confidence, right in beads:
        off[min(int(confidence * bins), bins - 1)] += confidence - right
    wrong = sum(not right for _, right in beads)
    least = sorted(beads)[: len(beads) // 10]
    caught = sum(not right for _, right in least)
    return Doubt(sum(map(abs, off)) / max(len(beads), 1), caught / wrong if wrong else 1.0)


def _doubt(gold: Sequence[Bead], hypothesis: Sequence[Bead]) -> Doubt | None:
    if all(bead.confidence == 1.0 for bead in hypothesis):
        return None
    return doubt(judged(gold, hypothesis))


def _identity(bead: Bead) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return tuple(sorted(bead.ja)), tuple(sorted(bead.en))


def _same(beads: Iterable[Bead]) -> set[object]:
    return {_identity(bead) for bead in beads}


def _touching(beads: Iterable[Bead]) -> set[object]:
    return {(ja, en) for bead in beads for ja in bead.ja for en in bead.en}


def _share(of: Sequence[Bead], among: Sequence[Bead], view: object) -> float:
    """Share of the linked beads `of` that are found `among` the others under `view`."""
    assert view in (_same, _touching)
    linked = [bead for bead in of if not bead.is_null]
    known = _same(among) if view is _same else _touching(among)
    look = _same if view is _same else _touching
    found = sum(1 for bead in linked if not known.isdisjoint(look([bead])))
    return found / len(linked) if linked else 0.0


def _null_segments(beads: Iterable[Bead]) -> set[tuple[str, int]]:
    nulls = [bead for bead in beads if bead.is_null]
    return {("ja", ja) for bead in nulls for ja in bead.ja} | {
        ("en", en) for bead in nulls for en in bead.en
    }


def _null_score(gold: Sequence[Bead], hypothesis: Sequence[Bead]) -> Score:
    wanted, given = _null_segments(gold), _null_segments(hypothesis)
    both = len(wanted & given)
    return Score(both / len(given) if given else 0.0, both / len(wanted) if wanted else 0.0)


def _by_shape(gold: Sequence[Bead], hypothesis: Sequence[Bead]) -> dict[str, tuple[int, int, int]]:
    known = _same(gold)
    counts: dict[str, list[int]] = {}
    for bead in gold:
        counts.setdefault(f"{len(bead.ja)}-{len(bead.en)}", [0, 0, 0])[0] += 1
    for bead in hypothesis:
        entry = counts.setdefault(f"{len(bead.ja)}-{len(bead.en)}", [0, 0, 0])
        entry[1] += _identity(bead) in known
        entry[2] += 1
    return {shape: (entry[0], entry[1], entry[2]) for shape, entry in sorted(counts.items())}
