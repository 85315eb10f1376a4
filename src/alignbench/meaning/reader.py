"""Reading pairs: Japanese and English, and if wanted the sentence before, through one encoder."""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

START, PAD, END, UNKNOWN = 0, 1, 2, 3
"""The special pieces of the tokenizer."""
BATCH: Final = 8
"""Pairs that are read together at most."""
PLACES: Final = 256
"""Pieces that are read together at most, unless one pair alone has more: a bound on the memory."""
MOST_JA, MOST_EN, MOST_BEFORE = 112, 128, 34
"""Pieces read of each text: together, with the special ones, no more than the model's places."""
LEAST_SHARE = 0.1
"""Kinds of error below this share are no reason worth a line."""
MOST_REASONS = 3


@dataclass(frozen=True, slots=True)
class PairInContext:
    """A Japanese text and its English; `before_*` is the pair before, on both sides, if wanted."""

    ja: str
    en: str
    before_ja: str = ""
    before_en: str = ""


@dataclass(frozen=True, slots=True)
class _Coded:
    """A pair as pieces, with the places of its texts among them."""

    ids: list[int]
    types: list[int]
    ja: list[tuple[int, int]]
    en: list[tuple[int, int]]


class PairReader(Protocol):
    """Whatever reads pairs for meaning; what needs memory may wait until the first is read."""

    @property
    def name(self) -> str:
        """Names what it says: judgements are kept under it."""

    def read(
        self, pairs: Sequence[PairInContext], stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Judgement]]:
        """Numbers of pairs with their judgements as they come. Raises ModelError."""

    def rest(self) -> None:
        """Give memory back: nothing is read for now."""


@dataclass(frozen=True, slots=True)
class Reader:
    """A loaded reader. A judgement depends on its pair alone, not on the others of a call."""

    name: str
    session: Any
    tokenizer: Any
    kinds: tuple[str, ...]

    def read(
        self, pairs: Sequence[PairInContext], stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Judgement]]:
        """Numbers of pairs with their judgements as they come, short pairs first.

        `stop` is asked before each batch; what has come by then stays right.
        """
        import numpy as np

        coded = [self._code(pair) for pair in pairs]
        order = sorted(range(len(pairs)), key=lambda at: len(coded[at].ids))
        for batch in _batches(order, [len(each.ids) for each in coded]):
            if stop():
                return
            size = len(coded[batch[-1]].ids)
            ids = np.full((len(batch), size), PAD, np.int64)
            types = np.zeros((len(batch), size), np.int64)
            for row, at in enumerate(batch):
                ids[row, : len(coded[at].ids)] = coded[at].ids
                types[row, : len(coded[at].types)] = coded[at].types
            risks, kinds, tokens = self.session.run(
                ["risk", "kinds", "tokens"], {"ids": ids, "types": types}
            )
            for row, at in enumerate(batch):
                said = float(risks[row]), kinds[row], tokens[row]
                yield at, self._judged(pairs[at], coded[at], *said)

    def _code(self, pair: PairInContext) -> _Coded:
        texts = [pair.ja, pair.en]
        if pair.before_ja or pair.before_en:
            texts += [pair.before_ja, pair.before_en]
        ja, en, *before = self.tokenizer.encode_batch(texts, add_special_tokens=False)
        ids = [START, *_clean(ja.ids[:MOST_JA]), END, *_clean(en.ids[:MOST_EN]), END]
        types = [0] * (2 + len(ja.ids[:MOST_JA])) + [1] * (1 + len(en.ids[:MOST_EN]))
        for kind, each in enumerate(before, 2):
            tail = _clean(each.ids[-MOST_BEFORE:])
            ids += [*tail, END]
            types += [kind] * (len(tail) + 1)
        return _Coded(ids, types, list(ja.offsets[:MOST_JA]), list(en.offsets[:MOST_EN]))

    def _judged(
        self,
        pair: PairInContext,
        coded: _Coded,
        logit: float,
        kinds: "NDArray[np.float32]",
        tokens: "NDArray[np.float32]",
    ) -> Judgement:
        """The heads' numbers in words; the first kind is *right*, which is no reason."""
        powers = [math.exp(float(each) - float(kinds[1:].max())) for each in kinds[1:]]
        shares = [power / sum(powers) for power in powers]
        likeliest = sorted(range(len(shares)), key=lambda at: -shares[at])[:MOST_REASONS]
        first = 1 + len(coded.ja) + 1
        return Judgement(
            logit,
            tuple(
                Reason(self.kinds[at + 1], shares[at])
                for at in likeliest
                if shares[at] >= LEAST_SHARE
            ),
            _words(pair.ja, coded.ja, tokens[1 : 1 + len(coded.ja)]),
            _words(pair.en, coded.en, tokens[first : first + len(coded.en)]),
        )


def _batches(order: Sequence[int], lengths: Sequence[int]) -> Iterator[list[int]]:
    """Numbers in order, which goes from short to long, in runs that are padded to their longest."""
    batch: list[int] = []
    for at in order:
        if len(batch) == BATCH or (batch and (len(batch) + 1) * lengths[at] > PLACES):
            yield batch
            batch = []
        batch.append(at)
    if batch:
        yield batch


def chance(logit: float, rate: float = 0.5) -> float:
    """The chance that a pair of this logit is wrong where `rate` of all pairs are.

    The model was trained with every second pair wrong; another rate shifts its log odds (Bayes).
    """
    return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, logit + math.log(rate / (1.0 - rate))))))


def _clean(pieces: Sequence[int]) -> list[int]:
    """Pieces without a pad, which the model would leave out, where a text spells one."""
    return [UNKNOWN if piece == PAD else piece for piece in pieces]


def _words(
    text: str, places: Sequence[tuple[int, int]], logits: "NDArray[np.float32]"
) -> tuple[Mark, ...]:
    """Pieces joined to words: Latin letters and figures that touch are of one word."""
    marks: list[Mark] = []
    for (start, end), logit in zip(places, logits, strict=True):
        while start < end and text[start].isspace():
            start += 1
        if start == end:
            continue
        here = Mark(Span(start, end), chance(float(logit)))
        if marks and marks[-1].span.end == start and _is_one_word(text, start):
            last = marks.pop()
            here = Mark(Span(last.span.start, end), max(last.chance, here.chance))
        marks.append(here)
    return tuple(marks)


def _is_one_word(text: str, at: int) -> bool:
    return all(char.isascii() and char.isalnum() for char in text[at - 1 : at + 1])
