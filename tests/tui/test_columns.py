import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.tui.widgets.columns import STACK_BELOW, Columns, Line, ja_share, lay_out
from alignbench.tui.widgets.row_model import RowModel
from tests.tui.examples import row

WIDE = Columns.fit(120, 0.45)
NARROW = Columns.fit(80, 0.45)


def test_a_wide_view_has_two_columns_and_a_narrow_one_stacks_them() -> None:
    assert not Columns.fit(STACK_BELOW, 0.45).stacked
    assert Columns.fit(STACK_BELOW - 1, 0.45).stacked


def test_columns_share_the_width_as_the_texts_do() -> None:
    mostly_japanese = Columns.fit(120, 0.55)
    mostly_english = Columns.fit(120, 0.36)
    assert mostly_japanese.ja > mostly_english.ja
    assert ja_share([(10, 20), (10, 20)]) == 0.5


def test_lines_do_not_grow_too_long_to_read_on_a_very_wide_terminal() -> None:
    assert Columns.fit(400, 0.45).ja <= 84
    assert Columns.fit(400, 0.45).en <= 96


def test_a_row_is_as_tall_as_its_taller_side() -> None:
    two_lines = row(["川" * 40], ["short"])
    assert len(lay_out(two_lines, WIDE)) == 2


def test_stacked_sides_follow_each_other() -> None:
    lines = lay_out(row(["川が流れる。"], ["The river runs."]), NARROW)
    assert [line.side for line in lines] == ["ja", "en"]
    assert [line.first for line in lines] == [True, False]


@pytest.mark.parametrize("columns", [WIDE, NARROW])
def test_a_paragraph_begins_after_a_blank_line(columns: Columns) -> None:
    lines = lay_out(row(["川が流れる。"], ["The river runs."], new_paragraph=True), columns)
    assert lines[0] == Line()
    assert lines[1].first


def test_each_segment_of_a_link_begins_on_its_own_line() -> None:
    lines = lay_out(row(["川が流れ、海に入る。"], ["The river runs.", "It meets the sea."]), WIDE)
    assert [line.en.piece for line in lines if line.en] == [0, 1]
    assert [line.ja is None for line in lines] == [False, True]


@pytest.mark.parametrize("columns", [WIDE, NARROW])
def test_a_null_link_keeps_a_line_for_the_empty_side(columns: Columns) -> None:
    omitted = lay_out(row(["休館日は月曜。"], []), columns)
    added = lay_out(row([], ["Closed on Mondays."]), columns)
    assert len(omitted) == len(added) == (2 if columns.stacked else 1)
    assert omitted[0].first
    assert added[0].first


SENTENCES = st.lists(st.text("川が流れる。「」abc ,.", min_size=1, max_size=90), max_size=3)


@given(SENTENCES, SENTENCES, st.integers(40, 200))
def test_every_character_is_on_exactly_one_line(ja: list[str], en: list[str], width: int) -> None:
    picture: RowModel = row(ja, en)
    lines = lay_out(picture, Columns.fit(width, 0.45))
    for side in ("ja", "en"):
        stretches = [part for line in lines if (part := getattr(line, side)) is not None]
        drawn = [picture.side(side)[s.piece].text[s.start : s.end] for s in stretches]
        assert "".join(drawn) == "".join(piece.text for piece in picture.side(side))
