"""The reader that ships with the package, or another in a folder of the same form."""

import json
from collections.abc import Callable, Iterator, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from alignbench.domain.errors import ModelError
from alignbench.domain.judgements import Judgement
from alignbench.meaning.reader import PairInContext, Reader
from alignbench.messages import t

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "tokenizer.json", "reader.json")


class FolderReader:
    """The reader of a folder with `FILES`, in memory only while pairs are read.

    Loading takes a quarter of a second and 90 MB. Several threads may read.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        self._folder = folder
        self._loaded: Reader | None = None

    @cached_property
    def name(self) -> str:
        """What judgements are kept under. Raises ModelError."""
        try:
            return str(_about(self._folder)["name"])
        except (OSError, ValueError, LookupError, TypeError) as error:
            raise _unusable(self._folder, error) from error

    def read(
        self, pairs: Sequence[PairInContext], stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Judgement]]:
        """As `Reader.read`. Raises ModelError where `load_reader` does."""
        reader = self._loaded
        if reader is None:
            reader = self._loaded = load_reader(self._folder)
        yield from reader.read(pairs, stop)

    def rest(self) -> None:
        """Let go of the network; what is being read meanwhile is read to its end."""
        self._loaded = None


@cache
def shipped_reader() -> FolderReader:
    """The reader that ships with the package, shared by all who read."""
    return FolderReader()


def load_reader(folder: Path = WEIGHTS, threads: int = 1) -> Reader:
    """The reader of a folder with `FILES`, loaded: a quarter of a second, 90 MB.

    `threads` are those of ONNX Runtime for one batch.

    Raises:
        ModelError: a file or the package onnxruntime is missing, or one of them cannot be used.
    """
    try:
        import onnxruntime
        from tokenizers import Tokenizer
    except ImportError as error:
        raise ModelError(
            t("Reading for meaning needs the package {name}.", name=error.name),
            t("Run `pip install onnxruntime`, or leave reading for meaning off."),
        ) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False
    options.log_severity_level = 3
    try:
        about = _about(folder)
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        session = onnxruntime.InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return Reader(
            str(about["name"]),
            session,
            tokenizer,
            tuple(about["kinds"]),
        )
    except Exception as error:  # both libraries raise classes of their own
        raise _unusable(folder, error) from error


def _about(folder: Path) -> Any:
    return json.loads((folder / "reader.json").read_text(encoding="utf-8"))


def _unusable(folder: Path, error: Exception) -> ModelError:
    return ModelError(
        t("The reader in {folder} cannot be used: {error}.", folder=folder, error=error),
        t("Install alignbench anew, or leave reading for meaning off."),
    )
