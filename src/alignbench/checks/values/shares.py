"""Shares said with two numbers: 10人に1人, 100人中85人, 6対4."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

_OF = lazy(r"(?:の(?:うち|中))?に(?:つき|対して|対し|一人の割合で)?\s?|中、?|のうち(?:の|、)?")
_AGAINST = lazy(r"\s?(?:対|:|VS)\s?")
_WHOLE = 100


def with_shares(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """`values` with a share beside every two numbers that make one; its span covers both.

    The parts of a proportion (6対4) get their share of the whole as a further reading.
    """
    more: dict[int, set[Key]] = {}
    shares: list[Value] = []
    for first, second in pairwise(values):
        if not (first.kind == second.kind == Kind.NUMBER and first.amount and second.amount):
            continue
        start, end = first.span.end, second.span.start
        if first.noun and first.noun == second.noun and _OF.fullmatch(text, start, end):
            if second.amount <= first.amount:
                shares.append(_share(text, first, second))
        elif (not first.noun and _AGAINST.fullmatch(text, start, end)) or (
            first.noun == "対" and start == end
        ):
            both = first.amount + second.amount
            for part in (first, second):
                share = part.amount / both
                more.setdefault(id(part), set()).update(
                    (("p", share * _WHOLE), ("n", share), ("x", share))
                )
    if not shares and not more:
        yield from values
        return
    found = [
        value.but(keys=value.keys | more[id(value)]) if id(value) in more else value
        for value in values
    ]
    yield from sorted((*found, *shares), key=lambda value: value.span.start)


def _share(text: str, whole: Value, part: Value) -> Value:
    share = part.amount / whole.amount
    keys: frozenset[Key] = frozenset({("n", share), ("p", share * _WHOLE), ("x", share)})
    span = Span(whole.span.start, part.span.end)
    return Value(Kind.RATIO, share, span, text[span.start : span.end], keys, 0, noun=SHARE)


SHARE = "に"
"""The noun of a value that stands for two others."""


def told_as_shares(agreed: Sequence[tuple[Value, Value]]) -> list[Span]:
    """Where the Japanese has numbers whose share the English tells instead."""
    return [
        ja.span for ja, _ in agreed if ja.noun == SHARE and ja.kind == Kind.RATIO and not ja.weight
    ]
