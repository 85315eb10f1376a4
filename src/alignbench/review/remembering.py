"""An encoder that keeps in the project's database what it has encoded."""

from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.store import Store

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder, Vectors

BATCH = 512
"""Texts encoded between two writes: what a cancelled or killed job has done is not lost."""


class Remembering:
    """Any encoder, asked only for texts it has not encoded before.

    A large model takes minutes for all spans of a book; the second opening takes seconds.
    Vectors are kept as float16 and handed out so the first time too, so that the same texts
    always give the same vectors. An additive encoder is quick, and is not kept.
    """

    def __init__(self, encoder: "Encoder", store: Store) -> None:
        self._encoder = encoder
        self._store = store

    @property
    def name(self) -> str:
        """The encoder's name."""
        return self._encoder.name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension

    @property
    def additive(self) -> bool:
        """Whether the encoder sums."""
        return self._encoder.additive

    def encode(
        self, texts: Sequence[str], language: Side, progress: Progress = silent
    ) -> "Vectors":
        """Vectors of `texts`: float32, shape (len(texts), dimension).

        Raises StoreError if they cannot be kept, and what the encoder raises.
        """
        if self.additive:
            return self._encoder.encode(texts, language, progress)
        import numpy as np

        hashes = [
            sha256(f"{language}\0{text}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
            for text in texts
        ]
        kept = self._store.get_vectors(self.name, list(dict.fromkeys(hashes)))
        missing = {
            hash_: text for hash_, text in zip(hashes, texts, strict=True) if hash_ not in kept
        }
        # Texts of like length together: little padding is computed.
        order = sorted(missing, key=lambda hash_: len(missing[hash_]))
        for at in range(0, len(order), BATCH):
            batch = order[at : at + BATCH]
            vectors = self._encoder.encode([missing[hash_] for hash_ in batch], language)
            fresh = {
                hash_: vector.astype("<f2").tobytes()
                for hash_, vector in zip(batch, vectors, strict=True)
            }
            self._store.put_vectors(self.name, fresh)
            kept |= fresh
            progress("embedding", at + len(batch), len(order))
        shape = (len(texts), self.dimension)
        joined = b"".join(kept[hash_] for hash_ in hashes)
        return np.frombuffer(joined, dtype="<f2").astype(np.float32).reshape(shape)
