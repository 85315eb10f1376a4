"""Which English words answer which Japanese words of a linked pair, as stretches of its texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from alignbench.checks.pair import Uncovered
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Segment, Side, Span
from alignbench.language.function_words import WordClass, word_class
from alignbench.language.keys import keys
from alignbench.language.lemmas import Word, words

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from alignbench.alignment.word_links import WordSide
    from alignbench.embedding.static.encoder import StaticEncoder
    from alignbench.embedding.static.word_space import WordSpace

STRONG = 0.5
"""Strength from which a link is worth showing: below it, it is rather a guess than an answer."""
_MOST_WORDS = 10_000
"""Words of a language that are remembered from one call of `unanswered_all` to the next."""
_REPORTED = 256
"""Pairs between two reports of progress."""


@dataclass(frozen=True, slots=True)
class WordPair:
    """Two words that answer each other: stretches of either text, and how surely."""

    ja: Span
    en: Span
    strength: float


@dataclass(frozen=True, slots=True)
class PairWords:
    """The word links of a pair, in Japanese order, and content words that nothing answers."""

    links: tuple[WordPair, ...] = ()
    unanswered_ja: tuple[Uncovered, ...] = ()
    unanswered_en: tuple[Uncovered, ...] = ()

    def strong(self) -> tuple[WordPair, ...]:
        """The links that are worth showing."""
        return tuple(link for link in self.links if link.strength >= STRONG)


class WordLinker:
    """Links words by the vectors of a static model. Makes nothing until it is first asked."""

    def __init__(self, encoder: "StaticEncoder | None" = None) -> None:
        """`encoder`: the model to take word vectors from; the bundled one if None."""
        self._encoder = encoder
        self._space: WordSpace | None = None
        self._known: dict[Side, _Words] = {}

    def link(self, ja: str, en: str) -> PairWords:
        """The word links of two texts, spans counted in these."""
        return self.link_all([(ja, en)])[0]

    def link_all(
        self, pairs: Sequence[tuple[str, str]], progress: Progress = silent
    ) -> list[PairWords]:
        """The word links of many pairs: each distinct word is looked up once."""
        from alignbench.alignment.word_links import link_words

        progress("linking words", 0, len(pairs))
        ja = self._sides([pair[0] for pair in pairs], "ja")
        en = self._sides([pair[1] for pair in pairs], "en")
        self.forget()
        result: list[PairWords] = []
        for (ja_words, ja_side), (en_words, en_side) in zip(ja, en, strict=True):
            if len(result) % _REPORTED == 0:
                progress("linking words", len(result), len(pairs))
            found = link_words(ja_side, en_side)
            result.append(
                PairWords(
                    tuple(
                        WordPair(_span(ja_words[each.ja]), _span(en_words[each.en]), each.strength)
                        for each in found.links
                    ),
                    self._lost([ja_words[at] for at in found.unanswered_ja], "ja"),
                    self._lost([en_words[at] for at in found.unanswered_en], "en"),
                )
            )
        return result

    def unanswered_all(
        self, pairs: Sequence[tuple[str, str]]
    ) -> list[tuple[tuple[Uncovered, ...], tuple[Uncovered, ...]]]:
        """The words that nothing answers as `link_all` tells them, Japanese and English.

        Links are made only where they matter to that, and words are remembered until `forget`, so
        that a long document can be asked about block by block.
        """
        from alignbench.alignment.word_links import unanswered

        ja = self._sides([pair[0] for pair in pairs], "ja")
        en = self._sides([pair[1] for pair in pairs], "en")
        result = []
        for (ja_words, ja_side), (en_words, en_side) in zip(ja, en, strict=True):
            lost_ja, lost_en = unanswered(ja_side, en_side)
            result.append(
                (
                    self._lost([ja_words[at] for at in lost_ja], "ja"),
                    self._lost([en_words[at] for at in lost_en], "en"),
                )
            )
        return result

    def forget(self) -> None:
        """Give the memory of words that were looked up back."""
        self._known.clear()

    def _sides(self, texts: Iterable[str], side: Side) -> "list[tuple[list[Word], WordSide]]":
        """Each text's words, and the same as the linker of words sees them."""
        from alignbench.alignment.word_links import WordSide

        texts = list(texts)
        found = [words(text, side) for text in texts]
        known = self._known.get(side)
        if known is None or len(known) > _MOST_WORDS:
            known = self._known[side] = _Words(self._words(), side)
        known.learn(word.features for sentence in found for word in sentence)
        result = []
        for text, sentence in zip(texts, found, strict=True):
            at = known.rows_of(sentence)
            classes = known.classes[at]
            seen = WordSide(
                known.vectors[at],
                known.background[at],
                linkable=classes > WordClass.FUNCTION,
                content=classes > WordClass.LIGHT,
                keys=[_word_keys(text[word.start : word.end], side) for word in sentence],
            )
            result.append((sentence, seen))
        return result

    def _lost(self, lost: Sequence[Word], side: Side) -> tuple[Uncovered, ...]:
        if not lost:
            return ()
        weights = self._words().weights([word.features for word in lost], side)
        return tuple(
            Uncovered(_span(word), float(weight))
            for word, weight in zip(lost, weights, strict=True)
        )

    def _words(self) -> "WordSpace":
        from alignbench import embedding
        from alignbench.embedding.static.word_space import WordSpace

        if self._space is None:
            self._space = WordSpace(self._encoder or embedding.bundled())
        return self._space


def in_segments(span: Span, segments: Sequence[Segment], joint: str) -> list[tuple[int, Span]]:
    """A stretch of the joined views of `segments` as (index of segment, stretch of its view)."""
    result = []
    at = 0
    for index, segment in enumerate(segments):
        start, end = max(span.start - at, 0), min(span.end - at, len(segment.view))
        if start < end:
            result.append((index, Span(start, end)))
        at += len(segment.view) + len(joint)
    return result


class _Words:
    """The distinct words of texts in one language: vectors, backgrounds and classes, a row each."""

    def __init__(self, space: "WordSpace", side: Side) -> None:
        import numpy as np

        self._space, self._reference = space, space.reference("en" if side == "ja" else "ja")
        self._rows: dict[tuple[str, ...], int] = {}
        self.vectors: NDArray[np.float32] = np.zeros_like(self._reference[:0])
        self.background: NDArray[np.float32] = np.zeros(0, dtype=np.float32)
        self.classes: NDArray[np.int8] = np.zeros(0, dtype=np.int8)

    def __len__(self) -> int:
        return len(self._rows)

    def learn(self, features: Iterable[tuple[str, ...]]) -> None:
        """Look up the words, given by their features, that are not known yet."""
        import numpy as np

        from alignbench.alignment.word_links import background

        rows = self._rows
        fresh = [each for each in dict.fromkeys(features) if each not in rows]
        if not fresh:
            return
        rows.update(zip(fresh, range(len(rows), len(rows) + len(fresh)), strict=True))
        vectors = self._space.vectors(fresh)
        self.vectors = np.concatenate((self.vectors, vectors))
        self.background = np.concatenate((self.background, background(vectors, self._reference)))
        classes = np.array([word_class(each) for each in fresh], dtype=np.int8)
        self.classes = np.concatenate((self.classes, classes))

    def rows_of(self, sentence: Sequence[Word]) -> list[int]:
        """The rows of words that were learned."""
        rows = self._rows
        return [rows[word.features] for word in sentence]


@lru_cache(maxsize=50_000)
def _word_keys(word: str, side: Side) -> frozenset[str]:
    return keys(word, side)


def _span(word: Word) -> Span:
    return Span(word.start, word.end)
