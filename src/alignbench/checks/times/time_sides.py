"""Before and after, ago and from now: `time.side`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import Axis, axis, turns
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.value import Bound, Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LENGTHS = frozenset(
    [
        "年",
        "年間",
        "か年",
        "ヶ年",
        "カ年",
        "箇年",
        "か月",
        "ヶ月",
        "カ月",
        "ヵ月",
        "箇月",
        "ケ月",
        "週間",
        "週",
        "日",
        "日間",
        "営業日",
        "時間",
        "分",
        "分間",
        "秒",
        "秒間",
        "世紀",
        "周",
    ]
)
_SIDE = lazy(
    r"(?:間|半|\s)?(?P<more>以上|以内|ほど|くらい|ぐらい|程度|近く|余り|足らず|頃)?(?P<far>も)?の?(?P<side>前(?![後半者期日回線列面方年月週科任向])|後(?![半期者日任輩方]))"
    r"(?P<until>まで|迄|から|以降|以内)?(?!半)"
)
_UNIT_JA = lazy("秒|分|時間|日|週間?|[かヶカヵ]月|年|世紀")
_UNIT = r"(?:calendar\s+|business\s+|working\s+|full\s+|whole\s+|long\s+|short\s+|more\s+)*(?:seconds?|minutes?|hours?|days?|nights?|weeks?|months?|years?|decades?|centur(?:y|ies)|fortnights?|secs?|mins?|hrs?)"
_LATER = lazy(
    rf"[\s-]*(?:{_UNIT}['’]?\s+)?(?:(?:or\s+(?:more|so)|at\s+most|exactly|and\s+a\s+half)\s+)?(?:after(?:wards?)?\b|later\b(?!\s+than)|from\s+(?:now|then|today|the|that|this|receipt|its|his|her)\b|hence\b|following\b|into\b|on\b(?=[,.]|\Z)|since\b)",
    re.I,
)
_EARLIER = lazy(
    rf"[\s-]*(?:{_UNIT}['’]?\s+)?(?:(?:or\s+(?:more|so)|at\s+most|exactly|and\s+a\s+half)\s+)?(?:before(?:hand)?\b|earlier\b(?!\s+than)|ago\b|prior\b|previous(?:ly)?\b|preceding\b|ahead\b|in\s+advance\b|back\b(?=[,.]|\Z)|to\s+go\b|left\b|until\b)",
    re.I,
)
_IN = lazy(
    r"\b(?:in|after|following|within)\s+(?:the\s+next\s+|another\s+|about\s+|some\s+|around\s+)?\Z",
    re.I,
)
_WILL = lazy(r"\b(?:will|shall|(?:am|is|are) going to)\b|['’]ll\b", re.I)
_PAST = lazy(r"\b(?:last|past|preceding|previous)\s+\Z", re.I)
_TOO_LATE = lazy(
    r"\b(?:within|(?:no|not)\s+(?:earlier|sooner|more)\s+than|(?<!no )(?<!not )(?<!nor )less\s+than|fewer\s+than|after|in\s+the(?:\s+last)?)\s+(?:the\s+)?(?:last\s+|final\s+)?\Z",
    re.I,
)
_SHORT = lazy(rf"[\s-]*{_UNIT}\s+or\s+(?:less|fewer|under)\b", re.I)
_TOO_EARLY = lazy(
    r"\b(?:at\s+least|(?:no|not)\s+(?:less|fewer|earlier|sooner)\s+than|more\s+than|over|after)\s+(?:the\s+)?\Z",
    re.I,
)
_BOTH = lazy(
    r"\b(?:after|later|from\s+now|hence|following|since|subsequent\w*|next|post\w*|then|upon|once)\b",
    re.I,
)
_EARLY = lazy(
    r"\b(?:before\w*|earlier|ago|prior|advance|ahead|previous\w*|preced\w+|pre-?\w*|until|to go|back|left|last|past|notice|early|by|of|left|short|away|eve|old|since|used to|once|when|in\s+\d{4})\b|n't",
    re.I,
)
_MEALS: tuple[Axis, ...] = (
    axis(
        "前後",
        ("before", "食前|就寝前|寝る前|使用前|開封前|入浴前|運動前|乗車前|出発前|治療前|手術前|術前|着工前|導入前|戦前|生前",
         r"\b(?:before\w*|prior|pre\w*|ahead|until|unopened|first|advance|lifetime|alive|lived|living|old|earlier|aperiti\w+|past|then|life)\b",
         r"\bbefore (?:meals?|eating|food|use|opening|surgery|treatment|exercise|the war|bed\w*)\b|\bpre-?(?:war|operative)\w*"),
        ("after", "食後|就寝後|使用後|開封後|入浴後|運動後|降車後|到着後|治療後|手術後|術後|着工後|導入後|戦後|死後",
         r"\b(?:after\w*|following|post\w*|once|since|later|upon|when|opened|finish\w*|afterlife|dead|death|dessert|with|then|subsequent\w*|eaten)\b",
         r"\bafter (?:meals?|eating|food|use|opening|surgery|treatment|exercise|the war|bed\w*)\b|\bpost-?(?:war|operative)\w*"),
    ),
    axis(
        "前当",
        ("the day before", "前日(?!比)|前夜(?!祭)|前々日|前の[日晩夜]",
         r"\b(?:before\w*|previous\w*|prior|eve|preced\w+|ahead|advance|earlier|yesterday|last|ago|early|over|from the day|a day|one day)\b",
         r"\b(?:day|night|evening) before\b|\bprevious (?:day|night|evening)\b|\bday in advance\b"),
        ("the day itself", "当日|その日のうち",
         r"\b(?:same|day of|on the day|very day|that day|today|on-site|at the door|itself|day|night of|event|date)\b",
         r"\bon the (?:very )?day\b(?! (?:before|prior|preceding))|\b(?:day|night|evening) of (?:the|your)\b|\bthe (?:very )?day (?:I|we|he|she|they|it|you)\b|\bof the day\b(?! (?:before|prior|preceding))|\bsame[- ]day\b"),
    ),
)  # fmt: skip


class Side(PairCheck):
    """What was before stays before."""

    id = "time.side"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "3日前 is three days before or ago, 3日後 three days after or from now; 30日前まで sets the "
        "latest day, at least thirty days before; 後14日以内 is within fourteen days. The English "
        "is on the other side."
    )
    examples = (
        Example("会場には開演の10分前に着いた。", "We got there ten minutes before it began.",
                "We got there ten minutes after it began."),
        Example("3年後に完成する。", "It will be finished in three years.",
                "It was finished three years ago."),
        Example("変更は3日前までに伝える。", "Changes are notified at least three days before.",
                "Changes are notified within three days."),
        Example("1錠を食後に飲む。", "Take one tablet after meals.", "Take one tablet before meals."),
    )  # fmt: skip

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each stretch of time that lies on the other side of its day."""
        if not pair.en or not ("前" in pair.ja or "後" in pair.ja or "以内" in pair.ja):
            return
        for ja, en in compared(pair).agreed:
            if (ja.noun not in _LENGTHS and ja.kind is not Kind.VAGUE) or ja.kind not in (
                Kind.NUMBER,
                Kind.VAGUE,
                Kind.RATIO,
            ):
                continue
            told = _turned(pair, ja, en)
            if told:
                ours = pair.ja[ja.span.start : ja.span.end + 4]
                yield self.finding(
                    t("{ja} lies on the other side: the English says “{en}”.", ja=ours, en=told),
                    ja=ja.span,
                    en=en.span,
                    ja_value=ours,
                    en_value=told,
                )
        for ja, span, told in _single_turned(pair):
            ours = pair.ja[ja.span.start : ja.span.end + 1]
            yield self.finding(
                t("{ja} lies on the other side: the English says “{en}”.", ja=ours, en=told),
                ja=ja.span,
                en=span,
                ja_value=ours,
                en_value=told,
            )
        for turn in turns(_MEALS, pair.ja, _less_counted_days(pair)):
            yield turn.finding(self)


