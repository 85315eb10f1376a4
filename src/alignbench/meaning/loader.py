"""The reader that ships with the package, or another in a folder of the same form."""

import json
from functools import cache
from pathlib import Path

from alignbench.domain.errors import ModelError
from alignbench.meaning.reader import Reader
from alignbench.messages import t

WEIGHTS = Path(__file__).parent / "weights"
FILES = ("reader.onnx", "tokenizer.json", "reader.json")


@cache
def load_reader(folder: Path = WEIGHTS, threads: int = 1) -> Reader:
    """The reader of a folder with `FILES`, loaded once: half a second, some 200 MB.

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
        about = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
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
        raise ModelError(
            t("The reader in {folder} cannot be used: {error}.", folder=folder, error=error),
            t("Install alignbench anew, or leave reading for meaning off."),
        ) from error
