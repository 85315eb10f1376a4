"""Vague numbers of English: several, dozens, hundreds of thousands."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_nouns import PERIODS, noun_after
from alignbench.checks.values.rule_scanner import value_of
from alignbench.checks.values.value import Bound, Key, Kind, Value

VAGUE = lazy(
    r"\b(?:(?P<several>several|a\s+few|few|a\s+couple\s+of|some|a\s+number\s+of|many|multiple|various)(?:[\s-]+(?P<p>hundred|thousand|million|billion|dozen|ten)s?(?:\s+of)?(?:\s+(?P<p2>thousand|million)s?)?)?"
    r"|(?P<tens>dozens|scores|tens)(?:\s+of(?:\s+(?P<q>thousand|million|billion)s)?)?|(?P<h>hundreds|thousands|millions|billions|trillions)(?:\s+of(?:\s+(?P<r>thousand|million|billion)s)?)?"
    r"|(?P<teen>a\s+dozen\s+or\s+so|a\s+dozen\s+or\s+more|(?<!no\s)(?<!not\s)(?<!never\s)(?:a\s+little\s+)?(?:more|over)\s+(?:than\s+)?(?:ten|10|a\s+dozen)|ten[\s-]odd|ten\s+or\s+(?:so|more)|about\s+a\s+dozen))\b",
    re.I,
)
_POWERS = {
    "hundred": 100,
    "thousand": 1000,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "dozen": 10,
    "ten": 10,
}
VAGUE_WORDS = frozenset(
    [
        "several",
        "few",
        "couple",
        "some",
        "number",
        "many",
        "multiple",
        "various",
        "dozens",
        "scores",
        "tens",
        "hundreds",
        "thousands",
        "millions",
        "billions",
        "trillions",
        "dozen",
        "ten",
        "more",
        "over",
        "little",
    ]
)
"""Words of which a text must have one before the pattern is tried."""


def vague(match: re.Match[str]) -> Iterator[Value]:
    """The power of ten that the words say."""
    if match["teen"]:
        power = Fraction(11)
    elif match["several"]:
        power = Fraction(_POWERS.get((match["p"] or "").lower(), 1))
        power *= _POWERS.get((match["p2"] or "").lower(), 1)
        power *= PERIODS.get(noun_after(match.string, match.end()), 1)
        if power == 1 and match["several"].lower() in ("some", "few", "many", "various"):
            keys: set[Key] = {("v", power)}
            yield value_of(match, Kind.VAGUE, power, keys, 0, noun="some")
            return
    elif match["tens"]:
        power = Fraction(10) * _POWERS.get((match["q"] or "").lower(), 1)
    else:
        head = match["h"].lower().rstrip("s")
        power = Fraction(_POWERS[head]) * _POWERS.get((match["r"] or "").lower(), 1)
    keys = {("v", power)}
    if match["teen"]:
        keys |= {("n", Fraction(12 if "dozen" in match["teen"] else 10))}
    teen = (match["teen"] or "").lower()
    yield value_of(
        match,
        Kind.VAGUE,
        power,
        keys,
        1 if power > 1 or match["several"] else 0,
        noun="several" if match["several"] else "tens",
        bound=Bound.AT_LEAST
        if "or more" in teen
        else Bound.ABOVE
        if teen.startswith(("more", "over"))
        else None,
    )
