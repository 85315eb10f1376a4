"""What an error is: its kind, the text after it, and what the rules may know."""

import random
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from benchmarks.meaning.maker import lexicon as lx

KINDS: Final[tuple[str, ...]] = (
    "right",
    "opposite",
    "sister",
    "neighbour",
    "higher",
    "sense",
    "role",
    "condition",
    "exception",
    "modality",
    "tense",
    "aspect",
    "degree",
    "quantity",
    "negation",
    "omission",
    "item",
    "addition",
    "referent",
    "relation",
    "cause",
    "unit",
    "number",
    "question",
    "comparison",
    "rise",
    "name",
    "contrast",
    "foreign",
    "human",
    "context",
)
"""The kinds of error; the index of a kind is its number in the model's head."""


WORD: Final = re.compile(r"[A-Za-z][A-Za-z'-]*")


FUNCTION: Final = frozenset(lx.words_of("function_words").split())
"""Words that the lists of neighbours and of one slot leave alone: rules of grammar have them."""


@dataclass(frozen=True, slots=True)
class Spoilt:
    """A sentence after a rule: its text, the kind of error, the spans that are now wrong."""

    text: str
    kind: str
    spans: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True)
class Knowledge:
    """What was mined from the corpora.

    Neighbours of words, words of one slot, glosses of terms, exchanges that are none, names.
    """

    neighbours: Mapping[str, list[str]] = field(default_factory=dict)
    mined: Mapping[str, list[str]] = field(default_factory=dict)
    glosses: Mapping[str, list[str]] = field(default_factory=dict)
    same: frozenset[tuple[str, str]] = frozenset()
    names: tuple[str, ...] = ()
    _terms: dict[str, list[str]] = field(default_factory=dict, compare=False, repr=False)
    _allowed: dict[str, set[str]] = field(default_factory=dict, compare=False, repr=False)

    def terms(self, ja: str) -> list[str]:
        """The dictionary terms that occur in a Japanese sentence."""
        if ja not in self._terms:
            if len(self._terms) > 64:
                self._terms.clear()
            found, size = self.glosses, len(ja)
            self._terms[ja] = [
                ja[a:z]
                for a in range(size)
                for z in range(a + 1, min(a + 7, size + 1))
                if ja[a:z] in found
            ]
        return list(self._terms[ja])

    def allowed(self, ja: str) -> set[str]:
        """Stems of all words the dictionary allows for this Japanese."""
        if ja not in self._allowed:
            if len(self._allowed) > 64:
                self._allowed.clear()
            self._allowed[ja] = {
                word[:5].lower()
                for term in self.terms(ja)
                for gloss in self.glosses[term]
                for word in gloss.split()
            }
        return self._allowed[ja]


Rule = Callable[[str, str, random.Random, Knowledge], "Spoilt | None"]
