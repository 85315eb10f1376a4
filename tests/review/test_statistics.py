"""How much is left, and how fast it goes."""

from pathlib import Path

import pytest

from alignbench.review.change_list import entries, undo_through
from alignbench.review.statistics import Statistics, pace, statistics_of
from tests.tui.workbench import make_project, open_canned


def test_the_pace_leaves_pauses_out() -> None:
    times = ["2026-04-01T09:00:00+00:00", "2026-04-01T09:00:10+00:00",
             "2026-04-01T09:01:40+00:00", "2026-04-01T12:00:00+00:00"]  # fmt: skip
    assert pace(times) == (2, 100.0)
    assert pace([]) == (0, 0.0)
    counted = Statistics(links=10, links_left=9, decided=2, seconds=100.0)
    assert counted.an_hour == pytest.approx(72)
    assert counted.hours_left == pytest.approx(0.125)
    assert Statistics(decided=2, seconds=59.0).an_hour is None
    assert (counted + counted).links_left == 18


def test_what_is_confirmed_is_no_longer_left(tmp_path: Path) -> None:
    session = open_canned(make_project(tmp_path / "p")).review("notice")
    before = statistics_of(session)
    session.confirm(2)
    after = statistics_of(session, entries(session))
    assert (before.links_left - after.links_left, after.links) == (1, 10)
    assert before.words_left - after.words_left == 8, "Each reader may borrow up to ten books"
    assert before.characters_left - after.characters_left == len("貸出は一人十冊以下です")


def test_undoing_to_a_change_takes_it_and_all_after_it_back(tmp_path: Path) -> None:
    session = open_canned(make_project(tmp_path / "p")).review("notice")
    for row in (0, 1, 2):
        session.confirm(row)
    session.undo()
    log = entries(session)
    assert [(each.label, each.is_done, each.place) for each in log] == [
        ("Confirmed", False, ("ja", 2)),
        ("Confirmed", True, ("ja", 1)),
        ("Confirmed", True, ("ja", 0)),
    ]
    assert undo_through(session, log[0]) is None, "what is undone already takes nothing with it"
    assert session.summary.confirmed == 2
    done = undo_through(session, log[2])
    assert done is not None
    assert (done.label, session.summary.confirmed) == ("Undid 2 changes", 0)
    for _ in range(3):
        session.redo()
    assert session.summary.confirmed == 3
