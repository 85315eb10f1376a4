"""Speeds of both texts in metres a second: 秒速20メートル is 72 kilometers per hour."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.kanji import numeral
from alignbench.domain.text import Span

_SECONDS = {"秒": 1, "分": 60, "時": 3600, "second": 1, "minute": 60, "hour": 3600,
            "s": 1, "h": 3600, "min": 60}  # fmt: skip
_METRES = {
    "メートル": Fraction(1), "m": Fraction(1), "キロ": Fraction(1000), "キロメートル": Fraction(1000), "km": Fraction(1000),
    "マイル": Fraction("1609.344"), "センチ": Fraction(1, 100), "meter": Fraction(1), "metre": Fraction(1), "kilometer": Fraction(1000),
    "kilometre": Fraction(1000), "mile": Fraction("1609.344"), "foot": Fraction("0.3048"), "feet": Fraction("0.3048"),
    "mi": Fraction("1609.344"), "k": Fraction(1000),
}  # fmt: skip
_JA = lazy(
    r"(?:(?P<unit>[秒分時])速|毎(?P<every>[秒分時]))\s?(?:およそ|約|平均|最大|最高)?\s?"
    r"(?P<n>\d[\d,.]*|[一二三四五六七八九十百千〇]+)\s?(?P<of>キロメートル|キロ|メートル|マイル|センチ|km|m)"
)
_EN = lazy(
    r"(?P<n>\d[\d,]*(?:\.\d+)?)\s?(?:(?P<of>kilomet(?:er|re)|met(?:er|re)|mile|foot|feet|km|mi|m)s?"
    r"\s?(?:per|an?|each|/)\s?(?P<unit>second|minute|hour|min|s|h)\b|(?P<short>[mk])ph\b)",
    re.I,
)
_NEAR = Fraction(4, 100)
"""Share by which a round figure in another unit may miss."""


def same_speeds(ja: str, en: str) -> Iterator[tuple[Span, Span]]:
    """Speeds of both texts that are the same in other units, each with its place."""
    if "速" not in ja and "毎" not in ja:
        return
    theirs = [(speed, Span(*match.span("n"))) for match, speed in _english(en)]
    for ours in _JA.finditer(ja):
        number = ours["n"].replace(",", "").rstrip(".")
        amount = Fraction(number) if number[0].isdecimal() else numeral(number)
        if not amount:
            continue
        speed = amount * _METRES[ours["of"]] / _SECONDS[ours["unit"] or ours["every"]]
        for other, place in theirs:
            if abs(other - speed) <= _NEAR * speed:
                yield Span(*ours.span("n")), place


def _english(en: str) -> Iterator[tuple[re.Match[str], Fraction]]:
    for match in _EN.finditer(en):
        amount = Fraction(match["n"].replace(",", ""))
        if match["short"]:
            size = _METRES["k" if match["short"] in "kK" else "mile"] / 3600
        else:
            size = _METRES[match["of"].lower()] / _SECONDS[match["unit"].lower()]
        yield match, amount * size
