"""Terms that a translation settles by itself."""

import pytest

from alignbench.checks.terms.glossary import Term, glossary
from alignbench.project.term_candidates import TermCandidate, term_candidates

PAIRS = [
    ("海洋委員会が開かれた。", "The Marine Commission met."),
    ("昨日、海洋委員会は決めた。", "Yesterday the Marine Commission decided."),
    ("彼は海洋委員会に出た。", "He attended the Marine Commission."),
    ("センサーを付けた。", "Sensors were fitted."),
    ("そのセンサーは古い。", "That sensor is old."),
    ("センサーが壊れた。", "A sensor broke."),
    ("雨が降った。", "It rained at sea."),
]


def test_a_compound_and_a_loan_word_get_the_english_that_goes_with_them() -> None:
    assert [(each.ja, each.en) for each in term_candidates(PAIRS)] == [
        ("センサー", "sensor"), ("海洋委員会", "Marine Commission"),
    ]  # fmt: skip


def test_a_candidate_becomes_a_term_that_says_how_often_it_is_so() -> None:
    candidate = TermCandidate("センサー", "sensor", 5, 4)
    assert candidate.term() == Term("センサー", "sensor", note="in 4 of 5 pairs")


def test_what_the_glossary_has_is_left_out() -> None:
    known = glossary([Term("センサ", "sensor"), Term("委員会", "committee")])
    assert [each.ja for each in term_candidates(PAIRS, known)] == ["海洋委員会"]


def test_a_rare_term_is_none() -> None:
    assert term_candidates(PAIRS, least=4) == []


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("名前付けをした。", "It was named."),
        ("第三委員会が開かれた。", "The Third Committee met."),
        ("かれはきた。", "He came."),
        ("大船渡では", ""),
    ],
)
def test_what_is_no_term_by_itself_is_none(ja: str, en: str) -> None:
    assert term_candidates([(ja, en)] * 4) == []


def test_words_that_go_with_everything_are_no_rendering() -> None:
    pairs = [
        (f"{'潮位計' if at % 3 == 0 else '雨'}を見た。", "People watched.") for at in range(30)
    ]
    assert term_candidates(pairs) == []


def test_a_term_that_is_rendered_freely_has_no_usual_english() -> None:
    ways = ("Steady rain fell.", "It poured.", "The sky opened.", "Wet again.")
    assert term_candidates([("集中豪雨だった。", en) for en in ways]) == []


def test_no_term_goes_across_a_comma() -> None:
    pairs = [("防波堤が見えた。", "Breakwater, harbour and sky were there.")] * 3
    assert all("," not in each.en for each in term_candidates([*pairs, *PAIRS]))
