"""Which pairs an export holds, and an account of those it does not."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from alignbench.domain.links import Status
from alignbench.exchange.pair import Pair
from alignbench.messages import Message, t

CONFIRMED = frozenset({Status.CONFIRMED})


@dataclass(frozen=True, slots=True)
class LeftOut:
    """How many pairs did not come through, and why: a clause for people."""

    count: int
    why: str

    def __str__(self) -> str:
        return t("{count:,} left out: {why}", count=self.count, why=self.why)


@dataclass(frozen=True, slots=True)
class Bitext:
    """Pairs in reading order, and what was left out on the way."""

    pairs: tuple[Pair, ...]
    left_out: tuple[LeftOut, ...] = ()


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which pairs are wanted; None: whatever they are.

    `kinds` are link shapes: `1-1`, `1-n`, `n-1`, `n-n`, `null`. Confidence is compared for links
    that have one: what was linked by hand has none and passes. `code` lets through what nobody
    translates.
    """

    statuses: frozenset[Status] = CONFIRMED
    both_sides: bool = False
    flagged: bool | None = None
    found: bool | None = None
    lowest: float | None = None
    highest: float | None = None
    kinds: frozenset[str] | None = None
    code: bool = False


def select(pairs: Iterable[Pair], wanted: Wanted) -> Bitext:
    """The wanted pairs, and how many of the others were left out for which first reason."""
    kept: list[Pair] = []
    reasons: Counter[str] = Counter()
    for pair in pairs:
        why = _why_not(pair, wanted)
        if why is None:
            kept.append(pair)
        else:
            reasons[why] += 1
    return Bitext(tuple(kept), tuple(LeftOut(count, why) for why, count in reasons.items()))


def kind_of(pair: Pair) -> str:
    """The shape of a pair's link, by the names people filter by."""
    if pair.is_null:
        return "null"
    return "-".join("1" if len(side) == 1 else "n" for side in (pair.ja_segments, pair.en_segments))


def _why_not(pair: Pair, wanted: Wanted) -> Message | None:
    """The first reason that keeps a pair out; None if it is wanted."""
    if pair.status not in wanted.statuses:
        either = " or ".join(status.value for status in Status if status in wanted.statuses)
        return t("{status}, not {wanted}", status=pair.status.value, wanted=either)
    if wanted.both_sides and pair.is_null:
        return t("one side is empty, which this format cannot hold")
    if pair.is_code and not wanted.code:
        return t("code, which nobody translates")
    if wanted.flagged is not None and bool(pair.flags) is not wanted.flagged:
        return t("flagged") if pair.flags else t("not flagged")
    if wanted.found is not None and bool(pair.findings) is not wanted.found:
        return t("with findings") if pair.findings else t("without findings")
    if wanted.kinds is not None and kind_of(pair) not in wanted.kinds:
        return t("links of another kind")
    highest = 1.0 if wanted.highest is None else wanted.highest
    if pair.confidence is not None and not (wanted.lowest or 0.0) <= pair.confidence <= highest:
        return t("confidence outside the bounds")
    return None
