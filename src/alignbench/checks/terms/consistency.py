"""The same said twice: one Japanese rendered in two ways, one English for two Japanese."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from alignbench.checks.check import DocumentCheck, Reads
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_TRIFLES = lazy(r"[\W_]+")
_CONTENT = lazy(r"[一-龠々ァ-ヺa-z0-9]")
_SHORTEST_JA = 8
_SHORTEST_EN = 20
_ALIKE = 0.9
_COMPARED = 600
"""Characters of long texts that are compared: comparing is quadratic."""


def _plain(text: str) -> str:
    """`text` without case, width, spaces and punctuation."""
    return _TRIFLES.sub("", unicodedata.normalize("NFKC", text).casefold())


class PairConsistency(DocumentCheck):
    """One Japanese sentence, several English ones."""

    id = "pair.consistency"
    grade = Grade.D3
    type = "terminology/inconsistent"
    severity = Severity.MINOR
    reads = Reads.AS_WRITTEN
    explanation = t(
        "The same Japanese sentence has a different English version elsewhere in the document. "
        "Case, width, spaces and punctuation are ignored, and so are texts under eight characters."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Each pair whose English is not the one its Japanese has most often."""
        by_ja: dict[str, list[int]] = defaultdict(list)
        for at, pair in enumerate(pairs):
            key = _plain(pair.ja)
            if len(key) >= _SHORTEST_JA and pair.en.strip():
                by_ja[key].append(at)
        for places in by_ja.values():
            if len(places) > 1:
                yield from self._differing(pairs, places)

    def _differing(
        self, pairs: Sequence[CheckedPair], places: Sequence[int]
    ) -> Iterator[tuple[int, Finding]]:
        versions: dict[str, list[int]] = defaultdict(list)
        for at in places:
            versions[_plain(pairs[at].en)].append(at)
        usual = max(versions.values(), key=len)
        for version in versions.values():
            if version is usual:
                continue
            for at in version:
                yield (
                    at,
                    self.finding(
                        t("The same Japanese reads differently elsewhere in the document."),
                        ja=Span(0, len(pairs[at].ja)),
                        en=Span(0, len(pairs[at].en)),
                        ja_value=pairs[usual[0]].en[:200],
                        en_value=pairs[at].en[:200],
                    ),
                )


class DuplicateEnglish(DocumentCheck):
    """The paste slip: one English sentence twice in a row."""

    id = "en.dup"
    grade = Grade.D1
    type = "accuracy/addition"
    severity = Severity.MAJOR
    reads = Reads.AS_WRITTEN
    explanation = t(
        "Two neighbouring English texts are equal, or all but equal, while their Japanese "
        "differs: probably a paste slip, and one sentence is missing."
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Each pair whose English repeats the pair before it."""
        before, before_ja = "", ""
        for at, pair in enumerate(pairs):
            en, ja = _plain(pair.en), _plain(pair.ja)
            if len(en) >= _SHORTEST_EN and _alike(before, en) and not _same(before_ja, ja):
                yield (
                    at,
                    self.finding(
                        t("The English repeats the pair before it; the Japanese does not."),
                        ja=Span(0, len(pair.ja)),
                        en=Span(0, len(pair.en)),
                        en_value=pair.en[:200],
                    ),
                )
            before, before_ja = en, ja


def _same(one: str, other: str) -> bool:
    """Whether two Japanese texts say the same: alike, or most of their content is shared."""
    few, many = sorted((set(_CONTENT.findall(one)), set(_CONTENT.findall(other))), key=len)
    return len(few & many) > 0.5 * len(few) or _alike(one, other, 0.7)


def _alike(one: str, other: str, share: float = _ALIKE) -> bool:
    """Whether two texts share at least `share` of their characters in order."""
    if one == other:
        return True
    if not one or not other or 2 * min(len(one), len(other)) < share * (len(one) + len(other)):
        return False
    matcher = SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False)
    return (
        matcher.real_quick_ratio() >= share
        and matcher.quick_ratio() >= share
        and matcher.ratio() >= share
    )


CHECKS = (PairConsistency, DuplicateEnglish)
