"""Rows are read for meaning in the background; what is heard is a hint and moves the queue."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest

from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span
from alignbench.meaning import PairInContext
from alignbench.project import Project
from alignbench.project.judgement_cache import packed, unpacked
from alignbench.review import ReviewSession
from alignbench.review.found_in_row import RowFinding
from tests.review.examples import project_with

RISKY = Judgement(8.0, (Reason("negation", 0.9),), (), (Mark(Span(0, 2), 0.8),))
FINE = Judgement(-4.0)


class StandIn:
    """Hears a negation in the pair whose English holds a word, and counts what it was given."""

    name = "stand-in"

    def __init__(self, word: str) -> None:
        self.word = word
        self.given: list[PairInContext] = []

    def read(
        self, pairs: Sequence[PairInContext], stop: Callable[[], bool] = lambda: False
    ) -> Iterator[tuple[int, Judgement]]:
        for at, pair in enumerate(pairs):
            if stop():
                return
            self.given.append(pair)
            yield at, RISKY if self.word in pair.en else FINE

    def rest(self) -> None:
        """It holds no memory."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    project_with(tmp_path).close()
    return tmp_path


def opened(root: Path, reader: StandIn) -> tuple[Project, ReviewSession]:
    there = Project.open(root, reader=reader)
    return there, there.review(there.documents()[0].name)


def read_all(session: ReviewSession) -> None:
    for _ in session.findings.meaning.read():
        pass


def hint_of(session: ReviewSession, at: int) -> RowFinding:
    """The hint of a row, dismissed or not."""
    (hint,) = (each for each in session.findings.of(at) if each.finding.check == "sem.meaning")
    return hint


def first_whole(session: ReviewSession) -> int:
    return next(at for at, row in enumerate(session.rows) if row.ja and row.en)


def test_nothing_is_heard_before_a_row_was_read(project: Path) -> None:
    reader = StandIn("")
    there, session = opened(project, reader)
    with closing(there):
        session.findings.check()
        at = first_whole(session)
        assert session.findings.meaning.of(at) is None
        assert not any(each.finding.check == "sem.meaning" for each in session.findings.of(at))
        assert reader.given == []


def test_a_risky_row_has_a_hint_and_stands_higher_in_the_queue(project: Path) -> None:
    reader = StandIn("")
    there, session = opened(project, reader)
    with closing(there):
        session.findings.check()
        at = first_whole(session)
        before = session.findings.risk(at).chance
        read_all(session)
        hint = hint_of(session, at)
        assert hint.finding.hint
        assert "yes and no" in hint.finding.message
        assert session.findings.risk(at).chance > before


def test_a_dismissed_hint_stays_dismissed(project: Path) -> None:
    there, session = opened(project, StandIn(""))
    with closing(there):
        session.findings.check()
        read_all(session)
        at = first_whole(session)
        session.dismiss(hint_of(session, at), "free rendering")
        assert not hint_of(session, at).is_open


def test_hints_called_wrong_lower_the_others_until_that_is_taken_back(project: Path) -> None:
    there, session = opened(project, StandIn(""))
    with closing(there):
        session.findings.check()
        read_all(session)
        at = first_whole(session)
        before = session.findings.meaning.risk(at)
        hint = hint_of(session, at)
        session.dismiss(hint, "the hint was wrong")
        after = session.findings.meaning.risk(at)
        assert before is not None
        assert after is not None
        assert after < before
        assert not hint_of(session, at).is_open
        session.reopen(hint_of(session, at))
        assert session.findings.meaning.risk(at) == before


def test_a_hint_that_became_a_flag_raises_the_others(project: Path) -> None:
    there, session = opened(project, StandIn(""))
    with closing(there):
        session.findings.check()
        read_all(session)
        at = first_whole(session)
        before = session.findings.meaning.risk(at)
        session.agree(at, hint_of(session, at))
        after = session.findings.meaning.risk(at)
        assert before is not None
        assert after is not None
        assert after > before


def test_answers_are_known_after_a_restart(project: Path) -> None:
    there, session = opened(project, StandIn(""))
    with closing(there):
        session.findings.check()
        read_all(session)
        at = first_whole(session)
        session.dismiss(hint_of(session, at), "the hint was wrong")
        risk = session.findings.meaning.risk(at)
    there, session = opened(project, StandIn(""))
    with closing(there):
        read_all(session)
        assert session.findings.meaning.risk(at) == risk


def test_what_was_read_is_not_read_again_even_after_a_restart(project: Path) -> None:
    reader = StandIn("")
    there, session = opened(project, reader)
    with closing(there):
        read_all(session)
        read_all(session)
    once = len(reader.given)
    assert once == len(set(reader.given)) > 0
    there, session = opened(project, reader)
    with closing(there):
        read_all(session)
        assert len(reader.given) == once
        assert session.findings.meaning.of(first_whole(session)) is not None


def test_it_can_be_switched_off(project: Path) -> None:
    (project / "alignbench.toml").write_text("[meaning]\nread = false\n", encoding="utf-8")
    reader = StandIn("")
    there, session = opened(project, reader)
    with closing(there):
        read_all(session)
        assert not session.findings.meaning.is_on
        assert reader.given == []


def test_reading_stops_when_asked_and_goes_on_later(project: Path) -> None:
    reader = StandIn("")
    there, session = opened(project, reader)
    with closing(there):
        assert list(session.findings.meaning.read(stop=lambda: True)) == []
        assert reader.given == []
        read_all(session)
        assert reader.given


def test_a_judgement_is_kept_without_its_small_chances() -> None:
    whole = Judgement(1.5, (Reason("tense", 0.25),), (Mark(Span(0, 1), 0.1),), RISKY.en)
    assert unpacked(packed(whole)) == Judgement(1.5, (Reason("tense", 0.25),), (), RISKY.en)
