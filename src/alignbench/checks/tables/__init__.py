"""Word tables of the lexical checks, one TSV a kind of rule, and how they are read."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of table `name` as tuples; empty lines and lines that begin with # are notes."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def japanese(pattern: str) -> re.Pattern[str]:
    """A Japanese pattern of a table."""
    return re.compile(pattern)


@cache
def english(pattern: str) -> re.Pattern[str]:
    """An English pattern of a table: whole words, any case."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
