"""A static model's folder: `config.json`, `vocabulary.txt`, `model.safetensors`."""

import json
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np

from alignbench.domain.errors import ModelError
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.static.quantisation import STEPS, RoundedTable, quantise
from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.embedding.transformers.local_models import read_json
from alignbench.messages import t
from alignbench.system.atomic_files import written_whole

FORMAT = "alignbench-static-2"
_CONFIG = "config.json"
_VOCABULARY = "vocabulary.txt"
_WEIGHTS = "model.safetensors"
_EARLIER = ("alignbench-static-1",)
"""Formats of models that were made for other features than texts have today."""


@dataclass(frozen=True, slots=True)
class StaticConfig:
    """What `config.json` says besides the format and the dimension."""

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
        if config["format"] in _EARLIER:
            raise _earlier(folder)
        if config["format"] != FORMAT:
            raise ValueError(f"its format is {config['format']!r}")
        entries = (folder / _VOCABULARY).read_text(encoding="utf-8").split("\n")[:-1]
        known = [entry for entry in entries if " " not in entry]
        pairs = [_two(entry.split(" ")) for entry in entries if " " in entry]
        vocabulary = Vocabulary(known, int(config["buckets"]), _range(config["ngrams"]), pairs)
        table = _table(folder / _WEIGHTS, int(config["dimension"]))
        given = config.get("typical", {})
        typical: dict[Side, float] = {
            side: float(given[side]) for side in ("ja", "en") if side in given
        }
        if table.shape[0] != len(vocabulary):
            raise ValueError(f"{len(vocabulary)} tokens but a table of {table.shape}")
    except FileNotFoundError as error:
        raise ModelError(
            t(
                "The embedding model in {folder} has no {name}.",
                folder=folder,
                name=Path(error.filename).name,
            ),
            t("Copy the whole folder again, or train it anew with `alignbench train`."),
        ) from error
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(
            t(
                "The embedding model in {folder} cannot be read: {error}.",
                folder=folder,
                error=error,
            ),
            t("Copy the whole folder again, or train it anew with `alignbench train`."),
        ) from error
    return StaticEncoder(str(config["name"]), vocabulary, table, typical)


def outdated(folder: Path) -> ModelError | None:
    """What to tell if the model in `folder` was made for an earlier alignbench. Loads nothing."""
    config = read_json(folder / _CONFIG)
    known = isinstance(config, dict) and config.get("format") in _EARLIER
    return _earlier(folder) if known else None


def _earlier(folder: Path) -> ModelError:
    return ModelError(
        t("The embedding model in {folder} was made for an earlier alignbench.", folder=folder),
        t(
            "Make it again with `alignbench adapt` (or `alignbench train`), "
            "or use the bundled one: `alignbench models use bundled`."
        ),
    )


def write_static(
    folder: Path, config: StaticConfig, vocabulary: Vocabulary, table: Vectors, bits: int
) -> None:
    """Write the model, the table rounded to `bits` a number and one scale a row.

    `table` has shape (len(vocabulary), dimension). The sentence-transformers files go beside it.
    All is written before anything of a model that is there already goes, and `config.json`, by
    which a model is known, is put there last: who is killed leaves no half of each.

    Raises:
        OutputError: it cannot be written.
    """
    from safetensors.numpy import save

    folder.mkdir(parents=True, exist_ok=True)
    kept = quantise(table, bits)
    entries = [*vocabulary.known, *(" ".join(pair) for pair in vocabulary.pairs)]
    module = "alignbench.embedding.sentence_transformer_module.StaticModule"
    files = {
        _CONFIG: _json({"format": FORMAT, "dimension": table.shape[1], **asdict(config)}),
        "modules.json": _json([{"idx": 0, "name": "0", "path": "", "type": module}]),
        "config_sentence_transformers.json": _json({"similarity_fn_name": "cosine", "prompts": {}}),
        _VOCABULARY: "".join(f"{entry}\n" for entry in entries).encode(),
        # Not `save_file`: it leaves a file that its owner alone may read, whatever the umask says.
        _WEIGHTS: save({"planes": kept.planes, "scale": kept.scale}),
    }
    with ExitStack() as stack:
        for name, data in files.items():  # put in place in the other order
            stack.enter_context(written_whole(folder / name, keep_rights=False)).write(data)
        (folder / _CONFIG).unlink(missing_ok=True)


def dimension_of(folder: Path) -> int | None:
    """Length of the vectors of the model in `folder`, from its configuration; None if damaged."""
    try:
        return int(json.loads((folder / _CONFIG).read_text(encoding="utf-8"))["dimension"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _table(path: Path, dimension: int) -> RoundedTable:
    from safetensors import SafetensorError, safe_open

    if not path.is_file():
        raise FileNotFoundError(2, "missing", str(path))
    try:
        with safe_open(path, framework="numpy") as tensors:
            planes, scale = tensors.get_tensor("planes"), tensors.get_tensor("scale")
    except SafetensorError as error:
        raise ValueError(str(error)) from error
    if (
        planes.ndim != 3
        or planes.dtype != np.uint8
        or planes.shape[1] not in STEPS
        or scale.shape != planes.shape[:1]
        or planes.shape[2] != -(-dimension // 8)
    ):
        raise ValueError(f"a table of {planes.shape} does not fit vectors of {dimension} numbers")
    return RoundedTable(planes, scale, dimension)


def _range(value: list[int]) -> tuple[int, int]:
    low, high = value
    return int(low), int(high)


def _two(parts: list[str]) -> tuple[str, str]:
    first, second = parts
    return first, second


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2) + "\n").encode()
