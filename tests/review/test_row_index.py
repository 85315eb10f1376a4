"""Replacing rows in part comes to the same as laying all of them out anew."""

from collections.abc import Sequence
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.links import Link
from alignbench.domain.text import Document
from alignbench.review.row_index import RowIndex
from alignbench.review.rows import Flow, RowMaker
from alignbench.review.views import Row
from tests.review.examples import link
from tests.store.examples import text

DOCUMENT = Document("notice", text("ja", "あいうえおかきく"), text("en", "abcdefgh"))
MAKER = RowMaker(DOCUMENT, 0.8)
SIZE = 8
Runs = list[tuple[list[int], list[int]]]


def drawn(link: Link, before: Flow) -> tuple[Row, Flow]:
    return MAKER.draw(link, (), before)


def whole(links: Sequence[Link]) -> tuple[Row, ...]:
    return tuple(MAKER.draw_all(links, [])[0])


def arranged(links: Sequence[Link]) -> RowIndex:
    rows, flows = MAKER.draw_all(links, [])
    return RowIndex(DOCUMENT, rows, flows, drawn)


@st.composite
def partitions(draw: st.DrawFn, ja: Sequence[int], en: Sequence[int]) -> Runs:
    """The segments dealt out to links anyhow: crossing, apart, one-sided."""
    groups = st.integers(0, max(len(ja), len(en)))
    dealt: dict[int, tuple[list[int], list[int]]] = {}
    for side, segments in enumerate((ja, en)):
        for at in segments:
            dealt.setdefault(draw(groups), ([], []))[side].append(at)
    return list(dealt.values())


@given(st.data())
def test_it_is_what_drawing_everything_gives(data: st.DataObject) -> None:
    ids = count(1)
    runs = data.draw(partitions(range(SIZE), range(SIZE)))
    links = [link(next(ids), *run) for run in runs]
    one = arranged(links)
    for _ in range(3):
        gone = data.draw(st.lists(st.sampled_from(links), min_size=1, max_size=3, unique=True))
        ja = sorted(at for each in gone for at in each.ja)
        en = sorted(at for each in gone for at in each.en)
        come = [link(next(ids), *run) for run in data.draw(partitions(ja, en))]
        before = one.rows
        replaced = one.replace(gone, come)
        links = [*(each for each in links if each not in gone), *come]
        rows = one.rows
        assert rows == whole(links)
        below = len(rows) - 1 - replaced.last
        assert rows[: replaced.first] == before[: replaced.first]
        assert below == 0 or rows[-below:] == before[-below:]
        assert [one.place(row.link) for row in rows] == list(range(len(rows)))
        went = {row.link.id for row in replaced.gone} - {row.link.id for row in replaced.come}
        assert went == {each.id for each in gone}


def test_only_rows_that_hang_on_the_change_are_drawn() -> None:
    links = [link(at + 1, [at], [at]) for at in range(SIZE)]
    one = arranged(links)
    before = one.rows
    replaced = one.replace(links[2:4], [link(9, [2, 3], [2, 3])])
    assert (replaced.first, replaced.last) == (2, 2)
    kept = [(0, 0), (1, 1), (3, 4), (6, 7)]
    assert all(one.rows[new] is before[old] for new, old in kept)


def test_links_are_found_by_their_segments() -> None:
    one = arranged([link(1, [0], [1]), link(2, [1], [0]), link(3, [2], [])])
    assert [each.id for each in one.holding([2], [0, 1])] == [1, 2, 3]
    assert one.holding([-1, 99], [7]) == []
