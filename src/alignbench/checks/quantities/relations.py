"""How values stand to each other: `num.range`, `num.ordinal`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.times.dates import source_error
from alignbench.checks.value_checks import said
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_JA_RANGE = lazy(
    r"(?:曜日?|[年月日時分人回%円歳才度][生没死]?)?\s?(?:\([月火水木金土日]\))?\s?(?:~|-|から|より|乃至|ないし)\s?(?:同|翌|午前|午後|第|約)?"
)
_JA_LIST = lazy(
    r"(?:曜日?|[年月日時分人回%円歳才度])?\s?(?:・|、|と|,|や|及び|および)\s?(?:第|同)?"
)
_EN_RANGE = lazy(
    r"s?,?\s*(?:-|~|—|to|through|thru|until|till|up\s+to|and\s+ended?\s+in)\s*(?:about\s+|around\s+|the\s+)?",
    re.I,
)
_EN_LIST = lazy(r"s?,?\s*(?:,|and|or|&|as\s+well\s+as)\s*(?:on\s+|in\s+|the\s+|at\s+)*", re.I)
_OPENED = lazy(r"\b(?:between|from)\s+(?:\w+\s+){0,3}$", re.I)
_SETS_BESIDE = lazy(
    r"\b(?:compar\w+|prefer\w*|equat\w+|contrast\w*|add(?:s|ed|ing)?|appl\w+|bound|convert\w*|chang\w+|map\w*|reset|set)"
    r"\s+(?:[\w'’]+\s+){0,3}$",
    re.I,
)
"""Verbs whose “to” is no range: it compares 50 to 38."""
_FAR = 8


class Range(PairCheck):
    """A range stays a range and a list a list."""

    id = "num.range"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "～ and から…まで between two like values make a range, ・ 、 and と a list. The "
        "English has the "
        "two values, but the other way."
    )
    examples = (
        Example(
            "火曜～金曜に開く。", "Open from Tuesday to Friday.", "Open on Tuesdays and Fridays."
        ),
        Example("3月・5月に開く。", "Held in March and May.", "Held from March to May."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each pair of values that is a range on one side and a list on the other."""
        values = compared(pair)
        partner = {id(ja): en for ja, en in values.agreed}
        places = {id(en): place for place, en in enumerate(values.en)}
        for first, second in zip(values.ja, values.ja[1:], strict=False):
            left, right = partner.get(id(first)), partner.get(id(second))
            if not left or not right or not (_alike(first, second) and _alike(left, right)):
                continue
            if places[id(right)] - places[id(left)] != 1:
                continue
            ours = _japanese(pair.ja, first, second)
            if ours == "range" and _backwards(pair.ja, first, second):
                yield source_error(self, t("That range runs backwards."), second)
            theirs = _english(pair.en, left, right)
            if ours and theirs and ours != theirs:
                yield self.finding(
                    t(
                        "The Japanese has a {ours}, the English a {theirs}.",
                        ours=ours,
                        theirs=theirs,
                    ),
                    ja=Span(first.span.start, second.span.end),
                    en=Span(left.span.start, right.span.end),
                    ja_value=f"{ours}: {said(first)}, {said(second)}",
                    en_value=f"{theirs}: {said(left)}, {said(right)}",
                )


def _alike(first: Value, second: Value) -> bool:
    """Whether two values can be the ends of one range."""
    plain = (Kind.NUMBER, Kind.YEAR, Kind.DAY, Kind.RATIO)
    return first.kind == second.kind or (first.kind in plain and second.kind in plain)


def _japanese(text: str, first: Value, second: Value) -> str:
    between = value_view(text[first.span.end : second.span.start]).text
    if len(between) > _FAR:
        return ""
    bare = not (first.noun or second.noun) and first.kind == Kind.NUMBER
    if bare and not any(c.isascii() for c in value_view(first.text).text):
        return ""
    if first.amount + 1 == second.amount or "代" in (first.noun[-1:], second.noun[-1:]):
        return ""
    if _JA_RANGE.fullmatch(between):
        return "range"
    listed = _JA_LIST.fullmatch(between) and not text.startswith(("間", "の間"), second.span.end)
    return "list" if listed else ""


def _backwards(text: str, first: Value, second: Value) -> bool:
    """Whether a range ends before it begins. Months, weekdays and times may go round, and the end
    may be shortened (1998～05年).
    """
    if first.amount <= second.amount or len(second.text) < len(first.text):
        return False
    if first.kind == second.kind == Kind.YEAR:
        return second.amount >= 1000 and first.era == second.era
    if not text.startswith("まで", second.span.end) and _FROM.search(
        text, first.span.end, second.span.start
    ):
        return False
    counted = first.kind == second.kind == Kind.NUMBER and second.noun in _COUNTED
    return counted and "-" not in text[first.span.end : second.span.start]


