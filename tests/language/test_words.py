"""Words with their places in the text as given."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.text import Side
from alignbench.language.lemmas import features, words

texts = st.text(
    st.sampled_from("図書館はＡＢ１２３，,45.6ｶﾞｷﾞé'’-本…abcXYZ千五百がぎ\u3099"), max_size=40
)
sides = st.sampled_from(["ja", "en"])


@given(texts, sides)
def test_places_are_in_order_and_inside_the_text(text: str, side: Side) -> None:
    at = 0
    for word in words(text, side):
        assert at <= word.start < word.end <= len(text)
        at = word.start


@given(texts, sides)
def test_they_have_the_features_that_embedding_reads(text: str, side: Side) -> None:
    fast = [
        found
        for found in next(iter(features([text], side)))
        if found and not found[0].startswith("q:")
    ]
    assert [word.features for word in words(text, side)] == fast


def test_half_width_letters_are_found_where_they_stand() -> None:
    text = "ｶﾞﾗｽの１，２００円"
    found = [text[word.start : word.end] for word in words(text, "ja")]
    assert found[0] == "ｶﾞﾗｽ"
    assert "１，２００" in found
