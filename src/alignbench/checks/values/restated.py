"""Values that are other numbers and the same thing: three or more, more than two."""

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import combinations

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.value import Bound, Kind, Value

_COUNTED = 100
"""Up to which whole numbers a limit is told by the number beside it."""
_BESIDE = {
    (Bound.AT_LEAST, Bound.ABOVE): 1, (Bound.ABOVE, Bound.AT_LEAST): -1,
    (Bound.AT_MOST, Bound.BELOW): -1, (Bound.BELOW, Bound.AT_MOST): 1,
}  # fmt: skip
"""What a limit in whole numbers is more than the other side's."""
_YEAR_END = lazy(r"\bend(?:ed|ing|s)?\b[^.;]{0,16}\bMarch\b")
_MONTHS = ("か月", "ヶ月", "カ月", "ヵ月")
_YEARS = ("年", "年間")


def restated(ja: Value, en: Value, ours: Sequence[Value], theirs: Sequence[Value], texts: tuple[str, str]) -> bool:  # fmt: skip
    """Whether two values that differ say the same, with all values of both texts and the texts."""
    ja_text, text = texts
    return (
        _next_to_a_limit(ja, en)
        or _by_its_result(ja, theirs)
        or _all_in_months(ja, en, ours)
        or _by_its_start(ja, en, theirs, text)
        or _days_with_a_digit(ja, theirs)
        or _by_what_it_loses(ja, en, ja_text, text)
        or _by_what_is_left(ja, en, ja_text, text)
        or _in_parts(ja, en, ja_text)
        or (ja.kind == Kind.YEAR and en.amount == ja.amount + 1 and bool(_YEAR_END.search(text)))
    )


def beside_a_limit(ours: Sequence[Value], theirs: Sequence[Value]) -> set[int]:
    """The `id` of values left over on both sides that are one limit: 2バイト以上, more than 1 byte."""
    found: set[int] = set()
    for ja in ours:
        for en in theirs if ja.bound else ():
            if id(en) not in found and _next_to_a_limit(ja, en):
                found |= {id(ja), id(en)}
                break
    return found


def _next_to_a_limit(ja: Value, en: Value) -> bool:
    """Three or more is more than two, in whole numbers."""
    step = _BESIDE.get((ja.bound, en.bound)) if ja.bound and en.bound else None
    if Kind.RATIO in (ja.kind, en.kind):
        return False
    round_number = ja.amount % 10 == 0 or en.amount % 10 == 0
    whole = ja.amount.denominator == en.amount.denominator == 1
    counted = round_number or ja.amount < _COUNTED
    if step is None and ja.bound is Bound.BELOW and en.bound is None and counted:
        step = 1  # 3,000円未満 as "to 2,999 yen"
    small = ja.amount < _COUNTED and not ja.scaled
    return step is not None and whole and (small or round_number) and ja.amount - en.amount == step


def _by_its_result(ja: Value, theirs: Sequence[Value]) -> bool:
    """A fall of 0.1 points, told as one from 2.6% to 2.5%."""
    shares = [value.amount for value in theirs if value.noun == "%"][:20]
    points = any("point" in value.text or "bp" in value.text for value in theirs)
    return (
        ja.noun == "ポイント"
        and not points
        and any(abs(a - b) == ja.amount for a, b in combinations(shares, 2))
    )


_CHANGED_FROM = lazy(
    r"\b(?:down|up|lower|higher|increased?|decreased?|rise|rose|risen|fall|fell|dropped)\b"
    r"[^.;]{0,24}\bfrom\s(?:about\s|around\s)?\Z",
    re.I,
)


def _by_its_start(ja: Value, en: Value, theirs: Sequence[Value], text: str) -> bool:
    """A fall of 20 to 140, told as 140, down from 160."""
    return bool(_CHANGED_FROM.search(text, 0, en.span.start)) and any(
        abs(en.amount - value.amount) == ja.amount for value in theirs
    )


