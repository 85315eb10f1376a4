"""Any sentence-transformers model behind the same protocol as the bundled one."""

import importlib.util
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.spans import normalised

PREFIXES = {"e5": "query: "}
"""Prompts of model families that need one and do not always say so in their own files.

E5 was trained with "query: " on either side of symmetric tasks (intfloat's model cards)."""
BATCH = 64
"""Texts encoded between two reports of progress; a GPU's batches are cut from these."""


class TransformerEncoder:
    """A loaded sentence-transformers model. Spans are encoded, not summed."""

    additive = False

    def __init__(self, name: str, model: Any, prompt: str = "") -> None:
        self._name = name
        self._model = model
        self._prompt = prompt

    @property
    def name(self) -> str:
        """Name or path the model was asked for by."""
        return self._name

    @property
    def dimension(self) -> int:
        """Length of a vector."""
        return int(self._model.get_embedding_dimension())

    def encode(
        self,
        texts: Sequence[str],
        language: Side,  # noqa: ARG002 (one model for both languages)
        progress: Progress = silent,
    ) -> Vectors:
        """Unit vectors: float32, shape (len(texts), dimension); zeros for empty texts.

        Texts of like length are encoded together, so that little padding is computed.
        """
        result = np.zeros((len(texts), self.dimension), dtype=np.float32)
        order = sorted(
            (i for i, text in enumerate(texts) if text.strip()), key=lambda i: len(texts[i])
        )
        for at in range(0, len(order), BATCH):
            rows = order[at : at + BATCH]
            vectors = self._model.encode(
                [self._prompt + texts[i] for i in rows],
                prompt="",
                convert_to_numpy=True,
                show_progress_bar=False,
            )
            result[rows] = normalised(np.asarray(vectors, dtype=np.float32))
            progress("embedding", at + len(rows), len(order))
        return result


def load_transformer(
    name: str,
    *,
    device: str | None = None,
    dtype: str | None = None,
    backend: str = "torch",
    progress: Progress = silent,
) -> TransformerEncoder:
    """The sentence-transformers model called `name`: a folder, or a model already on this disk.

    Nothing is downloaded unless ALIGNBENCH_DOWNLOAD=1. `device` is torch's name of one, chosen by
    sentence-transformers if not given; `dtype` such as "float16"; `backend` "torch", "onnx" or
    "openvino".

    Raises:
        ModelError: there is no such model on this machine, or it cannot be used.
    """
    if importlib.util.find_spec("sentence_transformers") is None:
        raise ModelError(
            "sentence-transformers is not installed.", "Run: pip install sentence-transformers"
        )
    progress("loading the model (some seconds)", 0, 0)
    downloads = os.environ.get("ALIGNBENCH_DOWNLOAD", "") not in ("", "0")
    if not downloads:
        # Both: the first stops the hub client before it opens a connection that may hang.
        os.environ.setdefault("HF_HUB_OFFLINE", "1")
    from sentence_transformers import SentenceTransformer

    try:
        model = SentenceTransformer(
            name,
            device=device,
            backend=backend,  # type: ignore[arg-type]
            local_files_only=not downloads,
            model_kwargs={"torch_dtype": dtype} if dtype else None,
        )
    except Exception as error:
        raise _not_loaded(name, error) from error
    return TransformerEncoder(name, model, _prompt(name, model))


def _prompt(name: str, model: Any) -> str:
    """What goes before each text: as the model's own files say, or as its family is known to."""
    prompts = getattr(model, "prompts", None) or {}
    for key in ("query", "sts", "passage", "document"):
        if prompts.get(key):
            return str(prompts[key])
    family = Path(name).name.lower()
    return next((prefix for sign, prefix in PREFIXES.items() if sign in family), "")


def _not_loaded(name: str, error: Exception) -> ModelError:
    there = Path(name).expanduser().exists()
    reason = str(error).strip().split("\n")[0][:200]
    if there:
        return ModelError(
            f"The model in {name} cannot be used: {reason}.",
            "It must be a folder that sentence-transformers can load.",
        )
    return ModelError(
        f"The model {name} is not on this machine.",
        "Give the folder of a model, or set ALIGNBENCH_DOWNLOAD=1 to fetch it once; "
        "the bundled model needs no --model.",
    )
