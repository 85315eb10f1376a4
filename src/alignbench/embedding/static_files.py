"""A static model's folder: `config.json`, `vocabulary.txt`, `model.safetensors`."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.errors import ModelError
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static import StaticEncoder
from alignbench.embedding.vocabulary import Vocabulary

FORMAT = "alignbench-static-1"
_CONFIG = "config.json"
_VOCABULARY = "vocabulary.txt"
_WEIGHTS = "model.safetensors"


@dataclass(frozen=True, slots=True)
class StaticConfig:
    """What `config.json` says besides the format."""

    name: str
    buckets: int
    ngrams: tuple[int, int]


def is_static(folder: Path) -> bool:
    """Whether `folder` holds a static model of ours."""
    return (folder / _VOCABULARY).is_file() and (folder / _CONFIG).is_file()


def read_static(folder: Path) -> StaticEncoder:
    """The model in `folder`. Raises ModelError if anything of it is missing or does not fit."""
    try:
        config = json.loads((folder / _CONFIG).read_text(encoding="utf-8"))
        if config["format"] != FORMAT:
            raise ValueError(f"its format is {config['format']!r}")
        known = (folder / _VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1]
        vocabulary = Vocabulary(known, int(config["buckets"]), _pair(config["ngrams"]))
        table, scale = _tensors(folder / _WEIGHTS)
        if table.shape[0] != len(vocabulary) or scale.shape != table.shape[:1]:
            raise ValueError(f"{len(vocabulary)} tokens but a table of {table.shape}")
    except FileNotFoundError as error:
        raise ModelError(
            f"The embedding model in {folder} has no {Path(error.filename).name}.",
            "Copy the whole folder again, or train it anew with `alignbench train`.",
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            f"The embedding model in {folder} cannot be read: {error}.",
            "Copy the whole folder again, or train it anew with `alignbench train`.",
        ) from error
    return StaticEncoder(str(config["name"]), vocabulary, table, scale)


def write_static(
    folder: Path, config: StaticConfig, vocabulary: Vocabulary, table: Vectors
) -> None:
    """Write the model, the table quantised to int8 with one scale a row.

    `table` has shape (len(vocabulary), dimension). The sentence-transformers files go beside it.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    quantised, scale = quantise(table)
    save_file({"table": quantised, "scale": scale}, folder / _WEIGHTS)
    text = "".join(f"{feature}\n" for feature in vocabulary.known)
    (folder / _VOCABULARY).write_text(text, encoding="utf-8", newline="\n")
    _write_json(folder / _CONFIG, {"format": FORMAT, **asdict(config)})
    module = "alignbench.embedding.sentence_transformer_module.StaticModule"
    _write_json(folder / "modules.json", [{"idx": 0, "name": "0", "path": "", "type": module}])
    _write_json(
        folder / "config_sentence_transformers.json",
        {"similarity_fn_name": "cosine", "prompts": {}},
    )


def quantise(table: Vectors) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """Rows as int8 with a float16 scale each, so that row ≈ int8 row × scale."""
    largest = np.maximum(np.abs(table).max(axis=1), 1e-4)
    scale = (largest / 127).astype(np.float16)
    rows = np.rint(table / scale.astype(np.float32)[:, None])
    return np.clip(rows, -127, 127).astype(np.int8), scale


def _tensors(path: Path) -> tuple[NDArray[np.int8], Vectors]:
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise FileNotFoundError(2, "missing", str(path))
    try:
        with safe_open(path, framework="numpy") as tensors:
            return tensors.get_tensor("table"), tensors.get_tensor("scale").astype(np.float32)
    except SafetensorError as error:
        raise ValueError(str(error)) from error


def _pair(value: list[int]) -> tuple[int, int]:
    low, high = value
    return int(low), int(high)


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
