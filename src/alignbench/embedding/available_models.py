"""The models that can be used here, and how fast one is."""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.progress import Progress, silent
from alignbench.embedding.loader import BUNDLED
from alignbench.embedding.model_notes import Speed, UserNotes, read_notes
from alignbench.embedding.model_settings import BUNDLED_NAME, ModelSettings
from alignbench.embedding.transformers.local_models import (
    ModelOnDisk,
    find_model,
    models_in_cache,
    read_json,
)

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder

MODELS_FOLDER = "models"
"""Where in a project the models of its own are, each a folder."""

_SECONDS = 3.0
_PORTION = 64
_SENTENCES = (
    "図書館は午後八時まで開いています。",
    "ただし、月曜日と祝日の翌日は休館いたします。",
    "貸し出しは一人十冊まで、期間は二週間ですが、次に予約した人がいなければ一度だけ延長できます。",
    "The library stays open until eight in the evening.",
    "It is closed on Mondays and on the day after a public holiday.",
    "You may borrow up to ten books for two weeks, and renew them once if nobody waits for them.",
)


@dataclass(frozen=True, slots=True)
class UsableModel:
    """A model as a list shows it. `speed` is None until it was measured here."""

    name: str
    kind: str
    """`"bundled"`, `"adapted"` (a static model of the project), `"static"` (another of that kind)
    or `"sentence-transformers"`."""
    size: int
    dimension: int | None
    speed: Speed | None
    trusted: bool
    folder: Path


def usable_models(project: Path) -> Iterator[UsableModel]:
    """The bundled model, those in the project's own folder, and those in the hub's cache.

    At last those in folders that were measured or trusted: nobody searches the disk for more.
    """
    from alignbench.embedding.static.files import is_static

    notes = read_notes()
    bundled = ModelOnDisk(BUNDLED_NAME, BUNDLED, "")
    yield _listed(bundled, "bundled", notes)
    own = project / MODELS_FOLDER
    for folder in sorted(own.iterdir()) if own.is_dir() else ():
        if is_static(folder):
            yield _listed(ModelOnDisk(str(folder.resolve()), folder, ""), "adapted", notes)
    for model in models_in_cache():
        yield _listed(model, "sentence-transformers", notes)
    for name in sorted(notes.speeds.keys() | notes.trusted):
        folder = Path(name)
        if not folder.is_absolute() or folder.parent == own.resolve():
            continue
        if is_static(folder):
            yield _listed(ModelOnDisk(name, folder, ""), "static", notes)
        elif (found := find_model(name)) is not None:
            yield _listed(found, "sentence-transformers", notes)


def own_model(project: Path, chosen: ModelSettings, called: str) -> str | None:
    """The folder of the static model that calls itself `called`: the chosen one or a project's."""
    from alignbench.embedding.static.files import is_static

    own = project / MODELS_FOLDER
    folders = [Path(chosen.name).expanduser(), *(sorted(own.iterdir()) if own.is_dir() else ())]
    for folder in folders:
        config = read_json(folder / "config.json") if is_static(folder) else None
        if isinstance(config, dict) and config.get("name") == called:
            return str(folder)
    return None


def _listed(model: ModelOnDisk, kind: str, notes: UserNotes) -> UsableModel:
    from alignbench.embedding.static.files import dimension_of

    static = kind != "sentence-transformers"
    dimension = dimension_of(model.folder) if static else model.dimension
    return UsableModel(
        model.name, kind, model.size, dimension, notes.speeds.get(model.name),
        model.name in notes.trusted, model.folder,
    )  # fmt: skip


def measured_speed(encoder: "Encoder", progress: Progress = silent) -> Speed:
    """Texts a second over some seconds of sentences of usual lengths, half of them Japanese."""
    encoder.encode(_SENTENCES[:3], "ja")
    began = time.perf_counter()
    done = 0
    while (spent := time.perf_counter() - began) < _SECONDS:
        progress("measuring", round(10 * spent), round(10 * _SECONDS))
        # Numbered, so that no text is met twice and nothing that was kept is taken for made.
        texts = [f"{done + at}: {_SENTENCES[at % 3]}" for at in range(_PORTION)]
        encoder.encode(texts, "ja")
        texts = [f"{done + at}: {_SENTENCES[3 + at % 3]}" for at in range(_PORTION)]
        encoder.encode(texts, "en")
        done += 2 * _PORTION
    return Speed(done / (time.perf_counter() - began), str(getattr(encoder, "device", "cpu")))
