"""Two windows on one document: neither corrupts or silently overwrites the other's work."""

import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from alignbench.domain.errors import AlignbenchError, Cancelled, ConflictError, StoreError
from alignbench.domain.flags import FlagDraft
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.protocol import Vectors
from alignbench.project import Project
from alignbench.review import ReviewSession
from tests.review.examples import RUNS, TinyEncoder, open_session, project_with, runs


@pytest.fixture
def mine(tmp_path: Path) -> ReviewSession:
    project_with(tmp_path).close()
    return open_session(tmp_path)


@pytest.fixture
def yours(mine: ReviewSession, tmp_path: Path) -> ReviewSession:
    return open_session(tmp_path)


def test_the_slower_window_is_told_and_shows_what_there_is(
    mine: ReviewSession, yours: ReviewSession
) -> None:
    mine.merge(0)
    with pytest.raises(ConflictError) as error:
        yours.confirm(1)
    assert "Another window" in error.value.what
    assert yours.rows == mine.rows
    yours.confirm(1)
    assert mine.refresh()
    assert mine.rows == yours.rows


def test_edits_at_different_places_both_stand_and_show(
    mine: ReviewSession, yours: ReviewSession
) -> None:
    mine.confirm(0)
    change = yours.confirm(3)
    assert (change.first_row, change.last_row) == (0, 3), "the other's rows are drawn too"
    assert yours.rows[0].link.status is Status.CONFIRMED
    assert not yours.refresh()
    assert mine.refresh()
    assert mine.rows == yours.rows


def test_nobody_takes_back_what_they_have_not_seen(
    mine: ReviewSession, yours: ReviewSession
) -> None:
    yours.confirm(3)
    mine.refresh()
    mine.confirm(0)
    with pytest.raises(ConflictError):
        yours.undo()
    assert mine.rows[0].link.status is Status.CONFIRMED
    assert yours.rows == mine.rows
    change = yours.undo()
    assert change is not None
    assert change.label == "Undid: Confirmed"
    with pytest.raises(ConflictError):
        mine.redo()


def test_a_flag_set_in_one_window_is_not_lost_by_an_edit_in_the_other(
    mine: ReviewSession, yours: ReviewSession
) -> None:
    mine.flag(0, FlagDraft(comment="look"))
    yours.refresh()
    (flag,) = mine.rows[0].flags
    mine.unflag(flag.id)
    yours.refresh()
    mine.undo()
    with pytest.raises(ConflictError):
        yours.merge(0)
    yours.merge(0)
    assert [each.comment for each in yours.rows[0].flags] == ["look"]


def test_what_another_window_rejected_is_no_candidate_here(
    mine: ReviewSession, yours: ReviewSession
) -> None:
    mine.prepare()
    yours.reject(2)
    mine.refresh()
    row = next(at for at, row in enumerate(mine.rows) if row.link.ja == (2,))
    assert all(each.en != (2, 3) for each in mine.candidates(row))


def test_a_document_deleted_elsewhere_is_told(mine: ReviewSession, tmp_path: Path) -> None:
    Project.open(tmp_path).delete_document("notice")
    for deed in (mine.undo, mine.refresh, lambda: mine.confirm(0)):
        with pytest.raises(StoreError, match="no longer in the database"):
            deed()


def test_a_change_made_with_another_tool_is_not_overwritten(
    mine: ReviewSession, tmp_path: Path
) -> None:
    store = Project.open(tmp_path)._store
    with store._connection.transaction() as raw:
        raw.execute("UPDATE link SET note = 'elsewhere' WHERE id = 1")
    with pytest.raises(ConflictError):
        mine.confirm(0)
    assert mine.rows[0].link.note == "elsewhere"
    mine.confirm(0)


def test_asking_for_candidates_in_a_thread_meets_no_half_made_edit(tmp_path: Path) -> None:
    """As the screen does it: edits in one thread, candidates in another, of one session."""
    session = project_with(tmp_path).review("notice", TinyEncoder())
    session.prepare()
    failures: list[BaseException] = []
    done = threading.Event()

    def ask() -> None:
        while not done.is_set():
            for row in range(3):
                try:
                    session.candidates(row)
                except AlignbenchError:
                    pass
                except BaseException as error:
                    failures.append(error)
                    return

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        for _ in range(10):
            session.merge(0)
            session.confirm(0)
            session.undo()
            session.undo()
    finally:
        done.set()
        thread.join()
    assert failures == []
    assert runs(session) == list(RUNS)


class Waiting(TinyEncoder):
    """Begins, and goes on when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.begun = threading.Event()
        self.let = threading.Event()

    def encode(self, texts: Sequence[str], language: Side, progress: Progress = silent) -> Vectors:
        self.begun.set()
        assert self.let.wait(30)
        return super().encode(texts, language, progress)


def test_threads_that_ask_at_once_make_one_alignment(tmp_path: Path) -> None:
    encoder = Waiting()
    project_with(tmp_path).close()
    session = Project.open(tmp_path).review("notice", encoder)
    threads = [threading.Thread(target=session.candidates, args=(row,)) for row in range(3)]
    for thread in threads:
        thread.start()
    assert encoder.begun.wait(30)

    def stop(stage: str, done: int, total: int) -> None:
        raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        session.prepare(stop)
    encoder.let.set()
    for thread in threads:
        thread.join()
    assert session.is_prepared
    assert encoder.calls == 2, "once for each side"
