"""English numbers of several parts: an hour and a half, thirty-seven point five, (1,200) million."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_spelled import phrases
from alignbench.checks.values.en_with_marks import FIGURE, SCALE, plain
from alignbench.checks.values.en_words import CARDINALS, LARGE
from alignbench.checks.values.rule_scanner import Rule, value_of
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.text import Span

_WORDS = "|".join(sorted((word for word, n in CARDINALS.items() if n < 100), key=len, reverse=True))
_DIGIT = "|".join(word for word, n in CARDINALS.items() if n < 10)
_AND_A_PART = lazy(
    rf"\b(?P<n>an?|{FIGURE}|{_WORDS})[\s-]+(?P<u>[a-z]+?)(?P<s>s|es)?[\s-]+and[\s-]+(?P<article>(?:an?|one)[\s-]+)?(?P<f>half|quarter|third|three[\s-]quarters|two[\s-]thirds)\b(?![\s-]+(?:an?|million|dozen|hundred|thousand)\b)",
    re.I,
)
_PARTS = {
    "half": Fraction(1, 2), "quarter": Fraction(1, 4), "third": Fraction(1, 3), "three-quarters": Fraction(3, 4),
    "two-thirds": Fraction(2, 3),
}  # fmt: skip
_IRREGULAR = {"feet": "foot", "inche": "inch", "centurie": "century"}
_POINT = lazy(
    rf"\b(?P<w>(?:{_WORDS})(?:[\s-](?:{_WORDS}))*)\s+point\s+(?P<d>(?:{_DIGIT})(?:[\s-](?:{_DIGIT}))*)\b",
    re.I,
)
_IN_TEN = lazy(
    rf"\b(?P<a>\d{{1,2}}|{_DIGIT})\s+(?:in|out\s+of)\s+(?:every\s+|each\s+)?(?P<b>10|ten|5|five|100|(?:a|one)\s+hundred)\b(?!\s+(?:years?|days?|months?|weeks?|hours?|minutes?))",
    re.I,
)
_HALF_AGAIN = lazy(
    r"\b(?:by\s+)?half\s+(?:again|as\s+(?:many|much|large|big|long|high)\s+again)\b", re.I
)
_PART_OF_A_POINT = lazy(
    r"(?<!and )(?<!and a )(?<!and-a-)(?<!and-)\b(?:(?P<n>three|two|an?|one)[\s-])?(?P<f>half|halves|quarters?|thirds?|tenths?|fifths?)(?:[\s-]of)?(?:[\s-](?:an?|one))?[\s-]"
    r"(?P<unit>per\s?cent(?!ile)|percentage[\s-]points?|points?)\b(?![\s-](?:to|of view|where|in time)\b)",
    re.I,
)
_FRACTIONS = {"half": 2, "halve": 2, "quarter": 4, "third": 3, "tenth": 10, "fifth": 5}
_FREEZING = lazy(
    r"\b(?:above|below|at|to|of|under|than|near|from|hits?|reach(?:es|ed)?)\s+(?:the\s+)?(?P<f>freezing)(?:\s+point)?\b(?!\s+(?:rain|cold|fog|water|temperature))",
    re.I,
)
_LOSS = lazy(rf"\((?P<n>{FIGURE})\)\s?(?P<scale>{SCALE})\b", re.I)


def _and_a_part(match: re.Match[str]) -> Iterator[Value]:
    """`an hour and a half`, `two feet and a quarter`."""
    if not match["article"] and match.string.startswith(" of ", match.end()):
        return
    written = match["n"].lower()
    whole = (
        Fraction(1)
        if written in ("a", "an")
        else Fraction(CARDINALS[written])
        if written in CARDINALS
        else plain(written)
    )
    unit = _IRREGULAR.get(match["u"].lower(), match["u"].lower())
    if unit not in UNITS and unit not in ("century", "decade", "page", "point", "mat"):
        return
    n = whole + _PARTS[re.sub(r"\s", "-", match["f"].lower())]
    known = unit if unit in UNITS else ""
    length = bool(known) and UNITS[known].kind == "time"
    yield value_of(match, Kind.NUMBER, n, {("n", n)}, 2, noun=unit, unit=known, length=length)


def _point(match: re.Match[str]) -> Iterator[Value]:
    """`thirty-seven point five`."""
    whole = [*phrases(re.findall("[a-z]+", match["w"].lower()))]
    if len(whole) == 1:
        places = "".join(str(CARDINALS[word]) for word in re.findall("[a-z]+", match["d"].lower()))
        n = whole[0].amount + Fraction(int(places), 10 ** len(places))
        yield value_of(match, Kind.NUMBER, n, {("n", n), ("p", n)}, 2)


def _in_ten(match: re.Match[str]) -> Iterator[Value]:
    """`three in ten`: a share, and its two numbers for what counts them."""
    part, whole = (_small(match[name]) for name in ("a", "b"))
    if not whole or part >= whole:
        return
    n = part / whole
    keys = {("n", n), ("p", n * 100), ("x", n)}
    span = Span(*match.span("a"))
    yield value_of(match, Kind.RATIO, n, {*keys, ("n", part)}, 1, noun="in", span=span)
    yield value_of(match, Kind.NUMBER, whole, {("n", whole)}, 0, span=Span(*match.span("b")))


def _small(written: str) -> Fraction:
    word = written.lower()
    if "hundred" in word:
        return Fraction(100)
    return Fraction(CARDINALS[word]) if word in CARDINALS else plain(word)


def _half_again(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(3, 2)
    yield value_of(match, Kind.RATIO, n, {("x", n), ("n", n), ("p", Fraction(50))}, 1, noun="times")


def _part_of_a_point(match: re.Match[str]) -> Iterator[Value]:
    """`three-quarters of a point`, `a half-point`."""
    count = {"three": 3, "two": 2}.get((match["n"] or "").lower(), 1)
    n = Fraction(count, _FRACTIONS[match["f"].lower().removesuffix("s")])
    keys = {("p", n), ("pp", n), ("n", n)}
    yield value_of(match, Kind.RATIO, n, keys, 1, noun="points")


def _freezing(match: re.Match[str]) -> Iterator[Value]:
    """`below freezing`, for a Japanese 0度."""
    zero, span = Fraction(0), Span(*match.span("f"))
    yield value_of(match, Kind.NUMBER, zero, {("n", zero)}, 0, span=span, unit="°C")


def _loss(match: re.Match[str]) -> Iterator[Value]:
    """`(1,200) million`: an accountant's minus."""
    n = plain(match["n"]) * LARGE[match["scale"].lower()]
    yield value_of(match, Kind.NUMBER, n, {("n", n)}, 3, scaled=True)


COMBINED: tuple[Rule, ...] = (
    Rule(_AND_A_PART, _and_a_part, ("half", "quarter", "third")),
    Rule(_PART_OF_A_POINT, _part_of_a_point, ("point", "percent", "per cent")),
    Rule(_FREEZING, _freezing, ("freezing",)),
    Rule(_POINT, _point, (" point ",)),
    Rule(
        _IN_TEN,
        _in_ten,
        (" in ", " out of "),
        lazy("[a-z0-9] +(?:in|out of) +(?:e|1|5|t|f|a|o)", re.I),
    ),
    Rule(_HALF_AGAIN, _half_again, ("again",)),
    Rule(_LOSS, _loss, (") million", ")million", ") billion", ") thousand")),
)
"""Rules in the order in which they read, before all others."""
