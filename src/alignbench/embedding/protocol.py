"""What the rest of the house knows of an embedding model."""

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side

Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Text to vectors, in one space for both languages."""

    @property
    def name(self) -> str:
        """Names the model and its version; it goes into the cache key."""
        ...

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        ...

    @property
    def additive(self) -> bool:
        """Whether a span's vector is the sum of its segments' vectors.

        An additive encoder returns unnormalised sums; others return rows of unit length.
        """
        ...

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        """Vectors of `texts`: float32, shape (len(texts), dimension); zeros for empty texts."""
        ...
