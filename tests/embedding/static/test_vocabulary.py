"""Which rows of the table a feature stands for."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.embedding.static.vocabulary import Vocabulary
from tests.embedding.examples import BUCKETS, KNOWN, vocabulary

features = st.tuples(st.sampled_from("jen"), st.text(min_size=1, max_size=40)).map(":".join)


def test_a_known_feature_has_a_row_of_its_own() -> None:
    assert [tuple(vocabulary().rows_of(feature)) for feature in KNOWN] == [
        (row,) for row in range(len(KNOWN))
    ]


def test_a_word_has_the_rows_of_all_its_features() -> None:
    assert vocabulary().rows(("j:本", "e:book")) == (2, 4)


def test_an_unknown_spelling_shares_rows_with_one_that_shares_its_letters() -> None:
    shared = set(vocabulary().rows_of("e:shinbashi")) & set(vocabulary().rows_of("e:shinbash"))
    assert len(shared) > 3


def test_an_unknown_japanese_word_shares_rows_by_character() -> None:
    both = set(vocabulary().rows_of("j:山道"))
    assert both == {*vocabulary().rows_of("j:山"), *vocabulary().rows_of("j:道")}


def test_an_unknown_number_has_one_row() -> None:
    assert len(tuple(vocabulary().rows_of("n:1234567"))) == 1


@given(features)
def test_every_row_is_in_the_table(feature: str) -> None:
    known = vocabulary()
    rows = tuple(known.rows_of(feature))
    assert all(0 <= row < len(known) for row in rows)
    assert len(known) == len(KNOWN) + BUCKETS


@given(st.text(min_size=1, max_size=3000))
def test_no_word_outweighs_its_sentence(word: str) -> None:
    assert len(tuple(Vocabulary([], 8, (3, 4)).rows_of(f"e:{word}"))) <= 24


def test_an_unknown_word_has_rows_for_its_sound_and_its_reading() -> None:
    known = vocabulary()
    plain = known.rows(("e:tsukune",))
    assert len(known.rows(("e:tsukune", "s:tkn", "r:tsukune"))) == len(plain) + 2
    assert known.rows(("e:library", "s:rbrr", "r:raiburari")) == known.rows(("e:library",))
