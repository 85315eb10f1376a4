"""Groups drawn without end, by so many ways and in such shares."""

import random
from collections.abc import Callable, Iterator

from benchmarks.meaning.training import groups_in_context as in_context
from benchmarks.meaning.training import groups_of_pairs as of_pairs
from benchmarks.meaning.training.corpus import Corpus
from benchmarks.meaning.training.examples import Group

WAYS: tuple[tuple[float, Callable[[Corpus, random.Random], Group | None]], ...] = (
    (0.57, of_pairs.by_rules),
    (0.13, of_pairs.by_contrast),
    (0.08, of_pairs.by_alternative),
    (0.035, of_pairs.by_revision),
    (0.03, of_pairs.by_term),
    (0.06, in_context.by_person),
    (0.03, in_context.by_gender),
    (0.035, in_context.by_sense),
    (0.04, in_context.by_topic),
)
"""Ways of drawing a group with their shares; one that finds nothing is passed over."""


def groups(corpus: Corpus, rng: random.Random) -> Iterator[Group]:
    """Groups without end, as long as any way finds one."""
    ways, shares = [way for _, way in WAYS], [share for share, _ in WAYS]
    while True:
        (way,) = rng.choices(ways, shares)
        made = way(corpus, rng)
        if made is not None:
            yield made
