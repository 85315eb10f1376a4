"""Speech set off in the Japanese, and whether the English sets it off as well."""

from collections.abc import Iterator, Sequence

from alignbench.checks.check import DocumentCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_TURNS = lazy(r"(?:「[^「」]{2,}」\s*){2,}")
_SPEECH = lazy(r"\s*(?:「[^「」]+」\s*)+\Z")
_OPENED = lazy(r"[“«‘「『]|(?<![\w.,!?])[\"'](?=[\w.…¿¡(\[-])|(?:(?<=\s)|\A)[—―-](?=\s?\w)")
_MOST, _SETTLED = 0.9, 8
"""Share of the document's speeches that are set off, and their number, to be its way."""


class QuoteTurns(DocumentCheck):
    """Turns of speech that lost their marks."""

    id = "quote.turns"
    grade = Grade.D3
    type = "linguistic/punctuation"
    severity = Severity.MINOR
    explanation = t(
        "The Japanese quotes several turns of speech (「…」「…」) and the English fewer. In a "
        "document that sets nearly all speeches off with marks, one that stands bare is reported "
        "too."
    )
    examples = (
        Example(
            "「もう帰る」「まだ早いよ」",
            "“I am going home.” “It is still early.”",
            "“I am going home. It is still early.”",
        ),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs with fewer turns than the Japanese, then speeches left bare."""
        for at, pair in enumerate(pairs):
            run = _TURNS.search(pair.ja)
            turns = run[0].count("「") if run else 0
            quoted = len(_OPENED.findall(pair.en)) if run else 0
            if run and 0 < quoted < turns:
                yield (
                    at,
                    self.finding(
                        t(
                            "The Japanese quotes {turns} turns of speech, the English {quoted}.",
                            turns=turns,
                            quoted=quoted,
                        ),
                        ja=Span(*run.span()),
                        ja_value=str(turns),
                        en_value=str(quoted),
                    ),
                )
        yield from self._bare(pairs)

    def _bare(self, pairs: Sequence[CheckedPair]) -> Iterator[tuple[int, Finding]]:
        """Speeches without marks where nearly all others of the document have them."""
        places = [at for at, pair in enumerate(pairs) if pair.en.strip() and _SPEECH.match(pair.ja)]
        bare = [at for at in places if not _OPENED.search(pairs[at].en)]
        if len(places) < _SETTLED or len(bare) > (1 - _MOST) * len(places):
            return
        for at in bare:
            span = Span(0, len(pairs[at].ja))
            yield (
                at,
                self.finding(t("Speech stands without marks, unlike elsewhere here."), ja=span),
            )


CHECKS = (QuoteTurns,)
