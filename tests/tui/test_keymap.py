"""A person's own keys: what the file may say, what is told, and what the commands make of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.tui.commands.catalogue import SCREENS, every_command
from alignbench.tui.commands.command import Command, bindings
from alignbench.tui.commands.keymap import Keymap, apply
from alignbench.tui.commands.keymap_file import keymap_file, read_keymap


@pytest.fixture(autouse=True)
def _keys_as_they_come() -> Iterator[None]:
    """Commands live as long as the process: afterwards they have the keys they had."""
    every = [each for commands in SCREENS.values() for each in commands]
    before = [(each.keys, each.shown_keys) for each in every]
    yield
    for each, kept in zip(every, before, strict=True):
        each.keys, each.shown_keys = kept


def command(id_: str) -> Command:  # type: ignore[type-arg]
    return every_command()[id_]


def keymap(tmp_path: Path, text: str) -> Keymap:
    path = tmp_path / "keys.toml"
    path.write_text(text, encoding="utf-8")
    return read_keymap(path)


def said(tmp_path: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        keymap(tmp_path, text)
    assert str(tmp_path / "keys.toml") in caught.value.what
    assert "alignbench keys" in caught.value.hint
    return caught.value.what


def test_commands_take_the_keys_they_are_given_and_no_others(tmp_path: Path) -> None:
    apply(keymap(tmp_path, 'reject = ["J", "f11"]\nsplit = "ctrl+s"\nmerge-with-previous = []\n'))
    assert command("reject").binding.key == "J,Ｊ,f11"
    assert command("split").key_names == "ctrl+s"
    ids = {binding.id for binding in bindings(SCREENS["In a document"])}
    assert "split" in ids
    assert "merge-with-previous" not in ids, "the palette still has it"


def test_a_command_of_another_mode_keeps_a_key_that_was_shared(tmp_path: Path) -> None:
    apply(keymap(tmp_path, 'next-link = "e"\nnext-finding = "j"\n'))
    assert command("next-segment").keys == ("j", "down")


def test_copying_is_shown_with_its_new_first_key(tmp_path: Path) -> None:
    apply(keymap(tmp_path, 'copy = "ctrl+k"'))
    assert command("copy-japanese").key_names == "ctrl+k j"


def test_without_a_file_nothing_changes(tmp_path: Path) -> None:
    assert read_keymap(tmp_path / "nowhere" / "keys.toml") == {}
    assert keymap(tmp_path, "# only an issue\n") == {}


def test_marks_are_spelled_as_people_write_them(tmp_path: Path) -> None:
    found = keymap(tmp_path, "reject = [',', '%']")
    assert found == {"reject": ("comma", "%")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('rejekt = "z"', "no command rejekt (did you mean reject?)"),
        ('reject = "J"\nsplit = "J"', "J would be reject as well as split"),
        ('reject = "ctrl+p"', "ctrl+p is always the same"),
        ('reject = "?"', "? is always the same"),
        ('reject = "hat"', "no key 'hat'"),
        ('reject = "cmd+z"', "no key 'cmd+z'"),
        ('reject = ""', "no key ''"),
        ('reject = "shift+z"', "write Z rather than shift+z"),
        ("reject = 4", "reject needs a key or a list of keys"),
        ('reject = ["z", 4]', "reject needs a key or a list of keys"),
        ('[reject]\nkey = "z"', "reject needs a key or a list of keys"),
        ('copy-both = "z"', "the key of copy-both cannot be changed"),
        ("reject = z", "is not TOML"),
    ],
)
def test_what_cannot_be_meant_is_told(tmp_path: Path, text: str, told: str) -> None:
    assert told in said(tmp_path, text)


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    told = said(tmp_path, 'rejekt = "z"\nsplit = "hat"\nreject = "?"\n')
    assert all(part in told for part in ("rejekt", "hat", "? is always"))


def test_a_file_that_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(InputError, match="not TOML"):
        read_keymap(tmp_path / "keys.toml")
    (tmp_path / "folder.toml").mkdir()
    with pytest.raises(InputError, match="cannot be read"):
        read_keymap(tmp_path / "folder.toml")


def test_the_folder_is_the_users_or_the_one_that_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALIGNBENCH_CONFIG", str(tmp_path))
    assert keymap_file() == tmp_path / "keys.toml"
    monkeypatch.delenv("ALIGNBENCH_CONFIG")
    assert keymap_file().parent.name == "alignbench"


def test_ones_own_key_is_taken_from_a_command_that_has_it_as_it_comes(tmp_path: Path) -> None:
    told = apply(keymap(tmp_path, 'reject = "z"\nsplit = "m"\n'))
    assert command("reject").keys == ("z",)
    assert "z" not in command("come-back-later").keys
    assert command("merge-with-next").keys == ()
    assert told == [
        "z is yours for Reject; Come back later has no key now.",
        "m is yours for Split; Merge with next has no key now.",
    ]


def test_a_key_is_taken_on_the_screen_where_it_would_mean_two_things_and_no_other(
    tmp_path: Path,
) -> None:
    apply(keymap(tmp_path, 'go-to-pair = "u"\n'))
    review, issues = (
        {each.id: each for each in SCREENS[screen]}
        for screen in ("In a document", "In the list of findings and flags")
    )
    assert review["undo"].keys == ("u", "ctrl+z")
    assert issues["undo"].keys == ("ctrl+z",)
