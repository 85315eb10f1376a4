"""One in five, 1 to 3, 30% off: proportions whose numbers are told the other way round."""

import re
from collections.abc import Iterator
from fractions import Fraction
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.quantities.per_unit import Matches
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.values.en_words import CARDINALS, ORDINALS
from alignbench.checks.values.kanji import numeral

NUMERAL = r"(?:\d{1,4}|[一二三四五六七八九十]{1,3})"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS_EN = {
    "second": Fraction(1, 86400), "minute": Fraction(1, 1440), "hour": Fraction(1, 24), "day": Fraction(1), "night": Fraction(1), "week": Fraction(7),
    "month": Fraction(30), "year": Fraction(365), "fortnight": Fraction(14), "weekend": Fraction(7), **dict.fromkeys(_WEEKDAYS, Fraction(7)),
}  # fmt: skip
UNIT_EN = "|".join(DAYS_EN)
NUMBER_EN = rf"(?:\d{{1,4}}|{'|'.join(w for w, n in CARDINALS.items() if 0 < n < 100)})"
"""Numerals, periods and numbers as the two languages write them; periods in days."""
_FIGURE_EN = rf"(?:\d{{1,3}}\.\d{{1,2}}|{NUMBER_EN[3:]}"
_SHARE_JA = lazy(
    rf"(?<![\d第])(?P<n>{NUMERAL})(?P<unit>人|名|枚|世帯|社|台|件|軒|組|個|本|校|店|国|回|日)(?:(?:の(?:うち|中))?に|中|のうち)、?\s?(?P<m>{NUMERAL})(?P=unit)(?![目前])"
)
_TIME_EN = lazy(
    rf"\bevery\s+(?P<n>{NUMBER_EN})\s+(?:{UNIT_EN})s?\b|\b(?P<n2>{NUMBER_EN})\s+times\b", re.I
)
_IN_EN = lazy(
    rf"\b(?P<a>{NUMBER_EN})(?:\s+[a-z]+)?\s+(?:in|out\s+of|of)\s+(?:every\s+)?(?P<b>{NUMBER_EN})\b|\b[Oo]f\s+(?:the\s+)?(?P<b2>{NUMBER_EN})\s+\w+,\s+(?P<a2>{NUMBER_EN})\b",
    re.I,
)
_RATIO_JA = lazy(
    r"(?<![\d.:])(?P<a>\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,2}(?:・[一二三四五六七八九]{1,2})?)\s?(?:対|:|に対して?)\s?(?:[一-龠ァ-ヶー]{1,6})?(?P<b>\d{1,3}(?:\.\d{1,2})?|[一二三四五六七八九十]{1,2}(?:・[一二三四五六七八九]{1,2})?)(?![\d.:・]|\s?時)"
)
_RATIO_EN = lazy(
    rf"\b(?P<a>{_FIGURE_EN})(?:\s+parts?(?:\s+(?:of\s+)?(?:[a-z]+\s+){{1,3}}?)(?:to|with|and|for(?: every)?|plus)\s|\s?(?:to|:|-to-)\s?)(?P<b>{_FIGURE_EN})(?![\d:.]*\d)",
    re.I,
)
_MIXED = lazy(
    "割合|比率|比|賛|可決|否決|オッズ|倍率|男女|混|配合|縮尺|対して|合わせ|割[りるっ]|薄め|溶|調合|加え|炊"
)
_MIXED_EN = lazy(
    r"\b(?:ratio|proportion\w*|mix\w*|dilut\w*|odds|blend\w*|combin\w*|parts?|scale|vote)\b", re.I
)


def number_of(written: str) -> Fraction:
    """An English number below a hundred, in figures or spelled."""
    lower = written.lower()
    return Fraction(CARDINALS[lower]) if lower in CARDINALS else Fraction(lower)


def _figure(written: str) -> Fraction | None:
    """A number of a ratio: 三, 1.2, 一・二."""
    whole, point, places = written.partition("・")
    if not point:
        return numeral(written)
    digits = "".join(str(numeral(digit)) for digit in places)
    return (numeral(whole) or 0) + Fraction(int(digits), 10 ** len(digits))


@cache
def _mixed_things() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """What is mixed in proportions, so that it is known which number is whose."""
    return tuple((japanese(ja), english(en)) for ja, en in rows("mixtures"))


def _same_order(ja: str, en: str, at: int) -> bool | None:
    """Whether the two things of the ratio `at` come in one order in both texts.

    None if they are not known.
    """
    placed = sorted(
        (abs(ours.start() - at), ours.start(), theirs.start())
        for said, read in _mixed_things()
        if (ours := said.search(ja)) and (theirs := read.search(en))
    )
    if len(placed) < 2:
        return None
    (_, ja_one, en_one), (_, ja_two, en_two) = placed[:2]
    return (ja_one < ja_two) is (en_one < en_two)


