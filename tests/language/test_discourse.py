"""Sentences inside segments, and quotations left open."""

import pytest

from alignbench.domain.text import Side
from alignbench.language.discourse import inner_sentences, open_quotations


@pytest.mark.parametrize(
    ("text", "side", "count"),
    [
        ("駅前の店は閉まっていた。", "ja", 1),
        ("「店は閉まっていた。仕方がない」と父は言った。", "ja", 2),
        ("「本当ですか！？　もう一度お願いします。」", "ja", 1),
        ("The shop was shut.", "en", 1),
        ('"The shop was shut. Never mind," said my father.', "en", 2),
        ("Dr. Mori left at 5 p.m. on foot.", "en", 1),
        ("", "ja", 1),
    ],
)
def test_sentences_inside_a_segment(text: str, side: Side, count: int) -> None:
    assert inner_sentences(text, side) == count


def test_a_quotation_stays_open_until_its_closing_mark() -> None:
    assert open_quotations(['"The shop was shut.', "We walked home.", 'It rained," he said.']) == [
        True,
        True,
        False,
    ]
    assert open_quotations(["「店は閉まっていた。", "歩いて帰った」と彼は言った。"]) == [
        True,
        False,
    ]


def test_a_missing_mark_misleads_no_further_than_to_the_next() -> None:
    assert open_quotations(['"The shop was shut.', '"It rained," she said.', "They left."]) == [
        True,
        False,
        False,
    ]
