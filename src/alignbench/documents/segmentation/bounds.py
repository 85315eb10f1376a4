"""What is too much for one text: told before time and memory are spent on it."""

from collections.abc import Sequence, Sized
from typing import Protocol

from alignbench.documents.segmentation.lines import Line
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.language.mapped import MappedText
from alignbench.messages import t

LONGEST = 2_000_000
"""Characters of a paragraph: several novels without a line end. Reading takes a kilobyte a
character and more, aligning as much again."""
MOST = 500_000
"""Paragraphs of a text: five times what a document of 100,000 links has."""


class Shown(Protocol):
    """Something with a view, such as a passage."""

    @property
    def view(self) -> MappedText:
        """What is read."""


def check_lines(file: SourceFile, lines: Sequence[Line]) -> None:
    """Raises InputError for a text whose lines are more, or longer, than what is read."""
    _check_longest(file, max((line.end - line.start for line in lines), default=0))
    if len(lines) > MOST:
        _check_number(file, [line for line in lines if line.text])


def check_passages(file: SourceFile, passages: Sequence[Shown]) -> None:
    """Raises InputError for a text whose paragraphs are more, or longer, than what is read."""
    _check_longest(file, max((len(each.view.text) for each in passages), default=0))
    _check_number(file, passages)


def _check_longest(file: SourceFile, longest: int) -> None:
    if longest > LONGEST:
        raise InputError(
            t(
                "{name} has a paragraph of {count:,} characters: {most:,} is the most.",
                name=file.name,
                count=longest,
                most=LONGEST,
            ),
            t("Break its lines where sentences end."),
        )


def _check_number(file: SourceFile, paragraphs: Sized) -> None:
    if len(paragraphs) > MOST:
        raise InputError(
            t(
                "{name} has {count:,} paragraphs: {most:,} is the most.",
                name=file.name,
                count=len(paragraphs),
                most=MOST,
            ),
            t("Cut it into chapters first."),
        )
