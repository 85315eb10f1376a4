"""About, nearly, a little over, dozens: `num.approx`."""

import re
from collections.abc import Iterator

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.value_checks import said
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.units import UNITS
from alignbench.checks.values.value import Approx, Bound, Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.messages import t

_CLAUSE = 70
_PREPOSITION = lazy(
    r"\b(?:turn\w*|rotat\w*|stor\w+|talk\w*|books?|information|learn\w*|th[io]\w+|know\w*|t[eo]ll?\w*|tales?|hear\w*|writ\w+|"
    r"wrote|spe\w+|worr\w+|gather\w*|built|surround\w*)\s+(?:about|around)\s+[$£€¥]?\Z",
    re.I,
)
"""About and around that are no approximations: "a story about 26 people"."""
_IN_TIME = lazy(r"\b(?:by|after|before|until|till|since)\s+\Z", re.I)
_ROUGHLY_JA = lazy(
    "約|およそ|おおよそ|凡そ|だいたい|大体|ほぼ|概ね|おおむね|ざっと|推定|略|ほど|程|くらい|ぐらい|位|前後|頃|ごろ|ころ|近|余|"
    "弱|強|超|内外|あまり|足らず|見込|平均|目安"
)
_ROUGHLY = lazy(
    r"\b(?:about|around|approximately|approx|roughly|some|nearly|almost|circa|ca?\.|estimated|or so)(?![a-z])",
    re.I,
)


class Approximation(PairCheck):
    """About, nearly and just over are kept."""

    id = "num.approx"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = t(
        "約 and ほど ask for about, 弱 and 近く for nearly, 強 and 余り for a little over; "
        "数十 are tens, "
        "十数 are more than ten. The English turns it round, is exact where the Japanese is not, or "
        "rough where the Japanese is exact."
    )
    examples = (
        Example(
            "会員は30人弱だ。",
            "There are just under 30 members.",
            "There are just over 30 members.",
        ),
        Example(
            "駅まで約50kmある。", "It is about 50 km to the station.", "It is 50 km to the station."
        ),
        Example("参加者は30人余りだった。", "A little over 30 people came.", "30 people came."),
        Example(
            "駅から50km走った。",
            "We ran 50 km from the station.",
            "We ran about 50 km from the station.",
        ),
        Example("十数人が来た。", "A dozen or so people came.", "Ten people came."),
        Example("数百人が並んだ。", "Hundreds of people lined up.", "Dozens of people lined up."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each approximation that is turned round."""
        values = compared(pair)
        for ja, en in values.agreed:
            if ja.kind == Kind.VAGUE:
                if en.kind != Kind.VAGUE and not en.approx and not en.bound and en.weight:
                    yield self._turned(ja, en, "is vague", "exact")
                continue
            if ja.unit and en.unit and ja.amount != en.amount:
                continue  # converted: nearly 40 °C is over 100 °F
            over = en.approx == Approx.OVER or en.bound == Bound.ABOVE
            under = en.approx == Approx.UNDER or en.bound == Bound.BELOW
            if ja.approx == Approx.UNDER and over:
                yield self._turned(ja, en, t("says just under"), "over")
            elif ja.approx == Approx.OVER and under:
                yield self._turned(ja, en, t("says just over"), "under")
            elif (
                ja.approx
                and self._exact(pair.en, en)
                and self._alone(pair.ja, ja)
                and not self._said_before(pair.en, en)
            ):
                yield self._turned(ja, en, f"says {ja.approx}", "is exact", Severity.MINOR)
            elif en.approx == Approx.ABOUT and self._added(pair, ja, en):
                yield self._turned(ja, en, "is exact", "says about", Severity.MINOR)
        yield from self._vague(values.ja, values.en, {id(v) for p in values.agreed for v in p})

    @staticmethod
    def _added(pair: CheckedPair, ja: Value, en: Value) -> bool:
        """Whether the English is rough where nothing in the Japanese is."""
        exact = ja.weight > 2 and not (ja.approx or ja.bound) and ja.amount == en.amount
        counted = ja.kind in (Kind.NUMBER, Kind.RATIO) and not ja.ordinal
        converted = UNITS.get(ja.unit) != UNITS.get(en.unit) and bool(ja.unit and en.unit)
        before = pair.en[max(0, en.span.start - _CLAUSE) : en.span.start]
        rough = not converted and not _PREPOSITION.search(before)
        return rough and exact and counted and not _ROUGHLY_JA.search(pair.ja)

    def _vague(
        self, ja: tuple[Value, ...], en: tuple[Value, ...], agreed: set[int]
    ) -> Iterator[Finding]:
        left = [v for v in en if id(v) not in agreed and v.weight]
        for value in ja:
            if value.kind != Kind.VAGUE or id(value) in agreed or value.amount < 10:
                continue
            for other in left:
                power = 10 if value.amount == 11 else value.amount
                if (other.kind == Kind.VAGUE and other.amount != value.amount) or (
                    other.amount == power and not other.approx and not other.bound
                ):
                    yield self._turned(value, other, t("is vague"), t("says something else"))
                    left.remove(other)
                    break

    @staticmethod
    def _alone(text: str, ja: Value) -> bool:
        """Whether the word is about this number only: not the end of a range, not a date."""
        before = text[max(0, ja.span.start - 2) : ja.span.start]
        counted = ja.kind in (Kind.NUMBER, Kind.RATIO) and ja.noun != "世紀" and not ja.length
        if text[max(0, ja.span.start - 3) : ja.span.start].endswith(("約", "およそ")):
            return counted or (ja.kind == Kind.NUMBER and ja.weight > 2 and ja.length)
        return counted and not before.endswith(("~", "～", "〜", "、", "-", "・", "から"))

    @staticmethod
    def _said_before(text: str, en: Value) -> bool:
        """Whether an "about" earlier in the clause may be meant for this number too."""
        clause = re.split(r"[.;:](?=\s)", text[max(0, en.span.start - _CLAUSE) : en.span.start])[-1]
        return en.ordinal or bool(_ROUGHLY.search(clause))

    @staticmethod
    def _exact(text: str, en: Value) -> bool:
        """Whether nothing around an English number says that it is rough; by and after do not."""
        bound = en.bound and not _IN_TIME.search(text[max(0, en.span.start - 8) : en.span.start])
        return not en.approx and not bound and en.weight > 1

    def _turned(
        self,
        ja: Value,
        en: Value,
        ours: str,
        theirs: str,
        severity: Severity = Severity.MAJOR,
    ) -> Finding:
        return self.finding(
            t(
                "The Japanese {ours} ({text}), the English {theirs} ({text2}).",
                ours=ours,
                text=ja.text,
                theirs=theirs,
                text2=en.text,
            ),
            ja=ja.span,
            en=en.span,
            ja_value=f"{ja.approx or 'vague'} {said(ja)}",
            en_value=f"{en.approx or en.bound or ''} {said(en)}".strip(),
            severity=Severity.MINOR if ja.kind == Kind.VAGUE else severity,
        )


CHECKS: tuple[type[Check], ...] = (Approximation,)
