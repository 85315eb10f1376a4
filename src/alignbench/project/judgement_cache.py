"""What the reader of meaning said, kept in the project's database by the texts it said it of."""

import contextlib
import hashlib
import json
from collections.abc import Mapping, Sequence

from alignbench.domain.errors import StoreError
from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span
from alignbench.meaning import PairInContext
from alignbench.store import Store

_WORTH_KEEPING = 0.2
"""Marks below this chance are not kept: nobody is shown them."""


class JudgementCache:
    """Judgements beside the kept vectors, under the reader's name; a full disk stops nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, reader: str, pairs: Sequence[PairInContext]) -> dict[PairInContext, Judgement]:
        """Those of `pairs` that this reader has read."""
        hashes = {_hash(pair): pair for pair in pairs}
        found = self._store.get_vectors(_name(reader), list(hashes))
        known = {}
        for hash_, value in found.items():
            with contextlib.suppress(ValueError, TypeError, KeyError, IndexError):
                known[hashes[hash_]] = unpacked(value)
        return known

    def put(self, reader: str, judgements: Mapping[PairInContext, Judgement]) -> None:
        """Keep what this reader said."""
        rows = {_hash(pair): packed(judgement) for pair, judgement in judgements.items()}
        with contextlib.suppress(StoreError):
            self._store.put_vectors(_name(reader), rows)


def packed(judgement: Judgement) -> bytes:
    """A judgement as JSON, its small chances left out."""
    reasons = [[reason.kind, round(reason.share, 3)] for reason in judgement.reasons]
    marks = [
        [
            [mark.span.start, mark.span.end, round(mark.chance, 3)]
            for mark in side
            if mark.chance >= _WORTH_KEEPING
        ]
        for side in (judgement.ja, judgement.en)
    ]
    return json.dumps([round(judgement.logit, 4), reasons, *marks]).encode()


def unpacked(value: bytes) -> Judgement:
    """The judgement that `packed` wrote. Raises ValueError and its kin for anything else."""
    logit, reasons, ja, en = json.loads(value)
    sides = (
        tuple(Mark(Span(int(start), int(end)), float(chance)) for start, end, chance in side)
        for side in (ja, en)
    )
    return Judgement(
        float(logit), tuple(Reason(str(kind), float(share)) for kind, share in reasons), *sides
    )


def _name(reader: str) -> str:
    return f"reader:{reader}"


def _hash(pair: PairInContext) -> str:
    text = "\0".join((pair.ja, pair.en, pair.before_ja, pair.before_en))
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:40]
