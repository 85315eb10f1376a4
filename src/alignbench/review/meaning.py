"""What the reader of meaning says of the rows under review: read in a worker, row by row."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from alignbench.checks.meaning import MeaningDiffers
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Dismissal, Finding
from alignbench.domain.judgements import Judgement
from alignbench.meaning import PairInContext, chance
from alignbench.pipeline.document_scale import DocumentScale, document_scale
from alignbench.pipeline.hint_answers import Answer, Shift, shift
from alignbench.pipeline.meaning_evidence import MeaningEvidence
from alignbench.pipeline.pair_risk import hint_risk
from alignbench.pipeline.risk_features import PairEvidence
from alignbench.review.document_state import DocumentState
from alignbench.review.issue_changes import FLAGGED
from alignbench.review.row_risk import RATE, ReadPair
from alignbench.review.views import Row

STRETCH = 16
"""Rows that are read at a time, so that those near the cursor come first and stopping is quick."""
GROWTH = 1.25
"""The document's scale is worked out anew when so many times as many rows have been read."""


class Meaning:
    """Judgements by row. Nothing is known of a row before it was read; an edit reads nothing."""

    def __init__(
        self,
        state: DocumentState,
        pair_of: Callable[[Row], CheckedPair],
        evidence: MeaningEvidence | None = None,
    ) -> None:
        """Without `evidence` reading is off."""
        self._state = state
        self._pair_of = pair_of
        self._evidence = evidence
        self._check = MeaningDiffers()
        self._scale = DocumentScale()
        self._scaled = 0
        """Rows that the scale was worked out from."""
        self._risks: dict[PairInContext, float] = {}
        """Hint risks on the scale, answers left aside."""
        self._kinds: dict[str, str] = {}
        """The kind that each hint names, by the hint's key, whether it is given or not."""
        self._shift: tuple[dict[str, Dismissal], int, Shift] | None = None
        """The dismissals and the number of kinds that a shift was worked out from, and it."""

    @property
    def is_on(self) -> bool:
        """Whether rows are read at all."""
        return self._evidence is not None

    def read(self, around: int = 0, stop: Callable[[], bool] = lambda: False) -> Iterator[int]:
        """Read all rows that are not read yet, those near `around` first; yields how many are left.

        Slow, so done in a worker: some 57 ms a row. What another thread edits meanwhile is
        read when this is called again.

        Raises:
            ModelError: the reader cannot be loaded.
        """
        if self._evidence is None:
            return
        rows = self._state.rows
        known = self._evidence.known
        order = sorted(range(len(rows)), key=lambda at: abs(at - around))
        asked = [pair for at in order if (pair := self._asked(rows[at])) and known(pair) is None]
        for start in range(0, len(asked), STRETCH):
            if stop():
                return
            part = asked[start : start + STRETCH]
            self._evidence.learn(part, stop)
            self._take(part)
            left = max(0, len(asked) - start - STRETCH)
            if not left or len(self._kinds) >= GROWTH * max(self._scaled, 1):
                self._measure(rows)
            yield left

    def rest(self) -> None:
        """Give the reader's memory back once all rows are read; it comes again for new ones."""
        if self._evidence is not None:
            self._evidence.rest()

    def of(self, row: int) -> Judgement | None:
        """What was read of a row; None before, and for a null link."""
        if self._evidence is None:
            return None
        pair = self._asked(self._state.row(row))
        return self._evidence.known(pair) if pair else None

    def risk(self, row: int) -> float | None:
        """Log odds that a row's English says something else, where every second one does.

        On the scale of what has been read of the document, and moved by what people answered to
        its hints. None before it was read.
        """
        judgement = self.of(row)
        pair = self._asked(self._state.row(row))
        if judgement is None or pair is None:
            return None
        return self._risk(pair, judgement) + self._moved.of(_kind(judgement))

    def reading(self, row: int) -> ReadPair | None:
        """What was read of a row and how it is to be taken; None before, and for a null link."""
        judgement = self.of(row)
        if judgement is None:
            return None
        return ReadPair(judgement, self._scale, self._moved.of(_kind(judgement)))

    def hint(self, row: int) -> Finding | None:
        """The hint that a row's judgement makes, if its risk lies above the threshold.

        One that was answered stays, so that the answer can be seen and taken back.
        """
        judgement, risk = self.of(row), self.risk(row)
        if judgement is None or risk is None or self._evidence is None:
            return None
        hint = self._check.said_of(judgement)
        if risk > self._evidence.threshold:
            return hint
        if not self._moved.kinds:
            return None
        pair = self._pair_of(self._state.row(row))
        return hint if hint.key(pair.ja, pair.en) in self._state.dismissals else None

    def chance(self, row: int) -> float:
        """The chance that a row's English says something else, where one in twenty does; 0 to 1."""
        risk = self.risk(row)
        return 0.0 if risk is None else chance(risk, RATE)

    @property
    def _moved(self) -> Shift:
        """By how much people's answers move the risks of this document."""
        dismissals, count = self._state.dismissals, len(self._kinds)
        if self._shift is None or self._shift[0] is not dismissals or self._shift[1] != count:
            self._shift = dismissals, count, shift(answers(dismissals.values(), self._kinds))
        return self._shift[2]

    def _risk(self, pair: PairInContext, judgement: Judgement) -> float:
        known = self._risks.get(pair)
        if known is None:
            evidence = PairEvidence(CheckedPair(pair.ja, pair.en), judgement, self._scale)
            known = self._risks[pair] = hint_risk(evidence) or 0.0
        return known

    def _take(self, read: Sequence[PairInContext]) -> None:
        """Know the hints of pairs that were read just now."""
        for pair in read:
            if self._evidence is not None and (judgement := self._evidence.known(pair)):
                key = self._check.said_of(judgement).key(pair.ja, pair.en)
                self._kinds[key] = _kind(judgement)

    def _measure(self, rows: Sequence[Row]) -> None:
        """Work the document's scale out of all that was read, and every risk upon it."""
        if self._evidence is None:
            return
        read = {pair: self._evidence.known(pair) for row in rows if (pair := self._asked(row))}
        judged = {pair: each for pair, each in read.items() if each}
        self._scale = document_scale([each.logit for each in judged.values()])
        self._scaled, self._risks = len(judged), {}
        for pair, judgement in judged.items():
            self._risk(pair, judgement)

    def _asked(self, row: Row) -> PairInContext | None:
        """A row as the reader takes it; None for a null link."""
        pair = self._pair_of(row)
        return PairInContext(pair.ja, pair.en) if pair.ja.strip() and pair.en.strip() else None


def answers(dismissals: Iterable[Dismissal], kinds: dict[str, str]) -> list[Answer]:
    """What people answered to hints whose kinds are known, by the hints' keys.

    A hint that became a flag was right; one that was dismissed was wrong.
    """
    return [
        Answer(kinds[each.key], each.reason == FLAGGED)
        for each in dismissals
        if each.check == MeaningDiffers.id and each.key in kinds
    ]


def _kind(judgement: Judgement) -> str:
    return judgement.reasons[0].kind if judgement.reasons else ""
