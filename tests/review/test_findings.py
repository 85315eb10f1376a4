"""Findings on the rows of a document: found, dismissed with a reason, made a flag, undone."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from alignbench.checks import Check, CheckedPair, Context, DocumentCheck, PairCheck
from alignbench.domain.errors import Cancelled, EditError
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.progress import Progress
from alignbench.domain.text import Kind, Segment, Span
from alignbench.review import ReviewSession
from alignbench.review.check_runner import CheckRunner
from alignbench.review.suggestions import SuggestionService
from alignbench.review.views import Row
from alignbench.store import Store
from tests.store.examples import store_with

LOOKED: list[str] = []


class Borrowing(PairCheck):
    """Complains of ten books."""

    id = "test.borrowing"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = "Ten books are too many."

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        LOOKED.append(pair.ja)
        if "十冊" in pair.ja:
            start, there = pair.ja.index("十冊"), pair.en.index("ten")
            yield self.finding("too many", ja=Span(start, start + 2), en=Span(there, there + 3))


class Rain(DocumentCheck):
    """Hints at every second mention of opening."""

    id = "test.opening"
    grade = Grade.D3
    type = "style/awkward"
    severity = Severity.MINOR
    explanation = "Opening is mentioned again."
    hint = True

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        seen = [at for at, pair in enumerate(pairs) if "open" in pair.en]
        yield from ((at, self.finding("again")) for at in seen[1:])


def nothing_known(pairs: Sequence[CheckedPair], progress: Progress, hints: bool) -> Context:
    return Context()


def window(path: Path, *checks: Check) -> ReviewSession:
    store = Store(path) if path.exists() else store_with(path)
    stored = store.load("notice")

    def no_model(progress: Progress) -> object:
        raise AssertionError("no model is needed here")

    return ReviewSession(
        stored.document,
        store.history(stored),
        SuggestionService(stored.document, no_model),  # type: ignore[arg-type]
        0.8,
        CheckRunner(lambda: checks or (Borrowing(), Rain())),
        nothing_known,
    )


@pytest.fixture
def path(tmp_path: Path) -> Path:
    LOOKED.clear()
    return tmp_path / "test.db"


@pytest.fixture
def session(path: Path) -> ReviewSession:
    session = window(path)
    session.findings.check()
    return session


def test_nothing_is_said_before_the_checks_have_run(path: Path) -> None:
    assert window(path).findings.of(1) == ()
    assert LOOKED == []


def test_a_row_has_the_findings_of_its_pair_and_hints_are_not_counted(
    session: ReviewSession,
) -> None:
    (found,) = session.findings.of(1)
    assert found.finding.check == "test.borrowing"
    assert session.findings.open_count(1) == 1
    assert [each.finding.check for each in session.findings.of(2)] == ["test.opening"]
    assert session.findings.open_count(2) == 0
    assert session.summary.findings == 1


def test_checking_again_looks_only_where_a_text_changed(session: ReviewSession) -> None:
    LOOKED.clear()
    session.findings.check()
    assert LOOKED == []
    session.merge(1)
    session.findings.check()
    assert LOOKED == ["本は十冊まで借りられます。雨でも開きます。"]


def test_an_edit_runs_no_check_and_its_row_waits_to_be_looked_at(session: ReviewSession) -> None:
    LOOKED.clear()
    session.merge(1)
    assert LOOKED == []
    assert not session.findings.is_looked_at(1)
    assert session.findings.is_looked_at(0)
    assert session.findings.of(1) == ()
    session.findings.check()
    assert session.findings.is_looked_at(1)
    assert session.findings.open_count(1) == 1


def test_what_was_said_of_the_same_texts_before_is_known_at_once(session: ReviewSession) -> None:
    session.merge(1)
    session.undo()
    assert session.findings.open_count(1) == 1


class Broken(PairCheck):
    """Another package's check, which raises when it meets rain."""

    id = "other.broken"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = "It does not work."

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        if "雨" in pair.ja:
            raise ValueError("no umbrella")
        yield from ()


def test_a_check_that_raises_is_named_once_and_the_others_go_on(path: Path) -> None:
    session = window(path, Broken(), Borrowing())
    session.findings.check()
    (told,) = session.findings.take_failures()
    assert "other.broken" in str(told)
    assert "no umbrella" in str(told)
    assert session.findings.open_count(1) == 1
    session.merge(1)
    session.findings.check()
    assert session.findings.take_failures() == []
    assert session.findings.is_looked_at(1)


class Beside(Borrowing):
    """Points at words that are not there."""

    id = "other.beside"

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        yield self.finding("there", ja=Span(0, len(pair.ja) + 9))


def test_a_finding_that_points_beside_its_texts_is_a_failure(path: Path) -> None:
    session = window(path, Beside())
    session.findings.check()
    (told,) = session.findings.take_failures()
    assert "points beside" in str(told)


def test_a_dismissed_finding_stays_so_after_a_restart_and_says_why(
    session: ReviewSession, path: Path
) -> None:
    session.dismiss(session.findings.of(1)[0], "it is only an example")
    assert session.findings.open_count(1) == 0
    again = window(path)
    again.findings.check()
    (found,) = again.findings.of(1)
    assert found.dismissed is not None
    assert found.dismissed.reason == "it is only an example"


def test_it_comes_back_when_a_text_changes(session: ReviewSession) -> None:
    session.dismiss(session.findings.of(1)[0], "no")
    session.merge(1)
    session.findings.check()
    assert session.findings.open_count(1) == 1
    session.undo()
    assert session.findings.open_count(1) == 0


