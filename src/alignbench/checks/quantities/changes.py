"""By how much and to how much, doubled and halved: `num.change`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import Axis, axis, turns
from alignbench.checks.quantities.directions import turned_about
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_RISE = "増|上が|上昇|上げ|上向|拡|伸|高ま|引き上|値上|達|膨|跳ね"
_FALL = "減|下が|下落|低下|下げ|縮|落ち|引き下|値下|薄|後退|削|抑え|圧縮|短縮"
_TO = lazy(
    rf"(?:弱|強|余り|近く|程度|台|以下|以上)?(?:にとどま|に留ま|に止ま|に過ぎな|にすぎな|(?:に(?:まで)?|まで|へと?)[、]?(?:大幅に|大きく|一気に|急速に|急|半分|さらに)?(?:{_RISE}|{_FALL}|なっ|なり|なる))"
)
_BY = lazy(
    r"(?:ほど|近く|余り|程度|以上|弱|強|も|だけ|の|を)?(?:大幅に|大きく|一気に)?(?:増(?!加に)|減(?!速)|削減|カット|下落|低下|値上[がげ]り?|値下[がげ]り?|引き上げ(?!ら)|引き下げ(?!ら)|少な[いく]|安[いく]|割引|引き(?![上下取続])|オフ|短縮|上昇|アップ|ダウン|伸び)"
)
_TOWARDS = lazy(
    r"\b(by|to|down)\s+(?:about|around|some|nearly|almost|over|more than|less than|roughly|approximately|just|only|a mere|an?)?\s*[$€£¥]?\Z",
    re.I,
)
_HALVED = axis(
    "半倍二2２ダブ",
    (
        "half",
        "半減|半分|半額|半数|半値|二分の一|[2２]分の[1１一]",
        r"\b(?:half|halv\w*|halfway|50|fifty|0\.5|mid\w*|semi\w*|equal\w*|even|1/2|one in two|part\w*|two)\b|½",
        r"\b(?:half|halv\w*)\b",
    ),
    (
        "double",
        r"倍増|(?<![\d０-９.．一三四五六七八九十百千万数何半])倍(?=に|の|以上|増|近|を|も(?!の)|だ|で[すあはも]|額|率|速|、|。)|(?<![十百千])二倍|(?<![\d０-９.．])[2２]倍|ダブル(?![クス])",
        r"\b(?:doubl\w*|twice|two-?fold|twofold|times|200|100|two|factor|again|both|bi\w*|re\w*|multipl\w*)\b|\b2x\b|×\s?2",
        r"\b(?:doubl\w*|twice|two-?fold)\b",
    ),
)
_DOUBLE_OR_TRIPLE = axis(
    "倍半",
    ("half", "半減|半分(?:に|以下|近く)|半額", r"\b(?:half|halv\w*|50|fifty)\b|½", r"\b(?:half|halv\w*)\b"),
    ("a multiple", r"[\d０-９一二三四五六七八九十]倍(?:に|以上|増|近|超|の|へ|だ|で|。)",
     r"\b(?:tripl\w*|thrice|doubl\w*|twice|quadrupl\w*|\w+fold|times|multipl\w*|percent|factor|more|again|by half|half again|half as|and a half|\d+)\b|%|\bx\d|\dx\b",
     r"\b(?:tripl\w*|doubl\w*|twice|quadrupl\w*|\w+fold)\b"),
)  # fmt: skip
_WARMER = axis(
    "度℃",
    (
        "warmer",
        r"(?:度|℃)(?:ほど|くらい|ぐらい|近く|以上|も|余り)?(?:高[いくめか]|上昇|上が[っりる]|暖か|暑[いくか])",
        r"\b(?:hot\w*|high\w*|ris\w*|rose|up|increas\w*|above|climb\w*|heat\w*|gain\w*|over|exceed\w*|top\w*|more|jump\w*|soar\w*|raise\w*|raising|surg\w*)\b",
        r"\b(?:warm\w*|hotter|higher|rise|rises|rose|risen|above (?:normal|average|usual|my|his|her))\b",
    ),
    (
        "colder",
        r"(?:度|℃)(?:ほど|くらい|ぐらい|近く|以上|も|余り)?(?:低[いくめか]|低下|下が[っりる]|下降|涼し|寒[いくか])",
        r"\b(?:cold\w*|cool\w*|chill\w*|low\w*|fall\w*|fell|drop\w*|decreas\w*|declin\w*|below|down|under|less|plung\w*|plummet\w*|reduc\w*|dip\w*|sank|sink\w*|freez\w*|minus|short)\b",
        r"\b(?:colder|cooler|lower|falls?|fell|fallen|drop\w*|below (?:normal|average|usual|my|his|her))\b",
    ),
)
_PERCENT_MORE = axis(
    "割%％パ",
    (
        "more",
        r"(?:割|[%％]|パーセント)(?:ほど|近く|以上|程度|も|の)?(?:増(?!収減|税|配)|アップ|高(?!齢|校)|値上|上昇|上乗せ|割増)",
        r"\b(?:more|higher|up|increas\w*|ris\w*|rose|gr[eo]w\w*|gain\w*|larger|bigger|dearer|expensive|above|over|jump\w*|climb\w*|surg\w*|add\w*|extra|bonus|boost\w*|surcharge|improv\w*|rais\w*|hik\w*|swell\w*|advanc\w*|exceed\w*|premium|plus|top\w*|times|greater|longer|stronger|faster|better|expand\w*|soar\w*|strengthen\w*)\b|\+",
        r"(?:per\s?cent|%) (?:higher|more|larger|bigger|dearer)\b",
    ),
    (
        "less",
        r"(?:割|[%％]|パーセント)(?:ほど|近く|以上|程度|も|の)?(?:減(?!税|益増)|ダウン|安(?!定|全|打)|値下|低下|下落|値引|引き(?![上続])|オフ|カット|割引)",
        r"\b(?:less|lower\w*|fewer|down\w*|decreas\w*|declin\w*|f[ea]ll\w*|drop\w*|reduc\w*|cut\w*|off|discount\w*|cheaper|smaller|below|under|shr[iau]nk\w*|slip\w*|slid\w*|los[est]\w*|slash\w*|sav\w*|minus|short\w*|lighter|weak\w*|plung\w*|slump\w*|slow\w*|dip\w*|contract\w*|worse|deduct\w*|trim\w*|diminish\w*|of the)\b|[-−]",
        r"(?:per\s?cent|%) (?:lower|less|fewer|cheaper|smaller|lighter|off)\b",
    ),
)
_AXES: tuple[Axis, ...] = (_HALVED, _DOUBLE_OR_TRIPLE, _WARMER, _PERCENT_MORE)
_MORE = lazy(
    r"\b(?:up|rose|ris\w+|grew|grow\w*|increas\w*|jump\w*|climb\w*|gain\w*|surg\w*|soar\w*|higher|more|swell\w*|swoll\w*|expand\w*|balloon\w*|multipl\w*|boost\w*|rais\w*|advanc\w*|inflat\w*|leap\w*|leapt|shot|mushroom\w*|bulg\w*|added|adds?)\b",
    re.I,
)
_STILL = lazy(r"\b(?:to|of|at)\s+(?:about\s+|around\s+|nearly\s+)?\Z|\bas\s+\w+\s+as\b", re.I)
_HALF = lazy(r"\A(?:an?\s+)?(?:half|50)\b", re.I)


class Change(PairCheck):
    """To a third is not by a third, and doubled not halved."""

    id = "num.change"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "3分の1に減る is to fall to a third, 3分の1減る by a third; 1.5倍 is half as much again, an "
        "increase of 50%; 倍増 doubles and 半減 halves. The English says the other."
    )
    examples = (
        Example("費用は3割に減った。", "Costs fell to 30%.", "Costs fell by 30%."),
        Example("利用者は半減した。", "The number of users halved.", "The number of users doubled."),
        Example("平年より3度高い。", "It is three degrees warmer than usual.",
                "It is three degrees cooler than usual."),
    )  # fmt: skip

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each change that became another one."""
        if not pair.en:
            return
        for turn in turns(_AXES, pair.ja, pair.en):
            yield turn.finding(self)
        for (one, two), (first, second) in turned_about(pair):
            ours = pair.ja[one.span.start : two.span.end + 1]
            told = pair.en[first.span.start : second.span.end]
            yield self.finding(
                t("{ja} is not “{en}”.", ja=ours, en=told),
                ja=Span(one.span.start, two.span.end),
                en=Span(first.span.start, second.span.end),
                ja_value=ours,
                en_value=told,
            )
        for ja, en in compared(pair).agreed:
            if ja.weight and (told := _otherwise(pair, ja, en)):
                ours = pair.ja[ja.span.start : ja.span.end + 3]
                yield self.finding(
                    t("{ja} is not “{en}”.", ja=ours, en=told),
                    ja=ja.span,
                    en=en.span,
                    ja_value=ours,
                    en_value=told,
                )


