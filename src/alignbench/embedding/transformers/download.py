"""Fetch a model from the Hugging Face hub into its cache: the only place that uses the network."""

from fnmatch import fnmatch
from typing import Any

from alignbench.domain.errors import AlignbenchError, ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.transformers.local_models import ModelOnDisk, find_model
from alignbench.messages import t

PATIENCE = 10.0
"""Seconds to wait for the hub's first answer."""

_WANTED = ("*.json", "*.txt", "*.model", "*.jinja", "*.safetensors", "*.py")
_INSTEAD = ("pytorch_model*.bin", "*/pytorch_model*.bin")
"""Weights as pickles, for models that have no others."""
_OTHER_RUNTIMES = ("onnx/*", "openvino/*", "*.onnx", "tf_*", "flax_*", "rust_*", "coreml/*")
_MEGABYTE = 1_000_000


def download(name: str, revision: str | None = None, progress: Progress = silent) -> ModelOnDisk:
    """Fetch the model called `name`, weights for torch only, and find it on the disk.

    What was fetched before is not fetched again. Cancelling keeps the files that are whole.

    Raises:
        ModelError: there is no such model, it may not be had, or the hub cannot be reached.
        Cancelled: `progress` says so.
    """
    from huggingface_hub import HfApi, hf_hub_download

    progress(t("asking for the model"), 0, 0)
    try:
        info = HfApi().model_info(name, revision=revision, timeout=PATIENCE, files_metadata=True)
        files = wanted({file.rfilename: file.size or 0 for file in info.siblings or ()})
        meter = _Meter(progress, sum(files.values()))
        for file, size in files.items():
            # Pinned to one commit, so that a change meanwhile cannot mix two versions.
            hf_hub_download(name, file, revision=info.sha, tqdm_class=meter.bar(size))
            meter.finish(size)
        _point_main_at(name, str(info.sha))
    except AlignbenchError:
        raise
    except Exception as error:
        # The hub's client raises what its HTTP library raises, and that has changed with versions.
        raise _not_fetched(name, error) from error
    found = find_model(name, info.sha)
    if found is None:
        raise ModelError(
            t("What the hub has under {name} is not a model that can be used here.", name=name),
            t("It needs a config.json and weights for torch."),
        )
    return found


def wanted(files: dict[str, int]) -> dict[str, int]:
    """The files to fetch, small ones first: for torch only, and no pickles if avoidable."""

    def having(patterns: tuple[str, ...]) -> dict[str, int]:
        return {
            name: size
            for name, size in files.items()
            if any(fnmatch(name, pattern) for pattern in patterns)
            and not any(fnmatch(name, other) for other in _OTHER_RUNTIMES)
        }

    chosen = having(_WANTED)
    if not any(name.endswith(".safetensors") for name in chosen):
        chosen |= having(_INSTEAD)
    return dict(sorted(chosen.items(), key=lambda entry: (entry[1], entry[0])))


class _Meter:
    """Bytes of all files, told as one progress."""

    def __init__(self, progress: Progress, total: int) -> None:
        self._progress = progress
        self._total = total
        self._before = 0

    def bar(self, size: int) -> type[Any]:
        """What the hub's client reports one file of `size` bytes to."""
        from tqdm import tqdm  # type: ignore[import-untyped]

        meter = self

        class Bar(tqdm):  # type: ignore[misc]
            def __init__(self, *args: Any, **options: Any) -> None:
                options.pop("name", None)
                super().__init__(*args, **{**options, "disable": True})

            def update(self, n: float | None = 1) -> bool | None:
                self.n += n or 0
                meter.tell(min(int(self.n), size))
                return None

        return Bar

    def finish(self, size: int) -> None:
        """A file is whole."""
        self._before += size
        self.tell(0)

    def tell(self, now: int) -> None:
        """So many bytes of the present file."""
        done = (self._before + now) // _MEGABYTE
        self._progress("downloading (MB)", done, max(1, self._total // _MEGABYTE))


def _point_main_at(name: str, commit: str) -> None:
    """Let the cache's main be what was fetched: a download by commit leaves no such note."""
    from alignbench.embedding.transformers.local_models import hub_cache

    main = hub_cache() / f"models--{name.replace('/', '--')}" / "refs" / "main"
    main.parent.mkdir(parents=True, exist_ok=True)
    main.write_text(commit, encoding="utf-8")


def _not_fetched(name: str, error: Exception) -> ModelError:
    kind = type(error).__name__
    if kind == "GatedRepoError":
        return ModelError(
            t("The hub gives {name} only to those who have agreed to its terms.", name=name),
            t("Agree on the model's page, then log in with `hf auth login`."),
        )
    if kind in {"RepositoryNotFoundError", "RevisionNotFoundError", "HFValidationError"}:
        return ModelError(
            t("There is no model {name} on the hub.", name=name), t("Check the name: ORG/NAME.")
        )
    if kind == "OfflineModeIsEnabled" or "offline mode" in str(error).lower():
        return ModelError(
            t("The model {name} was not fetched: HF_HUB_OFFLINE is set.", name=name),
            t("Unset it and try again."),
        )
    if isinstance(error, OSError) and error.errno is not None:
        return ModelError(
            t(
                "The model {name} could not be stored: {strerror}.",
                name=name,
                strerror=error.strerror,
            )
        )
    return ModelError(
        t("The hub could not be reached for {name} ({kind}).", name=name, kind=kind),
        t("Check the network; the bundled model needs none."),
    )
