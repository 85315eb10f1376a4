"""How often, in what proportion, how many nights: `num.rate`."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.quantities.per_unit import (
    Matches,
    interest,
    named_rate,
    per_measure,
    per_unit,
    per_whom,
    speed,
)
from alignbench.checks.quantities.proportions import (
    DAYS_EN,
    NUMBER_EN,
    NUMERAL,
    UNIT_EN,
    discount,
    number_of,
    proportion,
    share,
)
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.kanji import numeral
from alignbench.checks.values.speeds import same_speeds
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_SIGNS = lazy(
    r"に\s?[\d０-９一二三]|[年月週日]\s?[\d０-９.．〇一二三四五六七八九十・]+\s?(?:[%％割]|パーセント)|[割%％トF]\s?(?:引|オフ|OFF|安)|[回度額利率俸賦歩当謝]|につき|[1１一](?:キロ|グラム|リットル|メートル|トン|坪)|[当あ]た|当り|おき|置き|ごと|毎|隔|速|給|泊|対|人に|[人名社台件個本校国]中|のうち|:|：|倍"
)
_DAYS = {
    "秒": Fraction(1, 86400), "分": Fraction(1, 1440), "時間": Fraction(1, 24), "日": Fraction(1), "週": Fraction(7), "週間": Fraction(7),
    "か月": Fraction(30), "ヶ月": Fraction(30), "カ月": Fraction(30), "ヵ月": Fraction(30), "月": Fraction(30),
    "年": Fraction(365), "年間": Fraction(365), "日間": Fraction(1),
}  # fmt: skip
_UNIT_JA = "|".join(sorted(_DAYS, key=len, reverse=True))
_PER_JA = lazy(
    rf"(?<![\d第])(?:(?P<n>{NUMERAL})\s?|毎)?(?P<unit>{_UNIT_JA})\s?(?:(?:間|あたり)?に(?:つき)?)?\s?(?P<times>{NUMERAL})\s?(?:回|度|本|便|通|錠|杯|往復)(?![目線程])"
)
_EVERY_JA = lazy(
    rf"(?<![\d第])(?P<n>{NUMERAL})\s?(?P<unit>{_UNIT_JA})\s?(?P<how>おき|置き|ごと|毎|間隔)"
)
_ALTERNATE_JA = lazy(r"隔(?P<unit>日|週|月|年)(?!離)")
_PARTS_OF_A_YEAR = {"四半期": Fraction(90), "半年": Fraction(365, 2), "半月": Fraction(15)}
_PART_OF_A_YEAR_JA = lazy(r"(?P<part>四半期|半年|半月)(?:ごと|毎|に(?:一|1)[回度])")
_TIMES_EN = (
    rf"(?:once|twice|thrice|(?P<times>{NUMBER_EN})(?:\s+or\s+\w+|\s*-\s*\d+|\s+to\s+\w+)?\s+times?)"
)
_EACH_EN = lazy(
    rf"\b(?P<times>{NUMBER_EN})\s+(?:[a-z]+\s+)?(?:trains?|bus(?:es)?|flights?|ferr(?:y|ies)|departures?|services?|tablets?|pills?|beats?|breaths?|runs?|trips?)\s+(?:run\s+)?(?:an?|per|each|every)\s+(?:(?P<n>{NUMBER_EN}|other|second|third|few)\s+)?(?P<unit>{UNIT_EN})s?\b",
    re.I,
)
_PER_EN = lazy(
    rf"\b(?P<count>{_TIMES_EN})\s+(?:(?:a|an|per|each|every|in(?:\s+every)?|in\s+a)\s+(?:(?P<n>{NUMBER_EN}|other|second|third|couple\sof|few)\s+)?(?P<unit>{UNIT_EN})s?|(?P<adverb>daily|weekly|monthly|yearly|annually|hourly))\b",
    re.I,
)
_EVERY_EN = lazy(
    rf"\b(?:every|each)\s+(?:(?P<n>{NUMBER_EN}|other|second|third|couple\sof|few|alternate)\s+)?(?P<unit>{UNIT_EN})s?\b|\b(?:on|in)\s+(?P<alt>alternate)\s+(?P<unit2>{UNIT_EN})s?\b|(?<!bi-)\b(?P<adverb>hourly|daily|weekly|monthly|yearly|annually|annual|biennial\w*|fortnightly|quarterly)\b",
    re.I,
)
_ADVERBS = {
    "hourly": Fraction(24), "daily": Fraction(1), "weekly": Fraction(1, 7), "monthly": Fraction(1, 30), "yearly": Fraction(1, 365),
    "annually": Fraction(1, 365), "annual": Fraction(1, 365), "biennial": Fraction(1, 730), "biennially": Fraction(1, 730),
    "fortnightly": Fraction(1, 14), "quarterly": Fraction(1, 90),
}  # fmt: skip
_NIGHTS_JA = lazy(rf"(?P<nights>{NUMERAL})泊(?:(?P<days>{NUMERAL})日)?")
_NIGHTS_EN = lazy(rf"\b(?P<n>{NUMBER_EN})[\s-]+(?P<unit>night|day)s?\b", re.I)
_SLACK = Fraction(1, 10)


class Rate(PairCheck):
    """How often and in what proportion stays as it is."""

    id = "num.rate"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "3日に1回 is once every three days, 週2回 twice a week, 4時間おき every four hours; 1対3 is "
        "1 to 3, 5人に1人 one in five, 2泊3日 two nights and three days. The English has the same "
        "numbers in other places."
    )
    examples = (
        Example("3日に1回通う。", "I go once every three days.", "I go three times a day."),
        Example("水と粉を1対3の割合で混ぜる。", "Mix water and flour in a ratio of 1 to 3.",
                "Mix water and flour in a ratio of 3 to 1."),
        Example("2泊3日の旅。", "A trip of two nights and three days.",
                "A trip of three nights and two days."),
    )  # fmt: skip

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding where how often, the proportion, or the nights are others."""
        if not pair.en or not _SIGNS.search(pair.ja):
            return
        view = value_view(pair.ja)
        for ja, en in (
            *_frequency(view.text, pair.en),
            *per_unit(view.text, pair.en),
            *per_whom(view.text, pair.en),
            *speed(view.text, pair.en),
            *named_rate(view.text, pair.en),
            *interest(view.text, pair.en),
            *per_measure(view.text, pair.en),
            *proportion(view.text, pair.en),
            *share(view.text, pair.en),
            *_nights(view.text, pair.en),
            *discount(view.text, pair.en),
        ):
            if "速" in ja[0] and any(same_speeds(view.text, pair.en)):
                continue
            yield self.finding(
                t("The Japanese says {ja}, the English “{en}”.", ja=ja[0], en=en[0]),
                ja=Span(*view.source_span(*ja.span())),
                en=Span(*en.span()),
                ja_value=ja[0],
                en_value=en[0],
            )


