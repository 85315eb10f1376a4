"""All rules with their weights, and one error drawn among those that apply."""

import random
from typing import Final

from benchmarks.meaning.maker.clauses import addition, item, omission
from benchmarks.meaning.maker.conditions import condition, exception
from benchmarks.meaning.maker.kinds import Knowledge, Rule, Spoilt
from benchmarks.meaning.maker.modality_and_tense import aspect, modality, tense
from benchmarks.meaning.maker.negation import negation, question
from benchmarks.meaning.maker.quantities import comparison, degree, number, quantity, rise, unit
from benchmarks.meaning.maker.reference import referent
from benchmarks.meaning.maker.relations import cause, relation
from benchmarks.meaning.maker.roles import role
from benchmarks.meaning.maker.words import higher, name, neighbour, opposite, sense, sister

RULES: Final[dict[str, tuple[Rule, float]]] = {
    "opposite": (opposite, 3.0),
    "sister": (sister, 3.2),
    "neighbour": (neighbour, 2.2),
    "higher": (higher, 4.5),
    "sense": (sense, 1.2),
    "role": (role, 4.5),
    "condition": (condition, 4.5),
    "exception": (exception, 6.0),
    "modality": (modality, 4.0),
    "tense": (tense, 2.6),
    "aspect": (aspect, 5.0),
    "degree": (degree, 4.5),
    "quantity": (quantity, 4.0),
    "negation": (negation, 2.6),
    "omission": (omission, 1.8),
    "item": (item, 2.0),
    "addition": (addition, 1.8),
    "referent": (referent, 3.0),
    "relation": (relation, 1.6),
    "cause": (cause, 6.0),
    "unit": (unit, 6.0),
    "number": (number, 2.0),
    "question": (question, 4.0),
    "comparison": (comparison, 5.0),
    "rise": (rise, 5.0),
    "name": (name, 0.8),
}
"""Each rule with its weight: rules that seldom apply are tried first more often."""


def spoil(
    en: str, ja: str, rng: random.Random, know: Knowledge, only: tuple[str, ...] = ()
) -> Spoilt | None:
    """One error by a rule that applies, the order of trying drawn by weight."""
    names = only or tuple(RULES)
    order = sorted(names, key=lambda n: -(rng.random() ** (1.0 / RULES[n][1])))
    for chosen in order:
        made = RULES[chosen][0](en, ja, rng, know)
        if made and made.text != en and len(made.text) >= 3:
            return made
    return None
