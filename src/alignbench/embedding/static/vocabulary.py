"""Which table rows a feature of `language.lemmas` stands for."""

import zlib
from collections.abc import Iterable, Sequence
from functools import cached_property

from alignbench.embedding.static.word_pairs import WordPairs

_MOST_PIECES = 24
"""Pieces of one unknown word: a pathological 10,000-letter word must not outweigh its sentence."""
_CACHE = 200_000
_ONLY_KNOWN = frozenset("kxrsqy")
"""Kinds of features that say nothing where training did not see them."""
SHAPE = "q:"
"""What features of a sentence's shape begin with."""
_SHORTEST_LIKENESS = len("s:") + 3


class Vocabulary:
    """Features, and pairs of neighbouring words, with a row each; hashed pieces for all others.

    Row `i` below `len(known)` belongs to `known[i]`, the commonest first. The rows after them
    belong to `pairs`: one is added where a word whose first feature is the one is followed by a
    word whose first feature is the other ("remote control"). The `buckets` rows at the end are
    shared: unknown Latin spellings go there by their letter n-grams, so that a name and its
    romanised reading meet even if training saw neither; unknown Japanese lemmas by character;
    unknown numbers and marks whole; the sound and the reading of an unknown word whole, too.
    """

    def __init__(
        self,
        known: Sequence[str],
        buckets: int,
        ngrams: tuple[int, int],
        pairs: Sequence[tuple[str, str]] = (),
    ) -> None:
        self.known = tuple(known)
        self.pairs = {pair: len(self.known) + place for place, pair in enumerate(pairs)}
        self.buckets = buckets
        self.ngrams = ngrams
        self._rows = {feature: row for row, feature in enumerate(self.known)}
        self._cache: dict[tuple[str, ...], tuple[int, ...]] = {}

    def __len__(self) -> int:
        """Rows of the table this vocabulary belongs to."""
        return len(self.known) + len(self.pairs) + self.buckets

    @cached_property
    def word_pairs(self) -> WordPairs:
        """The pairs, to be found in whole texts."""
        return WordPairs(self.pairs)

    def rows_of_text(self, words: Iterable[tuple[str, ...]]) -> list[int]:
        """The rows whose sum is the vector of a text with these words."""
        rows: list[int] = []
        pairs = self.pairs
        before = ""
        for word in words:
            if not word:
                continue
            rows += self.rows(word)
            pair = pairs.get((before, word[0]))
            if pair is not None:
                rows.append(pair)
            before = word[0]
        return rows

    def rows(self, features: tuple[str, ...]) -> tuple[int, ...]:
        """The rows whose sum is the vector of a word with these features."""
        found = self._cache.get(features)
        if found is None:
            if len(self._cache) >= _CACHE:
                self._cache.clear()
            rows: list[int] = []
            for feature in features:
                row = self._rows.get(feature)
                if row is not None:
                    rows.append(row)
                elif feature[0] not in _ONLY_KNOWN:
                    rows += self.rows_of(feature)
            if features and features[0] not in self._rows:
                rows += self._likenesses(features)
            found = self._cache[features] = tuple(rows)
        return found

    def rows_of(self, feature: str) -> Iterable[int]:
        """The rows of one feature: its own, or those of its pieces.

        A base form has the row of the commonest known spelling, if any: rows are in that order.
        """
        if feature.startswith("b:"):
            found = [
                row for each in spellings(feature) if (row := self._rows.get(each)) is not None
            ]
            return (min(found),) if found else ()
        row = self._rows.get(feature)
        if row is not None:
            return (row,)
        if feature[0] in _ONLY_KNOWN:
            return ()
        return tuple(self._bucket(piece) for piece in self._pieces(feature))

    def _likenesses(self, features: tuple[str, ...]) -> tuple[int, ...]:
        """Shared rows for the sound and the reading of a word that is not known itself."""
        return tuple(
            self._bucket(each)
            for each in features
            if each[0] in "rs" and len(each) >= _SHORTEST_LIKENESS and each not in self._rows
        )

    def _bucket(self, piece: str) -> int:
        digest = zlib.crc32(piece.encode("utf-8", "replace"))
        return len(self.known) + len(self.pairs) + digest % self.buckets

    def _pieces(self, feature: str) -> list[str]:
        kind, text = feature[0], feature[2:]
        if kind in "np":
            return [feature]
        if kind == "j":
            return [f"c{char}" for char in text[: _MOST_PIECES // 3]]
        bounded = f"<{text[:_MOST_PIECES]}>"
        low, high = self.ngrams
        return [
            bounded[at : at + size]
            for size in range(low, high + 1)
            for at in range(len(bounded) - size + 1)
        ][:_MOST_PIECES]


def spellings(feature: str) -> list[str]:
    """The features of the spellings that a base form (`b:mak|make`) may have."""
    return [f"e:{spelling}" for spelling in feature[2:].split("|")]
