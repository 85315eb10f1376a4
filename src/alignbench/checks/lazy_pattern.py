"""Regular expressions that are compiled when they are first searched for, not when a module is read.

Many commands import the checks and run none. Where checks run, one pass over a text tells of all
patterns that are looked for in every pair which cannot match in it (`look_through`): these are
neither compiled nor searched for.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, cast

from alignbench.checks.prefilter import Prefilter

_PREFILTER = Prefilter()
_absent = _PREFILTER.absent.get
look_through = _PREFILTER.look_through
"""Tell which patterns cannot match in a text, before many are searched for in it."""
_BEHIND = {"_search": "search", "_finditer": "finditer", "_findall": "findall", "_sub": "sub"}
Put = str | Callable[[re.Match[str]], str]


class _LazyPattern:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self.flags_given = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has of this name; kept, so that it is looked for once."""
        found = getattr(re.compile(self.pattern, self.flags_given), name)
        if not name.startswith("__"):
            setattr(self, name, found)
        return found


class _FilteredPattern(_LazyPattern):
    bit = 0
    """Its bit among those of the prefilter; none before that knows it."""
    unfiltered = False
    """Whether the prefilter can tell nothing of it."""

    def search(self, text: str, *places: int) -> re.Match[str] | None:
        """As the method of a pattern, and so are the others."""
        return None if self.bit & _absent(text, 0) else self._search(text, *places)

    def finditer(self, text: str, *places: int) -> Iterator[re.Match[str]]:
        return iter(()) if self.bit & _absent(text, 0) else self._finditer(text, *places)

    def findall(self, text: str, *places: int) -> list[Any]:
        return [] if self.bit & _absent(text, 0) else self._findall(text, *places)

    def sub(self, put: Put, text: str, count: int = 0) -> str:
        return text if self.bit & _absent(text, 0) else self._sub(put, text, count)

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern, which is compiled now and asked directly from now on."""
        if name not in _BEHIND:
            return super().__getattr__(name)
        compiled = re.compile(self.pattern, self.flags_given)
        for behind, method in _BEHIND.items():
            found = getattr(compiled, method)
            setattr(self, behind, found)
            if self.unfiltered:
                setattr(self, method, found)
        return getattr(self, name)


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that behaves like `re.compile(source, flags)`, and costs nothing until used."""
    return cast(re.Pattern[str], _LazyPattern(source, flags))


def filtered(source: str, flags: int = 0) -> re.Pattern[str]:
    """A lazy pattern that is not searched for in a text looked through that cannot match it.

    For patterns of a module, which are looked for in every pair: those of tables are too many.
    """
    made = _FilteredPattern(source, flags)
    _PREFILTER.add(made)
    return cast(re.Pattern[str], made)
