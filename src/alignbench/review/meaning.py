"""What the reader of meaning says of the rows under review: read in a worker, row by row."""

from collections.abc import Callable, Iterator

from alignbench.checks.meaning import MeaningDiffers
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding
from alignbench.domain.judgements import Judgement
from alignbench.meaning import PairInContext, chance
from alignbench.pipeline.meaning_evidence import MeaningEvidence
from alignbench.review.document_state import DocumentState
from alignbench.review.views import Row

RATE = 0.05
"""Share of wrong pairs that the chance shown of a row takes for granted: a good translation's."""
STRETCH = 16
"""Rows that are read at a time, so that those near the cursor come first and stopping is quick."""


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
            self._evidence.learn(asked[start : start + STRETCH], stop)
            yield max(0, len(asked) - start - STRETCH)

    def of(self, row: int) -> Judgement | None:
        """What was read of a row; None before, and for a null link."""
        if self._evidence is None:
            return None
        pair = self._asked(self._state.row(row))
        return self._evidence.known(pair) if pair else None

    def hint(self, row: int) -> Finding | None:
        """The hint that a row's judgement makes, if it lies above the threshold."""
        judgement = self.of(row)
        if judgement is None or self._evidence is None:
            return None
        is_risky = judgement.logit > self._evidence.threshold
        return self._check.said_of(judgement) if is_risky else None

    def chance(self, row: int) -> float:
        """The chance that a row's English says something else, where one in twenty does; 0 to 1."""
        judgement = self.of(row)
        return chance(judgement.logit, RATE) if judgement else 0.0

    def _asked(self, row: Row) -> PairInContext | None:
        """A row as the reader takes it; None for a null link."""
        pair = self._pair_of(row)
        return PairInContext(pair.ja, pair.en) if pair.ja.strip() and pair.en.strip() else None
