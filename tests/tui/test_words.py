"""Words without an answer, underlined in the chosen row."""

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Kind, Segment
from alignbench.pipeline.word_links import WordLinker
from alignbench.project import Project
from alignbench.review import Row
from alignbench.tui.app import Workbench
from alignbench.tui.review.controllers.words import unanswered
from alignbench.tui.review.layers import Place
from alignbench.tui.review.screen import ReviewScreen
from tests.tui.workbench import until

JA = "日曜日、母は市場へ出かけた。\n図書館は午後八時まで開いている。\n"
EN = "On Sunday my mother went to the market.\nThe library stays open until eight in the evening.\n"
SHORT = EN.replace(" until eight in the evening", "")


def row(ja: list[str], en: list[str]) -> Row:
    def segments(views: list[str]) -> tuple[Segment, ...]:
        return tuple(Segment(0, len(view), Kind.SENTENCE, 0, view) for view in views)

    link = Link(1, tuple(range(7, 7 + len(ja))), tuple(range(3, 3 + len(en))), Status.SUGGESTED,
                Origin.ALIGNER, 0.9)  # fmt: skip
    return Row(link, segments(ja), segments(en), False, False, False)


def words(found: dict[Place, Any], shown: Row) -> list[tuple[Place, str]]:
    views = {("ja", 7 + at): each.view for at, each in enumerate(shown.ja)}
    views |= {("en", 3 + at): each.view for at, each in enumerate(shown.en)}
    return [
        (place, views[place][start:end])
        for place, spans in found.items()
        for start, end, style in spans
        if style == "unanswered"
    ]


def test_words_are_found_in_the_segment_they_stand_in() -> None:
    shown = row(
        ["日曜日、母は市場へ出かけた。", "新鮮な魚と赤いりんごを買った。"],
        ["On Sunday my mother went to the market."],
    )
    found = words(unanswered(shown, WordLinker()), shown)
    assert {place for place, _ in found} == {("ja", 8)}
    assert {"魚", "赤い"} & {word for _, word in found}


def test_a_null_link_has_none() -> None:
    assert unanswered(row(["日曜日、母は市場へ出かけた。"], []), WordLinker()) == {}


@pytest.fixture
async def pilot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Pilot[None]]:
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    project = Project.create(tmp_path / "work")
    for folder, text in (("ja", JA), ("en", SHORT)):
        (project.root / "data" / folder / "walk.txt").write_text(text, encoding="utf-8")
    (files,) = project.pairs()
    project.import_document(files.ja, files.en)
    app = Workbench(project)
    async with app.run_test(size=(120, 30)) as running:
        await until(running, lambda: isinstance(app.screen, ReviewScreen))
        await running.pause()
        yield running
    project.close()


def drawn(pilot: Pilot[None]) -> set[Place]:
    screen = pilot.app.screen
    assert isinstance(screen, ReviewScreen)
    return set(screen.controls.page.layers.drawn())


async def test_w_shows_them_follows_the_row_and_hides_them(pilot: Pilot[None]) -> None:
    await pilot.press("j", "w")
    await until(pilot, lambda: drawn(pilot) == {("ja", 1)})
    await pilot.press("k")
    await until(pilot, lambda: drawn(pilot) == set())
    await pilot.press("j")
    await until(pilot, lambda: drawn(pilot) == {("ja", 1)})
    await pilot.press("w")
    assert drawn(pilot) == set()
