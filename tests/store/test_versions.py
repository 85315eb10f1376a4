"""Databases of earlier versions carried along, and documents in more than one version."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from alignbench.domain.links import Bead
from alignbench.domain.text import Span
from alignbench.store import Store
from tests.store import earlier
from tests.store.changes import altering, links
from tests.store.examples import BEADS, JA, history_of, store_with, text


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A database of version 0.1.0."""
    path = tmp_path / "db" / "alignbench.db"
    earlier.write(path)
    return path


def test_an_earlier_database_opens_with_all_that_was_decided(old: Path) -> None:
    store = Store(old)
    past = history_of(store, "bridge")
    first, second = links(past)
    assert first.note == "why east"
    assert (first.decided_by, first.decided_at) == ("", "")
    assert (second.decided_by, second.decided_at) == ("hana", "2026-02-01")
    assert past.undo(past.number()), "the log is the undo"
    assert links(past)[0].note == ""


def test_a_copy_of_what_it_was_is_kept_first(old: Path) -> None:
    before = old.read_bytes()
    Store(old).close()
    (kept,) = (old.parent / "backups").iterdir()
    assert ".before-m003." in kept.name
    with closing(sqlite3.connect(kept)) as raw:
        names = [name for (name,) in raw.execute("SELECT name FROM migration ORDER BY name")]
    assert names == ["m001_first_tables", "m002_dismissals"]
    assert before
    Store(old).close()
    assert len(list((old.parent / "backups").iterdir())) == 1, "only before something changes"


def test_views_are_mapped_to_the_content_they_show(old: Path) -> None:
    document = Store(old).load("bridge").document
    for side in ("ja", "en"):
        content = document.side(side).content
        for segment in document.side(side).segments:
            shown = "".join(content[run.start : run.end] for run in segment.runs)
            assert shown.replace("\n", " ") == segment.view
    bridge = document.ja.segments[0]
    assert bridge.runs == (Span(0, 3), Span(8, 9), Span(10, 13))


def test_sentences_of_the_log_become_messages(old: Path) -> None:
    store = Store(old)
    assert [each.change.label for each in store.events("bridge")] == ["Confirmed", "Noted"]
    assert {each.version for each in store.events()} == {1}
    with closing(sqlite3.connect(old)) as raw:
        assert raw.execute("SELECT label FROM event LIMIT 1").fetchone() == ('["Confirmed",{}]',)


def test_a_second_text_without_links_is_a_version_that_is_not_shown_yet(old: Path) -> None:
    earlier.add_revision(old)
    store = Store(old)
    assert [segment.view for segment in store.load("bridge").document.en.segments][1:] == [
        "Willows sway."
    ]
    (numbers,) = store.counts(0.8)
    assert numbers.en_segments == 2


def test_the_newest_version_that_has_links_is_shown_and_the_older_one_kept(tmp_path: Path) -> None:
    store = store_with(tmp_path / "test.db")
    past = history_of(store)
    past.do(altering(links(past)[0], note="of the first version"), "me")
    english = text("en", ["Open days.", "Ten books."])
    beads = [Bead((0,), (0,)), Bead((1,), (1,)), Bead((2,), ()), Bead((3,), ())]
    store.add_version("notice", {"en": english}, beads, "tiny")
    stored = store.load("notice")
    assert [segment.view for segment in stored.document.ja.segments] == list(JA)
    assert [segment.view for segment in stored.document.en.segments] == ["Open days.", "Ten books."]
    fresh = store.history(stored)
    assert len(links(fresh)) == len(beads)
    assert len(links(past)) == len(BEADS), "the first version's links are theirs still"
    (numbers,) = store.counts(0.8)
    assert (numbers.ja_segments, numbers.en_segments) == (4, 2)
    keys = [text.keys for text in store.searched_texts(None, None, "1", "|".join)]
    assert keys == ["|".join(JA), "Open days.|Ten books."]


def test_an_edit_of_one_version_touches_no_other(tmp_path: Path) -> None:
    store = store_with(tmp_path / "test.db")
    past = history_of(store)
    store.add_version("notice", {"en": text("en", ["All."])}, [Bead((0, 1, 2, 3), (0,))], "tiny")
    fresh = history_of(store)
    fresh.do(altering(links(fresh)[0], note="new"), "me")
    assert [link.note for link in links(past)] == [""] * len(BEADS)
    assert past.undo(past.number()) is None, "what was done is undone in its own version"
    assert fresh.undo(fresh.number())
