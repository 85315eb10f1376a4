"""Links in the order and with the marks that a reviewer meets them in."""

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Status
from alignbench.domain.text import Document, Kind
from alignbench.review.rows import RowMaker, summarise
from tests.review.examples import link
from tests.store.examples import text

DOCUMENT = Document("notice", text("ja", "あいうえ"), text("en", "abcde"))


def order(*links: Link) -> list[int]:
    rows, _ = RowMaker(DOCUMENT, 0.8).draw_all(links, [])
    return [row.link.id for row in rows]


def test_rows_follow_the_japanese() -> None:
    assert order(link(1, [2], [0]), link(2, [0], [2]), link(3, [1], [1])) == [2, 3, 1]


def test_added_english_follows_what_stands_before_it() -> None:
    assert order(link(1, [], [2]), link(2, [0], [0]), link(3, [1], [1]), link(4, [2], [3])) == [
        2, 3, 1, 4,
    ]  # fmt: skip
    assert order(link(1, [], [1]), link(2, [], [0]), link(3, [0], [2])) == [2, 1, 3]


def test_rejected_links_have_no_row() -> None:
    assert order(link(1, [0], [0], Status.REJECTED), link(2, [0], [1])) == [2]


def test_doubt_is_low_confidence_none_at_all_or_a_sentence_without_answer() -> None:
    def doubtful(one: Link, kind: Kind = Kind.SENTENCE) -> bool:
        document = Document("notice", text("ja", "あ", [kind]), text("en", "a"))
        rows, _ = RowMaker(document, 0.8).draw_all([one], [])
        return rows[0].doubtful

    assert doubtful(link(1, [0], [0], confidence=0.79))
    assert not doubtful(link(1, [0], [0], confidence=0.8))
    assert doubtful(link(1, [0], [0], confidence=None))
    assert doubtful(link(1, [0], [], confidence=1.0))
    assert not doubtful(link(1, [0], [], confidence=1.0), Kind.FURNITURE)
    assert not doubtful(link(1, [0], [], confidence=1.0), Kind.CODE), "nobody translates it"
    assert not doubtful(link(1, [0], [], Status.CONFIRMED, confidence=None))


def test_paragraphs_are_set_apart_and_crossing_links_marked() -> None:
    links = [link(1, [0], [1]), link(2, [1], [0]), link(3, [2], [2]), link(4, [3], [3, 4])]
    rows, _ = RowMaker(DOCUMENT, 0.8).draw_all(links, [])
    assert [row.new_paragraph for row in rows] == [False, False, True, False]
    assert [row.crossing for row in rows] == [False, True, False, False]
    assert [segment.view for segment in rows[3].en] == ["d", "e"]


def test_flags_stand_in_the_row_of_their_link() -> None:
    flags = [
        Flag(id_, link_id, "style/awkward", Severity.MINOR, "", None, None, "me", "")
        for id_, link_id in ((3, 2), (1, 2), (2, 1))
    ]
    rows, _ = RowMaker(DOCUMENT, 0.8).draw_all([link(1, [0], [0]), link(2, [1], [1])], flags)
    assert [[flag.id for flag in row.flags] for row in rows] == [[2], [1, 3]]


def test_a_documents_numbers_come_from_its_rows() -> None:
    links = [
        link(1, [0], [0], Status.CONFIRMED), link(2, [1, 2], [1]), link(3, [3], []),
        link(4, [], [2]), link(5, [0], [1], Status.REJECTED),
    ]  # fmt: skip
    summary = summarise("notice", links, RowMaker(DOCUMENT, 0.8).draw_all(links, [])[0], "")
    assert (summary.ja_segments, summary.en_segments) == (4, 3)
    assert (summary.suggested, summary.confirmed, summary.rejected) == (3, 1, 1)
    assert (summary.null_links, summary.open_segments, summary.doubtful) == (2, 5, 2)
    assert summary.settled == 2 / 7
