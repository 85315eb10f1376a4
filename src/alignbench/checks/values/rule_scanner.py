"""Reading values out of a text rule by rule: what a rule has read is blanked for the next."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

Add = Callable[[Value], None]
DIGITS = "0123456789"


class Rule(NamedTuple):
    """What a kind of value looks like, and how it is read."""

    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Iterator[Value]]
    signs: Sequence[str] = ()
    """Strings in lower case of which a text must have one, if there are any: to look for them costs
    far less than to look for the pattern."""
    hint: re.Pattern[str] | None = None
    """A plain pattern that a text must match too, where strings do not tell enough."""


def consumed(text: str, rules: Iterable[Rule], add: Add) -> str:
    """`text` with all that the rules read blanked out; their values are handed to `add`."""
    lower = text.lower()
    has = lower.__contains__
    characters = frozenset(lower)
    for pattern, read, signs, hint in rules:
        if signs:
            if signs.__class__ is str:
                if characters.isdisjoint(signs):
                    continue
            elif not any(map(has, signs)):
                continue
        if hint and not hint.search(text):
            continue
        text = pattern.sub(lambda match, read=read: _replaced(match, read, add), text)  # type: ignore[misc]
    return text


def _replaced(
    match: re.Match[str], read: Callable[[re.Match[str]], Iterator[Value]], add: Add
) -> str:
    found = list(read(match))
    for value in found:
        add(value)
    return "\x00" * len(match[0]) if found else match[0]


def value_of(
    match: re.Match[str],
    kind: Kind,
    amount: Fraction,
    keys: set[Key],
    weight: int,
    *,
    span: Span | None = None,
    text: str = "",
    **more: object,
) -> Value:
    """A value that stands where `match` does, or at `span`; `more` are further fields."""
    at, written = span or Span(*match.span()), text or match[0]
    return Value(kind, amount, at, written, frozenset(keys), weight, **more)  # type: ignore[arg-type]
