"""One line for people on why a candidate is offered."""

import numpy as np
import pytest

from alignbench.alignment import SideInput
from alignbench.domain.links import Candidate
from alignbench.pipeline.candidate_reasons import reason_for


def side(lengths: list[int], keys: list[set[str]]) -> SideInput:
    many = len(lengths)
    return SideInput(
        np.zeros((2, many, 4), dtype=np.float32), np.array(lengths), np.zeros(many, dtype=np.int64),
        (), [frozenset(each) for each in keys],
    )  # fmt: skip


JA = side([10, 10, 20], [{"n:65", "n:9", "w:foip"}, {"s:knsrt"}, set()])
EN = side([30, 30, 60], [{"n:65", "n:9", "w:foip", "w:over"}, {"s:knsrt", "w:concert"}, set()])


@pytest.mark.parametrize(
    ("ja", "en", "reason"),
    [
        ((0,), (0,), "same 9, 65, foip · length fits · meaning .50"),
        ((1,), (1,), "a name sounds the same · length fits · meaning .50"),
        ((2,), (2,), "length fits · meaning .50"),
        ((0,), (2,), "without 9, 65 · long for it · meaning .50"),
        ((2,), (1,), "short for it · meaning .50"),
        ((0, 1), (0, 1), "same 9, 65, foip · 2 to 2 sentences · length fits · meaning .50"),
        ((0,), (), "left out of the English"),
        ((), (0,), "not in the Japanese"),
    ],
)
def test_what_is_said(ja: tuple[int, ...], en: tuple[int, ...], reason: str) -> None:
    assert reason_for(Candidate(ja, en, 0.5, 0.5), JA, EN) == reason


def test_empty_texts_and_no_keys_are_no_trouble() -> None:
    empty = SideInput(np.zeros((1, 1, 4), dtype=np.float32), np.array([0]), np.array([0]))
    assert reason_for(Candidate((0,), (0,), 0.5, 0.25), empty, empty) == "meaning .25"


def test_a_month_written_as_a_word_is_not_missing() -> None:
    march, spring = side([10], [{"n:3"}]), side([25], [{"m:3", "w:march"}])
    assert "without" not in reason_for(Candidate((0,), (0,), 0.9, 0.5), march, spring)


def test_a_meaning_below_zero_is_none() -> None:
    assert reason_for(Candidate((2,), (2,), 0.1, -0.2), JA, EN).endswith("meaning .00")
