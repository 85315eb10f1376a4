"""A model and how to run it, spelled out in one string: `BAAI/bge-m3,device=cuda,dtype=float16`."""

import re
from dataclasses import dataclass, replace
from typing import Any, Literal, Self, get_args

from alignbench.domain.errors import ModelError
from alignbench.messages import t

Backend = Literal["torch", "onnx", "openvino"]
Dtype = Literal["auto", "float32", "float16", "bfloat16"]

BUNDLED_NAME = "bundled"
_OPTION = re.compile(r",\s*(device|dtype|backend|max_length|prompt)=")
_REVISION = re.compile(r"@([0-9a-f]{7,40})\Z")


@dataclass(frozen=True, slots=True)
class ModelSettings:
    """Which model, and how to run it.

    Args:
        name: "bundled", a name on the Hugging Face hub, or a folder.
        revision: a commit of the hub; None for the one on this disk.
        device: "auto", "cpu", "cuda", "cuda:1", "mps" …
        dtype: what torch computes in; "auto" is float16 on CUDA and float32 elsewhere.
        max_length: tokens of a text that are read; None for what the model says.
        prompt: what goes before each text; None for what the model needs.
    """

    name: str = BUNDLED_NAME
    revision: str | None = None
    device: str = "auto"
    dtype: Dtype = "auto"
    backend: Backend = "torch"
    max_length: int | None = None
    prompt: str | None = None

    @classmethod
    def parse(cls, text: str | None) -> Self:
        """What `text` spells out; empty or None is the bundled model.

        Raises:
            ModelError: an option has a value that it cannot have.
        """
        name, *options = _OPTION.split(text or "")
        settings = cls._called(name.strip() or BUNDLED_NAME)
        for key, value in zip(options[::2], options[1::2], strict=True):
            settings = settings.having(key, value)
        return settings

    @classmethod
    def _called(cls, name: str) -> Self:
        revision = _REVISION.search(name)
        if revision is None:
            return cls(name)
        return cls(name[: revision.start()], revision[1])

    def having(self, key: str, value: str) -> Self:
        """These settings but for one option, given as text."""
        value = value if key == "prompt" else value.strip()
        if key == "max_length":
            if not value.isdecimal() or not 0 < int(value) <= 1_000_000:
                raise _wrong(key, value, t("a number of tokens, such as 512"))
            return replace(self, max_length=int(value))
        allowed = {"dtype": get_args(Dtype), "backend": get_args(Backend)}.get(key)
        if allowed and value not in allowed:
            raise _wrong(key, value, " or ".join(allowed))
        if key == "device" and not re.fullmatch(r"auto|cpu|mps|(cuda|xpu|npu|hpu)(:\d+)?", value):
            raise _wrong(key, value, t("auto, cpu, cuda or mps"))
        changed: dict[str, Any] = {key: value}
        return replace(self, **changed)

    @property
    def is_bundled(self) -> bool:
        """Whether the package's own model is meant, in this version, an earlier or an adapted one.

        Versions are called `bundled-1`, what was adapted from one `bundled-1+a1b2c3d4`.
        """
        return self.name == BUNDLED_NAME or bool(re.fullmatch(r"bundled-[\w.+]+", self.name))

    def __str__(self) -> str:
        """The string that `parse` reads; options at their defaults are left out."""
        parts = [self.name + (f"@{self.revision}" if self.revision else "")]
        for key in ("device", "dtype", "backend", "max_length", "prompt"):
            value = getattr(self, key)
            if value != getattr(ModelSettings(), key):
                parts.append(f"{key}={value}")
        return ",".join(parts)


def _wrong(key: str, value: str, allowed: str) -> ModelError:
    return ModelError(
        t("A model cannot have {key}={value}.", key=key, value=value),
        t("It can be {allowed}.", allowed=allowed),
    )
