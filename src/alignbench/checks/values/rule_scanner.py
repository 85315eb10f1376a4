"""Reading values out of a text rule by rule: what a rule has read is blanked for the next."""

import re
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction

from alignbench.checks.values.model import Key, Kind, Value
from alignbench.domain.text import Span

Add = Callable[[Value], None]
Rule = tuple[re.Pattern[str], Callable[[re.Match[str]], Iterator[Value]]]


def consumed(text: str, rules: Iterable[Rule], add: Add) -> str:
    """`text` with all that the rules read blanked out; their values are handed to `add`."""
    for pattern, read in rules:
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
    match: re.Match[str], kind: Kind, amount: Fraction, keys: set[Key], weight: int, **more: object
) -> Value:
    """A value that stands where `match` does; `more` are further fields."""
    return Value(kind, amount, Span(*match.span()), match[0], frozenset(keys), weight).but(**more)
