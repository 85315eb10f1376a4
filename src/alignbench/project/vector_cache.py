"""Vectors of a slow model, kept in the project's database by the text they stand for."""

import contextlib
import hashlib
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

from alignbench.domain.errors import StoreError
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.model_notes import Speed, remember_speed
from alignbench.embedding.model_settings import ModelSettings
from alignbench.store import Store

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder, Vectors

_PORTION = 512
"""Texts encoded between two writes: what is cancelled or cut off has these to build on."""
_MEASURED = 100
"""Texts from which on a speed is worth remembering."""
CACHE_LIMIT = 1_000_000_000
"""Bytes of vectors a database may hold: about fifteen novels with a model of 1,024 dimensions."""


def kept(encoder: "Encoder", store: Store) -> "Encoder":
    """`encoder` with its vectors kept in `store`, if that is worth it.

    Additive models need one vector a sentence and no more for spans; all of a novel's are made in
    a fraction of a second, so that a place in the database would cost more than it saves
    (benchmarks/vector_cache.py).
    """
    if encoder.additive or isinstance(encoder, CachedVectors):
        return encoder
    return CachedVectors(encoder, store)


class CachedVectors:
    """An encoder that asks another only for texts it has not met, whatever document they are in.

    Vectors are kept as float16; fresh ones are rounded likewise, so that a result does not depend
    on what was kept. A text's key is a hash of it and of the prompt before it.
    """

    additive = False

    def __init__(self, encoder: "Encoder", store: Store, limit: int = CACHE_LIMIT) -> None:
        self._encoder = encoder
        self._store = store
        self._limit = limit

    @property
    def name(self) -> str:
        """The other encoder's name."""
        return self._encoder.name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension

    def encode(
        self, texts: Sequence[str], language: Side, progress: Progress = silent
    ) -> "Vectors":
        """Vectors of `texts`, float32, shape (len(texts), dimension); zeros for empty texts."""
        import numpy as np

        hashes = [self._hash(text) for text in texts]
        known = self._store.get_vectors(self.name, list(dict.fromkeys(hashes)))
        size = 2 * self.dimension
        missing = {
            hash_: text
            for hash_, text in zip(hashes, texts, strict=True)
            if text.strip() and len(known.get(hash_, b"")) != size
        }
        known |= self._made(missing, language, progress)
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, hash_ in enumerate(hashes):
            if len(known.get(hash_, b"")) == size:
                result[row] = np.frombuffer(known[hash_], dtype=np.float16)
        return result

    def _made(
        self, missing: dict[str, str], language: Side, progress: Progress
    ) -> dict[str, bytes]:
        """Encode and keep, a portion at a time, the longest texts first."""
        import numpy as np

        order = sorted(missing, key=lambda hash_: -len(missing[hash_]))
        made: dict[str, bytes] = {}
        began = time.perf_counter()
        for at in range(0, len(order), _PORTION):
            portion = order[at : at + _PORTION]

            vectors = self._encoder.encode(
                [missing[hash_] for hash_ in portion], language, _part(progress, at, len(order))
            )
            rows = vectors.astype(np.float16)
            fresh = {hash_: row.tobytes() for hash_, row in zip(portion, rows, strict=True)}
            with contextlib.suppress(StoreError):
                # A database that is busy or full is no reason to stop the work.
                self._store.put_vectors(self.name, fresh)
            made |= fresh
        if made:
            with contextlib.suppress(StoreError):
                self._store.trim_vectors(self._limit, self.name)
        if len(made) >= _MEASURED:
            self._remember(len(made) / (time.perf_counter() - began))
        return made

    def _remember(self, speed: float) -> None:
        device = str(getattr(self._encoder, "device", "cpu"))
        remember_speed(ModelSettings.parse(self.name).name, Speed(speed, device))

    def _hash(self, text: str) -> str:
        prompt = str(getattr(self._encoder, "prompt", ""))
        return hashlib.sha256(f"{prompt}\0{text}".encode("utf-8", "replace")).hexdigest()[:40]


def _part(progress: Progress, before: int, whole: int) -> Progress:
    """Reports of a portion as reports of the whole."""

    def tell(stage: str, done: int, total: int) -> None:  # noqa: ARG001
        progress(stage, before + done, whole)

    return tell
