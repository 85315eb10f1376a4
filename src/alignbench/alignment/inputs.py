"""What the aligner is given: one side of a document as arrays, and how large beads may grow."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from alignbench.messages import t

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]
Shapes = tuple[tuple[int, int], ...]
MOST_JA, MOST_EN = 8, 6
"""Segments of either side in the longest bead with one of the other."""
_OPTIONAL = ("lengths", "paragraphs", "kinds", "keys", "sentences", "quoted")


class RowVectors(Protocol):
    """An array of shape (n, d), or what makes slices of its rows when they are asked for."""

    @property
    def shape(self) -> tuple[int, ...]:
        """(n, d)."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: slice, /) -> Any: ...


class SpanVectors(Protocol):
    """An array of shape (max span, n, d), or what makes parts of it when they are asked for.

    `vectors[k]` takes a row number, a slice or an array of row numbers and then gives float32.
    """

    @property
    def shape(self) -> tuple[int, ...]:
        """(max span, n, d)."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> Any: ...


@runtime_checkable
class SummedVectors(Protocol):
    """Span vectors that are sums of single vectors at unit length: products need no spans.

    `summands` (n, d) are the single vectors as they are summed, `lengths` (max span, n) those of
    the sums, 0 where there is no span.
    """

    @property
    def summands(self) -> NDArray[np.float32]:
        """(n, d)."""
        ...

    @property
    def lengths(self) -> NDArray[np.float32]:
        """(max span, n)."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """The words of one text; v distinct words, w words in n segments.

    `vectors` (v, d) are unit vectors, `background` (v,) each word's mean cosine with its nearest
    words of the other language (see `alignbench.alignment.word_links.background`), `weights` (v,)
    how much it says, 0 for grammar. Segment i holds the words `rows[starts[i]:starts[i + 1]]`.
    """

    vectors: NDArray[np.float32]
    background: NDArray[np.float32]
    weights: NDArray[np.float32]
    rows: Ints
    starts: Ints


@dataclass(frozen=True, slots=True)
class SideInput:
    """One text as the aligner sees it; n segments, vectors of dimension d.

    `vectors` is float32 of shape (max span, n, d): `vectors[k - 1, i]` is the unit vector of
    segments i up to i + k - 1, zeros where they run past the end or are empty. All else may be
    left out, and then has no say: `lengths` (n,), in characters; `paragraphs` (n,), the number of
    each segment's paragraph, never decreasing; `kinds`; `keys` that survive translation (numbers
    by value, Latin words: see `alignbench.language.keys`); `sentences`, how many sentences a
    segment seems to hold, and `quoted`, whether a quotation is still open where it ends (see
    `alignbench.language.discourse`); `words`, by which the two sides are searched for what either
    says of the other.
    """

    vectors: SpanVectors
    lengths: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    paragraphs: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    kinds: Sequence[Kind] = field(default=())
    keys: Sequence[frozenset[str]] = field(default=())
    sentences: Sequence[int] = field(default=())
    quoted: Sequence[bool] = field(default=())
    words: Words | None = None

    def __post_init__(self) -> None:
        if len(self.vectors.shape) != 3:
            raise InputError(
                t("Span vectors of shape {shape} cannot be aligned.", shape=self.vectors.shape),
                t("Give an array of shape (max span, segments, dimension)."),
            )
        for name in _OPTIONAL:
            given = len(getattr(self, name))
            if given not in (0, self.size):
                raise InputError(
                    t(
                        "There are {given} {name} for {size} segments.",
                        given=given,
                        name=name,
                        size=self.size,
                    )
                )

    @property
    def size(self) -> int:
        """How many segments there are."""
        return int(self.vectors.shape[1])

    def singles(self) -> RowVectors:
        """The vectors of single segments, (n, d)."""
        none = np.zeros((0, self.vectors.shape[2]), dtype=np.float32)
        singles: RowVectors = self.vectors[0] if len(self.vectors) else none
        return singles


@dataclass(frozen=True, slots=True)
class Options:
    """How large a bead may be: `largest` segments in all.

    Within that, beads go up to 4-4, 1-6 and 8-1, as far as the span vectors reach.
    """

    largest: int = 9


def shapes(ja: SideInput, en: SideInput, options: Options) -> Shapes:
    """Bead shapes (Japanese count, English count) to be searched; null shapes come first."""
    reach_ja, reach_en = len(ja.vectors), len(en.vectors)
    links = [
        (a, b)
        for a in range(1, min(reach_ja, MOST_JA) + 1)
        for b in range(1, min(reach_en, MOST_EN) + 1)
        if a + b <= max(options.largest, 2) and (max(a, b) <= 4 or min(a, b) == 1)
    ]
    return ((1, 0), (0, 1), *sorted(links, key=lambda shape: (sum(shape), shape)))
