"""Finding and replacing in the English of a document, as proposals. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.review.patterns import Pattern
from alignbench.review.row_text import read_text
from alignbench.review.views import Row


@dataclass(frozen=True, slots=True)
class Replacement:
    r"""Words to find and what to put there.

    If `is_pattern`, they are a regular expression, and `\1` in `put` is what its first group
    caught.
    """

    find: str
    put: str
    is_pattern: bool = True
    ignores_case: bool = False


@dataclass(frozen=True, slots=True)
class Replaced:
    """What would become of a row: its English as it reads and as it is to read."""

    row: int
    english: str
    wording: str
    places: int
    """How many were found."""


def replaced(rows: Iterable[tuple[int, Row]], steps: Sequence[Replacement]) -> list[Replaced]:
    """The rows that these steps, one after the other, make read otherwise.

    What is proposed for a row already is what is changed in it; a refused proposal is passed over.

    Raises:
        InputError: there is nothing to find, a pattern is none or takes too long, or what is put
            names a group that is not there.
    """
    if not steps or not all(step.find for step in steps):
        raise InputError(t("Say what is to be found."))
    work = [(step, _pattern(step)) for step in steps]
    found = []
    for at, row in rows:
        proposal = row.link.proposal
        stands = proposal is not None and proposal.state != "refused"
        before = proposal.text if proposal is not None and stands else read_text(row, "en")
        text, places = before, 0
        for step, pattern in work if row.en else ():
            text, count = pattern.replaced(text, step.put, literally=not step.is_pattern)
            places += count
        if places and (text := " ".join(text.split())) and text != before:
            found.append(Replaced(at, read_text(row, "en"), text, places))
    return found


def _pattern(step: Replacement) -> Pattern:
    source = step.find if step.is_pattern else regex.escape(step.find)
    return Pattern.of(source, ignores_case=step.ignores_case)
