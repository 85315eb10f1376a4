"""Every edit is one transaction with its event; undo and redo are the log."""

from dataclasses import replace
from pathlib import Path

import pytest

from alignbench.domain.errors import ConflictError, StoreError
from alignbench.domain.links import Link, Origin, Status
from alignbench.store import Changeset, History, State, Store, history
from tests.store.changes import altering, flagging, links, merging, splitting
from tests.store.examples import events, history_of


def test_an_edit_is_written_with_its_event(store: Store, past: History) -> None:
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "hana")
    assert links(past)[0].status is Status.CONFIRMED
    assert events(store) == [
        {"who": "hana", "name": "alter", "label": "Altered 1", "state": "done"}
    ]


def test_without_its_event_no_edit_is_written(
    store: Store, past: History, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = past.read()

    def broken(state: State) -> str:
        return "{not JSON"

    monkeypatch.setattr(history, "encode", broken)
    with pytest.raises(StoreError, match="CHECK"):
        past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    assert past.read() == before
    assert events(store) == []


def test_an_edit_that_breaks_off_leaves_nothing(store: Store, past: History) -> None:
    before = past.read()
    first = links(past)[0]

    def make(_link: int, _flag: int, number: int) -> Changeset:
        good = replace(first, revision=number)
        bad = Link(99, (0,), (99,), Status.SUGGESTED, Origin.HAND, None)
        return Changeset("bad", "Bad", State((first,)), State((good, bad)))

    with pytest.raises(IndexError):
        past.do(make, "me")
    assert past.read() == before
    assert events(store) == []


def test_links_that_would_share_or_lose_a_segment_are_not_written(past: History) -> None:
    before = past.read()
    first, second = links(past)[:2]

    def losing(_link: int, _flag: int, number: int) -> Changeset:
        return Changeset("lose", "Lost", State((first,)), State())

    def sharing(_link: int, _flag: int, number: int) -> Changeset:
        wide = replace(first, en=(*first.en, *second.en), revision=number)
        return Changeset("share", "Shared", State((first,)), State((wide,)))

    for make in (losing, sharing):
        with pytest.raises(ConflictError):
            past.do(make, "me")
    assert past.read() == before


def test_undo_and_redo_go_through_the_log_step_by_step(past: History) -> None:
    states = [past.read()[1]]
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    states.append(past.read()[1])
    past.do(merging(*links(past)[1:3]), "me")
    states.append(past.read()[1])
    past.do(splitting(links(past)[1]), "me")
    states.append(past.read()[1])
    past.do(flagging(links(past)[0]), "me")
    states.append(past.read()[1])

    for state in reversed(states[:-1]):
        assert past.undo(past.number())
        assert past.read()[1] == state
    assert past.undo(past.number()) is None
    for state in states[1:]:
        assert past.redo(past.number())
        assert past.read()[1] == state
    assert past.redo(past.number()) is None


def test_undo_and_redo_survive_a_restart(store: Store, past: History, tmp_path: Path) -> None:
    start = past.read()[1]
    past.do(merging(*links(past)[:2]), "me")
    merged = past.read()[1]
    store.close()

    store = Store(tmp_path / "alignbench.db")
    past = history_of(store)
    assert past.undo(past.number())
    assert past.read()[1] == start
    store.close()

    past = history_of(Store(tmp_path / "alignbench.db"))
    assert past.redo(past.number())
    assert past.read()[1] == merged


def test_a_new_edit_drops_what_was_undone_but_keeps_the_record(store: Store, past: History) -> None:
    past.do(altering(links(past)[0], note="first"), "me")
    past.undo(past.number())
    past.do(altering(links(past)[0], note="second"), "me")
    assert past.redo(past.number()) is None
    assert [event["state"] for event in events(store)] == ["dropped", "done"]
    assert past.undo(past.number())
    assert links(past)[0].note == ""


def test_no_id_is_used_twice(past: History) -> None:
    """A link undone may come back, so its id must not be given to another meanwhile."""
    past.do(splitting(links(past)[0]), "me")
    first = links(past)[-1].id
    past.undo(past.number())
    past.do(splitting(links(past)[0]), "me")
    assert links(past)[-1].id > first


def test_a_flag_goes_and_comes_with_its_change(past: History) -> None:
    past.do(flagging(links(past)[0]), "me")
    (flag,) = past.read()[1].flags
    assert (flag.link_id, flag.comment) == (links(past)[0].id, "何かが足りない")
    past.undo(past.number())
    assert past.read()[1].flags == ()
    past.redo(past.number())
    assert past.read()[1].flags == (flag,)
