"""Which words answer which, from vectors alone."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from alignbench.alignment.word_links import WordLinks, WordSide, background, link_words

SPACE = np.eye(12, dtype=np.float32)
BACKGROUND = 0.3
"""How alike a word and its nearest of the other language are, give or take, in real models."""


def side(
    meanings: list[int], keys: list[str] | None = None, grammar: tuple[int, ...] = ()
) -> WordSide:
    """Words that mean numbers: equal numbers are translations of each other."""
    linkable = np.array([at not in grammar for at in range(len(meanings))], dtype=np.bool_)
    return WordSide(
        SPACE[meanings].reshape(len(meanings), 12),
        np.full(len(meanings), BACKGROUND, dtype=np.float32),
        linkable,
        linkable,
        [frozenset({key} if key else ()) for key in keys] if keys else (),
    )


def places(found: WordLinks, least: float = 0.5) -> list[tuple[int, int]]:
    return [(link.ja, link.en) for link in found.links if link.strength >= least]


def test_words_of_one_meaning_are_linked_in_any_order() -> None:
    assert places(link_words(side([1, 2, 3]), side([3, 1, 2]))) == [(0, 1), (1, 2), (2, 0)]


def test_repeated_words_are_linked_by_place() -> None:
    assert places(link_words(side([1, 2, 3, 1]), side([1, 2, 3, 1]))) == [
        (0, 0), (1, 1), (2, 2), (3, 3),
    ]  # fmt: skip


def test_words_of_grammar_are_not_linked() -> None:
    found = link_words(side([1, 2], grammar=(0,)), side([1, 2], grammar=(0,)))
    assert places(found) == [(1, 1)]
    assert (found.unanswered_ja, found.unanswered_en) == ((), ())


def test_what_nothing_answers_is_told() -> None:
    found = link_words(side([1, 2, 5, 3]), side([1, 2, 3]))
    assert (found.unanswered_ja, found.unanswered_en) == ((2,), ())


def test_words_left_over_on_both_sides_answer_each_other_weakly() -> None:
    found = link_words(side([5, 1, 2]), side([6, 1, 2]))
    assert places(found, 0.0) == [(0, 0), (1, 1), (2, 2)]
    assert found.links[0].strength < 0.7 < found.links[1].strength
    assert (found.unanswered_ja, found.unanswered_en) == ((), ())


def test_two_words_beside_each_other_share_one() -> None:
    assert places(link_words(side([1, 4, 4, 2]), side([1, 4, 2]))) == [
        (0, 0), (1, 1), (2, 1), (3, 2),
    ]  # fmt: skip


def test_a_shared_key_links_what_the_vectors_do_not() -> None:
    found = link_words(side([1, 7], ["", "s:mkr"]), side([1, 8], ["", "s:mkr"]))
    assert places(found) == [(0, 0), (1, 1)]


def test_a_word_that_is_like_everything_is_not_preferred() -> None:
    plain = side([1, 2])
    likes_all = 0.7 * SPACE[1] + 0.7 * SPACE[2]
    vectors = np.stack([likes_all, 0.6 * SPACE[1] + 0.8 * SPACE[7], SPACE[2]])
    crowded = WordSide(
        vectors, np.array([0.7, 0.3, 0.3], dtype=np.float32), np.ones(3, dtype=np.bool_),
        np.ones(3, dtype=np.bool_),
    )  # fmt: skip
    assert places(link_words(plain, crowded))[:2] == [(0, 1), (1, 2)]


def test_an_empty_side_says_nothing() -> None:
    assert link_words(side([]), side([1])) == link_words(side([1]), side([])) == WordLinks()


def test_the_background_is_the_mean_of_the_nearest() -> None:
    reference = np.array([[1, 0], [0.6, 0.8], [0, 1]], dtype=np.float32)
    found = background(np.array([[1, 0]], dtype=np.float32), reference, nearest=2)
    np.testing.assert_allclose(found, [0.8])


def test_without_reference_there_is_no_background() -> None:
    empty: NDArray[np.float32] = np.zeros((0, 2), dtype=np.float32)
    assert background(np.ones((3, 2), dtype=np.float32), empty).tolist() == [0, 0, 0]


words = st.lists(st.integers(0, 11), min_size=1, max_size=15)


@given(words, words)
def test_every_content_word_is_linked_or_unanswered_or_like_another(
    ja: list[int], en: list[int]
) -> None:
    found = link_words(side(ja), side(en))
    linked = {link.ja for link in found.links}
    assert not linked & set(found.unanswered_ja)
    for at, meaning in enumerate(ja):
        assert at in linked or at in found.unanswered_ja or meaning in en
    assert all(0 < link.strength < 1 for link in found.links)


@given(words)
def test_a_text_against_itself_is_wholly_answered(meanings: list[int]) -> None:
    found = link_words(side(meanings), side(meanings))
    assert (found.unanswered_ja, found.unanswered_en) == ((), ())
    assert {link.ja for link in found.links} == set(range(len(meanings)))
