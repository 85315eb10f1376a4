from pathlib import Path

import numpy as np
import pytest

from alignbench.embedding.training.corpus import Corpus, joined, kept_corpus, read_corpus
from alignbench.embedding.training.pairs import Pair

LETTERS = [Pair("letters", "海は静かだ。", "The sea is calm."), Pair("letters", "海。", "The sea.")]
NOTES = [Pair("notes", "静かな海。", "A calm sea.")]


def spelled(corpus: Corpus) -> list[tuple[str, list[tuple[str, ...]], list[tuple[str, ...]]]]:
    """Each pair's source and words."""
    return [
        (
            corpus.sources[corpus.source[i]],
            *(
                [texts.lexicon[w] for w in texts.words[texts.starts[i] : texts.starts[i + 1]]]
                for texts in (corpus.ja, corpus.en)
            ),
        )
        for i in range(len(corpus))
    ]


def test_texts_become_words() -> None:
    source, _, en = spelled(read_corpus(LETTERS))[1]
    assert source == "letters"
    assert en[:-1] == [("e:the",), ("e:sea", "r:sea", "y:se", "y:a", "y:se.a")]
    assert en[-1][0].startswith("q:"), "the shape comes last"


def test_joined_corpora_are_the_corpus_of_all_pairs() -> None:
    together = joined([read_corpus(LETTERS), read_corpus(NOTES)])
    assert spelled(together) == spelled(read_corpus(LETTERS + NOTES))


def test_a_corpus_is_read_once(tmp_path: Path) -> None:
    first = kept_corpus(iter(LETTERS), "a key", tmp_path)
    again = kept_corpus(iter([]), "a key", tmp_path)
    assert spelled(again) == spelled(first)
    assert len(kept_corpus(iter(NOTES), "another key", tmp_path)) == 1


def test_a_damaged_file_is_read_anew(tmp_path: Path) -> None:
    kept_corpus(iter(LETTERS), "a key", tmp_path)
    (path,) = tmp_path.iterdir()
    path.write_bytes(b"half a file")
    assert len(kept_corpus(iter(LETTERS), "a key", tmp_path)) == 2


def test_what_stops_reading_leaves_nothing_kept(tmp_path: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        kept_corpus(iter(LETTERS), "a key", tmp_path, stop)
    assert not list(tmp_path.iterdir())


def test_words_without_features_are_left_out() -> None:
    corpus = read_corpus([Pair("letters", "海、", "sea, .")])
    assert np.array_equal(np.diff(corpus.en.starts), [2])  # a word and the shape
