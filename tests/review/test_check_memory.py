"""What the checks said is kept, and they run again only where something has changed."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from alignbench.checks import CheckedPair, Context, DocumentCheck, PairCheck
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.progress import Progress
from alignbench.domain.text import Span
from alignbench.messages import t
from alignbench.review import ReviewSession
from alignbench.review.check_memory import UNREADABLE, packed, unpacked
from alignbench.review.check_runner import CheckRunner
from alignbench.review.proposed_findings import ContextSource
from alignbench.review.suggestions import SuggestionService
from alignbench.store import Store
from tests.store.examples import store_with

LOOKED: list[str] = []


class Wordy(PairCheck):
    """Complains of every pair, and remembers which it was shown."""

    id = "test.wordy"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = "Too many words."

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        LOOKED.append(pair.ja)
        yield self.finding(t("{count} characters", count=len(pair.ja)), ja=Span(0, len(pair.ja)))


class Last(DocumentCheck):
    """Complains of the last pair."""

    id = "test.last"
    grade = Grade.D3
    type = "style/awkward"
    severity = Severity.MINOR
    explanation = "The last one."

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        LOOKED.append("all")
        yield len(pairs) - 1, self.finding("the last")


class Shelf:
    """A memory; what is kept under another setup is not given out."""

    def __init__(self) -> None:
        self.rows: dict[str, bytes] = {}
        self.now = "today"

    def setup(self) -> str:
        return self.now

    def get(self, setup: str, names: Sequence[str]) -> Mapping[str, bytes]:
        return {name: self.rows[setup + name] for name in names if setup + name in self.rows}

    def put(self, setup: str, rows: Mapping[str, bytes]) -> None:
        self.rows.update({setup + name: value for name, value in rows.items()})


def nothing_known(pairs: Sequence[CheckedPair], progress: Progress, hints: bool) -> Context:
    return Context()


def checked(
    path: Path, shelf: Shelf, context_of: ContextSource = nothing_known, *, hints: bool = True
) -> ReviewSession:
    """A session whose checks have run, as in a process of its own."""
    store = Store(path) if path.exists() else store_with(path)
    stored = store.load("notice")
    session = ReviewSession(
        stored.document,
        store.history(stored),
        SuggestionService(stored.document, lambda _: pytest.fail("no model is needed here")),
        0.8,
        CheckRunner(lambda: (Wordy(), Last())),
        context_of,
        memory=shelf,
    )
    LOOKED.clear()
    session.findings.check(hints=hints)
    return session


def said(session: ReviewSession) -> list[list[str]]:
    return [
        [found.finding.message for found in session.findings.of(at)]
        for at in range(len(session.rows))
    ]


def test_a_second_session_runs_no_check_and_says_the_same(tmp_path: Path) -> None:
    shelf = Shelf()
    first = said(checked(tmp_path / "a.db", shelf))
    assert LOOKED
    again = checked(tmp_path / "a.db", shelf)
    assert LOOKED == []
    assert said(again) == first
    assert any(first)


def test_only_what_has_changed_is_looked_at(tmp_path: Path) -> None:
    shelf = Shelf()
    session = checked(tmp_path / "a.db", shelf)
    session.merge(0)
    fresh = checked(tmp_path / "a.db", shelf)
    assert [fresh.findings._runner.pair(fresh.rows[0]).ja, "all"] == LOOKED


@pytest.mark.parametrize("now", ["tomorrow", ""])
def test_under_another_setup_or_none_everything_is_looked_at(tmp_path: Path, now: str) -> None:
    shelf = Shelf()
    rows = len(checked(tmp_path / "a.db", shelf).rows)
    shelf.now = now
    checked(tmp_path / "a.db", shelf)
    assert len(LOOKED) == rows + 1


def test_what_is_kept_and_cannot_be_read_is_looked_at_anew(tmp_path: Path) -> None:
    shelf = Shelf()
    first = said(checked(tmp_path / "a.db", shelf))
    for name in shelf.rows:
        shelf.rows[name] = b'[["x"]]'
    assert said(checked(tmp_path / "a.db", shelf)) == first


def test_a_finding_comes_back_as_it_was() -> None:
    finding = Finding(
        "test.wordy", Grade.D1, "style/awkward", Severity.MINOR, t("{count} words", count=3),
        None, Span(1, 2), "三", "\ud800", hint=True,
    )  # fmt: skip
    (again,) = unpacked(packed([finding]))
    assert again == finding
    assert again.message.id == "{count} words"  # type: ignore[attr-defined]


@pytest.mark.parametrize("rows", [[["x"]], [1], ["abcdefghij"], [[""] * 10]])
def test_bytes_of_another_kind_are_told(rows: list[list[object]]) -> None:
    with pytest.raises(UNREADABLE):
        unpacked(rows)


def test_no_model_is_asked_for_hints_that_nobody_wants(tmp_path: Path) -> None:
    asked: list[bool] = []

    def known(pairs: Sequence[CheckedPair], progress: Progress, hints: bool) -> Context:
        asked.append(hints)
        return Context(similarity=[0.5] * len(pairs)) if hints else Context()

    shelf = Shelf()
    session = checked(tmp_path / "a.db", shelf, known, hints=False)
    unhinted = said(session)
    checked(tmp_path / "a.db", shelf, known, hints=False)
    assert asked == [False]
    again = checked(tmp_path / "a.db", shelf, known, hints=True)
    assert asked == [False, True]
    assert LOOKED == ["all"]
    assert said(again) == unhinted
    checked(tmp_path / "a.db", shelf, known, hints=False)
    checked(tmp_path / "a.db", shelf, known, hints=True)
    assert asked == [False, True]
