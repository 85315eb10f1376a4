"""The commands as a catalogue: each has a key, words, an id, a palette entry, a mouse way."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest

from alignbench.review.shown_rows import ShownRows
from alignbench.tui.commands.command import Command, bindings
from alignbench.tui.commands.groups import ORDER
from alignbench.tui.issues.commands import ISSUE_COMMANDS
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.review.commands.all_commands import REVIEW_COMMANDS
from alignbench.tui.review.controls import ReviewControls
from tests.tui.workbench import (
    at_rest,
    controls,
    do,
    make_project,
    opened,
    review,
    screen_text,
    until,
)

ALL: tuple[Command[Any], ...] = (*REVIEW_COMMANDS, *ISSUE_COMMANDS, *LIBRARY_COMMANDS)


def test_every_command_has_keys_words_and_a_group() -> None:
    for command in ALL:
        assert command.keys, command.id
        assert command.help.endswith("."), command.id
        assert len(command.help) <= 100, command.id
        assert command.group in ORDER, command.id
        assert command.binding.id == command.id
        assert command.binding.tooltip == command.help


@pytest.mark.parametrize("commands", [REVIEW_COMMANDS, ISSUE_COMMANDS, LIBRARY_COMMANDS])
def test_ids_are_unique_and_titles_are_sentences(commands: tuple[Command[Any], ...]) -> None:
    ids = [command.id for command in commands]
    assert len(ids) == len(set(ids))
    assert all(command.title[0].isupper() for command in commands)


TAKE_TURNS = [
    # While words are looked at, a search stands, or one came from the list.
    # A selected candidate comes first.
    {
        "leave-selected",
        "leave-words",
        "end-search",
        "back-to-list",
        "list-everything",
        "back-to-pair",
    },
    {"take-selected", "stay-here", "next-match", "confirm-and-go-on"},
    {"next-match", "next-doubtful"},
    {"previous-match", "previous-doubtful"},
    # On a finding, or on a flag.
    {"flag-finding-revised", "edit-flag"},
    {"dismiss-finding", "tell-of-flag"},
]


@pytest.mark.parametrize("commands", [REVIEW_COMMANDS, ISSUE_COMMANDS, LIBRARY_COMMANDS])
def test_a_key_means_one_thing_at_a_time(commands: tuple[Command[Any], ...]) -> None:
    for one, other in combinations(commands, 2):
        together = one.modes & other.modes and one.after == other.after
        if together and not any({one.id, other.id} <= turns for turns in TAKE_TURNS):
            assert not set(one.keys) & set(other.keys), (one.id, other.id)


def test_letters_are_bound_in_full_width_beside_the_plain_ones() -> None:
    for binding in bindings(ALL):
        keys = binding.key.split(",")
        for key in keys:
            if len(key) == 1 and key.isascii():
                assert chr(ord(key) + 0xFEE0) in keys
    assert "ideographic_space" in next(b.key for b in bindings(ALL) if "space" in b.key)


ESSENTIAL = {
    "confirm-and-go-on", "reject", "undo", "redo", "search", "next-match", "next-link",
    "previous-link", "next-paragraph", "previous-paragraph", "next-doubtful", "previous-doubtful",
    "first-link", "last-link", "page-down", "page-up", "go-to-link", "back-to-library",
    "findings-and-flags",
}  # fmt: skip


@pytest.mark.parametrize("id_", sorted(ESSENTIAL))
def test_what_is_essential_needs_no_letter(id_: str) -> None:
    """An input method keeps letters to itself; these keys always arrive."""
    command = next(each for each in REVIEW_COMMANDS if each.id == id_)
    assert any(len(key) > 1 for key in command.keys)


async def test_every_command_is_in_the_palette_when_it_applies(tmp_path: Path) -> None:
    """The palette is also the mouse way to every command: it opens with a click."""
    missing = {command.id for command in REVIEW_COMMANDS}

    def look(screen: ReviewControls) -> None:
        missing.difference_update(c.id for c in REVIEW_COMMANDS if c.is_offered(screen))

    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        screen = controls(app)
        await pilot.press("j")
        await at_rest(pilot)
        look(screen)
        await do(pilot, "link-by-hand")
        look(screen)
        await do(pilot, "leave-linking", "copy")
        look(screen)
        await pilot.press("escape", "f", "enter")
        await at_rest(pilot)
        screen.links.edit(lambda session: session.proposals.propose(1, "Open until eight."))
        screen.came_from_list = True
        screen.page.show_only(ShownRows(flags=b"\1" * 10), 1)
        look(screen)
        await pilot.press("right")
        await at_rest(pilot)
        look(screen)
        await pilot.press("slash", *"二十", "enter")
        await until(pilot, lambda: "1/" in screen_text(app))
        look(screen)
        await until(pilot, lambda: screen.page.panel.shown)
        screen.page.panel.select(1)
        look(screen)
    # Candidates 4 to 9 are offered where there are so many; the canned ones are three.
    assert missing == {f"choose-candidate-{n}" for n in range(4, 10)} | {
            "prepare-candidates", "stay-here",  # which is for keys alone
        }  # fmt: skip


async def test_the_palette_lists_all_before_one_types_and_does_what_is_chosen(
    tmp_path: Path,
) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, pilot):
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Confirm and go on" in screen_text(app))
        assert "space  enter" in screen_text(app)
        await pilot.press(*"merge with n")
        await until(pilot, lambda: "Confirm and go on" not in screen_text(app))
        await pilot.press("enter")
        await at_rest(pilot)
        assert review(app).session.rows[0].link.ja == (0, 1)


async def test_a_command_that_does_not_apply_is_not_offered(tmp_path: Path) -> None:
    root = make_project(tmp_path / "project")
    async with opened(root) as (app, _):
        offered = {c.id for c in REVIEW_COMMANDS if c.is_offered(controls(app))}
        assert not offered & {"remove-flag", "next-match", "mark-segment", "leave-copying"}


async def test_the_second_key_of_copying_is_the_one_that_is_named(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path)) as (app, pilot):
        await pilot.press("y")
        await until(pilot, lambda: "j copy Japanese" in screen_text(app))
        assert "y j" not in screen_text(app)