_FELL_TO = lazy(
    r"(?:弱|強|余り|近く|程度|ほど|以下)?(?:に(?:まで)?|まで|へと?)、?(?:大幅に|大きく|一気に|急速に)?(?:まで)?"
    r"(?:とどま|留ま|止ま|過ぎな|すぎな|減|下が|低下|落ち|縮|短縮|抑え|削|引き下|圧縮|節約|軽減|薄|値下|カット|少な|割り込|低く|短く|軽く|小さく|安く)"
)
_FALLS = lazy(
    r"\b(?:by|cut\w*|down|less|fewer|lower|sav\w+|reduc\w+|decreas\w+|drop\w*|fall\w*|fell|trim\w*|slash\w*|lost|los\w+|shrink\w*|shr[au]nk|declin\w*|cheaper|lighter|shorter|smaller|off|shed)\b",
    re.I,
)


_DOWN_TO = lazy(r"\bto\s(?:about\s|around\s|just\s|nearly\s|almost\s|only\s)?\Z", re.I)


_TAKEN_OFF = lazy(
    "(?:ほど|以上|程度|近く)?(?:引き?(?![上続])|オフ|安[いくで]|値引|割引|OFF|off|減(?!に)|ダウン)"
)
_OF_THE_PRICE = lazy(
    r"(?:\s?%|\s?per\s?cent)?\s+of\s+(?:the\s+|its\s+|their\s+|what\b|last\b|that\b)?(?:\w+\s+)?(?:price|rate|fare|fee|cost|value|list|usual|level|was|year|before|charges?|amount)\b",
    re.I,
)
_ADDED_ON = lazy("(?:ほど|以上|程度|近く)?(?:増|アップ|高[いくめ]|値上|上昇|伸び|割増)")


def _by_what_is_left(ja: Value, en: Value, ja_text: str, text: str) -> bool:
    """Three tenths off, told as 70% of the price; a fifth more, told as 1.2 times."""
    shares = {amount for dimension, amount in ja.keys if dimension == "p"}
    said = {amount for dimension, amount in en.keys if dimension == "p"}
    if ja.kind != Kind.RATIO or en.kind != Kind.RATIO or not shares:
        return False
    if _TAKEN_OFF.match(ja_text, ja.span.end) and _OF_THE_PRICE.match(text, en.span.end):
        return any(one + other == 100 for one in shares for other in said)
    times = en.noun.endswith("times") and _ADDED_ON.match(ja_text, ja.span.end)
    return bool(times) and any(100 + share == en.amount * 100 for share in shares)


def _by_what_it_loses(ja: Value, en: Value, ja_text: str, text: str) -> bool:
    """Cut to a third, told as cut by two thirds."""
    if not ja.kind == en.kind == Kind.RATIO or not _FELL_TO.match(ja_text, ja.span.end):
        return False
    left = {amount for dimension, amount in ja.keys if dimension == "p"}
    gone = {amount for dimension, amount in en.keys if dimension == "p"}
    whole = any(one + other == 100 for one in left for other in gone)
    if not whole or _DOWN_TO.search(text, 0, en.span.start):
        return False
    return bool(_FALLS.search(text, max(0, en.span.start - 30), en.span.end + 24))


_DILUTED = lazy("に(?:薄め|希釈|うすめ|溶)")


def _in_parts(ja: Value, en: Value, ja_text: str) -> bool:
    """十倍に薄める: one part in nine parts of water."""
    return (
        ja.noun == "倍"
        and en.amount == ja.amount - 1
        and bool(_DILUTED.match(ja_text, ja.span.end))
    )


_DAYS_WITH = (Fraction(0), Fraction(10), Fraction(20))


def _days_with_a_digit(ja: Value, theirs: Sequence[Value]) -> bool:
    """5の付く日 is the 5th, the 15th and the 25th."""
    days = {value.amount for value in theirs}
    return ja.amount < 10 and all(
        day in days for day in (ja.amount + ten for ten in _DAYS_WITH) if day
    )


def _all_in_months(ja: Value, en: Value, ours: Sequence[Value]) -> bool:
    """Three years and three months are 39 months."""
    if not en.noun.startswith("month") or ja.noun not in (*_MONTHS, *_YEARS):
        return False
    years = [value.amount for value in ours if value.noun in _YEARS]
    months = [value.amount for value in ours if value.noun in _MONTHS]
    return any(y * 12 + m == en.amount for y in years for m in (*months, Fraction(0)))
