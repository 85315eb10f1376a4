"""People's decisions as the lattice must keep them.

A segment of a fixed bead may be covered by that bead alone. Where the bead fits into a monotone
path the path may pass through it, at a premium; where it does not (it crosses, or its segments
are not neighbours) the path steps over its segments, and the bead is put back afterwards. So
fixed beads hold exactly, whatever they are, and one that crosses does not cut the document.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Floats, Ints
from alignbench.domain.errors import EditError
from alignbench.domain.links import Bead, Constraints
from alignbench.messages import t

PREMIUM = 30.0
"""Log weight for passing through a fixed bead: worth about three good links."""


@dataclass(frozen=True, slots=True)
class Decisions:
    """Constraints by segment. `held_ja` (n,) and `held_en` (m,) mark segments of fixed beads."""

    held_ja: NDArray[np.bool_]
    held_en: NDArray[np.bool_]
    fixed: tuple[Bead, ...]
    forbidden: tuple[Bead, ...]

    def through(self) -> Iterator[Bead]:
        """Fixed links a monotone path can pass through."""
        return (bead for bead in self.fixed if bead.ja and bead.en and _runs(bead))

    def points(self) -> list[tuple[int, int]]:
        """The last segments of links that a path can pass through: they should lead it."""
        return [(bead.ja[-1], bead.en[-1]) for bead in self.through()]

    def barred(self) -> Iterator[Bead]:
        """Forbidden beads a monotone path could contain, null links one segment at a time."""
        for bead in self.forbidden:
            if bead.is_null and len(bead.ja) + len(bead.en) > 1:
                continue
            if _runs(bead):
                yield bead


def read_decisions(constraints: Constraints, ja: int, en: int) -> Decisions:
    """Check constraints against a document of `ja` and `en` segments.

    Raises:
        EditError: a segment that does not exist, or is in two fixed beads, or a bead both fixed
            and forbidden.
    """
    held_ja, held_en = np.zeros(ja, dtype=np.bool_), np.zeros(en, dtype=np.bool_)
    barred = {(frozenset(bead.ja), frozenset(bead.en)) for bead in constraints.forbidden}
    for bead in constraints.fixed:
        if (frozenset(bead.ja), frozenset(bead.en)) in barred:
            raise EditError(
                t(
                    "The link {list}:{list2} is both kept and rejected.",
                    list=list(bead.ja),
                    list2=list(bead.en),
                )
            )
        for held, members, side in ((held_ja, bead.ja, "Japanese"), (held_en, bead.en, "English")):
            for member in members:
                if not 0 <= member < len(held):
                    raise EditError(
                        t("There is no {side} segment {member}.", side=side, member=member)
                    )
                if held[member]:
                    raise EditError(
                        t("{side} segment {member} is in two kept links.", side=side, member=member)
                    )
                held[member] = True
    return Decisions(held_ja, held_en, tuple(constraints.fixed), tuple(constraints.forbidden))


def _runs(bead: Bead) -> bool:
    """Whether both sides are unbroken runs."""
    return all(list(side) == list(range(side[0], side[0] + len(side))) for side in _sides(bead))


def _sides(bead: Bead) -> tuple[tuple[int, ...], ...]:
    return tuple(side for side in (bead.ja, bead.en) if side)


def covered(held: NDArray[np.bool_], ends: Ints, count: int) -> NDArray[np.bool_]:
    """Whether any of the `count` segments before each of `ends` is held."""
    running = np.concatenate([[0], np.cumsum(held)])
    high = np.clip(ends, 0, len(held))
    low = np.clip(ends - count, 0, len(held))
    return np.asarray(running[high] > running[low])


def constrain(
    scores: Floats, ja: Ints, en: Ints, shapes: tuple[tuple[int, int], ...], decisions: Decisions
) -> None:
    """Write the decisions into `scores` (..., T, W), whose nodes are `ja`, `en` (..., W)."""
    if not (decisions.fixed or decisions.forbidden):
        return
    for number, (a, b) in enumerate(shapes):
        held = covered(decisions.held_ja, ja, a) | covered(decisions.held_en, en, b)
        layer = scores[..., number, :]
        layer[held] = 0.0 if a + b == 1 else -np.inf
    starts = {shape: number for number, shape in enumerate(shapes)}
    for bead in decisions.through():
        shape = len(bead.ja), len(bead.en)
        if shape in starts:
            scores[..., starts[shape], :][(ja == bead.ja[-1] + 1) & (en == bead.en[-1] + 1)] = (
                PREMIUM
            )
    for bead in decisions.barred():
        shape = len(bead.ja), len(bead.en)
        if shape in starts:
            here = np.ones(ja.shape, dtype=np.bool_)
            here &= (ja == bead.ja[-1] + 1) if bead.ja else True
            here &= (en == bead.en[-1] + 1) if bead.en else True
            scores[..., starts[shape], :][here] = -np.inf
