"""The bundled kind of model as a module of sentence-transformers.

`SentenceTransformer(folder, trust_remote_code=True)` finds this class named in the folder's
`modules.json`, and gives the same vectors as `alignbench.embedding.load(folder)`, at unit length.
(The flag is what sentence-transformers asks for before it imports a class of another package.)
The language of a text is told by its letters: any kana or kanji makes it Japanese.
"""

from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from alignbench.embedding.spans import normalised
from alignbench.embedding.static.files import read_static
from alignbench.language.normalise import has_japanese


class StaticModule(nn.Module):
    """Texts to unit vectors, on the CPU, without training."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self._encoder = read_static(Path(folder))

    @classmethod
    def load(cls, folder: str, **_: Any) -> "StaticModule":
        """The model in `folder`, as sentence-transformers asks for it."""
        return cls(folder)

    def preprocess(self, texts: list[str], **_: Any) -> dict[str, Tensor]:
        """Texts to the vectors they stand for; there is nothing left for `forward` to do."""
        vectors = np.zeros((len(texts), self._encoder.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            vectors[row] = self._encoder.encode([text], "ja" if has_japanese(text) else "en")[0]
        return {"sentence_embedding": torch.from_numpy(normalised(vectors))}

    tokenize = preprocess

    def forward(self, features: dict[str, Tensor], **_: Any) -> dict[str, Tensor]:
        """The vectors as they are."""
        return features

    def get_embedding_dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension

    get_sentence_embedding_dimension = get_embedding_dimension

    @property
    def max_seq_length(self) -> None:
        """There is no limit."""
        return

    def save(self, output_path: str, *_: Any, **__: Any) -> None:
        """Not to be saved from there: the folder it came from is the model."""
        raise NotImplementedError(f"Copy the model's folder instead of saving to {output_path}.")
