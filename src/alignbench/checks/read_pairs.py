"""Pairs as most checks read them: without what says nothing of the translation."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from alignbench.checks.check import Check, Reads
from alignbench.checks.halfwidth import has_half_width, made_whole
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair
from alignbench.checks.shared_code import STAND_IN, may_share, shared_code
from alignbench.checks.translator_notes import notes_in_english, notes_in_japanese
from alignbench.domain.findings import Finding
from alignbench.domain.text import Span
from alignbench.language.mapped import MappedText

_CURLY = lazy(r"(?<=[A-Za-z])[’ʼ](?=[A-Za-z])")


_NO_TEXT = CheckedPair("", "", declared=True)
"""What a check of a document that does not look at code sees in place of a row of it."""


class ReadPairs:
    """Pairs as checks read them, and the way back to what is written.

    Code that both sides show alike is read as stand-ins, a translator's bracketed notes as spaces,
    each as long as it is; half-width katakana in full width, a curly apostrophe inside a word as a
    straight one. Pairs without any of these are kept as they are.
    """

    def __init__(self, pairs: Sequence[CheckedPair]) -> None:
        """All pairs are looked at once."""
        typeset = [_without_asides(pair) for pair in pairs]
        words = list(typeset)
        self._views: dict[int, MappedText] = {}
        for at, pair in enumerate(typeset):
            if "’" in pair.en or "ʼ" in pair.en:
                pair = words[at] = replace(pair, en=_CURLY.sub("'", pair.en), shared={})
            if has_half_width(pair.ja):
                view = self._views[at] = made_whole(pair.ja)
                words[at] = replace(pair, ja=view.text, shared={})
        self._as_written = pairs
        self._read = {Reads.AS_WRITTEN: pairs, Reads.TYPESET: typeset, Reads.WORDS: words}
        self._prose: dict[Reads, Sequence[CheckedPair]] = {}

    def texts_for(self, check: Check) -> Sequence[CheckedPair]:
        """All pairs as a check sees them, rows of code too."""
        return self._read[check.reads]

    def all_for(self, check: Check) -> Sequence[CheckedPair]:
        """All pairs as a check of the document sees them: rows of code are empty for most."""
        if check.of_code:
            return self._read[check.reads]
        if check.reads not in self._prose:
            texts = self._read[check.reads]
            if any(pair.is_code for pair in texts):
                texts = [_NO_TEXT if pair.is_code else pair for pair in texts]
            self._prose[check.reads] = texts
        return self._prose[check.reads]

    def forget(self, at: int) -> None:
        """Let go of what checks worked out of a pair."""
        for texts in self._read.values():
            texts[at].shared.clear()

    def as_written(self, check: Check, at: int, finding: Finding) -> Finding:
        """A check's finding as one about the pair itself, whose places may be wider."""
        view = self._views.get(at) if check.reads is Reads.WORDS else None
        if view is None or finding.ja is None:
            return finding
        start, end = finding.ja.start, finding.ja.end
        length = len(self._as_written[at].ja)
        after = view.offsets[end] if end < len(view.offsets) else length
        return replace(finding, ja=Span(view.offsets[start] if start < end else after, after))


def _without_asides(pair: CheckedPair) -> CheckedPair:
    ja, en = pair.ja, pair.en
    if pair.ja_code or pair.en_code or may_share(ja, en):
        ours, theirs = shared_code(ja, en, pair.ja_code, pair.en_code)
        ja, en = _covered(ja, ours, STAND_IN), _covered(en, theirs, STAND_IN)
    ja = _covered(ja, notes_in_japanese(ja, en), " ")
    en = _covered(en, notes_in_english(ja, en), " ")
    if ja == pair.ja and en == pair.en:
        return pair
    return replace(pair, ja=ja, en=en, shared={})


def _covered(text: str, spans: Iterable[Span], by: str) -> str:
    """`text` with stretches replaced by as many `by`."""
    for span in spans:
        text = text[: span.start] + by * (span.end - span.start) + text[span.end :]
    return text
