"""Words of closed classes, shown before any other word without an answer."""

from alignbench.pipeline.closed_words import closed_words


def words(ja: str, en: str) -> tuple[list[str], list[str]]:
    found = closed_words(ja, en)
    return (
        [ja[span.start : span.end] for span in found["ja"]],
        [en[span.start : span.end] for span in found["en"]],
    )


def test_an_exchanged_country_and_a_turned_word_are_shown_on_both_sides() -> None:
    assert words("船はペルーを出た。", "The ship left Bolivia.") == (["ペルー"], ["Bolivia"])
    assert words("来月に会う。", "We met last month.") == (["来月"], ["last month"])


def test_a_good_pair_shows_none() -> None:
    assert words("来月ペルーで会う。", "We meet in Peru next month.") == ([], [])