_FROM = lazy("から|より")
"""Without まで it says what something was and became."""
_COUNTED = frozenset(
    [
        "人",
        "名",
        "円",
        "個",
        "本",
        "枚",
        "冊",
        "歳",
        "才",
        "kg",
        "km",
        "m",
        "cm",
        "メートル",
        "キロ",
    ]
)


def _english(text: str, first: Value, second: Value) -> str:
    between = value_view(text[first.span.end : second.span.start]).text
    if len(between) > 3 * _FAR:
        return ""
    if _EN_RANGE.fullmatch(between):
        led = _SETS_BESIDE.search(text[max(0, first.span.start - 40) : first.span.start])
        return "" if led else "range"
    if _EN_LIST.fullmatch(between):
        opened = _OPENED.search(text[max(0, first.span.start - 24) : first.span.start])
        return "" if opened else "list"
    return ""


_SPANS = ("年", "日", "か月", "ヶ月", "カ月")
_PERIODS = ("year", "day", "month", "week")
"""The fourth year is well said as four years after."""


class Ordinal(PairCheck):
    """Ordinals stay ordinals, and stretches of time stay stretches."""

    id = "num.ordinal"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "第n and n目 count which one, not how many; n日間 is how long, not which day. The "
        "English has "
        "the number as the other kind."
    )
    examples = (
        Example("２人目の子どもだ。", "It is their second child.", "They have two children."),
        Example("3日間休んだ。", "We rested for three days.", "We rested on the 3rd."),
    )
    _AGO = lazy(r"\s+(?:years?|months?|weeks?|days?)\s+(?:ago|later|earlier|old)\b", re.I)
    _NAMED = lazy(r"(?:[A-Za-z.#]+|\()\s*$")
    _COUNTING = lazy(
        r"(?:^|\b(?:the|these|those|of|have|has|had|were|are|with|all|only|in|for|after|is|was|be|than|last|next|past|first|about|and))\s*$",
        re.I,
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each ordinal that became a count, and each length that became a point."""
        for ja, en in compared(pair).agreed:
            if ja.kind != Kind.NUMBER:
                continue
            after = pair.ja[ja.span.end : ja.span.end + 2]
            if ja.ordinal and after.startswith(("まで", "以降")):
                continue
            if ja.ordinal and ja.noun in _SPANS and en.noun.rstrip("s") in _PERIODS:
                continue
            if ja.ordinal and not en.ordinal and self._counts(pair.en, en):
                yield self._other(ja, en, "an ordinal", "a count")
            elif after == "ぶり" and self._AGO.match(pair.en, en.span.end):
                yield self._other(ja, en, t("a length of time (ぶり)"), t("a point in time"))
            elif (
                ja.length
                and (en.ordinal or en.kind == Kind.DAY)
                and ja.noun.startswith("日")
                and en.noun != "day"
            ):
                yield self._other(ja, en, t("a length of time"), t("a date"))
            elif (
                not ja.ordinal
                and en.ordinal
                and not en.bracketed
                and ja.noun in ("人", "冊", "枚", "台", "件", "個", "匹", "頭", "軒")
                and not pair.en[: en.span.start].lower().endswith("every ")
                and ja.text[:1].isdigit()
            ):
                yield self._other(ja, en, "a count", "an ordinal")

    def _counts(self, text: str, value: Value) -> bool:
        if value.kind != Kind.NUMBER or not value.weight:
            return False
        plural = value.noun.endswith("s") or value.noun in ("children", "people", "men", "women")
        if not plural or value.noun in (
            "is",
            "was",
            "as",
            "has",
            "this",
            "its",
            "vs",
            "series",
            "class",
        ):
            return False
        before = text[max(0, value.span.start - 24) : value.span.start]
        return bool(self._COUNTING.search(before)) or not self._NAMED.search(before)

    def _other(self, ja: Value, en: Value, ours: str, theirs: str) -> Finding:
        return self.finding(
            t(
                "{text} is {ours}, the English has {theirs}.",
                text=ja.text,
                ours=ours,
                theirs=theirs,
            ),
            ja=ja.span,
            en=en.span,
            ja_value=f"{ours} {said(ja)}",
            en_value=f"{theirs} {said(en)}",
        )


CHECKS: tuple[type[Check], ...] = (Range, Ordinal)
