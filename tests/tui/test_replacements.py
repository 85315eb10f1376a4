"""Finding and replacing in the workbench."""

from pathlib import Path

import pytest
from textual.widgets import Checkbox, Input, Select

from alignbench.project.replacement_file import ReplacementFile
from alignbench.review.filters import RowFilter
from alignbench.review.replacements import Place, Replacement
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.dialogs.replacement import ReplacementQuestion
from alignbench.tui.dialogs.replacement_places import PlaceList, place_text
from alignbench.tui.widgets import glyphs
from tests.tui.test_filters import set_filter
from tests.tui.workbench import (
    NOTICE,
    at_rest,
    opened,
    review,
    screen_text,
    told,
    until,
)


async def test_what_is_typed_is_previewed_then_proposed_and_undone_as_one(root: Path) -> None:
    async with opened(root) as (app, pilot):
        session = review(app).session
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#pattern", Checkbox).value = True
        app.screen.query_one("#find", Input).value = r"(ten|twenty) (books|cars)"
        app.screen.query_one("#put", Input).value = r"\1 \2 or so"
        await until(pilot, lambda: "2 places in 2 rows" in screen_text(app))
        await until(pilot, lambda: "ten books or so" in screen_text(app))
        assert session.summary.proposals == 0
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ReplacementQuestion))
        await at_rest(pilot)
        assert told(app) == "Proposed a better English for 2 rows"
        assert review(app).session.summary.proposals == 2
        review(app).row = 4
        await pilot.press("u")
        assert review(app).session.summary.proposals == 0
        assert review(app).row == 4, "one stays where one stands among what was undone"


async def test_rows_that_the_filter_hides_are_left_alone(root: Path) -> None:
    async with opened(root) as (app, pilot):
        set_filter(app, RowFilter(en="ten books"))
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#find", Input).value = "e"
        app.screen.query_one("#put", Input).value = "E"
        await until(pilot, lambda: "in 1 row" in screen_text(app))
        await pilot.press("enter")
        await at_rest(pilot)
        assert [bool(row.link.proposal) for row in review(app).session.rows].count(True) == 1


async def test_enter_where_nothing_can_be_found_proposes_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        await pilot.press("enter")
        app.screen.query_one("#pattern", Checkbox).value = True
        app.screen.query_one("#find", Input).value = "("
        await until(pilot, lambda: "No regular expression" in screen_text(app))
        await pilot.press("enter")
        assert isinstance(app.screen, ReplacementQuestion)
        await pilot.press("escape")
        assert review(app).session.summary.proposals == 0


async def test_a_replacement_is_kept_in_a_set_and_done_from_it(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#find", Input).value = "twenty"
        app.screen.query_one("#put", Input).value = "20"
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, TextQuestion))
        await pilot.press(*"digits", "enter")
        await until(pilot, lambda: "Kept in the set digits." in screen_text(app))
        assert ReplacementFile(root).sets() == {
            "digits": [Replacement("twenty", "20", is_pattern=False)]
        }
        await pilot.press("escape", "~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#sets", Select).value = "digits"
        await until(pilot, lambda: "2 places in 2 rows" in screen_text(app))
        app.screen.query_one("#find", Input).focus()
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).session.summary.proposals == 2


async def test_signs_are_looked_for_as_they_are_typed(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        full_stops = sum(text.count(".") for _, english, _ in NOTICE for text in english)
        app.screen.query_one("#find", Input).value = "."
        await until(pilot, lambda: "places in" in screen_text(app))
        assert f"{full_stops} places in" in screen_text(app), "not every letter"
        app.screen.query_one("#find", Input).value = "ten"
        await until(pilot, lambda: "1 place in 1 row" in screen_text(app))
        app.screen.query_one("#find", Input).value = "w"
        await until(pilot, lambda: "places in" in screen_text(app))
        app.screen.query_one("#whole", Checkbox).value = True
        await until(pilot, lambda: "Nothing is found." in screen_text(app))


async def test_one_place_is_unticked_and_stays_as_it_is(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#find", Input).value = "twenty"
        app.screen.query_one("#put", Input).value = "20"
        await until(pilot, lambda: "2 places in 2 rows" in screen_text(app))
        app.screen.query_one(PlaceList).focus()
        await pilot.press("down", "space")
        await until(pilot, lambda: "2 places in 2 rows, 1 ticked" in screen_text(app))
        assert "[ ] 9" in screen_text(app)
        assert "[x] 4" in screen_text(app)
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, ReplacementQuestion))
        await at_rest(pilot)
        rows = review(app).session.rows
        assert [at for at, row in enumerate(rows) if row.link.proposal] == [3]


@pytest.mark.parametrize("width", [60, 80, 120])
async def test_the_places_are_broken_at_words(root: Path, width: int) -> None:
    async with opened(root, size=(width, 40)) as (app, pilot):
        await pilot.press("~")
        await until(pilot, lambda: isinstance(app.screen, ReplacementQuestion))
        app.screen.query_one("#find", Input).value = "may"
        app.screen.query_one("#put", Input).value = "can"
        await until(pilot, lambda: "3 places in 3 rows" in screen_text(app))
        places = app.screen.query_one(PlaceList)
        await until(pilot, lambda: places.size.height)
        drawn = [places.render_line(y).text for y in range(places.size.height)]
        lines = [line.removeprefix(glyphs.CURSOR).split() for line in drawn]
        assert width > 60 or len(lines) > 3
        words = {word for _, english, _ in NOTICE for text in english for word in text.split()}
        assert {line[-1] for line in lines if line} <= words | {"can"}


def test_a_place_tells_what_is_struck_by_a_stroke_or_by_signs() -> None:
    place = Place((1, 0, 0), "The pool is open.", 4, 8, "プール")
    assert place_text(9, place, True, {}).plain == "[x] 9  The pool プール is open."
    glyphs.use_colour(False)
    try:
        assert place_text(9, place, True, {}).plain == "[x] 9  The [-pool-]{+プール+} is open."
        assert place_text(9, place, False, {}).plain == "[ ] 9  The pool is open."
    finally:
        glyphs.use_colour(True)
