"""What is counted: `unit.class` and `num.counter`."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.value_checks import said
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.units import CONVERTIBLE, MEASURES, OLD, UNITS, converts
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_NEARLY = 0.03
_ROUNDLY = 0.25
"""Share by which an old measure in round numbers of a new one may miss."""


class UnitClass(PairCheck):
    """Measures and sums of money keep their unit, or are converted."""

    id = "unit.class"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The number is the same and the unit is another one: metres for kilometres, yen for "
        "dollars. A converted measure within three per cent is right."
    )
    examples = (
        Example("広さは100坪ある。", "It measures about 330 m².", "It measures 100 m²."),
        Example("費用は5万ドルだった。", "It cost $50,000.", "It cost ¥50,000."),
        Example("駅から5kmだ。", "It is 5 km from the station.", "It is 5 m from the station."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each measure whose number was kept and whose unit was not."""
        values = compared(pair)
        for ja, en in (*values.agreed, *values.changed):
            if self._another(pair.en, ja, en):
                yield self.finding(
                    t(
                        "{text} is in {unit}, the English in {unit2}.",
                        text=ja.text,
                        unit=ja.unit,
                        unit2=en.unit,
                    ),
                    ja=ja.span,
                    en=en.span,
                    ja_value=said(ja),
                    en_value=said(en),
                )
        for ja, en in values.agreed:
            if ja.kind == en.kind == Kind.VAGUE and (unit := _vague_unit(pair, ja, en)):
                yield self.finding(
                    t(
                        "{text} is not “{en}”.",
                        text=pair.ja[ja.span.start : ja.span.end + 2],
                        en=pair.en[en.span.start : en.span.end + len(unit) + 1],
                    ),
                    ja=ja.span,
                    en=en.span,
                    ja_value=ja.text,
                    en_value=unit,
                )
        agreed = {id(ja) for ja, _ in values.agreed}
        for ja in values.ja:
            match = (
                _single(pair, ja)
                or _single_old(pair, ja)
                or (None if id(ja) in agreed else _without_its_half(pair, ja))
            )
            if match and pair.en:
                yield self.finding(
                    t("{text} is not “{en}”.", text=ja.text, en=match[0]),
                    ja=ja.span,
                    en=Span(*match.span()),
                    ja_value=ja.text,
                    en_value=match[0],
                )
                return

    @staticmethod
    def _another(text: str, ja: Value, en: Value) -> bool:
        """Whether the measure is not the same, though the number is, or one of its parts."""
        ours, theirs = UNITS.get(ja.unit), UNITS.get(en.unit)
        if not ours or not theirs:
            return False
        if ja.unit in OLD and ours.kind != theirs.kind:
            measured = {
                ours.kind,
                theirs.kind,
            } <= CONVERTIBLE and en.unit not in _BOTH_LENGTH_AND_AREA
            return measured and ja.amount == en.amount and not en.bracketed and not ja.compound
        if ours.kind == theirs.kind == "money-yen" and not ja.compound and ja.amount == en.amount:
            return ours.size != theirs.size
        if ja.unit in OLD:
            other = ours.size != theirs.size or ja.compound
            told = en.bracketed or (ja.compound and _MORE.match(text, en.span.end))
            return ours.kind == theirs.kind and other and not told and not _as_much(ja, en)
        lengths = ours.kind == theirs.kind == "time" and ja.length_or_unit and en.length
        lengths = lengths and not ja.ordinal and not en.ordinal and ja.amount != 1
        return ja.amount == en.amount and (ja.weight + en.weight > 3 or lengths) and differ(ja, en)


_BOTH_LENGTH_AND_AREA = ("cho", "tan", "mat", "mats", "tatami", "to")
_MORE = lazy(
    r"\s+[\w-]+,?\s+(?:and\s+(?:a\s+half|\w+)|\w+\s+(?:sun|rin|go|shaku|sen|inch\w*|feet)\b)", re.I
)
"""After "one sen": "and a half", "five rin"."""


