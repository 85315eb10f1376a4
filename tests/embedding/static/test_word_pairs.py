"""Pairs of neighbouring words, found for whole texts at once."""

import numpy as np

from alignbench.embedding.static.vocabulary import Vocabulary
from alignbench.embedding.static.word_pairs import WordPairs

PAIRS = {("e:a", "e:b"): 7, ("e:b", "e:c"): 8}
WORDS = [("e:a", "x:1"), ("e:b",), (), ("e:d",), ("e:c",)]


def found(texts: list[list[int]], pairs: dict[tuple[str, str], int]) -> list[tuple[int, int]]:
    words = np.array([word for text in texts for word in text], dtype=np.int64)
    of_text = np.repeat(np.arange(len(texts)), [len(text) for text in texts])
    every = WordPairs(pairs)
    rows, places = every.found(every.firsts(WORDS)[words], of_text)
    return list(zip(rows.tolist(), places.tolist(), strict=True))


def test_neighbours_that_make_a_pair_give_its_row() -> None:
    assert found([[0, 1, 4], [4, 0, 1]], PAIRS) == [(7, 0), (8, 0), (7, 1)]


def test_no_pair_reaches_from_one_text_into_the_next() -> None:
    assert found([[0], [1]], PAIRS) == []


def test_what_is_no_word_does_not_part_a_pair_but_a_word_does() -> None:
    assert found([[0, 2, 1], [0, 3, 1]], PAIRS) == [(7, 0)]


def test_a_vocabulary_without_pairs_finds_none() -> None:
    assert found([[0, 1]], {}) == []


def test_they_are_those_of_a_text_read_word_by_word() -> None:
    vocabulary = Vocabulary(["e:a", "e:b", "e:c", "e:d", "x:1"], 4, (3, 5), list(PAIRS))
    text = [0, 1, 2, 4, 3, 0, 1]
    rows = vocabulary.rows_of_text([WORDS[number] for number in text])
    words = [row for number in text for row in vocabulary.rows(WORDS[number])]
    pairs = [row for row, _ in found([text], vocabulary.pairs)]
    assert sorted(rows) == sorted([*words, *pairs])
