"""さん, 様 and their kind: kept, dropped or made a title, but alike throughout."""

from collections import Counter
from collections.abc import Iterator, Sequence

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.names import Honorifics
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_HONORIFIC = lazy(
    r"(?<=[一-龠々ァ-ヺー])(?:さん|様|さま|君|くん|ちゃん|殿"
    r"|氏)(?![一-龠ァ-ヺ])(?=[はがをにのもとへ、。で])"
)
_KEPT = lazy(r"[A-Za-z]-?(?:san|sama|kun|chan|dono|shi)\b|-(?:san|sama|kun|chan|dono|sensei)\b")
_TITLE = lazy(r"\b(?:Mr|Ms|Mrs|Miss|Dr|Prof|Sir|Lord|Lady|Master|Professor)\b\.?")


class Honorific(DocumentCheck):
    """さん and its kind, kept here and dropped there."""

    id = "name.honorific"
    grade = Grade.D2
    type = "style/register"
    severity = Severity.MINOR
    explanation = t(
        "A name with さん, 様, 君, ちゃん, 殿 or 氏 is not rendered as the project's policy says "
        "(keep, drop, title). Without a policy: not as most others in the document."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Honorifics treated otherwise than the policy, or than most."""
        found = [
            (at, match, _treatment(pair.en))
            for at, pair in enumerate(pairs)
            if (match := _HONORIFIC.search(pair.ja)) and pair.en.strip()
        ]
        policy = context.names.policy.honorifics if context.names else Honorifics.ANY
        wanted = policy if policy is not Honorifics.ANY else _usual([how for *_, how in found])
        for at, match, how in found:
            if wanted and how is not wanted:
                yield (
                    at,
                    self.finding(
                        t(
                            "{match}: this document’s way is to {ways}.",
                            match=match[0],
                            ways=_WAYS[wanted],
                        ),
                        ja=Span(*match.span()),
                        ja_value=wanted.value,
                        en_value=how.value,
                    ),
                )


_WAYS = {
    Honorifics.KEEP: t("keep the Japanese word"),
    Honorifics.DROP: t("leave it out"),
    Honorifics.TITLE: "write Mr. or Ms.",
}


def _treatment(en: str) -> Honorifics:
    if _KEPT.search(en):
        return Honorifics.KEEP
    return Honorifics.TITLE if _TITLE.search(en) else Honorifics.DROP


def _usual(ways: Sequence[Honorifics]) -> Honorifics | None:
    """What nine in ten of at least ten names with an honorific agree on, if it is to render it."""
    if len(ways) < 10:
        return None
    way, count = Counter(ways).most_common(1)[0]
    return way if count >= 0.9 * len(ways) and way is not Honorifics.DROP else None


CHECKS = (Honorific,)
