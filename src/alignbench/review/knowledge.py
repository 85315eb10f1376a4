"""What a project knows beyond the pair, gathered for the checks."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from alignbench.checks.check import Check, Context
from alignbench.domain.progress import Progress, silent

if TYPE_CHECKING:
    from alignbench.embedding.static import StaticEncoder
    from alignbench.review.word_links import WordLinker


def checks() -> Callable[[], Sequence[Check]]:
    """The checks that are switched on, loaded when they are first asked for."""

    def load() -> Sequence[Check]:
        from alignbench.checks.registry import all_checks

        return all_checks()

    return load


class Knowledge:
    """Makes the context of a document's pairs; the bundled model is loaded when first needed."""

    def __init__(self) -> None:
        self._encoder: StaticEncoder | None = None
        self._linker: WordLinker | None = None

    def __call__(self, pairs: Sequence[tuple[str, str]], progress: Progress = silent) -> Context:
        """The context of `pairs` (Japanese, English), in reading order."""
        from alignbench.review.evidence import semantic_context

        encoder, linker = self._models()
        return semantic_context(pairs, encoder, linker, progress)

    def _models(self) -> "tuple[StaticEncoder, WordLinker]":
        from alignbench.embedding.loading import BUNDLED
        from alignbench.embedding.static_files import read_static
        from alignbench.review.word_links import WordLinker

        if self._encoder is None or self._linker is None:
            self._encoder = read_static(BUNDLED)
            self._linker = WordLinker(self._encoder)
        return self._encoder, self._linker
