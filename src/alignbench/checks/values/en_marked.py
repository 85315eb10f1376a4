"""English numbers with a mark: labels, money, per cent, times, fractions."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.values.en_words import LARGE
from alignbench.checks.values.model import Key, Kind, Value
from alignbench.checks.values.scanning import Rule, value_of
from alignbench.checks.values.units import UNITS
from alignbench.domain.text import Span

FIGURE = r"\d{1,2}(?:,\d\d){1,6},\d{3}(?!\d)|\d{1,3}(?:,\d{3}){1,9}(?![\d])(?:\.\d+)?|\d+(?:\.\d+)?|(?<![\w.])\.\d{1,4}(?!\d)"
SCALE = "hundred|thousand|million|billion|trillion|quadrillion|lakh|crore"
_SHORT = "mn|bn|tn|trn|m|k|b"
_LABEL = re.compile(
    r"\b(?P<head>Fig(?:ure)?s?\.?|Tables?|Notes?|Articles?|Art\.|Sections?|Paragraphs?|Chapters?|Items?|Clauses?|Nos?\.|Number|"
    r"Appendi(?:x|ces)|Annex(?:es)?|Exhibits?|Subparagraphs?|Parts?|Volumes?|Vols?\.|Steps?|Questions?|Examples?|Forms?|Attached\s+Tables?|Schedules?)"
    r"\s?(?P<n>\d{1,4})(?![\d.,:]*\d|\w)",
    re.I,
)
_BRACKETED = re.compile(
    r"[(\[](?:[Nn]ote\s)?(?P<n>\d{1,2})[)\]]|(?:^|(?<=\n))(?P<first>\d{1,2})\.(?=\s)|[①-⑳㉑-㉟㊱-㊿]"
)
_MONEY = re.compile(
    rf"(?P<sign>US\$|A\$|C\$|[$£€¥])\s?(?P<n>{FIGURE})(?:[\s-]?(?P<scale>{SCALE}|{_SHORT})\b)?",
    re.I,
)
_PERCENT = re.compile(
    rf"(?:(?P<first>{FIGURE})\s?(?:-|~|to|or|and|through)\s?)?(?P<n>{FIGURE})[\s-]?(?P<unit>percentage[\s-]+points?|%\s?points?|points?\b|per\s?cent(?:age)?\b|%)",
    re.I,
)
_FOLD = re.compile(rf"(?P<n>{FIGURE})[\s-]?(?:fold|times)\b", re.I)
_FRACTION = re.compile(r"(?<![\d/])(?:(?P<w>\d{1,3})\s)?(?P<a>\d{1,2})/(?P<b>\d{1,3})(?![\d/])")
_SIGNS = {"$": "$", "us$": "$", "a$": "$", "c$": "$", "¥": "¥", "€": "€", "£": "£"}


def plain(figure: str) -> Fraction:
    """The value of digits with their commas."""
    return Fraction(figure.replace(",", ""))


def _label(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(match["n"])
    yield value_of(
        match, Kind.LABEL, n, {("l", n), ("n", n)}, 3, noun=match["head"].lower().rstrip(".s")
    )


def _bracketed(match: re.Match[str]) -> Iterator[Value]:
    if match["n"] or match["first"]:
        n = Fraction(match["n"] or match["first"])
    else:
        code = ord(match[0])
        n = Fraction(code - 0x2460 + 1 if code < 0x3000 else code - 0x3251 + 21)
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 1, noun="()")


def _money(match: re.Match[str]) -> Iterator[Value]:
    scale = (match["scale"] or "").lower()
    n = plain(match["n"]) * LARGE.get(scale, 1)
    unit = _SIGNS[match["sign"].lower()]
    yield value_of(
        match,
        Kind.NUMBER,
        n,
        {("n", n)},
        3,
        noun=unit,
        unit=unit if unit in UNITS else "",
        scaled=bool(scale),
    )


def _percent(match: re.Match[str]) -> Iterator[Value]:
    n, unit = plain(match["n"]), match["unit"].lower()
    if "point" in unit:
        keys: set[Key] = {("pp", n)} if unit[0] in "p%" and len(unit) > 6 else {("pp", n), ("n", n)}
        yield value_of(match, Kind.RATIO, n, keys, 3, noun="points")
    else:
        if match["first"]:
            first = plain(match["first"])
            keys = {("p", first), ("n", first)}
            yield value_of(
                match, Kind.RATIO, first, keys, 3, noun="%", span=Span(*match.span("first"))
            )
        span = Span(match.start("n"), match.end())
        yield value_of(match, Kind.RATIO, n, {("p", n), ("n", n / 100)}, 3, noun="%", span=span)


def _fold(match: re.Match[str]) -> Iterator[Value]:
    n = plain(match["n"])
    yield value_of(match, Kind.RATIO, n, {("x", n), ("n", n)}, 3, noun="times")


def _fraction(match: re.Match[str]) -> Iterator[Value]:
    below = Fraction(match["b"])
    if not below or Fraction(match["a"]) >= below:
        return
    n = Fraction(match["w"] or 0) + Fraction(match["a"]) / below
    yield value_of(match, Kind.RATIO, n, {("n", n), ("p", n * 100), ("x", n)}, 2, noun="/")


MARKED: tuple[Rule, ...] = (
    (_LABEL, _label),
    (_BRACKETED, _bracketed),
    (_MONEY, _money),
    (_PERCENT, _percent),
    (_FOLD, _fold),
    (_FRACTION, _fraction),
)
"""Rules in the order in which they read."""
