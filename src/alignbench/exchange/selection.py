"""Which pairs an export holds, and an account of those it does not."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from alignbench.domain.links import Status
from alignbench.exchange.pair import Pair


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many pairs did not come through, and why: a clause for people."""

    count: int
    why: str

    def __str__(self) -> str:
        return f"{self.count} left out: {self.why}"


@dataclass(frozen=True, slots=True)
class Bitext:
    """Pairs in reading order, and what was left out on the way."""

    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...] = ()


def select(
    pairs: Iterable[Pair], statuses: Collection[Status], *, both_sides: bool = False
) -> Bitext:
    """The pairs of these statuses; with `both_sides`, null links are left out as well."""
    kept: list[Pair] = []
    reasons: Counter[str] = Counter()
    for pair in pairs:
        if pair.status not in statuses:
            reasons[f"{pair.status.value}, not {_either(statuses)}"] += 1
        elif both_sides and pair.is_null:
            reasons["one side is empty, which this format cannot hold"] += 1
        else:
            kept.append(pair)
    return Bitext(tuple(kept), tuple(LeftOut(count, why) for why, count in reasons.items()))


def _either(statuses: Collection[Status]) -> str:
    return " or ".join(status.value for status in Status if status in statuses)
