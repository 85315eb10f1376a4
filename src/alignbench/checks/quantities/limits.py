"""At least, at most, over and under: `num.boundary`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.poles import turns
from alignbench.checks.quantities.complements import (
    denied_beyond,
    prohibition_lost,
    reached,
    stands_elsewhere,
    told_by_complement,
)
from alignbench.checks.quantities.limit_words import LIMIT_WORDS
from alignbench.checks.quantities.single_limits import SINGLE, a_single
from alignbench.checks.quantities.superlatives import SUPERLATIVES
from alignbench.checks.value_checks import said
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.ja_words import NEGATED_LIMIT
from alignbench.checks.values.value import Bound, Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LIMITED = lazy(
    r"\b(?:over|more|less|fewer|under|above|below|least|most|up to|within|exceed\w*|older|younger|maximum|max|minimum|min|limit\w*|"
    r"between|from|until|till|by|beyond|longer|shorter|than|top\w*|upwards?|plus|not?|after|before|since|later|earlier|onwards?|"
    r"inside|prior|majorit\w*|through|pass(?:es|ed|ing)?|further|greater|higher|lower|larger|smaller|surpass\w*|outnumber\w*|reach\w*|as (?:many|much|few|little)|"
    r"following|past|sub|some|several|at all|even)\b|[+<>≤≥~]|-(?=\s?\d)|(?<=\d)-(?=\s)",
    re.I,
)
_WITHIN = lazy(r"\b(?:in|during|to|for|any|every|each|single)\b", re.I)
"""Words that may say a limit however it is put, and those that say 以内."""
_LIMITED_JA = lazy(
    "以[上下内降前後外来]|下ら|下る|割ら|切ら|未満|超|越え|こえ|まで|から|より|最[大小少高低長短多]|少なく|多く|上回|下回|満た|達|至|及|限|中に|うちに|前に|後に|過|"
    "ぎり|切|足ら|も"
)
_RULE = lazy("対象|場合|方|団体|者は|料|円|申|限|必要|できる|できます|ください|可|条件|資格")
"""Words of rules, in which people too are counted exactly."""
_EXCEEDING = lazy(
    r"\b(?:exceed\w*|surpass\w*|outstrip\w*|beyond|no less than|not less than|not be (?:above|over|more than|higher than))\b|\b(?:fall|fell|go|goes|drop|drops|dip)\s+(?:below|under)\b",
    re.I,
)
_BELOW = lazy(r"\b(?:lower|less|smaller|fewer|worse|shorter) than\b|\b(?:below|under)\b", re.I)
_EQUALS = lazy(r"\b(?:match|meet|equal)\w* or |\bor (?:match|equal|better)\w*", re.I)
_DENIED = lazy(
    r"\b(?:not?|never|cannot|without|nor|neither|within|up to|at most|at least|limit\w*|fail\w*|prohibit\w*|unless|short|prevent\w*|avoid\w*|than|if|when)\b|n't",
    re.I,
)
_NUMBERED = lazy(
    "[0-9０-９〇一二三四五六七八九十百千万億][年月日時分秒円人名歳才回個本枚件度点倍割%％m間週字]{0,2}\\Z"
)
_VERSION_LIMIT = lazy(r"(\d{1,4}(?:\.\d{1,5}){2,4})\s?(以降|以上|以後|以前|以下|未満)")
_VERSION_AFTER = r",?\s+(?:(?:or|and)\s+)?(later|above|higher|newer|up|greater|earlier|below|lower|older|prior)\b"
_LATER = ("later", "above", "higher", "newer", "up", "greater")
_FEW, _A_FEW = 50, 5
"""So few things, or people of a rule, are counted exactly: three or more is not more than three."""
_COUNTED = frozenset("個つ本枚点回度台冊箱品袋杯泊室")
_WINDOW = 48
_OR_MORE = lazy(
    r"(?:\s+[a-z]+){0,3}?\s+(?:or|and)\s+(?:more|older|over|above|up|less|fewer|under|younger|below|later|earlier)\b(?!\s+than)"
)
_WRITTEN = (Bound.AT_LEAST, Bound.AT_MOST)
_UP = (Bound.AT_LEAST, Bound.ABOVE)
_EXACT = frozenset("歳才級点%度日月時")
"""Nouns with which people mind whether the value itself is meant."""


def beside(value: Value) -> str:
    """A value with its bound: `≥ 18`."""
    return f"{value.bound or ''} {said(value)}".strip()


class Boundary(PairCheck):
    """Limits lie on the same side and include the same value."""

    id = "num.boundary"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "以上, 以下, 以内, 以降 and 以前 include the number they follow; 未満 and 超 do not. "
        "The English limit is on the other side, includes what the Japanese leaves out, or is "
        "missing, or was added."
    )
    examples = (
        Example(
            "18歳以下は無料です。", "Free for people 18 or younger.", "Free for people under 18."
        ),
        Example(
            "参加は10人未満だった。", "Fewer than 10 people came.", "More than 10 people came."
        ),
        Example("対象は65歳以上です。", "For people 65 or older.", "For people who are 65."),
        Example("20歳以上に限る。", "Only for people aged 20 or over.", "Only for people over 20."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each limit that is another one in the English."""
        for ja, en in compared(pair).agreed:
            limit = beside(ja)
            start = pair.en[max(0, en.span.start - 9) : en.span.start].lower()
            ranged = ja.between and start.endswith(
                ("from ", "between ", "within ", "from ¥", "from $")
            )
            if told_by_complement(pair, ja, en):
                continue
            if far := reached(pair, ja, en):
                reason = t("The limit {ja} is reached (“{far}”)", ja=limit, far=far)
                yield self._alone(ja, en, reason)
            elif prohibition_lost(pair, ja, en):
                yield self._allowed(ja, en)
            elif (
                ja.bound
                and en.bound
                and not ranged
                and not denied_beyond(pair.en, ja, en)
                and not self._same(pair.ja, ja, en)
            ):
                yield self.finding(
                    t("The Japanese limit is {ja}, the English {en}.", ja=limit, en=beside(en)),
                    ja=ja.span,
                    en=en.span,
                    ja_value=beside(ja),
                    en_value=beside(en),
                )
            elif not en.bound and not ja.between and stands_elsewhere(pair, ja):
                continue
            elif not en.bound and not ja.between and self._lost(pair, ja, en):
                reason = t("The limit {ja} is a plain {en}", ja=limit, en=said(en))
                yield self._alone(ja, en, reason)
            elif not en.bound and ja.between and _inclusive(pair.en, ja, en):
                reason = t("The limit {ja} is the end of a range ({en})", ja=limit, en=said(en))
                yield self._alone(ja, en, reason)
            elif not ja.bound and self._added(pair, ja, en):
                yield self._alone(ja, en, t("{text} is no limit in the Japanese", text=ja.text))
        yield from self._versions(pair)
        yield from self._single(pair)
        yield from self._unnumbered(pair)
        told = list(turns(LIMIT_WORDS, pair.ja, pair.en))
        for turn in told or [*turns(SUPERLATIVES, pair.ja, pair.en)][:1]:
            yield turn.finding(self)

    def _allowed(self, ja: Value, en: Value) -> Finding:
        return self.finding(
            t("The Japanese forbids {ja}; nothing in the English does.", ja=beside(ja)),
            ja=ja.span,
            en=en.span,
            ja_value=beside(ja),
            en_value=beside(en),
        )

    def _unnumbered(self, pair: CheckedPair) -> Iterator[Finding]:
        """を超えない without a number: the English exceeds, and nothing in it denies that."""
        ja, en = NEGATED_LIMIT.search(pair.ja), _EXCEEDING.search(pair.en)
        rest = pair.en
        if ja and not en and "下回" in ja[0] and (en := _BELOW.search(pair.en)):
            rest = pair.en[: en.start()] + pair.en[en.end() :]
        numbered = ja and _NUMBERED.search(pair.ja, max(0, ja.start() - 3), ja.start())
        if ja and en and not numbered and not _DENIED.search(rest):
            if _EQUALS.search(pair.en, 0, en.end()):
                return
            yield self.finding(
                t("{ja} denies what the English says (“{en}”).", ja=ja[0], en=en[0]),
                ja=Span(*ja.span()),
                en=Span(*en.span()),
                ja_value=ja[0],
                en_value=en[0],
            )

    def _single(self, pair: CheckedPair) -> Iterator[Finding]:
        """Limits of one week, one hour, which no English value stands for: "less than a week"."""
        values = compared(pair)
        agreed = {id(ja) for ja, _ in values.agreed}
        for ja in values.ja:
            if ja.amount != 1 or not ja.bound or id(ja) in agreed or ja.noun not in SINGLE:
                continue
            found = a_single(pair.en, SINGLE[ja.noun])
            if found and (found[0] in _UP) != (ja.bound in _UP):
                yield self.finding(
                    t("The Japanese limit is {beside}, the English {beside2}.", beside=beside(ja),
                      beside2=found[1]),
                    ja=ja.span,
                    ja_value=beside(ja),
                    en_value=found[1],
                )  # fmt: skip

    def _versions(self, pair: CheckedPair) -> Iterator[Finding]:
        """Limits of version numbers, which no value is read from: 3.2.1以降."""
        if not _VERSION_LIMIT.search(pair.ja):
            return
        for match in _VERSION_LIMIT.finditer(value_view(pair.ja).text):
            found = re.search(re.escape(match[1]) + _VERSION_AFTER, pair.en)
            if found and (match[2] in "以降以上以後") != (found[1] in _LATER):
                yield self.finding(
                    t(
                        "{match} is turned round in the English ({found}).",
                        match=match[0],
                        found=found[0],
                    ),
                    en=Span(*found.span()),
                    ja_value=match[0],
                    en_value=found[0],
                )

    def _alone(self, ja: Value, en: Value, what: str) -> Finding:
        return self.finding(
            t("{what}; the English says {beside}.", what=what, beside=beside(en))
            if en.bound
            else t("{what} in the English.", what=what),
            ja=ja.span,
            en=en.span,
            ja_value=beside(ja),
            en_value=beside(en),
        )

    @staticmethod
    def _lost(pair: CheckedPair, ja: Value, en: Value) -> bool:
        """Whether nothing in the English can mean the limit of the Japanese."""
        limited = (
            ja.bound
            and ja.amount == en.amount
            and not ja.approx
            and ja.kind in (Kind.NUMBER, Kind.RATIO)
        )
        written = pair.ja[ja.span.end : ja.span.end + 4]
        told = limited and any(word in written for word in ("以上", "以下", "以内", "未満", "超"))
        around = _around(pair.en, en)
        if not told or en.approx or _LIMITED.search(around):
            return False
        return "以内" not in written or not _WITHIN.search(around)

    @staticmethod
    def _added(pair: CheckedPair, ja: Value, en: Value) -> bool:
        """Whether the English has "or more" where nothing in the Japanese limits a number."""
        exact = ja.weight > 2 and ja.kind == Kind.NUMBER and not ja.approx and not ja.ordinal
        if not exact or en.bound not in _WRITTEN or ja.amount != en.amount:
            return False
        after = pair.en[en.span.end : en.span.end + 30].lower()
        return bool(_OR_MORE.match(after)) and not _LIMITED_JA.search(pair.ja)

    @staticmethod
    def _same(text: str, ja: Value, en: Value) -> bool:
        if en.text.lower().lstrip("a ").startswith("hal"):
            return True  # “more than halved” is half or less
        if ja.between and ja.amount == en.amount and not en.approx:
            return ja.bound == en.bound
        if (ja.bound in _UP) == (en.bound in _UP) and ja.unit != en.unit and ja.amount != en.amount:
            return True
        if ja.between and abs(ja.amount - en.amount) == 1:
            return True
        if (ja.bound in _UP) != (en.bound in _UP):
            return False
        if ja.bound == en.bound or ja.approx or en.approx or en.text == "freezing":
            return True
        if ja.bound is Bound.AT_LEAST and ja.kind is Kind.TIME:
            return True  # 17時以降 is “after 5 p.m.” to everybody
        if ja.bound in (Bound.BELOW, Bound.ABOVE):
            return False
        few = ja.noun in ("人", "名") and ja.amount <= _FEW and _RULE.search(text)
        exact = (
            bool(ja.noun) and ja.noun[-1:] in _EXACT and not (ja.noun == "点" and ja.amount > 100)
        )
        level = text[max(0, ja.span.start - 4) : ja.span.start].endswith(
            ("レベル", "Lv", "Lv.", "ランク")
        )
        little = ja.amount <= _A_FEW and ja.noun in _COUNTED and ja.kind == Kind.NUMBER
        return not (exact or few or level or little)


_RANGE = lazy(r"(?:\d|teen|ty|\w)\s?(?:to|-|–|through|and)\s?\Z", re.I)
_CLOSED = lazy(r"\W{0,2}(?:both\s+)?(?:inclusive|included)\b", re.I)


def _inclusive(text: str, ja: Value, en: Value) -> bool:
    """Whether 75歳未満 became the 75 of "65 to 75", or a limit not meant one that is included."""
    if ja.bound is not Bound.BELOW or ja.amount != en.amount:
        return False
    ranged = _RANGE.search(text[max(0, en.span.start - 9) : en.span.start])
    aged = ja.noun in ("歳", "才")
    return bool(ranged) and (aged or bool(_CLOSED.match(text, en.span.end)))


def _around(text: str, value: Value) -> str:
    """What stands beside an English value, within its clause."""
    start, end = value.span.start, value.span.end
    before = re.split(r"[.;](?=\s)", text[max(0, start - _WINDOW) : start])[-1]
    after = re.split(r"[.;](?=\s|\Z)", text[end : end + _WINDOW])[0]
    return f"{_OR_MORE.sub('', before)} {after}"


CHECKS: tuple[type[Check], ...] = (Boundary,)
