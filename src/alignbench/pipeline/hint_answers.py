"""What people answered to hints in a document, and by how much it moves the hints to come.

A hint is right with some chance. Before anybody answers, that chance is taken to be `USUAL`; each
answer moves it as in a beta distribution whose prior counts for so many answers. The move in log
odds is added to the risk of the pairs still open: a document whose hints are mostly wrong gets
fewer of them, and so does a reason that is mostly wrong there. Nothing is trained, and an answer
that is taken back is forgotten.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

USUAL = 0.5
"""The chance that a hint is right, as long as nobody has said so."""
DOCUMENT_PRIOR = 8.0
"""Answers that the usual chance counts for in a whole document."""
KIND_PRIOR = 6.0
"""Answers that the document's chance counts for among hints of one reason."""
FARTHEST = 2.0
"""Log odds that answers move a risk by at most, so that nothing falls silent for good."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person said of one hint: the kind of error it named, and whether it was one."""

    kind: str
    was_right: bool


@dataclass(frozen=True, slots=True)
class Shift:
    """By how much the risk of a pair moves: for its document, and beyond that for its kind."""

    document: float = 0.0
    kinds: Mapping[str, float] = field(default_factory=dict)

    def of(self, kind: str) -> float:
        """The move of a pair whose first reason is `kind`, in log odds; never past `FARTHEST`."""
        return _bounded(self.document + self.kinds.get(kind, 0.0))


def shift(answers: Iterable[Answer]) -> Shift:
    """The moves that answers ask for; none without answers."""
    by_kind: dict[str, list[bool]] = {}
    for answer in answers:
        by_kind.setdefault(answer.kind, []).append(answer.was_right)
    every = [right for said in by_kind.values() for right in said]
    if not every:
        return Shift()
    here = _chance(every, USUAL, DOCUMENT_PRIOR)
    kinds = {
        kind: _odds(_chance(said, here, KIND_PRIOR)) - _odds(here) for kind, said in by_kind.items()
    }
    return Shift(_bounded(_odds(here) - _odds(USUAL)), kinds)


def _chance(said: list[bool], prior: float, strength: float) -> float:
    """The mean of a beta distribution after `said`."""
    return (strength * prior + sum(said)) / (strength + len(said))


def _odds(chance: float) -> float:
    return math.log(chance / (1.0 - chance))


def _bounded(move: float) -> float:
    return min(max(move, -FARTHEST), FARTHEST)