_HALF_AS = lazy(r"half\s+(?:as\s+[a-z]+(?!\s+again)|(?:of\s+)?(?:the|its|their|what|that)\b)", re.I)
_HALF_MORE = lazy(
    r"\bagain\b|\band a half\b|\bmore\b|\bby half\b|\bplus\b|\bincreas|\bhalf of (?:all|them)", re.I
)


def _half_as(text: str, en: Value) -> str:
    """“Half as fast” for 一・五倍, which is half as fast again."""
    match = _HALF_AS.match(text, en.span.start)
    return match[0] if match and not _HALF_MORE.search(text) else ""


def _otherwise(pair: CheckedPair, ja: Value, en: Value) -> str:
    """What in the English makes another change of it; empty if nothing does."""
    if ja.noun == "倍" and ja.amount > 1 and (half := _half_as(pair.en, en)):
        return half
    if ja.kind not in (Kind.NUMBER, Kind.RATIO) or _HALF.match(en.text) or ja.length:
        return ""
    before = pair.en[max(0, en.span.start - 24) : en.span.start]
    if ja.noun == "倍":
        whole = en.noun == "%" and en.amount == ja.amount * 100 and ja.amount < 10
        return (
            f"{before.split()[-1]} {en.text}"
            if whole and before.split() and _MORE.search(before) and not _STILL.search(before)
            else ""
        )
    match = _TOWARDS.search(before)
    if not match:
        return ""
    to, by = _TO.match(pair.ja, ja.span.end), _BY.match(pair.ja, ja.span.end)
    wrong = (to and match[1].lower() in ("by", "down")) or (
        by and not to and match[1].lower() == "to"
    )
    return f"{match[0].strip()} {en.text}" if wrong else ""


CHECKS: tuple[type[Check], ...] = (Change,)
