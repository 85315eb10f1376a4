"""Numbers by value: `num.value`, `num.scale`, `num.ratio`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.quantities.lengths import repeated_length
from alignbench.checks.value_checks import ChangedValue, said
from alignbench.checks.values.comparison import Comparison
from alignbench.checks.values.units import FAHRENHEIT
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_HALF = lazy(r"\b(?:half|halves|halved|halving)\b", re.I)


class NumberValue(ChangedValue):
    """Numbers have the same value."""

    id = "num.value"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A number of the Japanese has another value in the English, or none. Digits, 漢数字, "
        "number words, dozens and halves are read by value; dates, times, ratios and labels "
        "have checks of their own."
    )
    examples = (
        Example(
            "受講者は1,250人だった。",
            "There were 1,250 participants.",
            "There were 1,520 participants.",
        ),
        Example("三百五十冊の本がある。", "There are 350 books.", "There are 530 books."),
        Example("卵を2ダース買った。", "I bought two dozen eggs.", "I bought three dozen eggs."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """A length told twice; numbers of which the Japanese can have none."""
        if twice := repeated_length(values, pair.en):
            yield self._changed(*twice)
        if values.ja or values.missing or values.changed:
            return
        for en in values.added:
            plain = en.kind == Kind.NUMBER and en.weight > 2 and (en.scaled or en.unit)
            if (
                plain
                and not _is_freezing(pair.ja, en)
                and en.amount >= 10
                and not any(c in pair.ja for c in "〇一二三四五六七八九十百千万億")
            ):
                yield self.finding(
                    t("The Japanese has no number for {en}.", en=said(en)),
                    en=en.span,
                    en_value=said(en),
                )


_ZERO = lazy("氷点|零度|零下|[0０〇]度")
_FREEZING = 32


def _is_freezing(ja: str, en: Value) -> bool:
    """Whether an English value is the 32 °F of a Japanese zero."""
    return en.amount == _FREEZING and en.unit in FAHRENHEIT and bool(_ZERO.search(ja))


class NumberScale(ChangedValue):
    """Numbers have the same power of ten."""

    id = "num.scale"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.CRITICAL
    explanation = t(
        "The digits are the same, the power of ten is not: 万, 億 and 兆 step by ten thousand, "
        "thousand, million and billion by a thousand."
    )
    examples = (
        Example(
            "売上高は1億2,500万円だった。", "Sales were ¥125 million.", "Sales were ¥12.5 million."
        ),
        Example(
            "予算は3兆円になる。",
            "The budget will be 3 trillion yen.",
            "The budget will be 3 billion yen.",
        ),
    )


class NumberRatio(ChangedValue):
    """Shares, percentages, points and multiples are the same."""

    id = "num.ratio"
    grade = Grade.D1
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "割 is ten per cent, 分 one, 厘 a tenth of one; ポイント are percentage points, 倍 is "
        "times as much, n分のm is m nths."
    )
    examples = (
        Example("全品3割引です。", "Everything is 30% off.", "Everything is 3% off."),
        Example("支持率は45%だ。", "Support stands at 45%.", "Support stands at 54%."),
        Example("売り上げは2倍に増えた。", "Sales doubled.", "Sales rose 3 times."),
    )

    def more(self, pair: CheckedPair, values: Comparison) -> Iterator[Finding]:
        """Percentage points that became per cent, and twice that became half."""
        half = _HALF.search(pair.en)
        for ja in values.missing if half and "半" not in pair.ja else ():
            if half and ja.noun == "倍" and ja.amount > 1:
                yield self.finding(
                    t("The Japanese says {ja}, the English {en}.", ja=ja.text, en=half[0]),
                    ja=ja.span,
                    en=Span(*half.span()),
                    ja_value=ja.text,
                    en_value=half[0],
                )
                return
        for ja in values.missing:
            if ja.noun == "ポイント" and ("n", ja.amount) not in ja.keys:
                for en in values.added:
                    if en.noun == "%" and en.amount == ja.amount:
                        yield self._changed(ja, en)


CHECKS: tuple[type[Check], ...] = (NumberValue, NumberScale, NumberRatio)
