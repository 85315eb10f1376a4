"""What the embedding says about the pairs of a document."""

from collections.abc import Sequence

import pytest

from alignbench.checks.context import Context
from alignbench.domain.errors import Cancelled
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding import load
from alignbench.embedding.protocol import Vectors
from alignbench.pipeline.embedding_evidence import Evidence
from alignbench.pipeline.word_links import WordLinker

PAIRS = [
    ("図書館は午後八時まで開いている。", "The library stays open until eight in the evening."),
    ("本は一人十冊まで借りられる。", "Each reader may borrow up to ten books."),
    ("犬を連れて入ることはできない。", "Dogs are not allowed inside."),
    (
        "返却が遅れたときは、電話で知らせてほしい。",
        "If you are late returning them, please phone us.",
    ),
]


def context(pairs: list[tuple[str, str]]) -> Context:
    return Evidence(load(), WordLinker()).context(pairs)


def test_translations_are_alike_and_their_neighbours_less() -> None:
    found = context(PAIRS)
    assert all(value is not None and value > 0.3 for value in found.similarity)
    assert all(value is not None and value < 0 for value in found.neighbour_margin)


def test_a_swapped_pair_has_a_neighbour_that_fits_better() -> None:
    (ja0, en0), (ja1, en1), *rest = PAIRS
    found = context([(ja0, en1), (ja1, en0), *rest])
    margins = [value or 0 for value in found.neighbour_margin]
    assert margins[0] > 0.2
    assert margins[1] > 0.2
    assert margins[3] < 0


def test_nothing_is_said_of_a_null_link() -> None:
    found = context([PAIRS[0], ("猫が鳴く。", ""), ("", "An added line."), PAIRS[1]])
    assert [value is None for value in found.similarity] == [False, True, True, False]
    assert [value is None for value in found.neighbour_margin] == [False, True, True, False]
    assert found.uncovered_ja[1] == found.uncovered_en[2] == ()


def test_left_out_words_have_their_places_in_the_pair() -> None:
    ja = "白い犬と黒い猫が庭で遊んでいる。"
    found = context([(ja, "A white dog is playing.")])
    lost = [ja[each.span.start : each.span.end] for each in found.uncovered_ja[0]]
    assert "猫" in lost
    assert "犬" not in lost


def test_a_single_pair_has_no_neighbours() -> None:
    assert context(PAIRS[:1]).neighbour_margin == [None]
    assert context([]).similarity == []


def test_it_can_be_cancelled() -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "linking words":
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        Evidence(load(), WordLinker()).context(PAIRS, stop)


class CountingEncoder:
    """The bundled model, with the texts that it was asked for."""

    def __init__(self) -> None:
        self._model = load()
        self.asked: list[str] = []
        self.name, self.dimension, self.additive = self._model.name, self._model.dimension, True

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        self.asked += texts
        return self._model.encode(texts, language, progress)


def test_after_an_edit_only_new_texts_are_looked_at_and_the_evidence_is_the_same() -> None:
    encoder = CountingEncoder()
    evidence = Evidence(encoder, WordLinker())
    evidence.context(PAIRS)
    encoder.asked.clear()
    joined = (PAIRS[1][0] + PAIRS[2][0], f"{PAIRS[1][1]} {PAIRS[2][1]}")
    edited = [PAIRS[0], joined, PAIRS[3]]
    found = evidence.context(edited)
    assert encoder.asked == list(joined)
    anew = context(edited)
    assert found.uncovered_ja == anew.uncovered_ja
    assert found.similarity == pytest.approx(anew.similarity)
