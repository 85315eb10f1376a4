"""Which entries of a table can have a match in a text: told in one pass over it.

Tables hold hundreds of patterns and a sentence matches few. Every match of a pattern holds one of
a few strings (`needed_text`); Aho and Corasick's automaton finds those of a whole table at once.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

import ahocorasick

from alignbench.checks.prefilter import CASELESS
from alignbench.language.needed_text import needed_text

T = TypeVar("T")
_HOWEVER_COMMON = 1.0


class ByTrigger(Generic[T]):
    """Entries of a table under the strings that their patterns need."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Each entry with its pattern, which minds case or not."""
        self._entries: list[T] = []
        always: list[int] = []
        needing: dict[str, list[int]] = defaultdict(list)
        for place, (pattern, entry) in enumerate(entries):
            self._entries.append(entry)
            needed = needed_text(pattern, at_most=_HOWEVER_COMMON)
            if needed is None:
                always.append(place)
            for string in needed or ():
                needing[string].append(place)
        self._always = frozenset(always)
        self._automaton = ahocorasick.Automaton()
        for string, places in needing.items():
            self._automaton.add_word(string, tuple(places))
        self._automaton.make_automaton()

    @property
    def all(self) -> Sequence[T]:
        """Every entry, in order."""
        return self._entries

    def in_text(self, text: str) -> Sequence[T]:
        """The entries that may have a match in `text`, in order."""
        if not CASELESS.isdisjoint(text):
            return self._entries
        found = set(self._always)
        if len(self._automaton):
            for _, places in self._automaton.iter(text.lower()):
                found.update(places)
        return [self._entries[place] for place in sorted(found)] if found else ()
