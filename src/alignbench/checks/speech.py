"""Speech and titles set off in the Japanese, and whether the English sets them off as well."""

import re
from collections.abc import Iterator, Sequence

from alignbench.checks.check import CheckedPair, Context, DocumentCheck, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span

_TURNS = re.compile(r"(?:「[^「」]{2,}」\s*){2,}")
_SPEECH = re.compile(r"\s*(?:「[^「」]+」\s*)+\Z")
_TITLE = re.compile(r"『([^『』]{2,30})』")
_OPENED = re.compile(r"[“«‘「『]|(?<![\w.,!?])[\"'](?=[\w.…¿¡(\[-])|(?:(?<=\s)|\A)[—―-](?=\s?\w)")
_SET_OFF = re.compile(r"[“”«»‘\"]|(?<!\w)['_*<]\w")
_REFERENCE = re.compile("参考文献|出典")
_MOST, _SETTLED = 0.9, 8
"""Share of the document's speeches (titles) that are set off, and their number, to be its way."""


class QuoteTurns(DocumentCheck):
    """Turns of speech and titles that lost their marks."""

    id = "quote.turns"
    grade = Grade.D3
    type = "linguistic/punctuation"
    severity = Severity.MINOR
    explanation = (
        "The Japanese quotes several turns of speech (「…」「…」) and the English fewer. In a "
        "document that sets nearly all speeches, or nearly all titles in 『』, off with marks, one "
        "that stands bare is reported too."
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
        """Pairs with fewer turns than the Japanese, then speeches and titles left bare."""
        for at, pair in enumerate(pairs):
            run = _TURNS.search(pair.ja)
            turns = run[0].count("「") if run else 0
            quoted = len(_OPENED.findall(pair.en)) if run else 0
            if run and 0 < quoted < turns:
                yield (
                    at,
                    self.finding(
                        f"The Japanese quotes {turns} turns of speech, the English {quoted}.",
                        ja=Span(*run.span()),
                        ja_value=str(turns),
                        en_value=str(quoted),
                    ),
                )
        yield from self._bare(pairs, _SPEECH, _OPENED, "Speech")
        yield from self._bare(pairs, _TITLE, _SET_OFF, "A title")

    def _bare(
        self,
        pairs: Sequence[CheckedPair],
        said: re.Pattern[str],
        marks: re.Pattern[str],
        what: str,
    ) -> Iterator[tuple[int, Finding]]:
        """Pairs without `marks` where nearly all other pairs with `said` have them."""
        places = [at for at, pair in enumerate(pairs) if _meant(pair, said)]
        bare = [at for at in places if not marks.search(pairs[at].en)]
        if len(places) < _SETTLED or len(bare) > (1 - _MOST) * len(places):
            return
        for at in bare:
            span = _first(said, pairs[at].ja)
            yield at, self.finding(f"{what} stands without marks, unlike elsewhere here.", ja=span)


def _meant(pair: CheckedPair, said: re.Pattern[str]) -> bool:
    return bool(pair.en.strip() and said.search(pair.ja) and not _REFERENCE.search(pair.ja))


def _first(pattern: re.Pattern[str], text: str) -> Span | None:
    match = pattern.search(text)
    return Span(*match.span()) if match else None


CHECKS = (QuoteTurns,)
