"""The embedding models of a project: which it uses, which advises a document, what is kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.settings import BUNDLED_NAME, ModelSettings
from alignbench.review.kept_vectors import kept
from alignbench.store import Store

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder

ADAPTED_SETTING = "model.adapted"
"""The name of the adapted model in use; empty if the bundled one is."""
MODEL_SETTING = "model"
"""Which model new documents are aligned with, as `embedding.settings` spells it out."""


class ProjectModels:
    """The models of the project in `root`, each loaded once, slow ones' vectors kept in `store`."""

    def __init__(self, root: Path, store: Store) -> None:
        self._root = root
        self._store = store
        self._loaded: dict[str, Encoder] = {}

    @property
    def chosen(self) -> str:
        """What `choose` was given; empty for the bundled model."""
        return self._store.setting(MODEL_SETTING)

    def choose(self, model: str, progress: Progress = silent) -> "Encoder":
        """Align new documents with this model from now on, if it can be loaded.

        "bundled" means the project's own, which may be adapted from it.

        Raises ModelError if not; then nothing has changed.
        """
        own = model == BUNDLED_NAME
        encoder = self.encoder(self._own() if own else model, progress)
        self._store.set_setting(MODEL_SETTING, "" if own else model)
        return encoder

    def encoder(self, model: str | None = None, progress: Progress = silent) -> "Encoder":
        """The model spelled out in `model`, or the project's: chosen, adapted, or the bundled one.

        Raises ModelError if it is not there or cannot be used.
        """
        from alignbench import embedding

        name = model or self.chosen or self._own()
        if name not in self._loaded:
            self._loaded[name] = self.keeping(embedding.load(name, progress))
        return self._loaded[name]

    def advising(self, stored: str, progress: Progress = silent) -> "Encoder":
        """The model that a document was aligned with, by the name that was stored.

        It runs as the project says if it is the chosen one, and a document aligned by an older
        version of the bundled or adapted model is gone on with by the present one. A project that
        comes from elsewhere may have used a model that is not here; the project's own then
        advises, and the links that are stored stay what they are.
        """
        chosen, then = ModelSettings.parse(self.chosen), ModelSettings.parse(stored)
        if then.is_bundled:
            return self.encoder(self._own(), progress)
        for name in (str(chosen if chosen.name == then.name else then), self.chosen):
            try:
                return self.encoder(name, progress)
            except ModelError:
                continue
        return self.encoder(self._own(), progress)

    def _own(self) -> str:
        """The model adapted to this project if it is in use, else the bundled one."""
        from alignbench.embedding.usable import ADAPTED

        return str(self._root / ADAPTED) if self._store.setting(ADAPTED_SETTING) else BUNDLED_NAME

    def keeping(self, encoder: "Encoder") -> "Encoder":
        """`encoder`, its vectors kept in the project's database if that is worth it."""
        return kept(encoder, self._store)

    def kept_vectors(self) -> list[tuple[str, int, int]]:
        """Models whose vectors are kept in the database: name, how many, bytes."""
        return self._store.vector_sizes()

    def clear_vectors(self) -> int:
        """Forget all kept vectors; returns how many there were. They are made again when needed."""
        return self._store.clear_vectors()
