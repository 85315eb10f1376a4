"""Everything has a mouse way: boundaries by arrows, links of distant sentences by two clicks."""

from pathlib import Path

import pytest

from alignbench.tui.app import Workbench
from alignbench.tui.review.candidates import CandidatesPanel
from alignbench.tui.review.mode import Mode
from alignbench.tui.widgets.bilingual import BilingualView
from tests.tui.workbench import at_rest, opened, review, told


def arrow(
    app: Workbench, widget: type[CandidatesPanel | BilingualView], wanted: str
) -> tuple[int, int]:
    """Where `ja 1`, `en -1` and so on can be clicked."""
    side, step = wanted.split()
    found = app.screen.query_one(widget)
    region = found.content_region
    for y in range(region.height):
        for x in range(region.width):
            style = app.screen.get_style_at(region.x + x, region.y + y)
            if style.meta.get("boundary") == (side, int(step)):
                return x + region.x - found.region.x, y + region.y - found.region.y
    raise AssertionError(f"no arrow {wanted}")


def has_arrows(app: Workbench) -> bool:
    try:
        arrow(app, BilingualView, "ja 1")
    except AssertionError:
        return False
    return True


@pytest.mark.parametrize("width", [120, 80])
async def test_arrows_of_the_row_under_the_pointer_move_its_boundaries(
    root: Path, width: int
) -> None:
    async with opened(root, size=(width, 40)) as (app, pilot):
        page = review(app)
        page.row = 2
        await at_rest(pilot)
        assert not has_arrows(app)
        top = page.view.sheet.heights.top(2) + page.current.new_paragraph
        await pilot.hover(BilingualView, offset=(20, top))
        await pilot.click(BilingualView, offset=arrow(app, BilingualView, "en 1"))
        await at_rest(pilot)
        assert (page.row, page.current.link.ja, page.current.link.en) == (2, (2,), (2, 3))
        await pilot.click(BilingualView, offset=arrow(app, BilingualView, "en -1"))
        await at_rest(pilot)
        assert page.current.link.en == (2,)
        assert page.session.summary.confirmed == 0, "two clicks at one place are no double click"
        await pilot.hover(BilingualView, offset=(20, 0))
        await pilot.pause()
        assert not has_arrows(app), "the pointer is on another row"


async def test_the_panel_has_the_same_arrows(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).row = 2
        await at_rest(pilot)
        await pilot.click(CandidatesPanel, offset=arrow(app, CandidatesPanel, "en 1"))
        await at_rest(pilot)
        assert review(app).session.rows[2].link.en == (2, 3)


async def test_two_clicks_link_sentences_of_distant_rows(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        heights = page.view.sheet.heights
        ja = (20, heights.top(4) + 1)  # a paragraph begins with a blank line
        await pilot.click(BilingualView, offset=ja, button=3)
        await at_rest(pilot)
        assert page.mode.name == "LINKING"
        assert told(app) == "Now the same click on what answers it; esc leaves."
        english = page.view.sheet.columns.ja + 20
        await pilot.click(BilingualView, offset=(english, heights.top(7)), control=True)
        await at_rest(pilot)
        assert page.mode.name == "REVIEW"
        assert ((4,), (7,)) in [(row.link.ja, row.link.en) for row in page.session.rows]
        await pilot.press("u")
        await at_rest(pilot)
        assert page.session.rows[4].link.en == ()


async def test_a_plain_click_links_nothing(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.click(BilingualView, offset=(20, 3))
        await at_rest(pilot)
        assert review(app).mode is Mode.REVIEW
        assert review(app).session.undo() is None
