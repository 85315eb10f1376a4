"""Dates and times: `date.era`, `date.fiscal`, `date.md`, `time.clock`."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.times.era_names import other_era, said_year
from alignbench.checks.times.late_hours import begun_at_its_end, on_the_day_before
from alignbench.checks.value_checks import ChangedValue, said
from alignbench.checks.values.comparison import Comparison, compared
from alignbench.checks.values.eras import outside
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_FISCAL = lazy("年度|月\\s?期")
_NEAR = 10
_TO = lazy(r"日?\s?(?:[(（][月火水木金土日](?:曜日?)?[・祝]*[)）])?\s?(?:[～〜~－-]|から)\s?")
_LAST_OLD_YEAR = 1872
"""Until then every month could have a thirtieth day."""

_TURN = lazy(
    "改元|改ま|改称|から「?(?:大正|昭和|平成|令和)|(?:大正|昭和|平成|令和)」?と(?:な|改|変)"
)
"""What tells that one era gives way to the next."""


class Era(ChangedValue):
    """Years of Japanese eras are turned into the right Western years."""

    id = "date.era"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A year of an era is another year in the English; a Western year or the era's own name and "
        "number are both right. A date outside its era (平成35年) is noted as an error of the source."
    )
    examples = (
        Example("令和6年に始まった。", "It began in 2024.", "It began in 2025."),
        Example("昭和元年の生まれだ。", "She was born in 1926.", "She was born in 1925."),
        Example("H18年度の記録。", "Records of fiscal 2006.", "Records of fiscal 2008."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """Dates that are not in the era they name; its first day may be told by the one before."""
        if not any(value.era for value in values.ja):
            yield from self._named(pair)
        for place, value in enumerate(values.ja):
            if not value.era:
                continue
            month, day = _month_and_day(values.ja, place)
            year = next((int(amount) for name, amount in value.keys if name == "e"), 0)
            if year and outside(value.era, year, month, day) and not _TURN.search(pair.ja):
                yield self._source(
                    value,
                    t(
                        "That date is not in {era}; {era}{year} is {said_year}.",
                        era=value.era,
                        year=year,
                        said_year=said_year(value),
                    ),
                )
        for value, other in zip(values.ja, values.ja[1:], strict=False):
            given = value.group and value.group == other.group and other.bracketed
            western = value.era and other.kind == Kind.YEAR and not other.era
            if given and western and abs(value.amount - other.amount) > 1:
                yield self._source(
                    value,
                    t(
                        "{era}{text} is {value}, not {other}.",
                        era=value.era,
                        text=value.text,
                        value=said(value),
                        other=said(other),
                    ),
                )

    def _named(self, pair: CheckedPair) -> Iterator[Finding]:
        for era, ja, en, written in other_era(pair.ja, pair.en):
            yield self.finding(
                t("{ja} is another era than “{en}”.", ja=era, en=written),
                ja=ja,
                en=en,
                ja_value=era,
                en_value=written,
            )

    def _source(self, value: Value, message: str) -> Finding:
        return source_error(self, message, value)


def source_error(check: Check, message: str, value: Value) -> Finding:
    """A note that the Japanese itself seems to be wrong."""
    return check.finding(
        t("{message} An error of the source?", message=message),
        ja=value.span,
        ja_value=said(value),
        type="other/source-error",
        severity=Severity.NEUTRAL,
    )


def _month_and_day(values: Sequence[Value], place: int) -> tuple[int | None, int | None]:
    """Month and day that directly follow the year at `place`."""
    month = day = None
    edge = values[place].span.end
    for value in values[place + 1 : place + 3]:
        if value.span.start - edge > _NEAR or value.kind not in (Kind.MONTH, Kind.DAY):
            break
        if value.kind == Kind.MONTH:
            month = int(value.amount)
        elif month:
            day = int(value.amount)
        edge = value.span.end
    return month, day


class MonthAndDay(ChangedValue):
    """Months, days and weekdays are the same, and weekdays fit their dates."""

    id = "date.md"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A month, a day or a weekday differs, or a weekday does not fit a date whose year is "
        "given. Where the Japanese itself has such a weekday, or a day like 2月30日, that is noted "
        "as an error of the source."
    )
    examples = (
        Example(
            "3月4日（月）に開く。", "It opens on Monday, March 4.", "It opens on Tuesday, March 4."
        ),
        Example("締め切りは5月10日です。", "The deadline is May 10.", "The deadline is June 10."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """Weekdays that do not fit their date."""
        for value, right in _misfits(values.ja):
            yield source_error(
                self,
                t("That date is a {right}, not a {value}.", right=right, value=said(value)),
                value,
            )
        for value in _backwards(pair.ja, values.ja):
            yield source_error(self, t("That range ends before it begins."), value)
        for value in _impossible(values.ja):
            yield source_error(self, t("There is no such day as {text}.", text=value.text), value)
        if not any(value.kind == Kind.WEEKDAY for value in values.ja):
            for value, right in _misfits(values.en):
                yield self.finding(
                    t("That date is a {right}, not a {value}.", right=right, value=said(value)),
                    en=value.span,
                    en_value=said(value),
                )


def _backwards(text: str, values: Sequence[Value]) -> Iterator[Value]:
    """Ends of ranges within one month that come before their beginnings: 10月5日～10月1日."""
    days = [
        (month, day)
        for month, day in pairwise(values)
        if month.kind == Kind.MONTH and day.kind == Kind.DAY and month.text == day.text
    ]
    for (first, begin), (last, end) in pairwise(days):
        joined = _TO.fullmatch(text, begin.span.end, last.span.start)
        if joined and first.amount == last.amount and begin.amount > end.amount:
            yield end


def _impossible(values: Sequence[Value]) -> Iterator[Value]:
    """Days that their month does not have; of a leap year only where its year is given."""
    year = 2000
    for place, value in enumerate(values):
        if value.kind == Kind.YEAR:
            year = int(value.amount)
            continue
        month = values[place - 1] if place else value
        if value.kind != Kind.DAY or month.kind != Kind.MONTH or month.text != value.text:
            if value.kind != Kind.MONTH:
                year = 2000
            continue
        if year > _LAST_OLD_YEAR and value.amount > monthrange(year, int(month.amount))[1]:
            yield value


def _misfits(values: Sequence[Value]) -> Iterator[tuple[Value, str]]:
    """Weekdays beside a full date that falls on another day, each with the right name."""
    for place, value in enumerate(values):
        if value.kind != Kind.WEEKDAY:
            continue
        near = [
            other
            for other in values[max(0, place - 3) : place + 4]
            if abs(other.span.start - value.span.start) < 3 * _NEAR
        ]
        parts = {
            kind: [int(v.amount) for v in near if v.kind == kind]
            for kind in (Kind.YEAR, Kind.MONTH, Kind.DAY)
        }
        weekdays = [v for v in near if v.kind == Kind.WEEKDAY]
        if len(weekdays) != 1 or any(len(found) != 1 for found in parts.values()):
            continue
        (year,), (month,), (day,) = parts[Kind.YEAR], parts[Kind.MONTH], parts[Kind.DAY]
        try:
            right = date(year, month, day).weekday()
        except ValueError:
            continue
        if year >= 1900 and right != value.amount:
            yield value, _DAYS[right]


class Clock(ChangedValue):
    """Times of day are the same."""

    id = "time.clock"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A time of day differs: 午前 and 午後, 半, 正午, and hours from 24 to 29, which are "
        "the small hours of the next day."
    )
    examples = (
        Example("午後3時半に始まる。", "It starts at 3:30 p.m.", "It starts at 3:30 a.m."),
        Example("25時まで営業。", "Open until 1 a.m.", "Open until 11 p.m."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """24時 is the end of its day, and no beginning; 25時 lies on the next day."""
        for ours, day in on_the_day_before(pair, values):
            yield self.finding(
                t("{ja} is on the next day; the English has it on {day}.", ja=ours, day=said(day)),
                en=day.span,
                ja_value=ours,
                en_value=said(day),
            )
        for end, begins in begun_at_its_end(pair):
            yield self.finding(
                t("{ja} is the end of its day; the English says “{en}”.", ja=end[0], en=begins[0]),
                ja=Span(*end.span()),
                en=Span(*begins.span()),
                ja_value=end[0],
                en_value=begins[0],
            )


class FiscalYear(PairCheck):
    """Fiscal years and terms are called so."""

    id = "date.fiscal"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "年度, 四半期 and 3月期 are fiscal, school or business terms, not calendar years or months."
    )
    examples = (
        Example("2023年度の決算。", "Accounts for fiscal 2023.", "Accounts for 2023."),
        Example(
            "2024年3月期の業績。",
            "Results for the fiscal year ended March 2024.",
            "Results of March 2024.",
        ),
    )
    _SAID = lazy(
        r"fiscal|\bFY|financial|academic|school|business\s+year|\bterms?\b|year\s+end|years?\s+ended|period|season|budget|"
        r"annual|quarter|\bQ[1-4]\b|accounting|class\s+of|graduat|half",
        re.I,
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each fiscal term the English does not call so."""
        if not pair.en or not _FISCAL.search(pair.ja) or self._SAID.search(pair.en):
            return
        for ja, en in compared(pair).agreed:
            if ja.noun in ("年度", "月期"):
                yield self.finding(
                    t(
                        "{text} is a fiscal or school term; the English gives it as a plain date.",
                        text=ja.text,
                    ),
                    ja=ja.span,
                    en=en.span,
                    ja_value=said(ja),
                    en_value=said(en),
                )


CHECKS: tuple[type[Check], ...] = (Era, FiscalYear, MonthAndDay, Clock)
