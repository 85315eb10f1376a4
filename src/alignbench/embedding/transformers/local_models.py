"""Where sentence-transformers models are on this disk, and what their files say. Nothing is loaded.

The hub's cache is laid out as `models--ORG--NAME/snapshots/COMMIT/`; huggingface_hub is not
imported for looking at it, since that alone would make every start slower.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_WEIGHTS = ("*.safetensors", "*.bin", "*.onnx", "*.pt")


@dataclass(frozen=True, slots=True)
class ModelOnDisk:
    """A model's files: the name to ask for it by, its folder, and the version they are of."""

    name: str
    folder: Path
    revision: str

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(path.stat().st_size for path in self.folder.rglob("*") if path.is_file())

    @property
    def dimension(self) -> int | None:
        """Length of a vector, as far as the files tell."""
        return _dimension(self.folder)


def hub_cache() -> Path:
    """The folder of the Hugging Face hub's cache, by the environment variables that move it."""
    for variable in ("HF_HUB_CACHE", "HUGGINGFACE_HUB_CACHE"):
        if os.environ.get(variable):
            return Path(os.environ[variable]).expanduser()
    home = os.environ.get("HF_HOME")
    if home:
        return Path(home).expanduser() / "hub"
    cache = os.environ.get("XDG_CACHE_HOME") or "~/.cache"
    return Path(cache).expanduser() / "huggingface" / "hub"


def find_model(name: str, revision: str | None = None) -> ModelOnDisk | None:
    """The model called `name`, a folder or a name on the hub, if it is on this disk.

    A hub name without a slash is looked for among sentence-transformers' own. If `revision` is
    not there, another one that is there will do.
    """
    folder = Path(name).expanduser()
    if folder.is_dir():
        return _in_folder(folder) if _is_model(folder) else None
    names = (name, f"sentence-transformers/{name}") if "/" not in name else (name,)
    for each in names:
        snapshot = _snapshot(hub_cache() / f"models--{each.replace('/', '--')}", revision)
        if snapshot is not None:
            return ModelOnDisk(each, snapshot, snapshot.name[:12])
    return None


def models_in_cache() -> Iterator[ModelOnDisk]:
    """The sentence-transformers models in the hub's cache, by name."""
    cache = hub_cache()
    if not cache.is_dir():
        return
    for folder in sorted(cache.glob("models--*")):
        snapshot = _snapshot(folder, None)
        if snapshot is not None and (snapshot / "modules.json").is_file():
            name = folder.name.removeprefix("models--").replace("--", "/")
            yield ModelOnDisk(name, snapshot, snapshot.name[:12])


def _snapshot(folder: Path, revision: str | None) -> Path | None:
    """The folder of a hub model's files: of `revision`, else of main, else any that is whole."""
    snapshots = folder / "snapshots"
    if not snapshots.is_dir():
        return None
    there = sorted((each for each in snapshots.iterdir() if _is_model(each)), reverse=True)
    if revision:
        there.sort(key=lambda each: not each.name.startswith(revision))
        if there and there[0].name.startswith(revision):
            return there[0]
    try:
        main = (folder / "refs" / "main").read_text(encoding="utf-8").strip()
    except OSError:
        main = ""
    return next((each for each in there if each.name == main), there[0] if there else None)


def _is_model(folder: Path) -> bool:
    """Whether the folder has a description and weights: a download cut off has the first alone."""
    described = any((folder / name).is_file() for name in ("modules.json", "config.json"))
    return described and any(next(folder.rglob(sort), None) for sort in _WEIGHTS)


def _in_folder(folder: Path) -> ModelOnDisk:
    """A model by path; its version is a digest of its files' names, sizes and times."""
    folder = folder.resolve()
    digest = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        facts = path.stat()
        digest.update(f"{path.relative_to(folder)} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return ModelOnDisk(str(folder), folder, digest.hexdigest()[:12])


def _dimension(folder: Path) -> int | None:
    """From the last module that says so: a dense layer, the pooling, else the transformer."""
    found = None
    modules = read_json(folder / "modules.json")
    for module in modules if isinstance(modules, list) else ():
        config = read_json(folder / str(module.get("path", "")) / "config.json")
        for key in (
            "out_features", "word_embedding_dimension", "embedding_dimension", "hidden_size",
        ):  # fmt: skip
            if isinstance(config, dict) and isinstance(config.get(key), int):
                found = config[key]
                break
    return found


def read_json(path: Path) -> Any:
    """What a JSON file of a model says; None if it is not there or not JSON."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
