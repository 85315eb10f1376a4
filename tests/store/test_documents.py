"""Documents in and out of the database, and their numbers."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead, Status
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Span, Text
from alignbench.store import Changeset, State, Store
from tests.store.changes import altering, links
from tests.store.examples import BEADS, document, history_of, store_with, text

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


@st.composite
def texts(draw: st.DrawFn, side: Side) -> Text:
    """A text such as no reader would make: any offsets, any characters."""
    number = st.integers(0, 10_000)
    spans = st.builds(Span, number, number)
    paragraphs = st.builds(Paragraph, number, number, st.sampled_from(Kind))
    segments = st.builds(
        Segment, number, number, st.sampled_from(Kind), number, ANY_TEXT,
        st.lists(spans, max_size=2).map(tuple),
    )  # fmt: skip
    return Text(
        side, draw(ANY_TEXT), "f" * 64, draw(st.sampled_from(["utf-8", "cp932"])),
        draw(st.none() | ANY_TEXT),
        tuple(draw(st.lists(paragraphs, max_size=3))),
        tuple(draw(st.lists(segments, min_size=1, max_size=4))),
    )  # fmt: skip


@settings(max_examples=40)
@given(ja=texts("ja"), en=texts("en"), name=ANY_TEXT)
def test_a_document_comes_out_as_it_went_in(ja: Text, en: Text, name: str) -> None:
    store = Store(Path(":memory:"))
    beads = [Bead(tuple(range(len(ja.segments))), tuple(range(len(en.segments))), 0.5)]
    store.add(Document(name, ja, en), beads, "tiny")
    assert store.load(name).document == Document(name, ja, en)
    store.close()


def test_links_come_out_as_they_went_in(tmp_path: Path) -> None:
    number, state = history_of(store_with(tmp_path / "a.db")).read()
    assert number == 0
    assert [(link.ja, link.en, link.confidence) for link in state.links] == [
        (bead.ja, bead.en, bead.confidence) for bead in BEADS
    ]
    assert {link.status for link in state.links} == {Status.SUGGESTED}


def test_names_are_in_order_and_used_once(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db", "second")
    store.add(document("first"), BEADS, "tiny")
    assert store.names() == ["first", "second"]
    with pytest.raises(StoreError, match="already a document 'second'"):
        store.add(document("second"), BEADS, "tiny")


def test_a_document_that_is_not_there_is_told(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db")
    for deed in (store.load, store.delete):
        with pytest.raises(StoreError) as error:
            deed("letter")
        assert "There is no document 'letter'" in error.value.what
        assert "status" in error.value.hint


@pytest.mark.parametrize(
    "beads",
    [BEADS[:-1], (*BEADS, Bead((0,), (), 0.5)), (*BEADS[:-1], Bead((), (7,), 0.5))],
    ids=["a segment in no link", "a segment in two links", "a segment that is not there"],
)
def test_a_document_whose_links_are_no_partition_is_not_stored(
    tmp_path: Path, beads: tuple[Bead, ...]
) -> None:
    store = Store(tmp_path / "a.db")
    with pytest.raises((ValueError, IndexError)):
        store.add(document(), beads, "tiny")
    for table in ("document", "text", "paragraph", "segment", "link", "link_segment"):
        assert store._connection.rows(f"SELECT * FROM {table}") == [], table


def test_deleting_takes_every_trace_but_leaves_the_others(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db", "gone")
    _confirm(store, "gone", 0)
    store.add(document("kept"), BEADS, "tiny")
    store.delete("gone")
    assert store.names() == ["kept"]
    assert len(store._connection.rows("SELECT * FROM segment")) == 8
    assert len(store._connection.rows("SELECT * FROM link_segment")) == 8
    assert store._connection.rows("SELECT * FROM event") == []


def test_a_document_deleted_by_another_window_is_told(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db")
    history = history_of(store)
    store.delete("notice")
    store.add(document("notice"), BEADS, "tiny")
    for deed in (history.read, history.number, lambda: history.undo(0), lambda: history.redo(0)):
        with pytest.raises(StoreError, match="no longer in the database"):
            deed()
    with pytest.raises(StoreError, match="no longer in the database"):
        history.do(lambda *_: Changeset("x", "X"), "me")


def test_the_numbers_of_a_document(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db")
    _confirm(store, "notice", 0)
    (counts,) = store.counts(0.8)
    assert (counts.ja_segments, counts.en_segments) == (4, 4)
    assert (counts.suggested, counts.confirmed, counts.rejected) == (4, 1, 0)
    assert counts.null_links == 2
    assert counts.open_segments == 6
    assert counts.doubtful == 3, "one of low confidence, two null links"
    assert counts.flags == 0
    assert [each.doubtful for each in store.counts(0.999)] == [4]


def test_furniture_that_nothing_answers_is_no_doubt(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    ja = text("ja", ["一", "館報"], [Kind.SENTENCE, Kind.FURNITURE])
    beads = [Bead((0,), (0,), 0.99), Bead((1,), (), 0.99)]
    store.add(Document("page", ja, text("en", ["One."])), beads, "tiny")
    assert store.counts(0.8)[0].doubtful == 0


def test_people_can_read_the_file_with_other_tools(tmp_path: Path) -> None:
    store = store_with(tmp_path / "a.db")
    _confirm(store, "notice", 0)
    _confirm(store, "notice", 3)
    pairs = store._connection.rows("SELECT document, status, ja, en FROM pair ORDER BY link")
    assert pairs[0] == {
        "document": "notice", "status": "confirmed", "ja": "館の開く日です。",
        "en": "The days we open.",
    }  # fmt: skip
    assert pairs[3]["en"] is None
    ledger = store._connection.rows("SELECT side, position, state FROM ledger ORDER BY 1 DESC, 2")
    assert [row["state"] for row in ledger] == [
        "confirmed", "open", "open", "omitted", "confirmed", "open", "open", "open",
    ]  # fmt: skip


def _confirm(store: Store, name: str, at: int) -> None:
    history = history_of(store, name)
    link = history.read()[1].links[at]
    history.do(
        lambda _link, _flag, number: Changeset(
            "confirm", "Confirmed", State((link,)),
            State((replace(link, status=Status.CONFIRMED, revision=number),)),
        ),
        "me",
    )  # fmt: skip


def test_numbers_are_counted_anew_once_anybody_has_written(tmp_path: Path) -> None:
    store = store_with(tmp_path / "test.db")
    other = Store(tmp_path / "test.db")
    (before,) = store.counts(0.8)
    assert store.counts(0.8) == [before]
    past = history_of(other)
    past.do(altering(links(past)[0], status=Status.CONFIRMED), "me")
    (after,) = store.counts(0.8)
    assert after.confirmed == before.confirmed + 1, "by another window"
    own = history_of(store)
    own.do(altering(links(own)[1], status=Status.CONFIRMED), "me")
    (last,) = store.counts(0.8)
    assert last.confirmed == after.confirmed + 1, "by this one"
    assert store.counts(0.0)[0].doubtful <= last.doubtful


def test_what_segments_have_beside_their_text_is_kept_where_few_have_any(tmp_path: Path) -> None:
    plain = document()
    first, *rest = plain.ja.segments
    marked = replace(first, cuts=(Span(first.start, first.start + 1),), runs=())
    whole = tuple(replace(each, runs=(Span(each.start, each.end),)) for each in (first, *rest))
    for segments in (whole, (marked, *whole[1:])):
        store = Store(tmp_path / f"{len(list(tmp_path.iterdir()))}.db")
        stored = replace(plain, ja=replace(plain.ja, segments=segments))
        store.add(stored, BEADS, "tiny")
        assert tuple(store.load("notice").document.ja.segments) == segments
        store.close()
