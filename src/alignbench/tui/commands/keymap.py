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

from alignbench.messages import t
from alignbench.tui.commands.catalogue import SCREENS, every_command
from alignbench.tui.commands.command import Command

Keymap = Mapping[str, Sequence[str]]
"""Keys by command id, as `Command.keys` has them."""
FIXED = ("ctrl+p", "f1", "?", "question_mark", "ctrl+q")
"""Keys that lead to all others, and out: they stay."""
_MODIFIERS = {"ctrl", "shift", "alt", "super", "hyper", "meta"}
_NAMES = {str(key.value) for key in Keys} | {"space"}
_SPELLED = {",": "comma", " ": "space", "\u3000": "space"}


def read(data: Mapping[str, object]) -> tuple[Keymap, list[str]]:
    """The keymap that a file's `id = "key"` or `id = ["key", …]` make, and what is wrong in it."""
    known = every_command()
    keymap: dict[str, tuple[str, ...]] = {}
    troubles: list[str] = []
    for id_, value in data.items():
        keys = [value] if isinstance(value, str) else value
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            troubles.append(t("{id} needs a key or a list of keys", id=id_))
        elif id_ not in known:
            near = get_close_matches(id_, known, 1)
            troubles.append(
                t("there is no command {id} (did you mean {near}?)", id=id_, near=near[0])
                if near
                else t("there is no command {id}", id=id_)
            )
        elif not known[id_].is_rebindable:
            troubles.append(t("the key of {id} cannot be changed", id=id_))
        else:
            keymap[id_] = tuple(dict.fromkeys(map(_spelled, keys)))
            troubles += [f"{id_}: {told}" for key in keymap[id_] if (told := _trouble(key))]
    return keymap, [*troubles, *_clashes(keymap)]


def apply(keymap: Keymap) -> list[str]:
    """Give the commands these keys, before any screen has been made of them.

    What two screens have under one name gets its keys on both. A key that the keymap gives to one
    command is taken from every other that only has it as it comes; says which, for people.
    """
    every = [command for commands in SCREENS.values() for command in commands]
    told = list(dict.fromkeys(_give_way(keymap)))
    for command in every:
        if command.id in keymap:
            command.rebind(keymap[command.id])
    for command in every:
        if command.after in keymap:
            command.shown_keys = " ".join((*keymap[command.after][:1], *command.keys))
    return told


def _give_way(keymap: Keymap) -> Iterable[str]:
    """Take from commands that the keymap does not name the keys that it gives to others."""
    for commands in SCREENS.values():
        for one, other, keys in _shared(commands, keymap):
            if one.id in keymap and other.id in keymap:
                continue
            own, loser = (one, other) if one.id in keymap else (other, one)
            loser.rebind(key for key in loser.keys if key not in keys)
            yield t(
                "{keys} is yours for {command}; {other} has {left} now.",
                keys=" ".join(sorted(keys)), command=own.title, other=loser.title,
                left=loser.own_keys or t("no key"),
            )  # fmt: skip


def _spelled(key: str) -> str:
    """A key as Textual names it in a list, where commas and blanks mean something."""
    return _SPELLED.get(key, key)


def _trouble(key: str) -> str:
    """What is wrong with a key's name; nothing if it is one."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    if key in FIXED:
        return t("{key} is always the same", key=key)
    if not set(modifiers) <= _MODIFIERS or not _is_key(name):
        return t("there is no key {key}", key=repr(key))
    if modifiers == ["shift"] and len(name) == 1:
        return t("write {letter} rather than {key}", letter=name.upper(), key=key)
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
    """Keys that the keymap gives to two commands at once, or takes from one that needs them."""
    for commands in SCREENS.values():
        for one, other, keys in _shared(commands, keymap):
            named = one.id in keymap and other.id in keymap
            if named or not (one.is_rebindable and other.is_rebindable):
                yield t(
                    "{keys} would be {one} as well as {other}",
                    keys=" and ".join(sorted(keys)), one=one.id, other=other.id,
                )  # fmt: skip


def _shared(
    commands: Sequence[Command[Any]], keymap: Keymap
) -> Iterable[tuple[Command[Any], Command[Any], set[str]]]:
    """Commands of one screen that would share keys, where they do not by themselves."""
    for one, other in combinations(commands, 2):
        if one.id in keymap or other.id in keymap:
            now = set(keymap.get(one.id, one.keys)) & set(keymap.get(other.id, other.keys))
            if now and _meet(one, other) and not set(one.keys) & set(other.keys):
                yield one, other, now


def _meet(one: Command[Any], other: Command[Any]) -> bool:
    """Whether there is a mode in which both apply."""
    return not one.modes.isdisjoint(other.modes)
