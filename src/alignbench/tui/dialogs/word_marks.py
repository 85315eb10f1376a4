"""Marking a stretch of a text word by word: a pointer, and the words marked. Pure."""

import re
from dataclasses import dataclass, replace

from alignbench.domain.text import Side, Span

_ENGLISH = re.compile(r"\w+(?:['’.,-]\w+)*|[^\w\s]")


def words_of(text: str, side: Side) -> tuple[Span, ...]:
    """Where the words of a text stand, marks of punctuation included."""
    if side == "en":
        return tuple(Span(*match.span()) for match in _ENGLISH.finditer(text))
    from alignbench.language.morphology import morphemes

    return tuple(Span(each.start, each.end) for each in morphemes(text))


@dataclass(frozen=True, slots=True)
class WordMark:
    """A text with a pointer at one of its words, and words `first` to `last` marked, if any.

    While the mark `is_open` it grows and shrinks with the pointer. `exact` is a stretch that was
    given and may cut through words; it stays until the mark is changed.
    """

    text: str
    words: tuple[Span, ...]
    at: int = 0
    first: int | None = None
    is_open: bool = False
    last: int = 0
    exact: Span | None = None

    @classmethod
    def of(cls, text: str, words: tuple[Span, ...], span: Span | None = None) -> "WordMark":
        """With `span` marked, and the pointer at its beginning."""
        within = [
            at
            for at, word in enumerate(words)
            if span and word.start < span.end and span.start < word.end
        ]
        if not within:
            return cls(text, words)
        return cls(text, words, within[0], within[0], False, within[-1], span)

    def with_marked(self, span: Span | None) -> "WordMark":
        """With another stretch marked, or as it is where that is marked already."""
        return self if span == self.span else WordMark.of(self.text, self.words, span)

    @property
    def span(self) -> Span | None:
        """What is marked, as a stretch of the text; None if nothing is."""
        if self.exact is not None:
            return self.exact
        if self.first is None:
            return None
        start, end = sorted((self.first, self.last))
        return Span(self.words[start].start, self.words[end].end)

    @property
    def pointed(self) -> Span | None:
        """The word pointed at; None in a text without words."""
        return self.words[self.at] if self.words else None

    def moved_to(self, at: int) -> "WordMark":
        """Pointing at another word; an open mark reaches as far."""
        moved = replace(self, at=max(0, min(at, len(self.words) - 1)))
        return replace(moved, last=moved.at, exact=None) if self.is_open else moved

    def extended_to(self, at: int) -> "WordMark":
        """The same with the mark held open, begun here if there is none."""
        held = self if self.first is not None and self.last == self.at else self.begun()
        return replace(replace(held, is_open=True).moved_to(at), is_open=False)

    def begun(self) -> "WordMark":
        """With a new, open mark of the word pointed at."""
        if not self.words:
            return self
        return replace(self, first=self.at, last=self.at, is_open=True, exact=None)

    def toggled(self) -> "WordMark":
        """A mark begun, or an open one ended."""
        return replace(self, is_open=False) if self.is_open else self.begun()

    def cleared(self) -> "WordMark":
        """Nothing marked."""
        return replace(self, first=None, is_open=False, exact=None)

    def word_at(self, place: int) -> int:
        """The word at a character, or the last before it."""
        before = [at for at, word in enumerate(self.words) if word.start <= place]
        return before[-1] if before else 0
