"""What a project knows beyond the pair, gathered for the checks."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.checks.check import Check, CheckedPair, Context
from alignbench.domain.errors import InputError
from alignbench.domain.progress import Progress, silent

if TYPE_CHECKING:
    from alignbench.checks.glossary import Glossary
    from alignbench.checks.names import Names
    from alignbench.checks.user_rules import UserRule
    from alignbench.embedding.static import StaticEncoder
    from alignbench.review.word_links import WordLinker

GLOSSARIES = ("glossary.tsv", "glossary.tbx")
RULES = "checks.tsv"
"""Files in a project's folder that its owner may put there (docs/own-checks.md)."""


def checks() -> Callable[[], Sequence[Check]]:
    """The checks that are switched on, loaded when they are first asked for."""

    def load() -> Sequence[Check]:
        from alignbench.checks.registry import all_checks

        return all_checks()

    return load


class Knowledge:
    """Makes the context of a document's pairs.

    Glossary and rules are read anew each time, since people edit these files while they review;
    the bundled model is loaded when first needed.
    """

    def __init__(
        self,
        glossaries: Sequence[Path] = (),
        rules: Path | None = None,
        japanese: str = "",
        *,
        semantic: bool = True,
    ) -> None:
        """Glossary and rule files that are not there are none.

        `japanese` is a document's content with its ruby, which gives readings of names; without
        `semantic` no model is asked, and checks that need one find nothing.
        """
        self._glossaries = glossaries
        self._rules = rules
        self._japanese = japanese
        self._semantic = semantic
        self._encoder: StaticEncoder | None = None
        self._linker: WordLinker | None = None

    def __call__(self, pairs: Sequence[CheckedPair], progress: Progress = silent) -> Context:
        """The context of `pairs`, in reading order; `declared` ones are taken for confirmed.

        Raises:
            InputError: the glossary or the rules cannot be read; names file and line.
        """
        known = self._meaning(pairs, progress) if self._semantic else Context()
        return replace(
            known, glossary=self.glossary(), names=self._names(pairs), user_rules=self.rules()
        )

    @classmethod
    def of_project(cls, root: Path, japanese: str) -> "Knowledge":
        """What the project in `root` knows of a document with this Japanese content."""
        return cls([root / name for name in GLOSSARIES], root / RULES, japanese)

    def _meaning(self, pairs: Sequence[CheckedPair], progress: Progress) -> Context:
        from alignbench.review.evidence import semantic_context

        encoder, linker = self._models()
        return semantic_context([(pair.ja, pair.en) for pair in pairs], encoder, linker, progress)

    def glossary(self) -> "Glossary | None":
        """The terms of the glossaries; None if there is none."""
        found = [terms for path in self._glossaries if (terms := read_glossary(path))]
        if not found:
            return None
        from alignbench.checks.glossary import glossary

        return glossary(term for each in found for term in each.terms)

    def rules(self) -> "tuple[UserRule, ...]":
        """The users' own rules."""
        return read_rules_file(self._rules) if self._rules and self._rules.is_file() else ()

    def _names(self, pairs: Sequence[CheckedPair]) -> "Names":
        """Names by how confirmed pairs render them, and by the ruby of the text.

        A name with ruby is spelled as the document mostly spells it: おおの may be Ōno.
        """
        from alignbench.checks.names import Names, as_spelled, from_ruby, learned

        found = {name.ja: name for name in learned(pair for pair in pairs if pair.declared)}
        for name in from_ruby(self._japanese):
            found[name.ja] = as_spelled(name, pairs)
        return Names(tuple(found.values()))

    def _models(self) -> "tuple[StaticEncoder, WordLinker]":
        from alignbench.embedding.loading import BUNDLED
        from alignbench.embedding.static_files import read_static
        from alignbench.review.word_links import WordLinker

        if self._encoder is None or self._linker is None:
            self._encoder = read_static(BUNDLED)
            self._linker = WordLinker(self._encoder)
        return self._encoder, self._linker


def read_glossary(path: Path) -> "Glossary | None":
    """The glossary in a TSV or TBX file; None if there is no such file.

    Raises:
        InputError: it cannot be read; names the line.
    """
    from alignbench.checks.glossary_files import from_tbx, from_tsv

    if not path.is_file():
        return None
    if path.suffix.lower() == ".tbx":
        return from_tbx(_bytes(path), path.name)
    return from_tsv(_text(path), path.name)


def read_rules_file(path: Path) -> "tuple[UserRule, ...]":
    """The rules in a TSV file. Raises InputError for what is wrong in it, with line and column."""
    from alignbench.checks.user_rules import read_rules

    return read_rules(_text(path), path.name)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InputError(f"Could not read {path}: {error.strerror or error}.") from error


def _text(path: Path) -> str:
    try:
        return _bytes(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            f"{path.name} is not UTF-8 (byte {error.start} cannot be read).", "Save it as UTF-8."
        ) from error