def _as_much(ja: Value, en: Value) -> bool:
    """Whether two measures are the same, in round numbers."""
    left = ja.amount * UNITS[ja.unit].size
    return abs(left - en.amount * UNITS[en.unit].size) <= abs(left) * Fraction(_ROUNDLY)


_PERIOD_JA = lazy("秒|分|時間|日|週間?|[かヶカヵ]月|年|世紀")
_PERIODS_EN = {"秒": "second", "分": "minute", "時": "hour", "日": "day", "週": "week", "か": "month", "ヶ": "month", "カ": "month",
               "ヵ": "month", "年": "year", "世": "centur"}  # fmt: skip
_PERIOD_EN = lazy(r"[\s-]+(?:more\s+)?(second|minute|hour|day|week|month|year)s?\b", re.I)


def _vague_unit(pair: CheckedPair, ja: Value, en: Value) -> str:
    """The unit of a vague length of time (数時間), where the English has another one."""
    ours, theirs = _PERIOD_JA.match(pair.ja, ja.span.end), _PERIOD_EN.match(pair.en, en.span.end)
    if not ours or not theirs or re.search(_PERIODS_EN[ours[0][0]], pair.en, re.I):
        return ""
    return theirs[1] if theirs[1].lower() != _PERIODS_EN[ours[0][0]] else ""


_SINGLE = {
    "年": "year",     "か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month", "箇月": "month", "週間": "week", "時間": "hour",
    "年間": "year", "日間": "day",
}  # fmt: skip
_ONE = lazy(r"\b(?:a|an|one)\s+(?:\w+\s+)?(second|minute|hour|day|week|month|year)\b", re.I)


_SINGLE_OLD = {
    "里": "mile|kilomet(?:re|er)", "貫": "pound|kilo(?:gram)?|ounce", "升": "pint|gallon|cup|lit(?:re|er)",
    "間": "yard|foot|met(?:re|er)", "丈": "foot|yard|met(?:re|er)", "匁": "ounce|pound|gram",
    "町": "mile|kilomet(?:re|er)", "石": "gallon|pound|bushel", "斗": "pint|quart|gallon|lit(?:re|er)",
    "坪": "acre|hectare|square (?:foot|met(?:re|er))",
}  # fmt: skip
"""Units that a single old measure is not: 一里 is four kilometres, no mile."""


def _single_old(pair: CheckedPair, ja: Value) -> re.Match[str] | None:
    """A single old measure (一里) told as one of a Western unit of another size."""
    wrong = _SINGLE_OLD.get(ja.noun)
    if ja.amount != 1 or not wrong:
        return None
    return re.search(rf"\b(?:an?|one) (?:good |full |short )?(?:{wrong})\b", pair.en, re.I)


def _single(pair: CheckedPair, ja: Value) -> re.Match[str] | None:
    """A single length of time (一か月) that English words name with another unit (a year)."""
    unit = _SINGLE.get(ja.noun)
    if ja.amount != 1 or not unit or re.search(rf"\b{unit}|\b{_SHORTER[unit]}", pair.en, re.I):
        return None
    match = _ONE.search(pair.en)
    signs = {
        "year": "年",
        "month": "月",
        "week": "週",
        "day": "日",
        "hour": "時",
        "minute": "分",
        "second": "秒",
    }
    return match if match and signs[match[1].lower()] not in pair.ja else None


_HALVED = {
    "年": "year",
    "か月": "month",
    "カ月": "month",
    "ヶ月": "month",
    "時間": "hour",
    "日": "day",
    "世紀": "century",
}
_HALF_SAID = lazy(
    r"\b(?:half|halves|mid\w*|semi\w*|bi-?annual\w*|quarter\w*|and a|six|twelve|eighteen|thirty|ninety|fifty|fifteen|fortnight|\d+)\b",
    re.I,
)
_ONE_OR = lazy(r"\b(?:an?|one)\s+(?:\w+\s+)?(minute|hour|day|week|month|year|century)\b", re.I)


