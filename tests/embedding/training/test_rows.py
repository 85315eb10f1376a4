import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from alignbench.embedding.static.encoder import StaticEncoder
from alignbench.embedding.training.corpus import read_corpus
from alignbench.embedding.training.options import TrainingOptions
from alignbench.embedding.training.pairs import Pair
from alignbench.embedding.training.rows import Rows, rows_of_texts, stretches, sums
from alignbench.embedding.training.selection import choose_vocabulary
from tests.embedding.training.invented import sentences

PAIRS = [Pair("invented", ja, en) for ja, en in sentences()]


def test_training_sees_a_text_as_the_encoder_does() -> None:
    corpus = read_corpus(PAIRS)
    vocabulary = choose_vocabulary(corpus, TrainingOptions(features=30, pairs=10, buckets=7))
    table = np.random.default_rng(0).standard_normal((len(vocabulary), 8), dtype=np.float32)
    encoder = StaticEncoder("t", vocabulary, table)
    for texts, found in (
        (encoder.encode([pair.ja for pair in PAIRS], "ja"), corpus.ja),
        (encoder.encode([pair.en for pair in PAIRS], "en"), corpus.en),
    ):
        assert np.allclose(sums(table, rows_of_texts(found, vocabulary)), texts, atol=1e-5)


def test_pairs_of_neighbours_are_the_frequent_ones() -> None:
    vocabulary = choose_vocabulary(
        read_corpus(PAIRS), TrainingOptions(features=1000, pairs=3, buckets=7)
    )
    assert ("j:が", "j:走る") not in vocabulary.pairs
    assert ("e:in", "e:march") in vocabulary.pairs
    assert len(vocabulary) == len(vocabulary.known) + 3 + 7


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 4)), max_size=8))
def test_stretches_are_ranges_one_after_the_other(wanted: list[tuple[int, int]]) -> None:
    first = np.array([start for start, _ in wanted], np.int64)
    counts = np.array([count for _, count in wanted], np.int64)
    expected = [number for start, count in wanted for number in range(start, start + count)]
    assert stretches(first, counts).tolist() == expected


def test_an_empty_text_sums_to_nothing() -> None:
    table = np.ones((3, 2), np.float32)
    texts = Rows(np.array([0, 1, 2], np.int32), np.array([0, 0, 2, 2, 3]))
    assert sums(table, texts).tolist() == [[0, 0], [2, 2], [0, 0], [1, 1]]
