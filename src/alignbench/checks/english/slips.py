"""Turns that no English sentence has: the rows of `tables/english_slips.tsv`.

A row is searched only where one of the words stands with which it can begin, so that a sentence
costs what its words cost and not what the table has.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.tables import alternatives, rows

_HEAD = r"(?:(?<=\A)|(?<=[.!?] )|(?<=[.!?]  )|(?<=[\"“]))"
_OPENING = lazy(rf"{_HEAD}(?!I\b)([A-Z][a-z]*)(?=\b)")
_CLASS = lazy(r"\{([A-Za-z]\w*)\}")
_WORD = lazy(r"(?<![\w/-])[A-Za-z]+")
_ORDINAL = lazy(r"(?<![\w.,-])\d+(?:st|nd|rd|th)\b")
_LEADING = lazy(r"(?P<word>[A-Za-z]+?)(?:(?P<more>[a-z])\?)?(?![\w?*+])")
_NAMES = ("weekday", "month", "land", "tongue")
"""Classes of words that begin with a capital wherever they stand."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A turn, and words one of which stands in every text that has it; none where any may."""

    needed: frozenset[str]
    then: frozenset[str]
    """Words one of which stands behind the first; none where that cannot be told."""
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Table:
    """Turns under the words with which they can begin."""

    at_word: dict[str, tuple[Turn, ...]]
    names: frozenset[str]


@cache
def _table() -> _Table:
    table = [*rows("english_slips")]
    classes = {row[1]: row[2] for row in table if row[0] == "class"}
    at_word: dict[str, list[Turn]] = defaultdict(list)
    for kind, needed, pattern in table:
        if kind == "class":
            continue
        words = frozenset(re.findall(r"\w+", _filled(needed, classes).replace("['’]", " ")))
        for alternative in alternatives(_filled(pattern, classes)):
            turn = _turn(kind, words, alternative)
            for word in leading_words(alternative):
                at_word[word].append(turn)
    names = frozenset(word for name in _NAMES for word in classes[name].split("|"))
    return _Table({word: tuple(found) for word, found in at_word.items()}, names)


def _filled(text: str, classes: dict[str, str]) -> str:
    """`text` with the words of each class that it names."""
    return _CLASS.sub(lambda match: classes[match[1]], text)


def _turn(kind: str, needed: frozenset[str], pattern: str) -> Turn:
    head = _HEAD if kind == "start" else ""
    before, after = r"(?<![\w'’/.%-])", r"(?![\w/]|-\w|['’]\w|\.\w)"
    return Turn(needed, second_words(pattern), lazy(f"{head}{before}(?:{pattern}){after}"))


_GROUP_THAT_MAY_LACK = lazy(r"(?:\(\?:[^()]*\)\?)*")
_LOOK = lazy(r"(?:\(\?<?[!=](?:[^()]|\([^()]*\))*\))*")
_FIRST_WORDS = lazy(r"\(\?:[^()]+\)|[A-Za-z]+(?= )")
"""Words of which one stands first: one word, or a group of them."""


def second_words(pattern: str) -> frozenset[str]:
    """Words of which one must stand somewhere behind the first in a match of one alternative.

    None where the pattern is not one word of some, what may lack, and again one word of some.
    """
    at = _match_end(_LOOK, pattern, 0)
    first = _FIRST_WORDS.match(pattern, at)
    if not first:
        return frozenset()
    at = _match_end(_GROUP_THAT_MAY_LACK, pattern, _match_end(_LOOK, pattern, first.end()))
    try:
        return leading_words(pattern[at + 1 :]) if pattern[at : at + 1] == " " else frozenset()
    except ValueError:
        return frozenset()


def _match_end(pattern: re.Pattern[str], text: str, at: int) -> int:
    match = pattern.match(text, at)
    return match.end() if match else at


def leading_words(pattern: str) -> frozenset[str]:
    """Words with which a match of one alternative can begin.

    Raises `ValueError` where the pattern does not begin with words or a group of them.
    """
    while look := re.match(r"\(\?<?[!=]", pattern):
        pattern = pattern[_closing(pattern, look.end()) :]
    if not pattern.startswith("(?:"):
        word = _LEADING.match(pattern)
        if not word:
            raise ValueError(pattern)
        return frozenset({word["word"], word["word"] + (word["more"] or "")})
    end = _closing(pattern, 3)
    found = frozenset(
        word for inside in alternatives(pattern[3 : end - 1]) for word in leading_words(inside)
    )
    if pattern[end : end + 1] == "?":
        found |= leading_words(pattern[end + 1 :].lstrip(" ?"))
    return found


def _closing(pattern: str, at: int) -> int:
    """Where the group that is open at `at` is behind one."""
    depth, in_class = 1, False
    while depth:
        character = pattern[at]
        if in_class or character == "[":
            in_class = character != "]"
        else:
            depth += (character == "(") - (character == ")")
        at += 1
    return at


def turns(en: str) -> Iterator[re.Match[str]]:
    """Such turns in an English text, each place once."""
    table = _table()
    text = _OPENING.sub(lambda match: _lowered(match[0], table.names), en)
    places = [(match[0], match.start()) for match in _WORD.finditer(text)]
    words = {word for word, _ in places}
    reached = 0
    for word, at in places:
        for turn in table.at_word.get(word, ()):
            if at < reached or (turn.needed and words.isdisjoint(turn.needed)):
                continue
            if turn.then and words.isdisjoint(turn.then):
                continue
            if match := turn.pattern.match(text, at):
                reached = match.end()
                yield match
    for match in _ORDINAL.finditer(text):
        if not _is_ordinal(match[0]):
            yield match


def _lowered(word: str, names: frozenset[str]) -> str:
    """The first word of a sentence as it is written inside one."""
    lower = word.lower()
    return word if lower in names else lower


def _is_ordinal(written: str) -> bool:
    """Whether a number has the ending it has in English: 21st, 22nd, 11th."""
    number, ending = int(written[:-2]), written[-2:]
    if number % 100 in (11, 12, 13):
        return ending == "th"
    return ending == {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
