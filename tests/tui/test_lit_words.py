"""The word under the pointer or the cursor, with what answers it; terms of the glossary."""

from pathlib import Path

import pytest

from alignbench.domain.text import Span
from alignbench.pipeline.word_links import PairWords, WordLinker, WordPair
from alignbench.tui.widgets.bilingual import BilingualView
from tests.tui.workbench import at_rest, make_project, opened, review, screen_text, until

TEXTS = [
    (["駅に船が着く。"], ["The ship reaches the station."], 0.9),
    (["猫が寝る。"], ["The cat sleeps."], 0.9),
    (["風が吹く。"], ["It blows."], 0.9),
]
ANSWERS = {"駅": "station", "船": "ship", "猫": "cat"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = make_project(tmp_path / "project", TEXTS)
    (root / "glossary.tsv").write_text("ja\ten\n船\tship\n猫\tdog\n", encoding="utf-8")
    return root


@pytest.fixture(autouse=True)
def linked(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Words are linked as this module says; the Japanese that was asked about."""
    asked: list[str] = []

    def link(_: WordLinker, ja: str, en: str) -> PairWords:
        asked.append(ja)
        return PairWords(
            tuple(
                WordPair(
                    Span(ja.index(one), ja.index(one) + len(one)),
                    Span(en.index(other), en.index(other) + len(other)),
                    0.9,
                )
                for one, other in ANSWERS.items()
                if one in ja
            )
        )

    monkeypatch.setattr(WordLinker, "link", link)
    return asked


def lit(app: object, at: int) -> dict[str, str]:
    """The characters of row `at` that are drawn as lit or as an answer."""
    page = review(app)  # type: ignore[arg-type]
    row = page.session.rows[at]
    texts = {"ja": row.ja[0].view, "en": row.en[0].view}
    return {
        style: texts[side][start:end]
        for (side, number), spans in page.layers.drawn().items()
        for start, end, style in spans
        if style in ("lit", "answer") and number == at
    }


async def test_arrows_light_words_and_tab_goes_to_the_answer(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("right")
        await until(pilot, lambda: lit(app, 0))
        assert lit(app, 0) == {"lit": "駅", "answer": "station"}
        await pilot.press("right")
        assert "船 " in screen_text(app)
        assert lit(app, 0)["answer"] == "ship"
        assert "answered by ship" in screen_text(app)
        assert "ふね" in screen_text(app)
        await pilot.press("tab")
        assert lit(app, 0) == {"lit": "ship", "answer": "船"}
        await pilot.press("escape")
        assert lit(app, 0) == {}


async def test_another_row_puts_the_light_out(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("right")
        await until(pilot, lambda: lit(app, 0))
        await pilot.press("j")
        assert lit(app, 0) == {}
        await pilot.press("k", "left")
        assert lit(app, 0)


async def test_the_pointer_lights_what_it_is_on_and_no_more(root: Path, linked: list[str]) -> None:
    async with opened(root) as (app, pilot):
        row = review(app).view.sheet.heights.top(1) + 1  # below the blank line of a paragraph
        await pilot.hover(BilingualView, offset=(8, row))
        await until(pilot, lambda: lit(app, 1))
        assert lit(app, 1) == {"lit": "猫", "answer": "cat"}
        await pilot.hover(BilingualView, offset=(9, row))  # a particle
        await until(pilot, lambda: not lit(app, 1))
        await pilot.hover(BilingualView, offset=(7, row))
        await until(pilot, lambda: lit(app, 1))
        await pilot.hover(BilingualView, offset=(40, row))
        await until(pilot, lambda: not lit(app, 1))
        assert linked == ["猫が寝る。"]  # no other row was linked


async def test_terms_are_underlined_with_their_english_and_follow_the_file(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        underlay = page.view.underlay
        assert underlay is not None
        assert underlay(0) == {("ja", 0): ((2, 3, "term"),), ("en", 0): ((4, 8, "term"),)}
        assert underlay(1) == {("ja", 1): ((0, 1, "term"),)}
        assert "terms  船 = ship" in screen_text(app)
        (root / "glossary.tsv").write_text("ja\ten\n風\twind\n", encoding="utf-8")
        await pilot.press("G")
        await at_rest(pilot)
        assert "terms  風 = wind" in screen_text(app)
        assert underlay(1) == {}
