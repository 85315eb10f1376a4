"""The commands by name, each loaded when it is called or asked about, not before."""

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class CommandTable(MutableMapping[str, click.Command]):
    """Commands in the order people meet them.

    A command's options bring with them what they name: formats, checks, kinds of flags. To say
    what `status` says, those of all the others need not be loaded.
    """

    def __init__(self, places: Mapping[str, str]) -> None:
        """`places` says for each name which module of `alignbench.cli` holds what: `open:show`."""
        self._places = dict(places)
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            module, _, attribute = self._places[name].partition(":")
            self._loaded[name] = getattr(import_module(f"alignbench.cli.{module}"), attribute)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._places[name] = ""
        self._loaded[name] = command

    def __delitem__(self, name: str) -> None:
        del self._places[name]
        self._loaded.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
