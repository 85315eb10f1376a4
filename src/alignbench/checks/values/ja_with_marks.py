"""Japanese numbers with a mark: labels, per cent, times, fractions, halves and vague ones."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.kanji import (
    DIGITS,
    NUMERALS,
    RUN,
    WHOLE_RUN,
    numeral,
    numerals,
    weight_of,
)
from alignbench.checks.values.rule_scanner import Rule, value_of
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

_N = r"(?:\d+(?:\.\d+)?|[一二三四五六七八九十]{1,3})"
_HUNDREDTHS = lazy(rf"(?P<w>{_N})分(?P<b>{_N})厘(?:(?P<r>{_N})毛)?(?![米り])")
"""五分三厘 of interest: 5.3%."""
_TENTHS = lazy(rf"(?P<w>{_N})割(?:(?P<b>{_N})分)?(?:(?P<r>{_N})厘)?(?![りれっるら])(?P<half>半)?")
_PERCENT = lazy(
    rf"(?P<n>{WHOLE_RUN})\s?(?P<unit>%|パーセント|ポイント|ベーシス(?:・?ポイント)?|bps?(?![a-z]))(?P<point>ポイント)?"
)
_TIMES = lazy(rf"(?P<n>{WHOLE_RUN})倍(?P<half>半)?")
_DOUBLE = lazy(rf"(?<![\d.\0{NUMERALS}数何])倍(?=[のに増以近])")
_FRACTION = lazy(rf"(?P<d>{WHOLE_RUN})\s?分の\s?(?P<n>{RUN})")
_SLASHED = lazy(r"(?<![\d/.+-])(?!24/7)(\d{1,3})/(\d{1,6})(?![\d/.])(?!拍子)")
_HALF = lazy("(?P<quarter>四)?半(?:世紀)|半(?:分|数|額|減|値|年|日|月(?!板)|時間|ダース)")
_VAGUE = lazy(
    rf"(?<![\d{''.join(DIGITS)}])(?P<a>数|何)(?P<p>[十百千万億兆]{{1,2}})|(?P<teen>十数|10数)|(?P<odd>[二三四五六七八九2-9]十数)|"
    r"(?P<few>数)(?=[人名個件回度年日週本冊枚台軒匹頭点社校種分秒](?!学|値|字|列|式))|数(?=か月|ヶ月|カ月|時間|週間|ヶ国|か国)|(?<![\d一二三四五六七八九十ァ-ヺー])(?P<dozen>ダース)"
)
_VAGUE_PART = lazy("(?P<part>[数何][十百千万]分の[一1])")
_CIRCLED = lazy("[①-⑳㉑-㉟㊱-㊿]")
_BRACKETED = lazy(r"(?P<open>[(\[])(?P<n>\d{1,2})(?P<close>[)\]])")
_LABEL = lazy(
    rf"(?P<head>(?<![\u4e00-\u9fff])(?:図表?|表|注|資料|例|式|問)|(?:別[表紙図]|様式|付録)第?|※|第|No\.?\s?|№\s?)\s?(?P<n>{RUN})"
    rf"(?P<tail>号|条|項|章|節|編|款|巻|回|図|表)?"
)
_QUARTER = lazy(r"第?\s?(?P<n>[1-4一二三四])\s?(?:/4)?\s?四半期")
_SYLLABLE = lazy(
    r"\((?P<s>[アイウエオカキクケコロハニホヘトチリヌ])\)|(?:^|(?<=[\s。]))(?P<first>[アイウエオカキクケコロハニホヘト])(?=[.\s])"
)
_STEM = lazy(r"(?<![\u4e00-\u9fffァ-ヶ])[甲乙丙丁](?=[はがのにをとへもか、,)」及又又並])")
_ORDERS = ("アイウエオカキクケコ", "イロハニホヘトチリヌ")
_POWERS = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "億": 10**8, "兆": 10**12}


def _circled(match: re.Match[str]) -> Iterator[Value]:
    code = ord(match[0])
    first, base = next(
        (first, base) for first, base in ((0x32B1, 36), (0x3251, 21), (0x2460, 1)) if code >= first
    )
    n = Fraction(code - first + base)
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 2, noun="①")


def _bracketed(match: re.Match[str]) -> Iterator[Value]:
    n = Fraction(match["n"])
    first = match.start() == 0 or match.string[match.start() - 1] in "。、,:；; \n"
    keys: set[Key] = {("l", n)} if first else {("l", n), ("n", n)}
    yield value_of(match, Kind.LABEL, n, keys, 1, noun="()")


def _quarter(match: re.Match[str]) -> Iterator[Value]:
    n = numeral(match["n"]) or Fraction(0)
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, 3, noun="四半期")


def _syllable(match: re.Match[str]) -> Iterator[Value]:
    """(ア), (イ), (ウ) or (イ), (ロ), (ハ)."""
    mark = match["s"] or match["first"]
    places = [Fraction(order.index(mark) + 1) for order in _ORDERS if mark in order]
    yield value_of(match, Kind.LABEL, places[0], {("l", place) for place in places}, 2, noun="()")


def _stem(match: re.Match[str]) -> Iterator[Value]:
    """甲 and 乙, the parties of a contract."""
    place = Fraction("甲乙丙丁".index(match[0]) + 1)
    yield value_of(match, Kind.LABEL, place, {("l", place)}, 1, noun="甲")


def _label(match: re.Match[str]) -> Iterator[Value]:
    head, tail = match["head"].strip(), match["tail"] or ""
    n = numeral(match["n"])
    if n is None or n.denominator != 1:
        return
    if head == "第":
        if tail not in ("号", "条", "項", "章", "節", "編", "款", "図", "表"):
            return
    elif tail not in ("", "号") or (
        not match["n"].isascii() and head not in ("別表", "別表第", "注", "図", "表")
    ):
        return
    after = match.string[match.end() : match.end() + 1]
    if head != "第" and after and after in "人名個件回度年月日時分秒円歳":
        return
    weight = min(weight_of(match["n"], n) if match["n"].isascii() else 2, 3)
    yield value_of(match, Kind.LABEL, n, {("l", n), ("n", n)}, max(weight, 1), noun=head + tail)


def _tenths(match: re.Match[str]) -> Iterator[Value]:
    places = ((match["w"], 10), (match["b"], 1), (match["r"], Fraction(1, 10)))
    amount = Fraction(0)
    for written, worth in places:
        if written and (n := numeral(written)) is not None:
            amount += n * worth
    amount += 5 if match["half"] else 0
    keys: set[Key] = {("p", amount), ("n", amount / 100)}
    yield value_of(match, Kind.RATIO, amount, keys, 2, noun="割")


def _hundredths(match: re.Match[str]) -> Iterator[Value]:
    """分 and 厘 without 割: hundredths and thousandths of interest, or of a fever and a rule."""
    places = (
        (match["w"], Fraction(1)),
        (match["b"], Fraction(1, 10)),
        (match["r"], Fraction(1, 100)),
    )
    amount = Fraction(0)
    for written, worth in places:
        amount += (numeral(written) or 0) * worth if written else 0
    keys: set[Key] = {
        ("p", amount),
        ("n", amount),
        ("n", amount / 10),
        ("n", amount / 100),
        ("p", amount * 10),
    }
    yield value_of(match, Kind.RATIO, amount, keys, 2, noun="分")


def _percent(match: re.Match[str]) -> Iterator[Value]:
    found = list(numerals(match["n"]))
    if match["unit"].startswith(("b", "ベ")):
        for _, _, n in found:
            share = n / 100
            yield value_of(
                match,
                Kind.RATIO,
                share,
                {("pp", share), ("p", share), ("b", n)},
                3,
                noun="ポイント",
            )
        return
    for start, end, n in found:
        unit = "ポイント" if match["point"] or match["unit"] == "ポイント" else "%"
        keys: set[Key] = {("n", n), ("pp", n)} if unit == "ポイント" else {("p", n), ("n", n / 100)}
        if match["point"]:
            keys = {("pp", n)}
        span = Span(
            match.start() + start, match.end() if end == len(match["n"]) else match.start() + end
        )
        yield value_of(match, Kind.RATIO, n, keys, 3, noun=unit, span=span)


def _times(match: re.Match[str]) -> Iterator[Value]:
    n = numeral(match["n"])
    if n is None:
        return
    n += Fraction(1, 2) if match["half"] else 0
    keys: set[Key] = {("x", n), ("n", n), ("p", n * 100)}
    keys |= {("p", (n - 1) * 100)} if n > 1 else set()
    yield value_of(match, Kind.RATIO, n, keys, max(weight_of(match["n"], n), 1), noun="倍")


def _double(match: re.Match[str]) -> Iterator[Value]:
    two = Fraction(2)
    keys: set[Key] = {("x", two), ("n", two), ("p", Fraction(100)), ("p", Fraction(200))}
    yield value_of(match, Kind.RATIO, two, keys, 1, noun="倍")


_SCALE_OF_A_MAP = 20
"""From which denominator on 1/n may be told as 1:n, or as one in n."""


def _fraction(match: re.Match[str]) -> Iterator[Value]:
    below, above = numeral(match["d"]), numeral(match["n"])
    if below and above is not None:
        n = above / below
        keys: set[Key] = {("n", n), ("p", n * 100), ("x", n)}
        keys |= {("n", below)} if above == 1 and below >= _SCALE_OF_A_MAP else set()
        keys |= {("pp", n)} if match.string.startswith("ポイント", match.end()) else set()
        yield value_of(match, Kind.RATIO, n, keys, 2, noun="分の")


def _slashed(match: re.Match[str]) -> Iterator[Value]:
    above, below = Fraction(match[1]), Fraction(match[2])
    if above > below and above > 31:
        return
    if below > 999 and above != 1:
        return
    if below and (below - above != 1 or below < 5):
        n = above / below
        keys: set[Key] = {("n", n), ("p", n * 100), ("x", n)}
        keys |= {("n", below)} if above == 1 and below >= _SCALE_OF_A_MAP else set()
        yield value_of(match, Kind.RATIO, n, keys, 2, noun="/")


_HALF_LENGTHS = {"半年": ("年", 6), "半月": ("か月", 2), "半日": ("日", 12), "半時間": ("時間", 30)}
"""Halves of a time: the unit, and how many of the next smaller one they are."""


_ONCE = lazy("に(?:一|1|いち|ひと)[回度つ]|ごと|毎|おき")
"""What comes round each half of a year comes twice a year."""


def _half(match: re.Match[str]) -> Iterator[Value]:
    half = Fraction(1, 2)
    keys: set[Key] = {("n", half), ("p", Fraction(50)), ("x", half)}
    if "世紀" in match[0]:
        part = Fraction(1, 4) if match["quarter"] else half
        keys = {("n", part), ("n", part * 100), ("x", part), ("p", part * 100)}
        yield value_of(match, Kind.NUMBER, part * 100, keys, 2, noun="世紀", length=True)
        return
    if match[0] in _HALF_LENGTHS:
        unit, smaller = _HALF_LENGTHS[match[0]]
        keys.add(("n", Fraction(smaller)))
        if _ONCE.match(match.string, match.end()):
            keys.add(("n", Fraction(2)))
        yield value_of(match, Kind.NUMBER, half, keys, 2, noun=unit, unit=unit, length=True)
        return
    yield value_of(
        match, Kind.RATIO, half, keys, 1 if match[0] in ("半減", "半額") else 0, noun=match[0]
    )


def _vague(match: re.Match[str]) -> Iterator[Value]:
    power = Fraction(1)
    if match.re.pattern == _VAGUE_PART.pattern:
        yield value_of(match, Kind.VAGUE, power, {("v", power)}, 0, noun="分の")
        return
    for character in match["p"] or "":
        power *= _POWERS[character]
    if match["teen"]:
        power = Fraction(11)
    if match["odd"]:
        power = numeral(match["odd"][:-1]) or Fraction(10)
    if match["dozen"]:
        keys: set[Key] = {("n", Fraction(12)), ("v", Fraction(10))}
        yield value_of(match, Kind.VAGUE, Fraction(12), keys, 0, noun="ダース")
        return
    yield value_of(match, Kind.VAGUE, power, {("v", power)}, 1, noun=match["a"] or "数")


MARKED: tuple[Rule, ...] = (
    Rule(_QUARTER, _quarter, "期"),
    Rule(_SYLLABLE, _syllable, hint=lazy(r"[アイウエオカキクケコロハニホヘトチリヌ][).\s]")),
    Rule(_STEM, _stem, "甲乙丙丁"),
    Rule(_CIRCLED, _circled),
    Rule(_BRACKETED, _bracketed, "(["),
    Rule(_VAGUE_PART, _vague, "数何"),
    Rule(_FRACTION, _fraction, "分"),
    Rule(_SLASHED, _slashed, "/"),
    Rule(_TENTHS, _tenths, "割"),
    Rule(_HUNDREDTHS, _hundredths, "厘"),
    Rule(_PERCENT, _percent, "%パポベb"),
    Rule(_TIMES, _times, "倍"),
    Rule(_DOUBLE, _double, "倍"),
    Rule(_VAGUE, _vague, "数何ダ"),
    Rule(_HALF, _half, "半"),
)
"""Rules in the order in which they read."""
LABELS: tuple[Rule, ...] = (Rule(_LABEL, _label, "図表注料例式問別様付※第n№"),)
