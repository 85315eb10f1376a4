"""What stands around a number: `num.boundary` (at least) and `num.approx` (about)."""

from collections.abc import Iterator

from alignbench.checks.changed_values import said
from alignbench.checks.check import Check, CheckedPair, Context, Example, PairCheck
from alignbench.checks.values.comparing import compared
from alignbench.checks.values.model import Approx, Bound, Kind, Value
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity

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
    explanation = (
        "以上, 以下, 以内, 以降 and 以前 include the number they follow; 未満 and 超 do not. "
        "The English limit "
        "is on the other side, or includes what the Japanese leaves out."
    )
    examples = (
        Example(
            "18歳以下は無料です。", "Free for people 18 or younger.", "Free for people under 18."
        ),
        Example(
            "参加は10人未満だった。", "Fewer than 10 people came.", "More than 10 people came."
        ),
        Example("20歳以上に限る。", "Only for people aged 20 or over.", "Only for people over 20."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """A finding for each limit that is another one in the English."""
        for ja, en in compared(pair).agreed:
            if ja.bound and en.bound and not self._same(ja, en):
                yield self.finding(
                    f"The Japanese limit is {beside(ja)}, the English {beside(en)}.",
                    ja=ja.span,
                    en=en.span,
                    ja_value=beside(ja),
                    en_value=beside(en),
                )

    @staticmethod
    def _same(ja: Value, en: Value) -> bool:
        if (ja.bound in _UP) != (en.bound in _UP):
            return False
        if ja.bound == en.bound or ja.approx or en.approx:
            return True
        return not (ja.noun[-1:] in _EXACT and ja.noun)


class Approximation(PairCheck):
    """About, nearly and just over are kept."""

    id = "num.approx"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = (
        "約 and ほど ask for about, 弱 and 近く for nearly, 強 and 余り for a little over; "
        "数十 are tens, "
        "十数 are more than ten. The English turns it round, or is exact where the Japanese is not."
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
            over = en.approx == Approx.OVER or en.bound == Bound.ABOVE
            under = en.approx == Approx.UNDER or en.bound == Bound.BELOW
            if ja.approx == Approx.UNDER and over:
                yield self._turned(ja, en, "says just under", "over")
            elif ja.approx == Approx.OVER and under:
                yield self._turned(ja, en, "says just over", "under")
            elif ja.approx and self._exact(en) and self._alone(pair.ja, ja):
                yield self._turned(ja, en, f"says {ja.approx}", "is exact", Severity.MINOR)
        yield from self._vague(values.ja, values.en, {id(v) for p in values.agreed for v in p})

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
                    yield self._turned(value, other, "says so", "something else")
                    left.remove(other)
                    break

    @staticmethod
    def _alone(text: str, ja: Value) -> bool:
        """Whether the word is about this number only: not the end of a range, not a date."""
        before = text[max(0, ja.span.start - 2) : ja.span.start]
        counted = ja.kind in (Kind.NUMBER, Kind.RATIO) and ja.noun != "世紀" and not ja.length
        return counted and not before.endswith(("~", "～", "〜", "、", "-", "・", "から"))

    @staticmethod
    def _exact(en: Value) -> bool:
        """Whether nothing around an English number says that it is rough."""
        return not en.approx and not en.bound and en.weight > 1

    def _turned(
        self,
        ja: Value,
        en: Value,
        ours: str,
        theirs: str,
        severity: Severity = Severity.MAJOR,
    ) -> Finding:
        return self.finding(
            f"The Japanese {ours} ({ja.text}), the English {theirs} ({en.text}).",
            ja=ja.span,
            en=en.span,
            ja_value=f"{ja.approx or 'vague'} {said(ja)}",
            en_value=f"{en.approx or en.bound or ''} {said(en)}".strip(),
            severity=Severity.MINOR if ja.kind == Kind.VAGUE else severity,
        )


CHECKS: tuple[type[Check], ...] = (Boundary, Approximation)
