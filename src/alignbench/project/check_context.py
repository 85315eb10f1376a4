"""What a project knows beyond the pair, gathered for the checks."""

import os
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.checks.check import Check
from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair
from alignbench.domain.progress import Progress, silent
from alignbench.domain.segment_table import with_readings
from alignbench.pipeline.word_answers import ModelAnswers
from alignbench.project.user_files import GLOSSARIES, RULES, read_glossary, read_rules_file

if TYPE_CHECKING:
    from alignbench.checks.names.names import Names, Policy
    from alignbench.checks.rule_files import UserRule
    from alignbench.checks.terms.glossary import Glossary
    from alignbench.domain.text import Text
    from alignbench.pipeline.embedding_evidence import Evidence


def with_ruby(text: "Text") -> str:
    """A text's content, and after it the sentences whose readings its file gives apart from it.

    The readings of DOCX, EPUB and the like stand as ruby does in plain text: 宮崎《みやざき》.
    """
    lines = [text.content]
    if "《" in text.content or "<rt>" in text.content:
        return text.content
    for segment in with_readings(text.segments):
        line, end = "", 0
        for each in segment.readings:
            base = segment.view[each.start : each.end]
            line += f"{segment.view[end : each.start]}｜{base}《{each.reading}》"
            end = each.end
        lines.append(line + segment.view[end:])
    return "\n".join(lines)


def checks(root: Path) -> Callable[[], Sequence[Check]]:
    """The checks that the project in `root` has switched on, loaded when first asked for.

    Asking raises InputError for settings that make no sense.
    """

    def load() -> Sequence[Check]:
        from alignbench.checks.registry import all_checks
        from alignbench.project.settings import settings_of

        return settings_of(root).applied(all_checks())

    return load


class CheckContextBuilder:
    """Makes the context of a document's pairs.

    Glossary, rules and settings are read anew each time, since people edit these files while they
    review; the bundled model is loaded when first needed.
    """

    def __init__(
        self,
        glossaries: Sequence[Path] = (),
        rules: Path | None = None,
        japanese: str = "",
        *,
        root: Path | None = None,
        semantic: bool = True,
    ) -> None:
        """Glossary and rule files that are not there are none.

        `japanese` is a document's content with its ruby, which gives readings of names; `root` is
        the folder whose settings say how names are written; without `semantic` no model is asked
        about whole texts, and checks that need that find nothing. The words of single pairs are
        looked up in it where a check asks.
        """
        self._glossaries = glossaries
        self._rules = rules
        self._japanese = japanese
        self._root = root
        self._semantic = semantic
        self._evidence: Evidence | None = None

    def __call__(
        self, pairs: Sequence[CheckedPair], progress: Progress = silent, hints: bool = True
    ) -> Context:
        """The context of `pairs`, in reading order; `declared` ones are taken for confirmed.

        Without `hints` no model is asked.

        Raises:
            InputError: glossary, rules or settings cannot be read; names file and line.
        """
        known = self._meaning(pairs, progress) if self._semantic and hints else Context()
        return replace(
            known,
            glossary=self.glossary(),
            names=self._names(pairs),
            user_rules=self.rules(),
            answers=ModelAnswers(),
        )

    @classmethod
    def of_project(
        cls, root: Path, japanese: str = "", *, semantic: bool = True
    ) -> "CheckContextBuilder":
        """What the project in `root` knows of a document with this Japanese content."""
        glossaries = [root / name for name in GLOSSARIES]
        return cls(glossaries, root / RULES, japanese, root=root, semantic=semantic)

    def _meaning(self, pairs: Sequence[CheckedPair], progress: Progress) -> Context:
        if self._evidence is None:
            self._evidence = _bundled_evidence()
        return self._evidence.context([(pair.ja, pair.en) for pair in pairs], progress)

    def glossary(self) -> "Glossary | None":
        """The terms of the glossaries; None if there is none."""
        found = [terms for path in self._glossaries if (terms := read_glossary(path))]
        if not found:
            return None
        from alignbench.checks.terms.glossary import glossary

        return glossary(term for each in found for term in each.terms)

    def rules(self) -> "tuple[UserRule, ...]":
        """The users' own rules."""
        there = self._rules is not None and os.path.lexists(self._rules)
        return read_rules_file(self._rules) if self._rules and there else ()

    def _names(self, pairs: Sequence[CheckedPair]) -> "Names":
        """Names by how confirmed pairs render them, and by the ruby of the text.

        A name with ruby is spelled as the document mostly spells it: おおの may be Ōno.
        """
        from alignbench.checks.names.learned_names import learned
        from alignbench.checks.names.names import Names, as_spelled, from_ruby

        found = {name.ja: name for name in learned(pair for pair in pairs if pair.declared)}
        for name in from_ruby(self._japanese):
            found[name.ja] = as_spelled(name, pairs)
        return Names(tuple(found.values()), self._policy())

    def _policy(self) -> "Policy":
        """How the project writes names."""
        from alignbench.project.settings import CheckSettings, settings_of

        return (settings_of(self._root) if self._root else CheckSettings()).policy


def _bundled_evidence() -> "Evidence":
    """Evidence by the bundled model, which is loaded now."""
    from alignbench import embedding
    from alignbench.pipeline.embedding_evidence import Evidence
    from alignbench.pipeline.word_links import WordLinker

    encoder = embedding.bundled()
    return Evidence(encoder, WordLinker(encoder))
