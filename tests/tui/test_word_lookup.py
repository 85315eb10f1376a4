"""Looking the lit word up, and the readings of a row."""

import sys
import webbrowser
from pathlib import Path

import pytest

from alignbench.domain.text import Kind, Reading, Segment
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.dialogs.text_page import TextPage
from alignbench.tui.review.controllers.lit_words import LitWordsController
from alignbench.tui.review.controllers.readings import read_words, reading_lines
from alignbench.tui.review.controllers.word_lookup import takes_terminal
from tests.tui.workbench import opened, review, screen_text, toasts, told, until


class Browser(webbrowser.BaseBrowser):
    """Notes what it is to open."""

    asked: list[str]

    def open(self, url: str, new: int = 0, autoraise: bool = True) -> bool:
        self.asked.append(url)
        return True


@pytest.fixture
def lit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(LitWordsController, "word", "図書 館&")


@pytest.mark.usefixtures("lit")
async def test_a_word_is_opened_in_the_browser(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    browser = Browser()
    browser.asked = []
    monkeypatch.setattr(webbrowser, "get", lambda: browser)
    async with opened(root) as (app, pilot):
        await pilot.press("L")
        assert "Nothing says where to look words up." in toasts(app)[-1]
        (root / "alignbench.toml").write_text('[lookup]\nurl = "https://d.example/{word}"\n')
        await pilot.press("L")
        await until(pilot, lambda: "The browser has" in told(app))
        assert browser.asked == ["https://d.example/%E5%9B%B3%E6%9B%B8%20%E9%A4%A8%26"]


@pytest.mark.usefixtures("lit")
async def test_a_program_is_run_once_it_is_allowed_and_its_answer_shown(root: Path) -> None:
    script = "import sys; print('about ' + ascii(sys.argv[1:]))"
    program = [sys.executable, "-c", script, "{word}"]
    (root / "alignbench.toml").write_text(f"[lookup]\nprogram = {program!r}\n")
    async with opened(root) as (app, pilot):
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press("n")
        await until(pilot, lambda: not isinstance(app.screen, Question))
        await pilot.press("L")
        await until(pilot, lambda: isinstance(app.screen, Question))
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, TextPage))
        answer = f"about {['図書 館&']!a}"
        await until(pilot, lambda: answer in screen_text(app))
        await pilot.press("escape", "L")
        await until(pilot, lambda: isinstance(app.screen, TextPage))


async def test_without_a_word_nothing_is_looked_up(root: Path) -> None:
    async with opened(root) as (app, pilot):
        await pilot.press("L")
        assert told(app).startswith("Light a word")


def test_browsers_in_the_terminal_are_known() -> None:
    assert takes_terminal(webbrowser.GenericBrowser("w3m"))
    assert not takes_terminal(webbrowser.BackgroundBrowser("firefox"))


async def test_one_key_tells_readings_and_takes_them_away(root: Path) -> None:
    async with opened(root) as (app, pilot):
        review(app).row = 9
        await pilot.press("h")
        await until(pilot, lambda: "きたぐち" in screen_text(app))
        await pilot.press("k")
        await until(pilot, lambda: "ちゅうしゃ" in screen_text(app))
        assert "きたぐち" not in screen_text(app)
        await pilot.press("h", "h")
        await until(pilot, lambda: "ちゅうしゃ" not in screen_text(app))


def test_ruby_comes_before_the_dictionary() -> None:
    views = ["北口に行く。", "北口だ。"]
    segments = [Segment(0, len(v), Kind.SENTENCE, 0, v) for v in views]
    segments[1] = Segment(0, 4, Kind.SENTENCE, 0, views[1], readings=(Reading(0, 2, "ほっこう"),))
    assert read_words(segments) == [("北口", "きたぐち"), ("行", "い"), ("北口", "ほっこう")]


def test_many_readings_take_three_lines_and_the_rest_is_counted() -> None:
    words = [(f"語{at}", "ごごご") for at in range(20)]
    lines = reading_lines(words, 40, "red")
    assert len(lines) == 3
    assert all(line.cell_len <= 40 for line in lines)
    shown = sum("ご" in part for line in lines for part in line.plain.split())
    assert lines[-1].plain.endswith(f"+{20 - shown}")
    assert reading_lines([], 40, "red")[0].plain == "no kanji here"