_DAYS_BEFORE_JA = lazy(r"[\d０-９一二三四五六七八九十](?:日|週間|か月|ヶ月|時間|年|分)前")
_DAYS_BEFORE_EN = lazy(
    rf"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\s+{_UNIT}\s+(?:before|prior|earlier|ahead|in advance|previously)\b",
    re.I,
)


def _less_counted_days(pair: CheckedPair) -> str:
    """The English without "two days before", where the Japanese counts days too beside 前日."""
    if "前日" not in pair.ja or not _DAYS_BEFORE_JA.search(pair.ja):
        return pair.en
    return _DAYS_BEFORE_EN.sub(lambda match: "·" * len(match[0]), pair.en)


def _turned(pair: CheckedPair, ja: Value, en: Value) -> str:
    """What in the English puts a length on the other side; empty if nothing does."""
    before = pair.en[max(0, en.span.start - 32) : en.span.start]
    end = ja.span.end
    if ja.kind is Kind.VAGUE:
        unit = _UNIT_JA.match(pair.ja, end)
        end = unit.end() if unit else end
    match = _SIDE.match(pair.ja, end)
    if match and match["side"] == "前":
        return _not_before(pair, en, match, before)
    if match:
        earlier = _EARLIER.match(pair.en, en.span.end)
        gone = earlier and not _LATER.match(pair.en, en.span.end) and not _BOTH.search(pair.en)
        return earlier[0].strip() if earlier and gone else ""
    if pair.ja.startswith("以内", ja.span.end) and en.length:
        if (
            (late := _TOO_EARLY.search(before))
            and ja.bound is Bound.AT_MOST
            and en.bound in (Bound.AT_LEAST, None)
        ):
            return f"{late[0].strip()} {en.text}"
        if re.search("[後らり]の?、?\\Z|より", pair.ja[max(0, ja.span.start - 4) : ja.span.start]):
            earlier = _EARLIER.match(pair.en, en.span.end)
            return earlier[0].strip() if earlier and not _BOTH.search(pair.en) else ""
    return ""


