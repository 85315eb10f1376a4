"""Any sentence-transformers model behind the same protocol as the bundled one."""

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised
from alignbench.messages import t

_MOST_TEXTS = {"cpu": 32, "gpu": 256}
_MOST_CHARACTERS = {"cpu": 8_000, "gpu": 120_000}
"""Limits of one batch, after padding to its longest text."""


class TransformerEncoder:
    """A loaded sentence-transformers model. Spans are encoded, not summed.

    Args:
        name: names the model, its version and whatever else its vectors depend on.
        model: a `SentenceTransformer`.
        prompt: what goes before each text.
    """

    additive = False

    def __init__(self, name: str, model: Any, prompt: str = "") -> None:
        self._name = name
        self._model = model
        self.prompt = prompt

    @property
    def name(self) -> str:
        """Names the model and its version."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    @property
    def device(self) -> str:
        """Where it runs, as torch names it."""
        return str(self._model.device)

    def encode(
        self,
        texts: Sequence[str],
        language: Side,  # noqa: ARG002 (one model for both languages)
        progress: Progress = silent,
    ) -> Vectors:
        """Unit vectors: float32, shape (len(texts), dimension); zeros for empty texts.

        Texts of like length are encoded together, so that little padding is computed; the longest
        come first, so that what does not fit into memory shows at once.

        Raises:
            ModelError: memory does not suffice, or the result is not numbers.
        """
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        kind = "cpu" if self.device.startswith("cpu") else "gpu"
        batches = list(
            batched_by_length(
                [len(text) + len(self.prompt) if text.strip() else 0 for text in texts],
                _MOST_TEXTS[kind],
                _MOST_CHARACTERS[kind],
            )
        )
        total, done = sum(map(len, batches)), 0
        for rows in batches:
            result[rows] = self._encoded([self.prompt + texts[row] for row in rows])
            done += len(rows)
            progress(t("reading sentences"), done, total)
        return result

    def _encoded(self, texts: list[str]) -> Vectors:
        try:
            # An empty prompt: else sentence-transformers might put its default before ours.
            vectors = self._model.encode(
                texts,
                prompt="",
                batch_size=len(texts),
                convert_to_numpy=True,
                show_progress_bar=False,
            )
        except RuntimeError as error:
            if not _is_memory(error):
                raise ModelError(
                    t(
                        "The model {name} failed on a text: {first_line}.",
                        name=self._name,
                        first_line=_first_line(error),
                    ),
                    t("Try it with device=cpu, or with a smaller max_length."),
                ) from error
            if len(texts) == 1:
                raise ModelError(
                    t(
                        "There is not enough memory on {device} for the model {name}.",
                        device=self.device,
                        name=self._name,
                    ),
                    t("Try it with device=cpu, or with a smaller max_length."),
                ) from error
            half = len(texts) // 2
            return np.concatenate([self._encoded(texts[:half]), self._encoded(texts[half:])])
        rows = np.asarray(vectors, dtype=np.float32)
        if not np.isfinite(rows).all():
            raise ModelError(
                t("The model {name} gives vectors that are not numbers.", name=self._name),
                t("Its number type is too small for it: try dtype=bfloat16 or dtype=float32."),
            )
        return normalised(rows)


def batched_by_length(
    lengths: Sequence[int], most_texts: int, most_characters: int
) -> Iterator[list[int]]:
    """Positions in batches of like length, the longest first; those of length 0 are left out.

    A batch has at most `most_texts` texts and, each counted as long as its longest, at most
    `most_characters` characters, but always one text.
    """
    order = sorted((at for at, many in enumerate(lengths) if many), key=lambda at: -lengths[at])
    start = 0
    while start < len(order):
        size = max(1, min(most_texts, most_characters // lengths[order[start]]))
        yield order[start : start + size]
        start += size


def _is_memory(error: RuntimeError) -> bool:
    """Whether torch ran out of memory: its CUDA error is a subclass, its CPU one only says so."""
    return type(error).__name__ == "OutOfMemoryError" or "not enough memory" in str(error)


def _first_line(error: Exception) -> str:
    return (str(error).strip().split("\n")[0] or type(error).__name__)[:200].rstrip(".")
