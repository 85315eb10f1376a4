"""Which of thousands of patterns cannot match in a text, told in one pass over it.

Every match of most patterns holds one of a few strings (`needed_text`). The automaton of Aho and
Corasick finds all of them at once, in time that grows with the text and not with the patterns.
"""

from collections import defaultdict
from threading import Lock
from typing import Any, Protocol

import ahocorasick

from alignbench.language.needed_text import needed_text

_MOST_TEXTS = 2048
"""Texts of which it is remembered what cannot match in them."""
_FIRST, _AGAIN = 64, 1.3
"""Patterns that are worth an automaton, and by how many times more the next is made."""
CASELESS = frozenset("\N{LATIN SMALL LETTER LONG S}\N{KELVIN SIGN}ıİΣ")
"""Letters whose case follows rules of its own: a text with one is searched for everything."""


class Filtered(Protocol):
    """A pattern that need not be searched for where its bit is among those of `absent`."""

    pattern: str
    flags_given: int
    bit: int
    unfiltered: bool


class Prefilter:
    """Patterns, and what is known of the last texts that were looked through.

    Threads may use it together: a pattern that no automaton knows has no bit and is searched for.
    """

    def __init__(self) -> None:
        self.absent: dict[str, int] = {}
        """The bits of the patterns that have no match in a text; nothing for a text not seen."""
        self._patterns: list[Filtered] = []
        self._known = 0
        self._lock = Lock()
        self._bits: dict[str, int] = defaultdict(int)
        """Which patterns need each string."""
        self._count = 0
        self._ready: tuple[Any, int] = (None, 0)
        """The automaton, whose words hold the bits of all patterns but their own, and all bits."""

    def add(self, pattern: Filtered) -> None:
        """Look for this one too, as soon as some more have come together."""
        self._patterns.append(pattern)

    def look_through(self, text: str) -> None:
        """Tell which patterns cannot match in `text`, before it is searched for them; in its
        lower case, too.
        """
        if text in self.absent:
            return
        if len(self._patterns) > max(_FIRST, self._known * _AGAIN):
            self._learn()
        automaton, absent = self._ready
        if automaton is None or not (text.isascii() or CASELESS.isdisjoint(text)):
            return
        lower = text.lower()
        for _, others in automaton.iter(lower):
            absent &= others
        if len(self.absent) >= _MOST_TEXTS:
            self.absent.clear()
        self.absent[text] = self.absent[lower] = absent

    def _learn(self) -> None:
        """Make an automaton of all patterns there are."""
        with self._lock:
            new = self._patterns[self._known :]
            self._known += len(new)
            given: list[tuple[Filtered, int]] = []
            for pattern in new:
                needed = needed_text(pattern.pattern, pattern.flags_given)
                if needed is None:
                    pattern.unfiltered = True
                    continue
                bit = 1 << self._count
                self._count += 1
                given.append((pattern, bit))
                for string in needed:
                    self._bits[string] |= bit
            whole = (1 << self._count) - 1
            automaton = ahocorasick.Automaton()
            for string, bits in self._bits.items():
                automaton.add_word(string, whole ^ bits)
            automaton.make_automaton()
            self._ready = (automaton if self._bits else None, whole)
            for pattern, bit in given:
                pattern.bit = bit
