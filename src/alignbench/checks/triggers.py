"""Which entries of a table can have a match in a text: told without searching for each of them.

Tables hold hundreds of patterns and a sentence matches few. Every match of a pattern holds one of
its trigger strings, so that a text without any of them need not be searched, and a pattern that no
text triggers is never compiled.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from math import prod
from typing import Generic, TypeVar

from alignbench.checks.tables import alternatives

T = TypeVar("T")
Strings = frozenset[str]
_PART = re.compile(
    r"(?P<look>\(\?<?[!=])|(?P<group>\((?:\?:|\?P<\w+>|(?!\?)))|(?P<other>\(\?(?:[aimsx]+:|P=))"
    r"|\[(?P<no>\^?)(?P<class>[^\]]*)\]|\\(?P<escape>.)|(?P<char>[^()\[\]\\])",
    re.DOTALL,
)
_TIMES = re.compile(r"[?*+]\??|\{\d*,?\d*\}\??")
_MAY_LACK = re.compile(r"\*|\{0?,")
_ANCHORS = "^$"
_ANCHORING_ESCAPES = "AZbB"
_CLASS_OF_CHARACTERS = re.compile(r"[dDsSwW0-9]")
_NOTHING: Strings = frozenset({""})
_MOST_STRINGS = 64
_COMMON = (
    "の、はにをるたしとでてがいすれなーまンらっかコスさりもトあイルうよきくラ「」ッドク日リアだそめけ・ロ年タん大シ人プつフえ国行"
    "コジ者ど中一おやレわテ定ちィムデメ用出時ナ合ウ月バせ後上新場本間カグみマ事ブ発同彼パュ前サ要分的対明使チ会子ョ生ニセオ見べば"
    "代関家キ成地作方動じ内自手入び表エャ長ェ部へ名目ポ最市開言実数ビ性ダ通戦山業全ず高理立政下法所以当今取回期加主選現"
)
"""The commonest characters of Japanese texts, the commonest first."""
_RANK = {character: rank for rank, character in enumerate(_COMMON, 1)}
_RARE = 2 * len(_COMMON)


class ByTrigger(Generic[T]):
    """Entries of a table under the strings that their patterns need."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Each entry with its Japanese pattern."""
        self._entries: list[T] = []
        self._always: list[int] = []
        at_character: dict[str, list[tuple[str, int]]] = defaultdict(list)
        for place, (pattern, entry) in enumerate(entries):
            self._entries.append(entry)
            strings = trigger_strings(pattern)
            if strings is None:
                self._always.append(place)
            for string in strings or ():
                at_character[min(string, key=_frequency)].append((string, place))
        self._at = dict(at_character)
        self._characters = frozenset(at_character)

    @property
    def all(self) -> Sequence[T]:
        """Every entry, in order."""
        return self._entries

    def in_text(self, text: str) -> Iterator[T]:
        """The entries that may have a match in `text`, in order."""
        places = set(self._always)
        for character in self._characters & _characters(text):
            for string, place in self._at[character]:
                if string in text:
                    places.add(place)
        return (self._entries[place] for place in sorted(places))


@lru_cache(maxsize=8)
def _characters(text: str) -> frozenset[str]:
    """The characters of a text: all tables ask for those of one text after the other."""
    return frozenset(text)


def trigger_strings(pattern: str) -> Strings | None:
    """Strings one of which stands in every match of `pattern`; None where none need stand."""
    found: set[str] = set()
    for alternative in alternatives(pattern):
        best = min(_needed(alternative), key=_share, default=None)
        if best is None:
            return None
        found |= best
    return frozenset(
        each for each in found if not any(other in each for other in found if other != each)
    )


def _share(strings: Strings) -> float:
    """How many texts have one of `strings`, roughly: as if characters fell independently."""
    return sum(prod(map(_frequency, string)) for string in strings)


def _frequency(character: str) -> float:
    """How often a character stands in a text, roughly: by the law of Zipf."""
    return 1 / _RANK.get(character, _RARE)


def _needed(alternative: str) -> Iterator[Strings]:
    """For each stretch that no match of an alternative can lack, all that it may be."""
    run = _NOTHING
    for may_be, inside, repeats in _parts(alternative):
        longer = None if may_be is None else _joined(run, may_be)
        if longer is None:
            if "" not in run:
                yield run
            if inside and (within := trigger_strings(inside)):
                yield within
        run = longer or may_be or _NOTHING
        if repeats:
            if "" not in run:
                yield run
            run = _NOTHING
    if "" not in run:
        yield run


def _parts(alternative: str) -> Iterator[tuple[Strings | None, str, bool]]:
    """The parts of an alternative: all that each may be (None: it cannot be listed), the pattern
    inside a group that stands at least once, and whether the part may stand more than once.
    """
    at = 0
    while part := _PART.match(alternative, at):
        at = part.end()
        inside = ""
        if part["look"] or part["group"] or part["other"]:
            at = _closing(alternative, at)
            inside = alternative[part.end() : at - 1]
        may_be = _expanded(part, inside)
        within = inside if part["group"] else ""
        times = _TIMES.match(alternative, at)
        if not times:
            yield may_be, within, False
            continue
        at = times.end()
        if times[0].startswith("?"):
            yield None if may_be is None else may_be | _NOTHING, "", False
        elif _MAY_LACK.match(times[0]):
            yield None, "", False
        else:
            yield may_be, within, True
    if at < len(alternative):
        yield None, "", False


def _expanded(part: re.Match[str], inside: str) -> Strings | None:
    """All that a part may be once, looks to the sides left out; None where it cannot be listed."""
    if part["look"]:
        return _NOTHING
    if part["group"]:
        return _expansions(inside)
    if part["class"] is not None:
        plain = not part["no"] and part["class"] and not re.search(r"\\|.-.", part["class"])
        return frozenset(part["class"]) if plain else None
    if part["escape"]:
        if part["escape"] in _ANCHORING_ESCAPES:
            return _NOTHING
        known = not _CLASS_OF_CHARACTERS.match(part["escape"]) and not part["escape"].isalpha()
        return frozenset(part["escape"]) if known else None
    if part["char"]:
        if part["char"] in _ANCHORS:
            return _NOTHING
        return None if part["char"] == "." else frozenset(part["char"])
    return None


def _expansions(pattern: str) -> Strings | None:
    """All strings that a pattern may match; None where they cannot be listed, or are very many."""
    found: set[str] = set()
    for alternative in alternatives(pattern):
        whole = _NOTHING
        for may_be, _, repeats in _parts(alternative):
            longer = None if may_be is None or repeats else _joined(whole, may_be)
            if longer is None:
                return None
            whole = longer
        found |= whole
    return frozenset(found) if len(found) <= _MOST_STRINGS else None


def _joined(left: Strings, right: Strings) -> Strings | None:
    """Each of one followed by each of the other; None where they are too many."""
    if len(left) * len(right) > _MOST_STRINGS:
        return None
    return frozenset(one + other for one in left for other in right)


def _closing(pattern: str, at: int) -> int:
    """Where the group that is open at `at` is behind one."""
    depth, in_class = 1, False
    while depth and at < len(pattern):
        character = pattern[at]
        if character == "\\":
            at += 1
        elif in_class:
            in_class = character != "]"
        elif character == "[":
            in_class = True
        else:
            depth += (character == "(") - (character == ")")
        at += 1
    return at
