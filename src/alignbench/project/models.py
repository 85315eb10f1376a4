"""The embedding models of a project: which it uses, which advises a document, what is kept."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.errors import ModelError
from alignbench.domain.progress import Progress, silent
from alignbench.embedding.model_settings import BUNDLED_NAME, ModelSettings
from alignbench.messages import t
from alignbench.project.vector_cache import kept
from alignbench.store import Store

if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder

MODEL_SETTING = "model"
"""Which model new documents are aligned with, as `embedding.settings` spells it out.

A model of the project's own is named by its folder as seen from the project's, so that a project
may be moved.
"""


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

        Raises ModelError if not; then nothing has changed.
        """
        self._loaded.pop(model, None)  # what its folder holds may be new
        encoder = self.encoder(model, progress)
        self._store.set_setting(MODEL_SETTING, model)
        return encoder

    def encoder(self, model: str | None = None, progress: Progress = silent) -> "Encoder":
        """The model spelled out in `model`, or the chosen one.

        Raises ModelError if it is not there or cannot be used.
        """
        from alignbench import embedding
        from alignbench.project.adapted_model import ADAPTED, settle

        name = model or self.chosen
        if name not in self._loaded:
            if name == ADAPTED.as_posix() and not (self._root / ADAPTED).exists():
                settle(self._root / ADAPTED)
            self._loaded[name] = self.keeping(embedding.load(self._placed(name), progress))
        return self._loaded[name]

    def outdated(self) -> ModelError | None:
        """What to tell if the chosen model was made for an earlier alignbench; loads nothing.

        The bundled model then advises documents, but new ones are not aligned with it unasked.
        """
        if not self.chosen:
            return None
        from alignbench.embedding.static.files import outdated

        try:
            return outdated(Path(self._placed(self.chosen)).expanduser())
        except ModelError as error:
            return error
        except (OSError, RuntimeError, ValueError) as error:
            return ModelError(
                t("The model {name} cannot be used: {error}.", name=self.chosen, error=error),
                t("`alignbench models use bundled` goes back to the bundled one."),
            )

    def _placed(self, name: str) -> str:
        """`name`, or where it is if it is a folder of the project."""
        folder = self._root / name
        try:
            is_folder = bool(name) and (folder / "config.json").is_file()
        except (OSError, ValueError) as error:  # a name too long for a file, or with a zero in it
            raise ModelError(
                t("There is no model {name}.", name=repr(name[:80])),
                t("`alignbench models use bundled` goes back to the bundled one."),
            ) from error
        return str(folder) if is_folder else name

    def advising(self, stored: str, progress: Progress = silent) -> "Encoder":
        """The model that a document was aligned with, by the name that was stored.

        It runs as the project says if it is the chosen one. A project that comes from elsewhere
        may have used a model that is not here, or one of its own may have been made for an earlier
        alignbench; the bundled one then advises, and the links that are stored stay what they are.
        """
        from alignbench.embedding.available_models import MODELS_FOLDER, own_model

        chosen, then = ModelSettings.parse(self.chosen), ModelSettings.parse(stored)
        own = own_model(self._root, chosen, then.name)
        try:
            if own is None and then.name.startswith(BUNDLED_NAME):
                # An older version of the bundled model, or of one adapted from it.
                local = (self._root / MODELS_FOLDER).name in Path(chosen.name).parts
                return self.encoder(str(chosen) if local else BUNDLED_NAME, progress)
            return self.encoder(own or str(chosen if chosen.name == then.name else then), progress)
        except ModelError:
            return self.encoder(BUNDLED_NAME, progress)

    def keeping(self, encoder: "Encoder") -> "Encoder":
        """`encoder`, its vectors kept in the project's database if that is worth it."""
        return kept(encoder, self._store)

    def kept_vectors(self) -> list[tuple[str, int, int]]:
        """Models whose vectors are kept in the database: name, how many, bytes."""
        return self._store.vector_sizes()

    def clear_vectors(self) -> int:
        """Forget all kept vectors; returns how many there were. They are made again when needed."""
        return self._store.clear_vectors()
