"""Word tables of the lexical checks, one TSV a kind of rule, and how they are read."""

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from alignbench.checks.lazy_pattern import lazy


def rows(name: str) -> Iterator[tuple[str, ...]]:
    """The rows of table `name` as tuples; empty lines and lines that begin with # are notes."""
    text = files(__package__).joinpath(f"{name}.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield tuple(line.split("\t"))


@cache
def japanese(pattern: str) -> re.Pattern[str]:
    """A Japanese pattern of a table, compiled when first used: most of a table never is."""
    return lazy(pattern)


def alternatives(pattern: str) -> Iterator[str]:
    """The alternatives of a regular expression, in order; groups are left whole."""
    depth, start, inside = 0, 0, False
    for at, char in enumerate(pattern):
        if char in "[]":
            inside = char == "["
        elif not inside and char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth and not inside:
            yield pattern[start:at]
            start = at + 1
    yield pattern[start:]


_CONTRACTED = re.compile(r"(?:^|(?<=[|:(]))(?=n\['’\]t)")


@cache
def english(pattern: str) -> re.Pattern[str]:
    """An English pattern of a table: whole words, any case; n't stands for don't, can't and all."""
    pattern = _CONTRACTED.sub(r"\\w*", pattern)
    return lazy(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
