"""Times of day in a Japanese text."""

import re
from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.kanji import numeral
from alignbench.checks.values.rule_scanner import Rule
from alignbench.checks.values.value import Key, Kind, Value
from alignbench.domain.text import Span

SMALL = r"(?:\d{1,2}|[一二三四五六七八九十廿卅]{1,4})"
"""A numeral below a hundred."""
_CLOCK = lazy(
    r"(?<![\d:])(?P<half>午前|午後|AM|PM|am|pm)?\s?(\d{1,2}):(\d{2})(?::\d{2})?(?![\d:])\s?(?P<after>[AaPp]\.?[Mm]\.?)?"
)
_HOUR = lazy(
    rf"(?P<half>午前|午後|早朝|翌朝|翌日?|朝|真?夜中|深夜|夜明け|夜更け|夜ふけ|宵の口|宵|今夜|今晩|夜|晩|未明|明け方|夕方|夕刻|夕|真?昼間?|日中)?の?\s?(?<![\d.,])(?P<hour>{SMALL}|零)\s?時(?!間|代|期|点|限|節)"
    rf"(?:(?P<thirty>半)|(?:を|から)?\s?(?P<past>(?<=[をら])|(?<=[をら]\s))?(?P<minute>{SMALL})\s?分(?P<before>前(?![後日]))?(?(past)(?:ほど|ばかり|余り|あまり|くらい|ぐらい|程)?(?:回|過ぎ|すぎ|経|たっ)))?"
)
_NOON = lazy(
    rf"正午(?:(?:を|から)\s?(?P<minute>{SMALL})\s?分(?:ほど|ばかり|余り|あまり|くらい|ぐらい|程)?(?:回|過ぎ|すぎ|経|たっ))?"
)


def _clock(match: re.Match[str]) -> Iterator[Value]:
    hour, minute = int(match[2]), int(match[3])
    half = match["half"] or match["after"] or ""
    half = half or _carried(match, hour)
    if minute < 60 and hour < 30:
        yield _time(match, hour, minute, half, exact=True)


def _hour(match: re.Match[str]) -> Iterator[Value]:
    hour = numeral(match["hour"])
    minute = numeral(match["minute"]) if match["minute"] else Fraction(0)
    if hour is None or minute is None or hour >= 30 or minute >= 60:
        return
    if match["hour"] == "一" and not match["half"] and not match["thirty"]:
        return
    half = match["half"] or _carried(match, int(hour))
    value = _time(match, int(hour), 30 if match["thirty"] else int(minute), half)
    if match["before"]:
        value = value.but(
            keys=value.keys | {("t", (at - 2 * minute) % 1440) for _, at in value.keys}
        )
    yield value


def _noon(match: re.Match[str]) -> Iterator[Value]:
    at = 720 + (numeral(match["minute"] or "") or 0)
    keys = frozenset({("t", Fraction(at)), *([] if match["minute"] else [("n", Fraction(12))])})
    yield Value(Kind.TIME, Fraction(at), Span(*match.span()), match[0], keys, 2, "時")


def _time(match: re.Match[str], hour: int, minute: int, half: str, exact: bool = False) -> Value:
    minutes = set(clock(hour, minute, half))
    keys: set[Key] = {("t", Fraction(at)) for at in minutes}
    if not minute and not exact:
        if hour != 12 or not half:
            keys.add(("n", Fraction(hour)))
        if hour % 12 or (hour % 24 and not half):
            keys.add(("n", Fraction(hour % 12 or 12)))
    weight = 3 if any("0" <= c <= "9" for c in match[0]) else 1
    span = Span(*match.span())
    return Value(Kind.TIME, Fraction(min(minutes)), span, match[0], frozenset(keys), weight, "時")


_OPENED = lazy(
    r"(?P<half>午前|午後)\s?の?\s?(?P<h>\d{1,2}|[一二三四五六七八九十]{1,2})(?:時(?:半|\d{1,2}分)?|:\d\d)\s?(?:~|から|-)\s?\Z"
)


def _carried(match: re.Match[str], hour: int) -> str:
    """The half of the day that the first end of a range gives the second: 午後3時～5時."""
    opened = _OPENED.search(match.string[max(0, match.start() - 14) : match.start()])
    first = numeral(opened["h"]) if opened else None
    if not opened or first is None or hour > 12:
        return ""
    return opened["half"] if first % 12 < hour else ""


_MORNING = frozenset(["午前", "am", "早朝", "朝", "翌朝", "未明", "夜明け", "明け方"])
_AFTERNOON = frozenset(["午後", "pm", "夕方", "夕刻", "夕", "宵の口", "宵"])
_NIGHT = frozenset(["夜", "晩", "今夜", "今晩", "深夜", "夜中", "真夜中", "夜更け", "夜ふけ"])
_NOONISH = frozenset(["昼", "昼間", "真昼", "真昼間", "日中"])
_NEXT = frozenset(["翌", "翌日"])
_LATE = 5
"""The hour after midnight that is no longer night; from six on the evening's."""


def clock(hour: int, minute: int, half: str) -> Iterator[int]:
    """Minutes since midnight that an hour may mean: without a half of the day, both."""
    mark = half.lower().replace(".", "")
    if hour >= 24:
        yield (hour - 24) * 60 + minute
        yield hour * 60 + minute
    elif mark in _MORNING:
        yield hour % 12 * 60 + minute
    elif mark in _AFTERNOON:
        yield (hour % 12 + 12) * 60 + minute
        if hour == 12 and mark == "午後" and not minute:
            yield minute
    elif mark in _NIGHT and hour <= 12:
        late = hour % 12 <= _LATE
        yield hour % 12 * 60 + minute + (0 if late else 720)
        if not hour % 12 and not minute:
            yield 1440
    elif mark in _NEXT and hour <= _LATE:
        yield hour * 60 + minute
    elif mark in _NOONISH and hour <= 12:
        yield hour % 12 * 60 + minute + (720 if hour % 12 <= _LATE else 0)
    elif not hour:
        yield minute
        if not minute:
            yield 1440
    else:
        yield hour * 60 + minute
        if hour <= 12:
            yield (hour % 12 + 12) * 60 + minute
            yield hour % 12 * 60 + minute


CLOCK: tuple[Rule, ...] = (Rule(_CLOCK, _clock, ":"),)
HOURS: tuple[Rule, ...] = (Rule(_HOUR, _hour, "時"), Rule(_NOON, _noon, "正"))
"""Rules in the order in which they read; dates are read between them."""