def test_dismissing_can_be_undone_redone_and_taken_back(session: ReviewSession) -> None:
    session.dismiss(session.findings.of(1)[0], "no")
    session.undo()
    assert session.findings.open_count(1) == 1
    session.redo()
    assert session.findings.open_count(1) == 0
    session.reopen(session.findings.of(1)[0])
    assert session.findings.open_count(1) == 1


def test_a_dismissal_needs_a_reason(session: ReviewSession) -> None:
    with pytest.raises(EditError, match="Say why"):
        session.dismiss(session.findings.of(1)[0], "  ")


def test_agreeing_makes_a_flag_with_the_findings_type_and_places(session: ReviewSession) -> None:
    session.agree(1, session.findings.of(1)[0])
    (flag,) = session.rows[1].flags
    assert (flag.type, flag.severity) == ("accuracy/mistranslation", Severity.MAJOR)
    ja, en = session.document.ja.content, session.document.en.content
    assert flag.ja is not None
    assert flag.en is not None
    assert ja[flag.ja.start : flag.ja.end] == "十冊"
    assert en[flag.en.start : flag.en.end] == "ten"
    assert session.findings.open_count(1) == 0
    session.undo()
    assert session.rows[1].flags == ()
    assert session.findings.open_count(1) == 1


def test_another_windows_dismissal_shows_after_a_refresh(
    session: ReviewSession, path: Path
) -> None:
    other = window(path)
    other.findings.check()
    other.dismiss(other.findings.of(1)[0], "seen")
    assert session.refresh()
    assert session.findings.open_count(1) == 0


def test_the_next_row_to_look_at_is_a_doubtful_link_or_one_with_a_finding(path: Path) -> None:
    session = window(path)
    session.confirm_through(len(session.rows) - 1)
    assert session.next_doubtful(0) is None
    session.findings.check()
    assert session.next_doubtful(0) == 1


def test_findings_stand_in_the_database_for_lists_and_other_tools(
    session: ReviewSession, path: Path
) -> None:
    store = Store(path)
    (counts,) = store.counts(0.8)
    assert counts.findings == 1
    session.dismiss(session.findings.of(1)[0], "no")
    session.findings.check()
    (counts,) = store.counts(0.8)
    assert counts.findings == 0


def test_risk_grows_with_doubt_and_with_what_was_found(session: ReviewSession) -> None:
    risky, sure = session.findings.risk(1).chance, session.findings.risk(0).chance
    assert sure < 0.05 < risky
    session.confirm(1)
    assert sure < session.findings.risk(1).chance < risky


def test_a_running_head_with_nothing_on_the_other_side_misses_nothing() -> None:
    head = Segment(0, 4, Kind.FURNITURE, 0, "第27号")
    sentence = Segment(0, 4, Kind.SENTENCE, 0, "第27号")
    link = Link(1, (0,), (), Status.SUGGESTED, Origin.ALIGNER, 0.9)
    runner = CheckRunner(lambda: ())
    declared = [
        runner.pair(Row(link, (segment,), (), False, False, False)).declared
        for segment in (head, sentence)
    ]
    assert declared == [True, False]


class Alike(DocumentCheck):
    """Complains of every pair whose English another pair has too; counts how often it is asked."""

    id = "test.alike"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MINOR
    explanation = "Two pairs have the same English."

    def __init__(self) -> None:
        self.asked = 0

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        self.asked += 1
        seen = [pair.en for pair in pairs]
        for at, pair in enumerate(pairs):
            if seen.count(pair.en) > 1 and pair.en:
                yield at, self.finding(f"{seen.count(pair.en)} times")


def test_pairs_are_compared_again_only_after_one_of_them_changed(path: Path) -> None:
    alike = Alike()
    session = window(path, alike)
    session.findings.check()
    session.findings.check()
    assert alike.asked == 1
    session.merge(1)
    session.findings.check()
    assert alike.asked == 2


def test_confirming_a_pair_leaves_its_findings_where_they_are(path: Path) -> None:
    session = window(path, Borrowing(), Rain())
    session.findings.check()
    LOOKED.clear()
    before = [each.finding for each in (*session.findings.of(1), *session.findings.of(2))]
    session.confirm(1)
    session.confirm(2)
    assert [each.finding for each in (*session.findings.of(1), *session.findings.of(2))] == before
    assert LOOKED == []


def test_comparing_is_told_and_can_be_stopped(path: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if stage == "comparing pairs":
            raise Cancelled("Stopped.")

    session = window(path)
    with pytest.raises(Cancelled):
        session.findings.check(stop)
    assert not session.findings.is_checked
    session.findings.check()
    assert session.findings.of(1)


def test_many_findings_are_dismissed_for_one_reason_and_come_back_with_one_undo(
    session: ReviewSession,
) -> None:
    both = [*session.findings.of(1), *session.findings.of(2)]
    change = session.dismiss_all(both, "the house style")
    assert change.label == "Dismissed 2 findings"
    assert {each.reason for each in session.findings.issues()} == {"the house style"}
    session.undo()
    assert all(each.found and each.found.is_open for each in session.findings.issues())
    with pytest.raises(EditError, match="no finding"):
        session.dismiss_all([], "nothing")


def test_a_person_may_change_the_flag_before_it_is_made_of_a_finding(
    session: ReviewSession,
) -> None:
    found = session.findings.of(1)[0]
    draft = replace(session.draft(1, found), severity=Severity.CRITICAL, en=None)
    session.agree(1, found, draft)
    (flag,) = session.rows[1].flags
    assert (flag.severity, flag.en) == (Severity.CRITICAL, None)
    assert session.findings.open_count(1) == 0