def proportion(ja: str, en: str) -> Iterator[Matches]:
    """A ratio whose two numbers changed places; results of games may well do so."""
    if not _MIXED.search(ja):
        return
    women = _WOMEN_FIRST.search(en) if "男女" in ja else None
    for ours in _RATIO_JA.finditer(ja):
        first, second = _figure(ours["a"]), _figure(ours["b"])
        for theirs in _RATIO_EN.finditer(en):
            read = number_of(theirs["a"]), number_of(theirs["b"])
            if "part" in theirs[0].lower():
                same = _same_order(ja, en, ours.start())
                if same is None:
                    continue
                read = read if same else read[::-1]
            turned = read if women else read[::-1]
            if first != second and (first, second) == turned:
                yield ours, theirs
                return
    alone = list(_RATIO_JA.finditer(ja)), list(_RATIO_EN.finditer(en))
    if len(alone[0]) == len(alone[1]) == 1 and _MIXED_EN.search(en):
        ours, theirs = alone[0][0], alone[1][0]
        said = _figure(ours["a"]), _figure(ours["b"])
        read = number_of(theirs["a"]), number_of(theirs["b"])
        if said != read and (said[0] == read[0] or said[1] == read[1]):
            yield ours, theirs


_DISCOUNT_JA = lazy(
    r"(?P<n>\d{1,2}|[一二三四五六七八九])\s?(?P<unit>割|%|パーセント)\s?(?:引き?|オフ|OFF|安く?|値引|割引)"
)
_DISCOUNT_EN = lazy(
    r"\b(?P<n>\d{1,2}|[a-z]+)\s?(?:%|per\s?cent)\s+of\s+(?:the\s+|its\s+|their\s+)?(?:original|regular|usual|list|normal|full|retail|marked|standard|old|price)\b",
    re.I,
)


def discount(ja: str, en: str) -> Iterator[Matches]:
    """三割引 that leaves three tenths to pay."""
    for ours in _DISCOUNT_JA.finditer(ja):
        n = (numeral(ours["n"]) or 0) * (10 if ours["unit"] == "割" else 1)
        for theirs in _DISCOUNT_EN.finditer(en):
            if theirs["n"].isdigit() and int(theirs["n"]) == n and n != 50:
                yield ours, theirs
                return


_WOMEN_FIRST = lazy(
    r"\b(?:wom[ae]n|females?|girls?)(?:\s|-)(?:to(?:\s|-))?(?:m[ae]n|males?|boys?)\b", re.I
)
_NTH = {"other": 2} | {word: nth for word, nth in ORDINALS.items() if 2 <= nth <= 10}
_EVERY_NTH = lazy(rf"\bevery\s+(?P<nth>{'|'.join(_NTH)})\s+(?!(?:{UNIT_EN})s?\b)[a-z]+", re.I)


def share(ja: str, en: str) -> Iterator[Matches]:
    """One in five that became a length of time, a multiple or five per cent."""
    for ours in _SHARE_JA.finditer(ja):
        n = numeral(ours["n"])
        m = numeral(ours["m"])
        if (nth := _EVERY_NTH.search(en)) and m == 1 and n != _NTH[nth["nth"].lower()]:
            yield ours, nth
            return
        for theirs in _TIME_EN.finditer(en):
            if number_of(theirs["n"] or theirs["n2"]) == n:
                yield ours, theirs
                return
        if ours["unit"] != "日" and (theirs_percent := _as_per_cent(n, m, ja, en)):
            yield ours, theirs_percent
            return
        if other := _another_share(n, m, ja, en):
            yield ours, other
            return
        for theirs in _IN_EN.finditer(en):
            pair = (number_of(theirs["a"] or theirs["a2"]), number_of(theirs["b"] or theirs["b2"]))
            less = theirs["b"] and pair[1] == n and pair[0] < n and n != m and pair[0] != m
            if less or (n != m and pair == (n, m)):
                yield ours, theirs
                return


def _another_share(
    n: Fraction | None, m: Fraction | None, ja: str, en: str
) -> re.Match[str] | None:
    """Three in ten for three in five: the only share of either text, one of its numbers changed."""
    said = list(_IN_EN.finditer(en))
    if not n or not m or len(said) != 1 or len(_SHARE_JA.findall(ja)) != 1 or not said[0]["a"]:
        return None
    part, whole = number_of(said[0]["a"]), number_of(said[0]["b"])
    if not whole or part >= whole or part / whole in (m / n, 1 - m / n):
        return None
    return said[0] if part == m or whole == n else None


_PER_CENT_JA = lazy("[%％割]|パーセント")
_PER_CENT_EN = lazy(rf"\b(?P<n>{NUMBER_EN})\s?(?:%|per\s?cent\b)", re.I)
_SLACK = 3
"""Points by which a percentage is rounded."""


def _as_per_cent(n: Fraction | None, m: Fraction | None, ja: str, en: str) -> re.Match[str] | None:
    """Where the English has one of the two numbers as a percentage, and the share nowhere."""
    if not n or m is None or m >= n or n >= 100 or _PER_CENT_JA.search(ja):
        return None
    said = list(_PER_CENT_EN.finditer(en))
    if any(abs(number_of(each["n"]) - 100 * m / n) <= _SLACK for each in said):
        return None
    return next((each for each in said if number_of(each["n"]) in (n, m)), None)
