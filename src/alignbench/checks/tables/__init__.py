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


_AROUND = re.compile(r"\(\?<?[!=](?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")
"""What a pattern only looks at: no part of a match."""
_PLAIN = re.compile(r"[^\W\d_a-zA-Zぁ-ん]")
_CLASS = re.compile(r"\[\^?[^\]]*\]")


def key_characters(pattern: str) -> frozenset[str]:
    """Characters one of which stands in any match of a Japanese pattern; a superset.

    Kanji and katakana where each alternative has some, its kana where it has none.
    """
    keys: set[str] = set()
    for alternative in alternatives(_AROUND.sub("", pattern)):
        required = _PLAIN.findall(_CLASS.sub("", alternative)) or _PLAIN.findall(alternative)
        keys.update(required or re.findall(r"[ぁ-ん]", alternative))
    return frozenset(keys)


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


@cache
def english(pattern: str) -> re.Pattern[str]:
    """An English pattern of a table: whole words, any case."""
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)
