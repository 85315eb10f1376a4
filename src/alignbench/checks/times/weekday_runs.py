"""Weekdays named by their signs alone: 月水金, 水・日定休, 土日."""

import re
from itertools import pairwise

from alignbench.checks.lazy_pattern import lazy

_WEEK = "月火水木金土日"
_RUN = lazy(
    rf"(?<![一-龠々0-9０-９ァ-ヺ])(?P<run>[{_WEEK}](?:[・、,／/･]?[{_WEEK}]){{1,5}})"
    r"(?=曜|定休|休[みま館業診]|の(?:夜|朝|昼|午|週|各|み|晩|夕)|に(?:開|営|行|あ|練|授|受|通|来)|祝|・祝|、祝|営業|開催|開講|以外|のみ)"
)
_EN = lazy(
    r"\b(?P<day>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|rs|ur|urs|nes|nesday|sday|rsday|ursday|urday|day)?s?\b\.?"
)
_RANGE = lazy(r"\s*(?:to|through|thru|until|till|-|–|—)\s*\Z")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def other_days(ja: str, en: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """The run of weekdays of a Japanese text and a weekday of the English that is none of them.

    Only if the English, which names weekdays, lacks one of the run.
    """
    for said in _RUN.finditer(ja):
        days = [_WEEK.index(sign) for sign in said["run"] if sign in _WEEK]
        if days != sorted(set(days)) or _ELSEWHERE.search(ja[: said.start()] + ja[said.end() :]):
            continue
        named = list(_EN.finditer(en))
        if not named:
            continue
        read = _days(en, named)
        if set(days) <= read:
            continue
        strange = [match for match in named if _DAYS.index(match["day"]) not in days]
        if strange or read:
            return said, (strange or named)[0]
    return None


_ELSEWHERE = lazy(rf"[{_WEEK}]曜|週末|平日|(?<![一-龠])[{_WEEK}][・～〜~][{_WEEK}]")


def _days(en: str, named: list[re.Match[str]]) -> set[int]:
    """The weekdays that an English text names, ranges and weekends included."""
    found = {_DAYS.index(match["day"]) for match in named}
    for one, two in pairwise(named):
        if _RANGE.fullmatch(en, one.end(), two.start()):
            first, last = _DAYS.index(one["day"]), _DAYS.index(two["day"])
            found |= (
                set(range(first, last + 1))
                if first < last
                else {*range(first, 7), *range(last + 1)}
            )
    if re.search(r"\bweekends?\b", en, re.I):
        found |= {5, 6}
    if re.search(r"\bweekdays?\b", en, re.I):
        found |= set(range(5))
    return found
