"""Regular expressions that are compiled when they are first used, not when a module is read.

Many commands import the checks and run none; the patterns of a few modules are large.
"""

import re
from typing import Any, cast


class _LazyPattern:
    def __init__(self, source: str, flags: int) -> None:
        self.pattern = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """What the compiled pattern has of this name; kept, so that it is looked for once."""
        found = getattr(re.compile(self.pattern, self._flags), name)
        if not name.startswith("__"):
            setattr(self, name, found)
        return found


def lazy(source: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern that behaves like `re.compile(source, flags)`, and costs nothing until used."""
    return cast(re.Pattern[str], _LazyPattern(source, flags))