def _without_its_half(pair: CheckedPair, ja: Value) -> re.Match[str] | None:
    """Half a year, or a year and a half, that became a whole one."""
    unit = _HALVED.get(ja.noun)
    if not unit or "半" not in ja.text or _HALF_SAID.search(pair.en):
        return None
    match = _ONE_OR.search(pair.en)
    return match if match and match[1].lower() == unit else None


_SHORTER = {"month": "weeks|days|quarter", "week": "days|fortnight", "hour": "minutes", "year": "months|annual|yearly|calendar",
            "day": "hours|daily|overnight"}  # fmt: skip


def differ(ja: Value, en: Value) -> bool:
    """Whether both values have a unit and the two are not the same measure."""
    ours, theirs = UNITS.get(ja.unit), UNITS.get(en.unit)
    if not ours or not theirs or ours == theirs:
        return False
    if (ja.unit, theirs.kind) in (("キロ", "mass"), ("ポンド", "money-pound")):
        return False
    if converts(ja.amount, ja.unit, en.amount, en.unit, _NEARLY):
        return False
    return ours.kind in MEASURES and theirs.kind in MEASURES


class Counter(PairCheck):
    """What is counted fits the counter."""

    id = "num.counter"
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = t(
        "Counters say what is counted: 人 people, 匹 and 頭 animals, 冊 books, 泊 nights, 階 "
        "the floor of a "
        "building. The English counts something else with the same number."
    )
    examples = (
        Example(
            "受付は2階です。",
            "The front desk is on the second floor.",
            "The front desk has two floors.",
        ),
        Example("宿に3泊した。", "We stayed three nights.", "We stayed three weeks."),
    )
    _PEOPLE = "people|persons|men|women|children|students|members|boys|girls|workers|guests"
    _ANIMALS = "dogs|cats|horses|cows|animals|sheep|pigs|fish"
    _THINGS = "books|cars|machines|houses|rooms|cups|tables|chairs|letters|pages"
    _TIMES = "hours|minutes|seconds|days|weeks|months|years"
    _UNFIT: ClassVar = {
        "人": lazy(rf"(?:{_THINGS}|{_ANIMALS}|{_TIMES})\Z"),
        "匹": lazy(rf"(?:{_PEOPLE}|books|cars|machines|{_TIMES})\Z"),
        "冊": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|cars|machines|lines|pages|chapters|{_TIMES})\Z"),
        "行": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|pages|chapters|volumes|books|{_TIMES})\Z"),
        "頁": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|lines|chapters|volumes|books|{_TIMES})\Z"),
        "ページ": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|lines|chapters|volumes|books|{_TIMES})\Z"),
        "章": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|lines|pages|volumes|{_TIMES})\Z"),
        "巻": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|lines|pages|chapters|{_TIMES})\Z"),
        "軒": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|books|pages|{_TIMES})\Z"),
        "枚": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|lines|chapters|volumes|{_TIMES})\Z"),
        "泊": lazy(r"(?:hours|minutes|weeks|months|years)\Z"),
        "階": lazy(r"(?:floors|stories|storeys)\Z"),
        "台": lazy(rf"(?:{_PEOPLE}|{_ANIMALS}|books|letters|{_TIMES})\Z"),
    }

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each number that counts something else."""
        values = compared(pair)
        for ja, en in values.agreed:
            unfit = self._UNFIT.get(ja.noun)
            if unfit and not en.ordinal and unfit.match(en.noun) and not self._storeys(ja, pair.ja):
                if any(
                    sum(v.amount == ja.amount for v in each) > 1 for each in (values.ja, values.en)
                ):
                    continue
                yield self.finding(
                    t("{text} does not count {noun}.", text=ja.text, noun=en.noun),
                    ja=ja.span,
                    en=en.span,
                    ja_value=ja.text,
                    en_value=f"{en.text} {en.noun}",
                )

    @staticmethod
    def _storeys(ja: Value, text: str) -> bool:
        """Whether 階 tells the height of a building (2階建て) and not a floor."""
        return ja.noun == "階" and (
            text.startswith(("建", "層", "分"), ja.span.end) or "地上" in text
        )


CHECKS: tuple[type[Check], ...] = (UnitClass, Counter)
