"""Checks of values that differ, are left out or were added; each takes its own kind of value."""

from collections.abc import Iterator

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair
from alignbench.checks.values.comparison import Comparison, compared, scale_slip
from alignbench.checks.values.value import Kind, Value, shown
from alignbench.domain.findings import Finding, Grade
from alignbench.language.spelled_numbers import MONTHS
from alignbench.messages import t

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_TOGETHER = 6
_FULL_LENGTH = 1.7
_MOST_MISSING = 2
_MONTH_PARTS = (Kind.MONTH, Kind.DAY, Kind.WEEKDAY)


def said(value: Value) -> str:
    """A value for people: `135,000,000 円`, `Tuesday`, `15:30`."""
    if value.kind == Kind.WEEKDAY:
        return _DAYS[int(value.amount) % 7]
    if value.kind == Kind.MONTH and 1 <= value.amount <= 12:
        return MONTHS[int(value.amount) - 1].title()
    if value.kind == Kind.TIME:
        times = sorted(int(amount) for name, amount in value.keys if name == "t")
        return " or ".join(f"{at // 60}:{at % 60:02d}" for at in times)
    if value.era:
        return (
            f"{value.era}, {shown(value.amount)}"
            if ("n", value.amount) in value.keys
            else value.text
        )
    unit = "%" if ("p", value.amount) in value.keys else ""
    noun = value.noun if value.unit and not unit else ""
    return f"{shown(value.amount)}{unit} {noun}".strip()


def family(ja: Value | None, en: Value | None) -> str:
    """The id of the check that a changed (or a missing, or an added) value is for."""
    kinds = {value.kind for value in (ja, en) if value}
    if Kind.TIME in kinds:
        return "time.clock"
    if ja and ja.era:
        return "date.era"
    if (ja.kind if ja else en.kind if en else None) in _MONTH_PARTS:
        return "date.md"
    if ja and en and ja.amount == en.amount and ja.unit and en.unit:
        return "unit.class"
    if Kind.RATIO in kinds:
        return "num.ratio"
    if ja and en and scale_slip(ja.amount, en.amount):
        return "num.scale"
    return "num.enum" if ja and ja.kind == Kind.LABEL else "num.value"


class ChangedValue(PairCheck):
    """A check of the values of one family."""

    of_code = True

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """One finding for each value of the family that is not the same in both texts.

        That a value is left out is said with less confidence: translators leave out on purpose.
        """
        if not pair.ja or not pair.en:
            return
        values = compared(pair)
        told: list[Value] = []
        for ja, en in values.changed:
            if family(ja, en) == self.id and not _of_one_date(ja, told):
                told.append(ja)
                yield self._changed(ja, en)
        for ja in values.missing if _in_full(pair, values) else ():
            if family(ja, None) == self.id and must_be_kept(ja) and not _of_one_date(ja, told):
                told.append(ja)
                yield self.finding(
                    t("The English has nothing for {text} ({ja}).", text=ja.text, ja=said(ja)),
                    ja=ja.span,
                    ja_value=said(ja),
                    grade=Grade.D2,
                )
        yield from self.more(pair, values)

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """What else this check knows of; nothing by default."""
        yield from ()

    def _changed(self, ja: Value, en: Value) -> Finding:
        return self.finding(
            t("The Japanese says {ja}, the English {en}.", ja=said(ja), en=said(en)),
            ja=ja.span,
            en=en.span,
            ja_value=said(ja),
            en_value=said(en),
        )


def _in_full(pair: CheckedPair, values: Comparison) -> bool:
    """Whether the English is long enough to be a whole translation, and leaves out little.

    Where it says much less, the omission is of more than numbers, and other checks speak of it.
    """
    return len(pair.en) >= _FULL_LENGTH * len(pair.ja) and len(values.missing) <= _MOST_MISSING


def _of_one_date(value: Value, told: list[Value]) -> bool:
    """Whether a finding about the same date has been given already."""
    return any(
        (value.group and value.group == other.group)
        or (other.kind in _MONTH_PARTS and abs(value.span.start - other.span.start) <= _TOGETHER)
        for other in told[-4:]
    )


def must_be_kept(value: Value) -> bool:
    """Whether a value that the English lacks is worth a finding."""
    if value.kind == Kind.NUMBER and value.weight == 2 and value.approx and value.length_or_unit:
        return True
    return (
        value.weight > 2
        and not value.bracketed
        and (value.amount > 3 or bool(value.unit and value.unit not in "人名年月日"))
    )