_STRICTLY_EARLY = lazy(
    r"\b(?:before\w*|earlier|ago|prior|advance|ahead|previous\w*|preced\w+|pre-?\w*|until|eve|last|past)\b",
    re.I,
)
_SINGLE = {
    "年": "year", "年間": "year", "か月": "month", "ヶ月": "month", "カ月": "month", "ヵ月": "month", "週間": "week", "日": "day",
    "日間": "day", "時間": "hour", "分": "minute", "分間": "minute", "秒": "second", "世紀": "century",
}  # fmt: skip


def _single_turned(pair: CheckedPair) -> Iterator[tuple[Value, Span, str]]:
    """一週間前 as a week after: one of a unit, for which no English value stands."""
    values = compared(pair)
    agreed = {id(ja) for ja, _ in values.agreed}
    for ja in values.ja:
        if ja.amount != 1 or ja.noun not in _SINGLE or id(ja) in agreed:
            continue
        match = _SIDE.match(pair.ja, ja.span.end)
        for en in re.finditer(
            rf"\b(?:an?|one)\s+(?:full\s+|whole\s+)?{_SINGLE[ja.noun]}\b", pair.en, re.I
        ):
            later, earlier = _LATER.match(pair.en, en.end()), _EARLIER.match(pair.en, en.end())
            if match and match["side"] == "前" and later and not _STRICTLY_EARLY.search(pair.en):
                yield ja, Span(en.start(), later.end()), en[0] + later[0]
            ahead = _IN.search(pair.en[: en.start()]) and _WILL.search(pair.en)
            if match and match["side"] == "前" and ahead and not _STRICTLY_EARLY.search(pair.en):
                yield ja, Span(*en.span()), f"in {en[0]}"
            if (
                match
                and match["side"] == "後"
                and earlier
                and not later
                and not _BOTH.search(pair.en)
            ):
                yield ja, Span(en.start(), earlier.end()), en[0] + earlier[0]


def _not_before(pair: CheckedPair, en: Value, match: re.Match[str], before: str) -> str:
    later = _LATER.match(pair.en, en.span.end)
    sure = later and later[0].split()[-1].lower() == "after"
    if later and not (_STRICTLY_EARLY if sure else _EARLY).search(pair.en):
        return later[0].strip()
    if _IN.search(before) and _WILL.search(pair.en) and not _STRICTLY_EARLY.search(pair.en):
        return f"{before.split()[-1]} {en.text}"
    if match["until"] in ("まで", "迄") or match["more"] == "以上":
        wrong = _TOO_LATE.search(before) or _SHORT.match(pair.en, en.span.end) or later
        return f"{wrong[0].strip()} {en.text}" if wrong else ""
    if match["until"] in ("から", "以降"):
        until = re.search(r"\b(?:until|till|up to|by)\s+(?:the\s+)?\Z", before, re.I)
        return f"{until[0].strip()} {en.text}" if until else ""
    return ""


CHECKS: tuple[type[Check], ...] = (Side,)
