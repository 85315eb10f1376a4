"""Keys and pastes in one burst go where they would have gone one by one."""

from pathlib import Path

from textual.events import Event, Key, Paste
from textual.widgets import Input, TextArea

from alignbench.tui.app import Workbench
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.replacement import ReplacementQuestion
from tests.tui.workbench import at_rest, opened, review, screen_text, until

WORDS = "Each reader may take home at most ten books, whatever kind they are."
NAMES = {" ": "space", ",": "comma", ".": "full_stop", ":": "colon", "~": "tilde", "/": "slash"}


def burst(app: Workbench, *what: str | Event) -> None:
    """Put keys into the app's queue at once, none waiting for another."""
    for each in what:
        if isinstance(each, Event):
            app.post_message(each)
        else:
            character = "\r" if each == "enter" else each if len(each) == 1 else None
            app.post_message(Key(NAMES.get(each, each), character))


async def test_a_wording_typed_in_one_burst_is_kept_whole(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 2
        burst(app, "b", "ctrl+a", *WORDS, "enter")
        await until(pilot, lambda: page.current.link.proposal)
        assert page.current.link.proposal
        assert page.current.link.proposal.text == WORDS
        assert page.session.summary.proposals == 1


async def test_a_wording_pasted_and_kept_at_once_is_kept_whole(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 2
        burst(app, "b", "ctrl+a", Paste(WORDS), *" Or not.", "enter")
        await until(pilot, lambda: page.current.link.proposal)
        assert page.current.link.proposal
        assert page.current.link.proposal.text == f"{WORDS} Or not."


async def test_what_is_pasted_into_an_open_dialog_is_kept_by_the_enter_behind_it(
    root: Path,
) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        page.row = 2
        await pilot.press("b", "ctrl+a", "delete")
        await until(pilot, lambda: not app.screen.query_one(TextArea).text)
        burst(app, Paste(WORDS), "enter")
        await until(pilot, lambda: page.current.link.proposal)
        assert page.current.link.proposal
        assert page.current.link.proposal.text == WORDS


async def test_a_note_is_kept_whole(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        burst(app, "t", Paste(WORDS), *" Ask.", "enter")
        await until(pilot, lambda: page.current.link.note)
        assert page.current.link.note == f"{WORDS} Ask."


async def test_a_flag_is_chosen_and_commented_in_one_burst(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        burst(app, "f", "o", "4", "tab", "tab", *"half is gone", "enter")
        await until(pilot, lambda: page.current.flags)
        flag = page.current.flags[0]
        assert (flag.type, flag.comment) == ("accuracy/omission", "half is gone")
        await until(pilot, lambda: not isinstance(app.screen, FlagQuestion))


async def test_a_number_typed_with_its_colon_is_gone_to(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        burst(app, ":", *"8", "enter", "k")
        await until(pilot, lambda: page.row == 6)
        await at_rest(pilot)
        assert page.session.undo() is None


async def test_a_replacement_typed_in_one_burst_is_proposed(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        burst(app, "~", *"twenty", "tab", *"thirty", "enter")
        await until(pilot, lambda: page.session.summary.proposals)
        assert page.session.summary.proposals == 2
        assert not isinstance(app.screen, ReplacementQuestion)


async def test_words_sought_in_one_burst_leave_the_next_keys_to_the_document(root: Path) -> None:
    async with opened(root) as (app, pilot):
        page = review(app)
        burst(app, "/", *"twenty", "enter", "n")
        await until(pilot, lambda: page.row == 8)
        assert app.screen.query_one("#search-input", Input).value == "twenty"


async def test_the_flag_dialog_names_what_its_keys_do_in_a_small_terminal(root: Path) -> None:
    async with opened(root, size=(80, 24)) as (app, pilot):
        await pilot.press("f")
        await until(pilot, lambda: "1-4: neutral to critical  tab: next" in screen_text(app))
        assert "enter: flag it" in screen_text(app)
        kind, severity = list(app.screen.query(".field .name"))[:2]
        assert kind.styles.text_style.underline
        assert not severity.styles.text_style.underline
