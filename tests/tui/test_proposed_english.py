"""A row with a better English shows it as it is to read, changed words in place."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.widgets import TextArea

from alignbench.domain.text import Segment
from alignbench.tui.dialogs.proposal import WordingQuestion
from alignbench.tui.review.proposed_english import proposed_pieces, runs
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.column_selection import (
    column_text,
    copied_text,
    piece_places,
    place_in_file,
)
from alignbench.tui.widgets.row_model import RowModel
from tests.tui.workbench import (
    at_rest,
    controls,
    do,
    document_of,
    links,
    make_project,
    opened,
    review,
    screen_text,
    until,
)

LONG = (
    "The mayor's office on the hill above the old harbour sold the big house by the river to a "
    "company from the capital."
)
LINES = [
    (["港を見下ろす丘の町役場は、川べりの小さな家を都の会社に売った。"], [LONG], 0.97),
    (["休館日は月曜日です。"], ["We are closed.", "On big Mondays."], 0.97),
    (["雨の日も開館します。"], [], 0.97),
]
BETTER = LONG.replace("big", "little")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_project(tmp_path / "project", LINES)


@pytest.fixture
def in_signs() -> Iterator[None]:
    glyphs.use_colour(False)
    yield
    glyphs.use_colour(True)


def english(*views: str) -> list[Segment]:
    return list(document_of("one", [(["雨"], list(views), 0.9)]).en.segments)


def model(views: list[str], proposed: str) -> RowModel:
    return RowModel((), proposed_pieces(range(len(views)), english(*views), proposed))


def test_struck_words_never_touch_those_that_replace_them() -> None:
    drawn = "".join(
        run.before + run.change.text + run.after for run in runs("a big one", "a tall one")
    )
    assert drawn == "a big tall one"


@pytest.mark.usefixtures("in_signs")
def test_without_colour_signs_tell_what_is_struck_and_what_is_new() -> None:
    row = model(["A big house."], "A little house indeed.")
    assert column_text(row, "en") == "A [-big-]{+little+} house{+ indeed+}."


def test_each_segment_keeps_its_own_words_and_new_ones_follow_those_they_stand_behind() -> None:
    row = model(["We are closed.", "On big Mondays."], "We are closed now. On small Mondays.")
    assert [piece.text for piece in row.en] == ["We are closed now.", "On big small Mondays."]
    assert copied_text(row, "en", 0, len(column_text(row, "en"))) == (
        "We are closed now. On small Mondays."
    )


def test_what_stands_on_a_word_of_the_file_finds_it_and_the_pointer_finds_the_way_back() -> None:
    views = ["We are closed.", "On big Mondays."]
    row = model(views, "Sorry: we are not closed. On Mondays.")
    whole = " ".join(views)
    for at, view in enumerate(views):
        begin, piece = piece_places(row.en, "en")[at], row.en[at]
        for word in ("closed", "Mondays", "big"):
            if word in view:
                start = view.index(word)
                ((first, last),) = piece.drawn(start, start + len(word))
                assert piece.text[first:last] == word
                place = place_in_file(row, "en", begin + first)
                assert place == whole.index(word)
    assert place_in_file(row, "en", column_text(row, "en").index("not")) is None


def test_english_that_is_proposed_where_there_is_none_stands_for_no_segment() -> None:
    (piece,) = proposed_pieces((), (), "We open when it rains.")
    assert piece.text == "We open when it rains."
    assert not piece.is_of_file
    assert RowModel((), (piece,)).is_null


@pytest.mark.parametrize("size", [(120, 36), (80, 24)])
async def test_the_better_english_is_read_whole_in_its_row(
    root: Path, size: tuple[int, int]
) -> None:
    async with opened(root, size=size) as (app, pilot):
        page = review(app)
        controls(app).links.edit(lambda session: session.proposals.propose(0, BETTER))
        await at_rest(pilot)
        view = page.view
        height = view.sheet.heights.height(0)
        drawn = " ".join(
            "".join(segment.text for segment in strip) for strip in view._row_strips(0)
        )
        assert len(view._row_strips(0)) == height == view.sheet.measured(0)
        assert "big little" in " ".join(drawn.replace("┃", " ").split())
        assert "capital." in drawn
        assert "≋ mori  ... big little house by the river" in screen_text(app)
        await pilot.press("u")
        await at_rest(pilot)
        assert "little" not in screen_text(app)


async def test_a_refused_one_shows_the_english_of_the_file(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        controls(app).links.edit(lambda session: session.proposals.propose(0, BETTER))
        await pilot.press("-")
        await at_rest(pilot)
        assert column_text(page.view.sheet.source.row(0), "en") == LONG


async def test_marks_in_ascii_take_the_room_that_their_signs_need(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        view = review(app).view
        controls(app).links.edit(lambda session: session.proposals.propose(0, BETTER))
        app.toggle_marks()
        await at_rest(pilot)
        assert "[-big-]{+little+}" in screen_text(app)
        assert view.sheet.heights.height(0) == view.sheet.measured(0)
        app.toggle_marks()
        await at_rest(pilot)
        assert "big little" in screen_text(app)


async def test_the_english_of_the_file_is_one_key_away(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        controls(app).links.edit(
            lambda session: session.proposals.propose(1, "On Mondays we are closed.")
        )
        review(app).row = 1
        await pilot.press("b")
        await until(pilot, lambda: isinstance(app.screen, WordingQuestion))
        assert app.screen.query_one(TextArea).text == "On Mondays we are closed."
        assert "In the file: We are closed. On big Mondays." in screen_text(app)


async def test_a_click_on_english_that_is_to_come_links_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        controls(app).links.edit(lambda session: session.proposals.propose(2, "Rain or shine."))
        await at_rest(pilot)
        before = links(page.session)
        await do(pilot, "link-by-hand")
        top = page.view.sheet.heights.top(2)
        await pilot.click(page.view, offset=(70, top))
        await at_rest(pilot)
        assert links(page.session) == before
