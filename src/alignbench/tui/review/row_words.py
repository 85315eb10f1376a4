"""The words of a row, and which of them answer each other. Pure."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from alignbench.domain.text import JOINTS, Side, Span, joined_view
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.lemmas import words
from alignbench.pipeline.word_links import WordLinker, WordPair, in_segments
from alignbench.review import Row
from alignbench.tui.widgets.painter import Spans

Place = tuple[Side, int]
OTHER: Mapping[Side, Side] = {"ja": "en", "en": "ja"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a row: where it stands in the joined text of its side."""

    side: Side
    span: Span


@dataclass(frozen=True, slots=True)
class RowWords:
    """The words of either side in reading order, and the links between them."""

    row: Row
    spans: Mapping[Side, Sequence[Span]]
    links: Sequence[WordPair] = ()

    @classmethod
    def of(cls, row: Row, linker: WordLinker) -> "RowWords":
        """Find and link the words of a row: slow the first time, so done in a worker."""
        ja, en = joined_view(row.ja, "ja"), joined_view(row.en, "en")
        spans: dict[Side, list[Span]] = {"ja": _content(ja, "ja"), "en": _content(en, "en")}
        links = linker.link(ja, en).strong() if ja and en else ()
        return cls(row, spans, links)

    def at(self, side: Side, place: int) -> Word | None:
        """The word at a place of a side's joined text; None between words."""
        spans = self.spans[side]
        found = bisect_right(spans, place, key=lambda span: span.start) - 1
        if found < 0 or place >= spans[found].end:
            return None
        return Word(side, spans[found])

    def beside(self, word: Word | None, step: int) -> Word | None:
        """The next word of the same side, or the one before; the first if there is none yet."""
        side: Side = word.side if word else "ja" if self.spans["ja"] else "en"
        spans = self.spans[side]
        if not spans:
            return None
        if word is None:
            return Word(side, spans[0 if step > 0 else -1])
        at = bisect_right(spans, word.span.start, key=lambda span: span.start) - 1
        return Word(side, spans[max(0, min(at + step, len(spans) - 1))])

    def answers(self, word: Word) -> list[Word]:
        """The words of the other side that answer a word."""
        found = []
        for link in self.links:
            own, other = (link.ja, link.en) if word.side == "ja" else (link.en, link.ja)
            if own.start < word.span.end and word.span.start < own.end:
                found.append(Word(OTHER[word.side], other))
        return found

    def across(self, word: Word) -> Word | None:
        """Where to go on the other side: the first answer, else its first word."""
        side = OTHER[word.side]
        first = [Word(side, self.spans[side][0])] if self.spans[side] else []
        return next(iter([*self.answers(word), *first]), None)

    def text(self, word: Word) -> str:
        """The word as it stands in the row."""
        segments = self.row.ja if word.side == "ja" else self.row.en
        return joined_view(segments, word.side)[word.span.start : word.span.end]

    def drawn(self, word: Word) -> dict[Place, Spans]:
        """The word and its answers, to be drawn upon the row's segments."""
        found: dict[Place, list[tuple[int, int, str]]] = {}
        for each, style in ((word, "lit"), *((answer, "answer") for answer in self.answers(word))):
            segments = self.row.ja if each.side == "ja" else self.row.en
            numbers = self.row.link.ja if each.side == "ja" else self.row.link.en
            for index, span in in_segments(each.span, segments, JOINTS[each.side]):
                place = (each.side, numbers[index])
                found.setdefault(place, []).append((span.start, span.end, style))
        return {place: tuple(spans) for place, spans in found.items()}


def _content(text: str, side: Side) -> list[Span]:
    """The words of a text that may have an answer: particles, articles and the like have none."""
    found = words(text, side)
    return [Span(w.start, w.end) for w in found if word_class(w.features) > WordClass.FUNCTION]
