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
_WHOLE, _HALVES = "table", "half_table"
"""Names of the table with a byte a number and of the one with two numbers in a byte."""
_WIDTHS = np.linspace(1.5, 4.5, 13)
"""Standard deviations of a row that its largest number may stand for. A Gaussian's best is 2.7."""


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
        entries = (folder / _VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1]
        known = [entry for entry in entries if " " not in entry]
        pairs = [_two(entry.split(" ")) for entry in entries if " " in entry]
        vocabulary = Vocabulary(known, int(config["buckets"]), _range(config["ngrams"]), pairs)
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
    folder: Path, config: StaticConfig, vocabulary: Vocabulary, table: Vectors, bits: int = 8
) -> None:
    """Write the model, the table quantised to 8 or 4 bits a number and one scale a row.

    `table` has shape (len(vocabulary), dimension); for 4 bits the dimension is even. The
    sentence-transformers files go beside it.
    """
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    rows, scale = quantise(table) if bits == 8 else quantise_coarsely(table)
    weights = {_WHOLE: rows} if bits == 8 else {_HALVES: packed(rows)}
    save_file({**weights, "scale": scale}, folder / _WEIGHTS)
    entries = [*vocabulary.known, *(" ".join(pair) for pair in vocabulary.pairs)]
    text = "".join(f"{entry}\n" for entry in entries)
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


def quantise_coarsely(table: Vectors) -> tuple[NDArray[np.int8], NDArray[np.float16]]:
    """The same with whole numbers from -7 to 7.

    Of several scales for a row, some of which cut its largest numbers off, the one with the least
    squared error is taken.
    """
    spread = np.sqrt(np.square(table).mean(axis=1))
    rows = np.zeros(table.shape, np.int8)
    scales = np.full(len(table), 1e-6, np.float16)
    least = np.full(len(table), np.inf, np.float32)
    for width in _WIDTHS:
        scale = np.maximum(spread * width / 7, 1e-6).astype(np.float16)
        numbers = np.rint(table / scale.astype(np.float32)[:, None])
        np.clip(numbers, -7, 7, out=numbers)
        error = np.square(numbers * scale.astype(np.float32)[:, None] - table).sum(axis=1)
        better = error < least
        rows[better], scales[better], least[better] = numbers[better], scale[better], error[better]
    return rows, scales


def packed(rows: NDArray[np.int8]) -> NDArray[np.uint8]:
    """Two numbers from -8 to 7 in a byte; the earlier one in its higher half."""
    halves = (rows + 8).astype(np.uint8)
    both: NDArray[np.uint8] = (halves[:, 0::2] << np.uint8(4)) | halves[:, 1::2]
    return both


def unpacked(table: NDArray[np.uint8]) -> NDArray[np.int8]:
    """What `packed` was given."""
    rows = np.empty((table.shape[0], 2 * table.shape[1]), np.int8)
    rows[:, 0::2] = table >> 4
    rows[:, 1::2] = table & 15
    rows -= 8
    return rows


def dimension_of(folder: Path) -> int | None:
    """Length of the vectors of the model in `folder`, from its file's head; None if damaged."""
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(folder / _WEIGHTS, framework="numpy") as tensors:
            name = _HALVES if _HALVES in tensors.keys() else _WHOLE  # noqa: SIM118
            columns = int(tensors.get_slice(name).get_shape()[1])
            return 2 * columns if name == _HALVES else columns
    except (OSError, SafetensorError, IndexError):
        return None


def _tensors(path: Path) -> tuple[NDArray[np.int8], Vectors]:
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise FileNotFoundError(2, "missing", str(path))
    try:
        with safe_open(path, framework="numpy") as tensors:
            scale = tensors.get_tensor("scale").astype(np.float32)
            if _HALVES in tensors.keys():  # noqa: SIM118 (not a mapping)
                return unpacked(tensors.get_tensor(_HALVES)), scale
            return tensors.get_tensor(_WHOLE), scale
    except SafetensorError as error:
        raise ValueError(str(error)) from error


def _range(value: list[int]) -> tuple[int, int]:
    low, high = value
    return int(low), int(high)


def _two(parts: list[str]) -> tuple[str, str]:
    first, second = parts
    return first, second


def _write_json(path: Path, value: Any) -> None:
    path.write_text(json.dumps(value, indent=2) + "\n", encoding="utf-8")
