"""The links in place and what is offered beside them tell the same chances."""

import pytest

from alignbench.alignment.candidates import agreeing
from alignbench.domain.links import Bead, Candidate

FOUND = [
    Candidate((4,), (), 0.8, 0.0),
    Candidate((4,), (5,), 0.06, 0.7),
    Candidate((4,), (5, 6), 0.04, 0.6),
]


def shares(found: list[Candidate]) -> dict[tuple[int, ...], float]:
    return {each.en: each.confidence for each in found}


def test_a_link_made_after_the_search_stands_first_at_its_own_confidence() -> None:
    agreed = agreeing(FOUND, [Bead((3,), (4,), 0.9), Bead((4,), (5,), 0.98)], (4,), "ja")
    assert [each.en for each in agreed] == [(5,), (), (5, 6)]
    assert agreed[0].confidence == 0.98
    assert agreed[0].similarity == 0.7
    assert sum(shares(agreed).values()) == pytest.approx(1.0)


def test_a_link_that_the_search_did_not_offer_is_offered_too() -> None:
    agreed = agreeing(FOUND, [Bead((4,), (9,), 0.7)], (4,), "ja")
    assert agreed[0] == Candidate((4,), (9,), 0.7, 0.0)


def test_the_others_gain_nothing_where_the_link_is_surer_in_the_search() -> None:
    agreed = agreeing(FOUND, [Bead((4,), (), 0.5)], (4,), "ja")
    assert shares(agreed) == {(): 0.5, (5,): 0.06, (5, 6): 0.04}


def test_a_run_that_no_link_holds_keeps_what_was_found() -> None:
    assert agreeing(FOUND, [Bead((4, 5), (5,), 0.9)], (4,), "ja") == FOUND


def test_the_link_of_an_english_run_is_found_by_its_english() -> None:
    found = [Candidate((), (5,), 0.7, 0.0), Candidate((4,), (5,), 0.3, 0.7)]
    agreed = agreeing(found, [Bead((4,), (5,), 0.9)], (5,), "en")
    assert [each.ja for each in agreed] == [(4,), ()]
