"""The third Wednesday of a month: 第3水曜 and what English makes of it."""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.kanji import numeral

_JA = lazy(
    "第\\s?(?P<ns>[1-5一二三四五](?:[・、,と]?第?[1-5一二三四五])*)(?:週の?)?(?P<day>[月火水木金土日])曜"
)
_EN = lazy(
    r"\b(?P<n>first|second|third|fourth|fifth|last|[1-5](?:st|nd|rd|th)) (?P<day>(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)s?\b",
    re.I,
)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5}
_DAYS = {"月": "mon", "火": "tue", "水": "wed", "木": "thu", "金": "fri", "土": "sat", "日": "sun"}


def other_week(ja: str, en: str) -> tuple[re.Match[str], re.Match[str]] | None:
    """A weekday of the n-th week in the Japanese that is of another one in the English."""
    for said in _JA.finditer(value_view(ja).text):
        numbers = {int(numeral(n) or 0) for n in re.findall("[1-5一二三四五]", said["ns"])}
        for read in _EN.finditer(en):
            n = _ORDINALS.get(read["n"].lower()) or (
                int(read["n"][0]) if read["n"][0].isdigit() else 0
            )
            if read["day"].lower().startswith(_DAYS[said["day"]]) and n and n not in numbers:
                return said, read
    return None
