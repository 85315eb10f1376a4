"""Two programs with the same file open: neither silently overwrites the other."""

from pathlib import Path
from typing import Any

import pytest

from alignbench.domain.errors import ConflictError
from alignbench.domain.flags import Flag
from alignbench.domain.links import Status
from alignbench.store import History, Store, history
from alignbench.store.links import load_flags
from tests.store.changes import altering, dismissing, flagging, links, merging
from tests.store.examples import events, history_of


@pytest.fixture
def other(store: Store, tmp_path: Path) -> History:
    return history_of(Store(tmp_path / "alignbench.db"))


def test_an_edit_of_a_link_that_has_changed_is_refused(
    store: Store, past: History, other: History
) -> None:
    seen = links(other)[0]
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    before = past.read()
    with pytest.raises(ConflictError) as error:
        other.do(altering(seen, note="mine"), "you")
    assert "Another window" in error.value.what
    assert "Nothing was written" in error.value.hint
    assert past.read() == before
    assert len(events(store)) == 1


def test_edits_of_different_links_do_not_meet(past: History, other: History) -> None:
    mine, yours = links(past)[0], links(other)[1]
    past.do(altering(mine, note="mine"), "me")
    other.do(altering(yours, note="yours"), "you")
    assert [link.note for link in links(past)[:2]] == ["mine", "yours"]


def test_a_link_that_is_gone_is_a_conflict(past: History, other: History) -> None:
    seen = links(other)[1]
    past.do(merging(*links(past)[:2]), "me")
    with pytest.raises(ConflictError):
        other.do(altering(seen, note="mine"), "you")


def test_a_finding_settled_in_both_windows_is_a_conflict(past: History, other: History) -> None:
    past.do(dismissing("mine"), "me")
    with pytest.raises(ConflictError):
        other.do(dismissing("yours"), "you")
    assert [each.reason for each in past.read()[1].dismissals] == ["mine"]


def test_undoing_what_was_never_seen_is_refused(past: History, other: History) -> None:
    number = other.number()
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    with pytest.raises(ConflictError):
        other.undo(number)
    assert links(past)[0].status is Status.CONFIRMED
    assert other.undo(other.number()), "having looked again, one may"


def test_an_edit_undone_elsewhere_is_not_seen_as_unchanged(past: History, other: History) -> None:
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    seen = links(other)[0]
    past.undo(past.number())
    with pytest.raises(ConflictError):
        other.do(altering(seen, note="mine"), "you")


def test_what_another_tool_changed_is_not_overwritten(store: Store, past: History) -> None:
    seen = links(past)[0]
    with store._connection.transaction() as raw:
        raw.execute("UPDATE link SET note = 'by hand' WHERE id = ?", (seen.id,))
    with pytest.raises(ConflictError):
        past.do(altering(seen, note="mine"), "me")
    assert links(past)[0].note == "by hand"


def test_a_flag_that_another_tool_changed_is_not_taken_off(store: Store, past: History) -> None:
    past.do(flagging(links(past)[0]), "me")
    with store._connection.transaction() as raw:
        raw.execute("UPDATE flag SET comment = 'by hand'")
    with pytest.raises(ConflictError):
        past.undo(past.number())
    assert [flag.comment for flag in past.read()[1].flags] == ["by hand"]


def test_one_reading_is_of_one_moment(
    past: History, other: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A change that another window makes in the middle of a reading shows wholly or not."""
    mine = links(past)[0]

    def meanwhile(*given: Any) -> list[Flag]:
        monkeypatch.setattr(history, "load_flags", load_flags)
        past.do(flagging(mine), "me")
        return load_flags(*given)

    monkeypatch.setattr(history, "load_flags", meanwhile)
    number, state = other.read()
    assert (number, state.flags) == (0, ())
    assert past.number() == 1
