"""Dates of the old lunisolar calendar, which English often gives by the Western one.

Until the end of 1872 Japan counted months by the moon; a date of that calendar is three to
seven weeks behind the Western one. Such a pair of dates differs and is still right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignbench.checks.values.model import Kind, Value

_LAST_OLD_YEAR = 1872
_FIRST_YEAR = 400
_LAG = range(17, 53)
_DAYS_BEFORE = (0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_MOST_DATES = 40
_TOGETHER = 8


@dataclass(frozen=True, slots=True)
class _Date:
    month: Value | None
    day: Value | None

    @property
    def parts(self) -> list[Value]:
        return [part for part in (self.month, self.day) if part]


def old_calendar(
    ja: Sequence[Value], en: Sequence[Value], agreed: set[int], long_ago: bool
) -> set[int]:
    """Ids of values that are dates of the old calendar and the Western dates they fell on.

    `agreed` are the ids of values that have found their like; `long_ago` says that the text is
    about times when the old calendar was in use, should it name no year.
    """
    english = [date for date in _dates(en) if any(id(part) not in agreed for part in date.parts)]
    if not english or len(english) > _MOST_DATES:
        return set()
    japanese = [date for date in _dates(ja) if any(id(part) not in agreed for part in date.parts)]
    years = [int(v.amount) for v in (*ja, *en) if v.kind == Kind.YEAR and v.amount >= _FIRST_YEAR]
    old = any(year <= _LAST_OLD_YEAR for year in years)
    modern = bool(years) and not old
    old = old or (long_ago and not years)
    excused: set[int] = set()
    if modern:
        return excused
    for left in japanese:
        if _given_twice(left, ja):
            continue
        for right in english:
            if id(right.parts[0]) not in excused and _same(left, right, old):
                excused.update(id(part) for part in (*left.parts, *right.parts))
                excused.update(_new_year(ja, en, left) if old else ())
                break
    return excused


def _given_twice(date: _Date, ja: Sequence[Value]) -> bool:
    """Whether the Japanese itself gives the Western date beside the old one."""
    group = date.parts[0].group
    return bool(group) and any(
        v.group == group and v.kind in (Kind.MONTH, Kind.DAY) and v not in date.parts for v in ja
    )


def _dates(values: Sequence[Value]) -> Iterator[_Date]:
    month: Value | None = None
    held: Value | None = None
    for value in values:
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


def _same(ja: _Date, en: _Date, old: bool) -> bool:
    if en.month is None:
        return False
    if ja.month is None:
        return en.day is not None
    months = (int(en.month.amount) - int(ja.month.amount)) % 12
    if not ja.day or not en.day:
        return old and months in (1, 2)
    if int(ja.month.amount) > 12 or int(en.month.amount) > 12:
        return False
    lag = (_day_of_year(en) - _day_of_year(ja)) % 365
    if ja.day.amount == en.day.amount:
        return False
    leap = 30 if ja.month.text.startswith("閏") else 0
    return _LAG.start <= lag < _LAG.stop + leap and (old or months != 0)


def _day_of_year(date: _Date) -> int:
    month = int(date.month.amount) if date.month else 1
    return _DAYS_BEFORE[month - 1] + (int(date.day.amount) if date.day else 15)


def _new_year(ja: Sequence[Value], en: Sequence[Value], date: _Date) -> Iterator[int]:
    """Years that differ by one because an old year's last weeks lie in the next Western year."""
    if date.month is None or date.month.amount < 10:
        return
    before = [v for v in ja if v.kind == Kind.YEAR and v.span.start < date.month.span.start]
    if before:
        year = before[-1]
        for value in en:
            if value.kind == Kind.YEAR and value.amount == year.amount + 1:
                yield id(year)
                yield id(value)
