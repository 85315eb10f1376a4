"""From settings to a loaded sentence-transformers model, from this disk alone."""

import importlib.util
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.model_notes import read_notes
from alignbench.embedding.model_settings import ModelSettings
from alignbench.embedding.transformers.encoder import TransformerEncoder
from alignbench.embedding.transformers.local_models import ModelOnDisk, find_model, read_json
from alignbench.embedding.transformers.prompts import prompt_for
from alignbench.messages import t

_BACKENDS = {
    "onnx": ("onnxruntime", "optimum"),
    "openvino": ("openvino", "optimum"),
}


def load_transformer(settings: ModelSettings, progress: Progress = silent) -> TransformerEncoder:
    """The sentence-transformers model that `settings` name. Nothing is downloaded.

    Whether its files are there is looked up first, and quickly: importing sentence-transformers
    takes ten seconds and more.

    Raises:
        ModelError: there is no such model on this machine, or it cannot be used as asked for.
    """
    found = find_model(settings.name, settings.revision)
    if found is None:
        raise _not_here(settings.name)
    _check_packages(settings)
    progress(t("loading the model (some seconds)"), 0, 0)
    # Before the import, which reads it: everything is on this disk, nobody need be asked.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    with _quietly():
        model = _loaded(found, settings)
    progress(t("loading the model (some seconds)"), 1, 1)
    if settings.max_length is not None:
        model.max_seq_length = min(settings.max_length, _most_tokens(model))
    prompt = settings.prompt
    if prompt is None:
        prompt = prompt_for(found.name, model.prompts or {}, model.default_prompt_name)
    return TransformerEncoder(version_name(found, settings), model, prompt)


def version_name(found: ModelOnDisk, settings: ModelSettings) -> str:
    """Names a model, its version, and the settings that its vectors depend on.

    Not the number type: half precision changes a cosine by less than 0.001.
    """
    named = ModelSettings(
        found.name, found.revision, max_length=settings.max_length, prompt=settings.prompt
    )
    return str(named)


def _loaded(found: ModelOnDisk, settings: ModelSettings) -> Any:
    from sentence_transformers import SentenceTransformer

    device = _device(settings.device)
    options: dict[str, Any] = {}
    if settings.backend == "torch":
        options["torch_dtype"] = _dtype(settings.dtype, device, found.folder)
    try:
        return SentenceTransformer(
            str(found.folder),
            device=device,
            backend=settings.backend,
            local_files_only=True,
            trust_remote_code=found.name in read_notes().trusted,
            model_kwargs=options,
        )
    except Exception as error:
        # Whatever a model's files make the libraries raise: they are not ours, nor is its type.
        raise _unusable(found, settings, error) from error


def _device(wanted: str) -> str:
    """Torch's name of the device to use. Raises ModelError if it is not there."""
    import torch

    there = {"cpu"}
    if torch.cuda.is_available():
        there |= {"cuda", *(f"cuda:{number}" for number in range(torch.cuda.device_count()))}
    if torch.backends.mps.is_available():
        there.add("mps")
    if wanted == "auto":
        return next(device for device in ("cuda", "mps", "cpu") if device in there)
    if wanted.partition(":")[0] in ("cuda", "mps") and wanted not in there:
        raise ModelError(
            t("There is no device {wanted} here.", wanted=wanted),
            t("There is: {there}.", there=", ".join(sorted(there))),
        )
    return wanted


def _dtype(wanted: str, device: str, folder: Path) -> str:
    """Half precision on CUDA, in the kind the weights were saved in; single elsewhere."""
    if wanted != "auto":
        return wanted
    if not device.startswith("cuda"):
        return "float32"
    config = read_json(folder / "config.json") or {}
    saved = config.get("dtype") or config.get("torch_dtype")
    return "bfloat16" if saved == "bfloat16" else "float16"


def _check_packages(settings: ModelSettings) -> None:
    """Raise ModelError if a package is not installed, or the options do not go together."""
    if importlib.util.find_spec("sentence_transformers") is None:
        raise ModelError(
            t("sentence-transformers is not installed."),
            t("Run: pip install sentence-transformers"),
        )
    missing = [
        name
        for name in _BACKENDS.get(settings.backend, ())
        if importlib.util.find_spec(name) is None
    ]
    if missing:
        raise ModelError(
            t(
                "The backend {backend} needs {missing}, not installed here.",
                backend=settings.backend,
                missing=" and ".join(missing),
            ),
            t('Run: pip install "sentence-transformers[{backend}]"', backend=settings.backend),
        )
    if settings.backend != "torch" and settings.dtype != "auto":
        raise ModelError(
            t("The backend {backend} has no dtype to choose.", backend=settings.backend),
            t("Leave dtype out."),
        )


def _most_tokens(model: Any) -> int:
    """Tokens that the model has positions for."""
    config = getattr(getattr(model[0], "auto_model", None), "config", None)
    positions = getattr(config, "max_position_embeddings", None) or 1_000_000
    # RoBERTa and its kin begin to count after the padding token's number.
    offset = getattr(config, "pad_token_id", None) or 0
    return int(positions) - (offset + 1 if "roberta" in type(config).__name__.lower() else 0)


@contextmanager
def _quietly() -> Iterator[None]:
    """Without the libraries' own bars and warnings, which would run into the screen."""
    os.environ.setdefault("HF_HUB_DISABLE_PROGRESS_BARS", "1")
    os.environ.setdefault("TRANSFORMERS_VERBOSITY", "error")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from transformers.utils import logging

        logging.disable_progress_bar()  # type: ignore[no-untyped-call]
        yield


def _not_here(name: str) -> ModelError:
    if Path(name).expanduser().exists():
        return ModelError(
            t(
                "{name} is not a model: it has no modules.json or config.json, or no weights.",
                name=name,
            ),
            t("Give the folder that sentence-transformers saved."),
        )
    return ModelError(
        t("The model {name} is not on this machine.", name=name),
        t(
            "`alignbench models` lists those that are, `alignbench models download` fetches one; "
            "the bundled model needs no --model."
        ),
    )


def _unusable(found: ModelOnDisk, settings: ModelSettings, error: Exception) -> ModelError:
    if "trust_remote_code" in str(error):
        return ModelError(
            t(
                "The model {name} brings program code of its own, which may not run unasked.",
                name=found.name,
            ),
            t("If you trust those who made it: alignbench models trust {name}", name=found.name),
        )
    reason = (str(error).strip().split("\n")[0] or type(error).__name__)[:200].rstrip(".")
    if "requires installing" in reason:
        return ModelError(
            t(
                "The packages of the backend {backend} do not fit each other.",
                backend=settings.backend,
            ),
            t("Leave backend out to run the model on torch."),
        )
    if settings.backend != "torch":
        return ModelError(
            t(
                "The model {name} cannot run on {backend}: {reason}.",
                name=found.name,
                backend=settings.backend,
                reason=reason,
            ),
            t("Leave backend out to run it on torch."),
        )
    return ModelError(
        t("The model {name} cannot be loaded: {reason}.", name=found.name, reason=reason),
        t("Its folder must be one that sentence-transformers can load; fetch or copy it again."),
    )
