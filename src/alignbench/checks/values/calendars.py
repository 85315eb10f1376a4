"""Dates of the old lunisolar calendar, which English often gives by the Western one.

Until the end of 1872 Japan counted months by the moon; a date of that calendar is two to seven
weeks behind the Western one, and Western dates before 1582 are Julian or Gregorian. Such a pair of
dates differs and is still right. Where a year is known, the moon says which days are meant.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.moon import day_number, falls_on
from alignbench.checks.values.value import Kind, Value

_LAST_OLD_YEAR = 1872
_LAST_JULIAN_YEAR = 1582
_FIRST_YEAR = 400
_LAG = range(17, 53)
_LONGEST_LAG = 90
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MOST_DATES = 40
_NEAR = 24
_TOGETHER = 8

_OLD_NAMED = lazy("旧暦|陰暦|太陰|閏|朔日|晦日|西暦|新暦|陽暦")
"""Words with which the Japanese says that a date is of the old calendar, or of the new one."""
_OTHER_NAMED = lazy(
    r"lunar|old\s+calendar|lunisolar|gregorian|julian|solar\s+calendar|new\s+calendar", re.I
)
_WESTERN_NAMED = lazy(r"ユリウス|グレゴリ|\b(?:Julian|Gregorian)\b")
"""Only where one of the two is named is a Western day of the Japanese reckoned by the other."""
_BOTH_SAID = lazy(r"lunar|old\s+calendar|lunisolar", re.I)


@dataclass(frozen=True, slots=True)
class _Date:
    month: Value | None
    day: Value | None

    @property
    def parts(self) -> list[Value]:
        return [part for part in (self.month, self.day) if part]


def old_calendar(
    ja: Sequence[Value], en: Sequence[Value], agreed: set[int], ja_text: str, en_text: str
) -> set[int]:
    """Ids of values that are dates of the old calendar and the Western dates they fell on.

    `agreed` are the ids of values that have found their like.
    """
    english = [date for date in _dates(en) if any(id(part) not in agreed for part in date.parts)]
    if not english or len(english) > _MOST_DATES:
        return set()
    japanese = [date for date in _dates(ja) if any(id(part) not in agreed for part in date.parts)]
    japanese.sort(key=lambda date: date.month is None)
    years = [int(v.amount) for v in (*ja, *en) if v.kind == Kind.YEAR and v.amount >= _FIRST_YEAR]
    old = any(year <= _LAST_OLD_YEAR for year in years) or (
        not years and bool(_OLD_NAMED.search(ja_text) or _OTHER_NAMED.search(en_text))
    )
    if years and not old:
        return set()
    if _BOTH_SAID.search(en_text) and len(english) > 1:
        return set()
    kept = _kept(ja, en, agreed)
    named = bool(_WESTERN_NAMED.search(ja_text) or _WESTERN_NAMED.search(en_text))
    excused: set[int] = set()
    for left in japanese:
        twice = _given_twice(left, ja)
        year = _year_before(left, ja)
        western = twice and _western_given(left, ja)
        for right in english:
            if id(right.parts[0]) in excused or (kept and not twice):
                continue
            if western:
                same = named and _western(left, ja) and _julian(left, right, year)
            else:
                same = _same(left, right, old, year or _year_after(right, en), twice)
            if same:
                excused.update(id(part) for part in (*left.parts, *right.parts))
                excused.update(_new_year(ja, en, left, right) if old else ())
                if twice:
                    group = left.parts[0].group
                    excused.update(id(v) for v in ja if v.group == group and v.kind in _PARTS)
                break
    return excused


_PARTS = (Kind.MONTH, Kind.DAY)


def _kept(ja: Sequence[Value], en: Sequence[Value], agreed: set[int]) -> bool:
    """Whether a date of the Japanese stands in the English as it is: then the others should too."""
    theirs = {
        _as_said(date) for date in _dates(en) if all(id(part) in agreed for part in date.parts)
    }
    return any(
        date.month
        and not date.month.group
        and date.day
        and not date.month.bracketed
        and _as_said(date) in theirs
        for date in _dates(ja)
    )


def _as_said(date: _Date) -> tuple[Fraction | None, Fraction | None]:
    month, day = date.month, date.day
    return month.amount if month else None, day.amount if day else None


def _year_before(date: _Date, ja: Sequence[Value]) -> int:
    """The year that a Japanese date stands behind, else the one before it in the text."""
    year = _last_year(date, ja)
    return int(year.amount) if year else 0


def _last_year(date: _Date, ja: Sequence[Value]) -> Value | None:
    """The last year before a Japanese date."""
    start = date.parts[0].span.start
    before = [
        v for v in ja if v.kind == Kind.YEAR and v.span.start < start and v.amount >= _FIRST_YEAR
    ]
    return before[-1] if before else None


def _year_after(date: _Date, en: Sequence[Value]) -> int:
    """The year that follows an English date closely."""
    end = date.parts[-1].span.end
    after = [v for v in en if v.kind == Kind.YEAR and 0 <= v.span.start - end <= _NEAR]
    return int(after[0].amount) if after and after[0].amount >= _FIRST_YEAR else 0


def _given_twice(date: _Date, ja: Sequence[Value]) -> bool:
    """Whether the Japanese itself gives the Western date beside the old one."""
    group = date.parts[0].group
    return bool(group) and any(
        v.group == group and v.kind in _PARTS and v not in date.parts for v in ja
    )


def _western(date: _Date, ja: Sequence[Value]) -> bool:
    """Whether a date behind its year is a Western one: the year stands without an era."""
    year = _last_year(date, ja)
    return year is not None and not year.era and year.group == date.parts[0].group


def _western_given(date: _Date, ja: Sequence[Value]) -> bool:
    """Whether one of the two dates of a group is the Western one: the moon need not be asked."""
    group = date.parts[0].group
    return any(_western(other, ja) for other in _dates([v for v in ja if v.group == group]))


def _julian(ja: _Date, en: _Date, year: int) -> bool:
    """Whether a Western date is the same day by the Julian and the Gregorian calendar."""
    if not (ja.month and ja.day and en.month and en.day) or not 0 < year <= _LAST_JULIAN_YEAR:
        return False
    ours = day_number(year, int(ja.month.amount), int(ja.day.amount), gregorian=False)
    return ours == day_number(year, int(en.month.amount), int(en.day.amount))


def mixed(
    ja: Sequence[Value], agreed: Sequence[tuple[Value, Value]]
) -> Iterator[tuple[Value, Value]]:
    """Parts of English dates that took the month of one calendar and the day of the other.

    A date that the Japanese gives twice has one of two months and one of two days; the English
    has to take both from the same one. Yields the Japanese part that should have been taken.
    """
    partner = {id(en): ours for ours, en in agreed if ours.group and ours.kind in _PARTS}
    for date in _dates(sorted((en for _, en in agreed), key=lambda en: en.span.start)):
        if not date.month or not date.day:
            continue
        month, day = partner.get(id(date.month)), partner.get(id(date.day))
        if not month or not day:
            continue
        groups = (month.group, day.group)
        given = [(d.month, d.day) for d in _dates([v for v in ja if v.group in groups])]
        wanted = (date.month.amount, date.day.amount)
        if any(m and d and (m.amount, d.amount) == wanted for m, d in given):
            continue
        right = next((m for m, d in given if m and d is day), None)
        if right:
            yield right, date.month


def _dates(values: Sequence[Value]) -> Iterator[_Date]:
    month: Value | None = None
    held: Value | None = None
    for value in _month_first(values):
        if value.kind == Kind.MONTH:
            if month:
                yield _Date(month, held)
            month, held = value, None
            continue
        if value.kind == Kind.DAY or (value.kind == Kind.NUMBER and value.noun == "日"):
            near = month and abs(value.span.start - month.span.end) <= _TOGETHER
            if month and not held and near:
                held = value
            elif value.kind == Kind.NUMBER and not value.length and value.amount <= 31:
                yield _Date(None, value)
            elif month is None:
                month, held = None, None
    if month:
        yield _Date(month, held)


def _month_first(values: Sequence[Value]) -> list[Value]:
    """With `19 July` in the order of `July 19`."""
    turned = list(values)
    for at in range(len(turned) - 1):
        day, month = turned[at : at + 2]
        near = month.span.start - day.span.end <= _TOGETHER
        if near and day.kind == Kind.DAY and month.kind == Kind.MONTH:
            after = turned[at - 1] if at else None
            if after is None or after.kind != Kind.MONTH:
                turned[at], turned[at + 1] = month, day
    return turned


def _same(ja: _Date, en: _Date, old: bool, year: int, twice: bool) -> bool:
    if en.month is None or year > _LAST_OLD_YEAR:
        return False
    if ja.month is None:
        return old and not twice and en.day is not None
    months = (int(en.month.amount) - int(ja.month.amount)) % 12
    if not ja.day or not en.day:
        later = old and not twice and months in (1, 2)
        return later and (not year or _overlap(int(ja.month.amount), int(en.month.amount), year))
    if int(ja.month.amount) > 12 or int(en.month.amount) > 12:
        return False
    if year:
        return year <= _LAST_OLD_YEAR and _fell(ja, en, year, twice)
    lag = (_day_of_year(en) - _day_of_year(ja)) % 365
    if twice or ja.day.amount == en.day.amount:
        return False
    leap = 30 if ja.month.text.startswith("閏") else 0
    return _LAG.start <= lag < _LAG.stop + leap and (old or months != 0)


def _fell(ja: _Date, en: _Date, year: int, twice: bool) -> bool:
    """Whether the two are one day: by the moon, or one Julian and the other Gregorian."""
    if not (ja.month and ja.day and en.month and en.day):
        return False
    ours = (int(ja.month.amount), int(ja.day.amount))
    month, day = int(en.month.amount), int(en.day.amount)
    if not twice and (_day_of_year(en) - _day_of_year(ja)) % 365 > _LONGEST_LAG:
        return False
    turn = month < ours[0] - 2
    western = [day_number(y, month, day) for y in {year, year + turn}]
    if year <= _LAST_JULIAN_YEAR:
        if twice and abs(day_number(year, *ours, gregorian=False) - western[0]) <= 1:
            return True
        western += [day_number(y, month, day, gregorian=False) for y in {year, year + turn}]
    return any(falls_on(*ours, day_) for day_ in western)


def _overlap(ours: int, month: int, year: int) -> bool:
    """Whether a month of the moon reached well into a Western month."""
    years = {year, year + (month < ours)}
    return any(
        falls_on(ours, day, day_number(y, month, western, gregorian))
        for y in years
        for gregorian in {True, y > _LAST_JULIAN_YEAR}
        for day in (6, 15, 24)
        for western in (3, 6, 9, 12, 15, 18, 21, 24, 27)
    )


def _day_of_year(date: _Date) -> int:
    month = int(date.month.amount) if date.month else 1
    return _DAYS_BEFORE[month - 1] + (int(date.day.amount) if date.day else 15)


def _new_year(
    ja: Sequence[Value], en: Sequence[Value], date: _Date, western: _Date
) -> Iterator[int]:
    """Years that differ by one because an old year's last weeks lie in the next Western year."""
    if not date.month or not western.month or date.month.amount <= western.month.amount:
        return
    before = [v for v in ja if v.kind == Kind.YEAR and v.span.start < date.month.span.start]
    if before:
        year = before[-1]
        for value in en:
            if value.kind == Kind.YEAR and value.amount == year.amount + 1:
                yield id(year)
                yield id(value)