def _frequency(ja: str, en: str) -> Iterator[Matches]:
    """Times per day of both texts, where each has one way of saying it."""
    ours = [*_ja_rates(ja)]
    if len(ours) != 1:
        return
    theirs = [*_en_rates(en)]
    ((match, accepted),) = ours
    if theirs and not any(
        abs(each - rate) <= _SLACK * rate
        for _, rates in theirs
        for each in rates
        for rate in accepted
    ):
        yield match, theirs[0][0]


def _ja_rates(ja: str) -> Iterator[tuple[re.Match[str], list[Fraction]]]:
    for match in _PER_JA.finditer(ja):
        if match["n"] is None and match["unit"] in ("日", "月", "年") and match.start():
            before = ja[match.start() - 1]
            if before.isdigit() or before in "一二三四五六七八九十同前翌昨今来毎数何半隔":
                continue
        n, times = numeral(match["n"] or "1"), numeral(match["times"])
        if len(match["times"]) > 1 and not match["times"].isdigit() and "十" not in match["times"]:
            continue
        if n and times and "に" not in match[0] and match["n"] and match["n"] not in "1一":
            continue
        often = re.search("[回度]", match[0])
        if not often and ("に" not in match[0] or match["unit"] not in ("分", "時間", "日", "秒")):
            continue
        if n and times:
            yield match, [times / (n * _DAYS[match["unit"]])]
    for match in _EVERY_JA.finditer(ja):
        n, unit = numeral(match["n"]), _DAYS[match["unit"]]
        if n:
            between = match["how"] in ("おき", "置き")
            every = [] if between and n == unit == 1 else [1 / (n * unit)]
            yield match, [*every, *([1 / ((n + 1) * unit)] if between else [])]
    for match in _PART_OF_A_YEAR_JA.finditer(ja):
        yield match, [1 / _PARTS_OF_A_YEAR[match["part"]]]
    for match in _ALTERNATE_JA.finditer(ja):
        yield match, [1 / (2 * _DAYS[match["unit"]])]


def _en_rates(en: str) -> Iterator[tuple[re.Match[str], list[Fraction]]]:
    for match in _PER_EN.finditer(en):
        word = match["count"].lower()
        times = {"once": 1, "twice": 2, "thrice": 3}.get(word) or number_of(match["times"])
        if match["adverb"]:
            yield match, [times * _ADVERBS[match["adverb"].lower()]]
        else:
            yield match, [times / (n * DAYS_EN[match["unit"].lower()]) for n in _period(match)]
    for match in _EACH_EN.finditer(en):
        yield (
            match,
            [
                number_of(match["times"]) / (n * DAYS_EN[match["unit"].lower()])
                for n in _period(match)
            ],
        )
    for match in _EVERY_EN.finditer(en):
        if match["adverb"]:
            yield match, [_ADVERBS[match["adverb"].lower()]]
        elif match["alt"]:
            yield match, [1 / (2 * DAYS_EN[match["unit2"].lower()])]
        else:
            yield match, [1 / (n * DAYS_EN[match["unit"].lower()]) for n in _period(match)]


def _period(match: re.Match[str]) -> list[Fraction]:
    written = (match["n"] or "1").lower()
    if written in ("few", "couple of"):
        return [Fraction(2), Fraction(3)]
    return [
        Fraction(
            {"other": 2, "second": 2, "alternate": 2, "third": 3}.get(written) or number_of(written)
        )
    ]


def _nights(ja: str, en: str) -> Iterator[Matches]:
    """Nights and days that changed places."""
    for ours in _NIGHTS_JA.finditer(ja):
        nights, days = numeral(ours["nights"]), numeral(ours["days"] or "")
        said = [
            (match["unit"].lower(), number_of(match["n"]), match)
            for match in _NIGHTS_EN.finditer(en)
        ]
        for unit, n, match in said:
            right, other = (nights, days) if unit == "night" else (days, nights)
            if right is not None and n != right and n == other:
                yield ours, match
                return


CHECKS: tuple[type[Check], ...] = (Rate,)
