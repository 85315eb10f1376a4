"""Other keys for commands: what a person's keymap may say, and giving the commands its keys.

Textual's own keymaps do not serve: they take a key away from every command that has it, and here
commands of different modes share keys.
"""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from itertools import combinations
from typing import Any
from unicodedata import lookup

from textual.keys import Keys

from alignbench.tui.commands.catalogue import ISSUE_COMMANDS, REVIEW_COMMANDS, by_id
from alignbench.tui.commands.command import Command
from alignbench.tui.library.commands import LIBRARY_COMMANDS
from alignbench.tui.review.commands.search_and_copy import CopiesText

Keymap = Mapping[str, Sequence[str]]
"""Keys by command id, as `Command.keys` has them."""
SCREENS: Mapping[str, tuple[Command[Any], ...]] = {
    "In the library": LIBRARY_COMMANDS,
    "In a document": REVIEW_COMMANDS,
    "In the list of findings and flags": ISSUE_COMMANDS,
}
FIXED = ("ctrl+p", "f1", "?", "question_mark", "ctrl+q")
"""Keys that lead to all others, and out: they stay."""
_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMES = {str(key.value) for key in Keys} | {"space"}
_SPELLED = {",": "comma", " ": "space", "\u3000": "space"}


def every_command() -> dict[str, Command[Any]]:
    """All commands by id; of those that several screens have, the first screen's."""
    known: dict[str, Command[Any]] = {}
    for commands in SCREENS.values():
        known = {**by_id(commands), **known}
    return known


def read(data: Mapping[str, object]) -> tuple[Keymap, list[str]]:
    """The keymap that a file's `id = "key"` or `id = ["key", …]` make, and what is wrong in it."""
    known = every_command()
    keymap: dict[str, tuple[str, ...]] = {}
    troubles: list[str] = []
    for id_, value in data.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            troubles.append(f"{id_} needs a key or a list of keys")
        elif id_ not in known:
            near = get_close_matches(id_, known, 1)
            hint = f" (did you mean {near[0]}?)" if near else ""
            troubles.append(f"there is no command {id_}{hint}")
        elif not known[id_].is_rebindable:
            troubles.append(f"the key of {id_} cannot be changed")
        else:
            keymap[id_] = tuple(dict.fromkeys(map(_spelled, keys)))
            troubles += [f"{id_}: {told}" for key in keymap[id_] if (told := _trouble(key))]
    return keymap, [*troubles, *_clashes(keymap)]


def apply(keymap: Keymap) -> None:
    """Give the commands these keys, before any screen has been made of them.

    What two screens have under one name gets its keys on both.
    """
    every = [command for commands in SCREENS.values() for command in commands]
    for command in every:
        if command.id in keymap:
            command.rebind(keymap[command.id])
    if "copy" in keymap:
        for command in every:
            if isinstance(command, CopiesText) and command.shown_keys:
                command.shown_keys = " ".join((*keymap["copy"][:1], *command.keys))


def _spelled(key: str) -> str:
    """A key as Textual names it in a list, where commas and blanks mean something."""
    return _SPELLED.get(key, key)


def _trouble(key: str) -> str:
    """What is wrong with a key's name; nothing if it is one."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    if key in FIXED:
        return f"{key} is always the same"
    if not set(modifiers) <= _MODIFIERS or not _is_key(name):
        return f"there is no key {key!r}"
    if modifiers == ["shift"] and len(name) == 1:
        return f"write {name.upper()} rather than {key}"
    return ""


def _is_key(name: str) -> bool:
    if len(name) == 1:
        return name.isprintable()
    if name in _NAMES:
        return True
    try:
        return bool(lookup(name.replace("_", " ")))
    except KeyError:
        return False


def _clashes(keymap: Keymap) -> Iterable[str]:
    """Keys that would mean two things at once, where they do not by themselves."""
    for commands in SCREENS.values():
        for one, other in combinations(commands, 2):
            now = set(keymap.get(one.id, one.keys)) & set(keymap.get(other.id, other.keys))
            if now and _meet(one, other) and not set(one.keys) & set(other.keys):
                keys = " and ".join(sorted(now))
                yield f"{keys} would be {one.id} as well as {other.id}"


def _meet(one: Command[Any], other: Command[Any]) -> bool:
    """Whether there is a mode in which both apply."""
    modes = (frozenset(getattr(command, "modes", {None})) for command in (one, other))
    return not frozenset.isdisjoint(*modes)
