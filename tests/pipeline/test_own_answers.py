"""What people answered to hints moves the hints to come: little at first, never without end."""

import pytest

from alignbench.pipeline.hint_answers import FARTHEST, Answer, Shift, shift

RIGHT, WRONG = Answer("tense", was_right=True), Answer("tense", was_right=False)


def test_nothing_moves_without_answers() -> None:
    assert shift([]) == Shift()
    assert shift([]).of("tense") == 0.0


def test_one_answer_moves_little_and_many_move_more() -> None:
    once, often = shift([WRONG]).of("tense"), shift([WRONG] * 12).of("tense")
    assert -0.8 < once < 0.0
    assert often < 2 * once


def test_hints_that_were_right_raise_the_risk() -> None:
    assert shift([RIGHT] * 3).of("tense") > 0.0


def test_right_and_wrong_take_each_other_back() -> None:
    assert shift([RIGHT, WRONG]).of("tense") == pytest.approx(0.0)


def test_another_reason_moves_with_the_document_alone() -> None:
    moved = shift([WRONG] * 6)
    assert moved.of("tense") < moved.of("omission") < 0.0


def test_a_reason_that_is_right_where_others_are_wrong_is_lowered_less() -> None:
    moved = shift([*[WRONG] * 8, *[Answer("omission", was_right=True)] * 4])
    assert moved.of("omission") > moved.of("name") > moved.of("tense")


def test_nothing_falls_silent_for_good() -> None:
    assert shift([WRONG] * 10_000).of("tense") == -FARTHEST
    assert shift([RIGHT] * 10_000).of("tense") == FARTHEST
