"""Groups as arrays of pieces: what the network is given.

`⟨s⟩ ja ⟨/s⟩ en ⟨/s⟩`, and where there is one the sentence before on both sides.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.meaning.maker.kinds import KINDS
from benchmarks.meaning.training.examples import Example, Group, Spans

START, PAD, END = 0, 1, 2
MOST_JA, MOST_EN, MOST_BEFORE = 76, 88, 40
"""Pieces of each text; a group with a longer sentence is not trained on."""
SIZES = (16, 24, 32, 40, 48, 64, 80, 96, 128, 160, 192)
"""Widths that batches are padded to."""
UNKNOWN = -1
"""The label of a piece of which nobody knows whether it is wrong."""
GROUP = 4

Encoded = tuple[Sequence[int], Sequence[tuple[int, int]]]
"""The pieces of a text and the characters each stands for."""
Encode = Callable[[list[str]], Sequence[Encoded]]


@dataclass(frozen=True, slots=True)
class Batch:
    """Examples side by side, four of a group after one another.

    `ids`, `types` and `labels` have shape (examples, width), the others (examples,).
    """

    ids: npt.NDArray[np.uint16]
    types: npt.NDArray[np.uint8]
    labels: npt.NDArray[np.int8]
    lengths: npt.NDArray[np.int16]
    wrong: npt.NDArray[np.float32]
    kinds: npt.NDArray[np.int8]

    @property
    def width(self) -> int:
        """Pieces of its longest example."""
        return int(self.ids.shape[1])


def packed(group: Group, encode: Encode) -> Batch | None:
    """A group as arrays; None where a sentence is too long or empty."""
    texts = list(
        dict.fromkeys(
            text for each in group for text in (each.ja, each.en, each.before_ja, each.before_en)
        )
    )
    coded = dict(zip(texts, encode(texts), strict=True))
    rows = [_row(each, coded) for each in group]
    whole = [row for row in rows if row is not None]
    if len(whole) < len(rows):
        return None
    ids, types, labels = zip(*whole, strict=True)
    return Batch(
        _table(ids, PAD, np.uint16),
        _table(types, 0, np.uint8),
        _table(labels, UNKNOWN, np.int8),
        np.array([len(row) for row in ids], np.int16),
        np.array([each.wrong for each in group], np.float32),
        np.array([KINDS.index(each.kind) for each in group], np.int8),
    )


def joined(batches: Sequence[Batch], width: int) -> Batch:
    """Batches under one another, padded to a width."""

    def wider(tables: Sequence[npt.NDArray[Any]], value: int) -> npt.NDArray[Any]:
        return np.concatenate(
            [
                np.pad(each, ((0, 0), (0, width - each.shape[1])), constant_values=value)
                for each in tables
            ]
        )

    return Batch(
        wider([each.ids for each in batches], PAD),
        wider([each.types for each in batches], 0),
        wider([each.labels for each in batches], UNKNOWN),
        np.concatenate([each.lengths for each in batches]),
        np.concatenate([each.wrong for each in batches]),
        np.concatenate([each.kinds for each in batches]),
    )


def width_for(batch: Batch) -> int | None:
    """The smallest of `SIZES` that holds a batch, if any does."""
    return next((size for size in SIZES if size >= batch.width), None)


def labels_of(places: Sequence[tuple[int, int]], spans: Spans | None) -> list[int]:
    """A label for each piece: 1 within a span, 0 outside, `UNKNOWN` where no span is known."""
    if spans is None:
        return [UNKNOWN] * len(places)
    return [int(any(a < end and start < b for start, end in spans)) for a, b in places]


def _row(
    example: Example, coded: dict[str, Encoded]
) -> tuple[list[int], list[int], list[int]] | None:
    (ja, ja_places), (en, en_places) = coded[example.ja], coded[example.en]
    if not 0 < len(ja) <= MOST_JA or not 0 < len(en) <= MOST_EN:
        return None
    ids = [START, *ja, END, *en, END]
    types = [0] * (len(ja) + 2) + [1] * (len(en) + 1)
    labels = [UNKNOWN, *labels_of(ja_places, example.ja_spans), UNKNOWN]
    labels += [*labels_of(en_places, example.en_spans), UNKNOWN]
    if example.before_ja or example.before_en:
        for kind, text in ((2, example.before_ja), (3, example.before_en)):
            tail = coded[text][0][-MOST_BEFORE:]
            ids += [*tail, END]
            types += [kind] * (len(tail) + 1)
            labels += [UNKNOWN] * (len(tail) + 1)
    return ids, types, labels


def _table(rows: Sequence[list[int]], value: int, kind: Any) -> npt.NDArray[Any]:
    width = max(map(len, rows))
    return np.array([row + [value] * (width - len(row)) for row in rows], kind)
