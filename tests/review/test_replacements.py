"""Finding and replacing in the English: what becomes of each row, as proposals."""

from dataclasses import replace
from pathlib import Path

import pytest

from alignbench.domain.errors import EditError, InputError
from alignbench.domain.proposals import Proposal
from alignbench.review import Row
from alignbench.review.patterns import PatternError
from alignbench.review.replacements import Replacement, replaced
from tests.review.examples import open_session, project_with
from tests.review.test_filters import row


def wordings(rows: list[Row], *steps: Replacement) -> dict[int, str]:
    return {each.row: each.wording for each in replaced(enumerate(rows), steps)}


def with_proposal(of: Row, text: str, state: str = "open") -> Row:
    return replace(of, link=replace(of.link, proposal=Proposal(text, "mori", "2026", state)))


def test_only_rows_that_change_are_there_with_the_number_of_places() -> None:
    rows = [row(0, en="The grey boat, the grey sea."), row(1, en="A red boat."), row(2, en="")]
    (found,) = replaced(enumerate(rows), [Replacement("grey", "gray")])
    assert (found.row, len(found.places)) == (0, 2)
    assert found.english == "The grey boat, the grey sea."
    assert found.wording == "The gray boat, the gray sea."


def test_groups_are_put_in_and_words_are_words() -> None:
    rows = [row(0, en="Boat no. 7 (a.b) leaves.")]
    assert wordings(rows, Replacement(r"no\. (\d+)", r"number \1")) == {
        0: "Boat number 7 (a.b) leaves."
    }
    assert wordings(rows, Replacement("(a.b)", r"\1", is_pattern=False)) == {
        0: r"Boat no. 7 \1 leaves."
    }
    assert wordings(rows, Replacement("BOAT", "Ship", is_pattern=False)) == {}
    assert wordings(rows, Replacement("BOAT", "Ship", ignores_case=True)) == {
        0: "Ship no. 7 (a.b) leaves."
    }


def test_whole_words_alone_are_found() -> None:
    rows = [row(0, en="The cat sat by the category.")]
    assert wordings(rows, Replacement("cat", "dog", is_pattern=False, is_whole=True)) == {
        0: "The dog sat by the category."
    }
    assert wordings(rows, Replacement("cat|sat", "dog", is_whole=True)) == {
        0: "The dog dog by the category."
    }


def test_one_place_of_several_is_left_as_it_is() -> None:
    rows = [row(0, en="A grey boat, a grey sea."), row(1, en="A grey sky.")]
    step = Replacement("grey", "gray")
    first, second = (place.key for place in replaced(enumerate(rows), [step])[0].places)
    kept, other = replaced(enumerate(rows), [step], {first})
    assert kept.wording == "A grey boat, a gray sea."
    assert other.wording == "A gray sky."
    none, _ = replaced(enumerate(rows), [step], {first, second})
    assert (none.wording, none.changes) == ("A grey boat, a grey sea.", False)
    assert len(none.places) == 2, "which can be ticked again"


def test_steps_follow_each_other() -> None:
    steps = Replacement("grey", "gray"), Replacement("gray boat", "silver boat")
    assert wordings([row(0, en="A grey boat.")], *steps) == {0: "A silver boat."}


def test_what_is_proposed_is_changed_further_unless_it_was_refused() -> None:
    rows = [
        with_proposal(row(0, en="A grey boat."), "One grey boat."),
        with_proposal(row(1, en="A grey boat."), "One grey boat.", "refused"),
    ]
    assert wordings(rows, Replacement("grey", "gray")) == {0: "One gray boat.", 1: "A gray boat."}


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (Replacement("", "x"), "what is to be found"),
        (Replacement("(", "x"), "No regular expression"),
        (Replacement("boat", r"\2"), "Not to be put in"),
    ],
)
def test_what_cannot_be_done_is_told(step: Replacement, told: str) -> None:
    with pytest.raises(InputError, match=told):
        wordings([row(0)], step)


def test_a_pattern_that_takes_too_long_replaces_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.review.patterns.TEXT_SECONDS", 0.01)
    with pytest.raises(PatternError, match="too long"):
        wordings([row(0, en="a" * 2_000 + "!")], Replacement(r"(a|aa|b?a)+$", ""))


def test_all_of_them_are_one_change_that_one_undo_takes_back(tmp_path: Path) -> None:
    project_with(tmp_path).close()
    session = open_session(tmp_path)
    found = replaced(enumerate(session.rows), [Replacement("Here it says", "This says")])
    change = session.proposals.propose_all([(each.row, each.wording) for each in found])
    assert change.label == "Proposed a better English for 6 rows"
    assert session.summary.proposals == 6
    back = replaced(enumerate(session.rows), [Replacement("This says", "Here it says")])
    session.proposals.propose_all([(each.row, each.wording) for each in back])
    assert session.summary.proposals == 0  # what it reads anyway is no proposal
    with pytest.raises(EditError, match="Nothing changes"):
        session.proposals.propose_all([(each.row, each.wording) for each in back])
    session.undo()
    session.undo()
    assert session.summary.proposals == 0
