"""Finding and replacing in the English of a document, as proposals. Pure."""

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass

import regex

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.review.patterns import Pattern
from alignbench.review.row_text import read_text
from alignbench.review.views import Row

Key = tuple[int, int, int]
"""A place: the row's link, the step, and which match of the step in the row, each from 0."""


@dataclass(frozen=True, slots=True)
class Replacement:
    r"""Words to find and what to put there.

    If `is_pattern`, they are a regular expression, and `\1` in `put` is what its first group
    caught. If `is_whole`, no letter or digit may stand before or behind what is found.
    """

    find: str
    put: str
    is_pattern: bool = True
    ignores_case: bool = False
    is_whole: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """One match: where it stands in `text`, the row's English before its step, and what is put."""

    key: Key
    text: str
    start: int
    end: int
    put: str


@dataclass(frozen=True, slots=True)
class Replaced:
    """What would become of a row: its English as it reads, as it is to read, and every match.

    `changes` is false where all that was found in it is left alone.
    """

    row: int
    english: str
    wording: str
    places: tuple[Place, ...]
    changes: bool = True


def replaced(
    rows: Iterable[tuple[int, Row]], steps: Sequence[Replacement], without: Set[Key] = frozenset()
) -> list[Replaced]:
    """The rows that these steps, one after the other, make read otherwise.

    What is proposed for a row already is what is changed in it; a refused proposal is passed over.
    The places `without` are found and left as they are.

    Raises:
        InputError: there is nothing to find, a pattern is none or takes too long, or what is put
            names a group that is not there.
    """
    if not steps or not all(step.find for step in steps):
        raise InputError(t("Say what is to be found."))
    work = [(step, _pattern(step)) for step in steps]
    found = []
    for at, row in rows:
        if not row.en:
            continue
        proposal = row.link.proposal
        stands = proposal is not None and proposal.state != "refused"
        before = proposal.text if proposal is not None and stands else read_text(row, "en")
        text = before
        places: list[Place] = []
        for number, (step, pattern) in enumerate(work):
            was, link = text, row.link.id

            def is_left(match: int, link: int = link, number: int = number) -> bool:
                return (link, number, match) in without

            text, matches = pattern.replaced(
                was, step.put, literally=not step.is_pattern, without=is_left
            )
            places += [
                Place((link, number, match), was, each.start, each.end, each.put)
                for match, each in enumerate(matches)
            ]
        text = " ".join(text.split())
        would = text != before or any(place.key in without for place in places)
        if places and would:
            found.append(
                Replaced(at, read_text(row, "en"), text, tuple(places), changes=text != before)
            )
    return found


def _pattern(step: Replacement) -> Pattern:
    source = step.find if step.is_pattern else regex.escape(step.find)
    if step.is_whole:
        source = rf"(?<!\w)(?:{source})(?!\w)"
    return Pattern.of(source, ignores_case=step.ignores_case)
