"""What the reader of meaning says of a document's pairs, kept by their texts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Protocol

from alignbench.domain.judgements import Judgement
from alignbench.domain.progress import Progress, silent
from alignbench.meaning import PairInContext, PairReader, shipped_reader
from alignbench.messages import t
from alignbench.pipeline.risk_model import risk_model

Pair = tuple[str, str]
"""The Japanese and the English text of a link."""
PER_HUNDRED = 2.0
"""How many of a hundred good pairs may be called risky, unless people say otherwise."""


class KeptJudgements(Protocol):
    """Where judgements outlast a session."""

    def get(self, reader: str, pairs: Sequence[PairInContext]) -> dict[PairInContext, Judgement]:
        """Those of `pairs` that the reader of this name has read."""

    def put(self, reader: str, judgements: Mapping[PairInContext, Judgement]) -> None:
        """Keep what it said."""


class MeaningEvidence:
    """Judgements of pairs; what has been read is not read again."""

    def __init__(
        self,
        reader: PairReader | None = None,
        per_hundred: float = PER_HUNDRED,
        kept: KeptJudgements | None = None,
    ) -> None:
        """Without `reader`, the one that ships with the package reads.

        `per_hundred` good pairs may be called risky by mistake. What is read goes to `kept`, and
        is not read again.
        """
        self._kept = kept
        self._reader = reader or shipped_reader()
        self._per_hundred = per_hundred
        self._known: dict[PairInContext, Judgement] = {}

    def known(self, pair: PairInContext) -> Judgement | None:
        """The judgement of a pair that has been read."""
        return self._known.get(pair)

    def learn(
        self, pairs: Sequence[PairInContext], stop: Callable[[], bool] = lambda: False
    ) -> None:
        """Read these pairs, and know them from then on.

        Raises:
            ModelError: the reader cannot be loaded.
        """
        news = self._new(pairs)
        fresh = {news[at]: judgement for at, judgement in self._read(news, stop)}
        self._known |= fresh
        if fresh and self._kept is not None:
            self._kept.put(self._reader.name, fresh)

    def read(
        self,
        pairs: Sequence[Pair],
        progress: Progress = silent,
        stop: Callable[[], bool] = lambda: False,
    ) -> list[Judgement | None]:
        """The judgement of each pair, in order; None for one with an empty side, or after `stop`.

        Raises:
            ModelError: the reader cannot be loaded.
        """
        asked = [_whole(ja, en) for ja, en in pairs]
        news = [each for each in dict.fromkeys(asked) if each and each not in self._known]
        for done, (at, judgement) in enumerate(self._read(news, stop), start=1):
            self._known[news[at]] = judgement
            progress(t("reading for meaning"), done, len(news))
        return [self._known.get(each) if each else None for each in asked]

    def rest(self) -> None:
        """Give the reader's memory back: nothing is read for now."""
        self._reader.rest()

    @property
    def threshold(self) -> float:
        """The risk that so many of a hundred good pairs exceed (`pair_risk.hint_risk`)."""
        return risk_model().threshold(self._per_hundred)

    def _new(self, pairs: Sequence[PairInContext]) -> list[PairInContext]:
        """Those that were never read, here or in an earlier session."""
        news = [each for each in dict.fromkeys(pairs) if each not in self._known]
        if news and self._kept is not None:
            self._known |= self._kept.get(self._reader.name, news)
        return [each for each in news if each not in self._known]

    def _read(
        self, news: Sequence[PairInContext], stop: Callable[[], bool]
    ) -> Iterator[tuple[int, Judgement]]:
        if news:
            yield from self._reader.read(news, stop)


def _whole(ja: str, en: str) -> PairInContext | None:
    """A pair as the reader takes it; None for one with an empty side.

    Without the pair before: on texts that nobody made for it, the reader decides no better with it
    (docs/methods/meaning.md).
    """
    return PairInContext(ja, en) if ja.strip() and en.strip() else None
