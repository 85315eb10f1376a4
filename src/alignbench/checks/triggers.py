"""Which entries of a table can have a match in a text: told from its characters alone.

Tables hold hundreds of patterns and a sentence matches few. Every match of a pattern holds one of
its trigger characters, so that a text without any of them need not be searched.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from alignbench.checks.tables import alternatives

T = TypeVar("T")
_PART = re.compile(
    r"(?P<look>\(\?(?:<?[!=]|P=))|(?P<group>\((?:\?[aimsx]*:|\?P<\w+>)?)|\[(?P<no>\^?)(?P<class>[^\]]*)\]"
    r"|\\(?P<escape>.)|(?P<char>[^()\[\]\\])",
    re.DOTALL,
)
_MAY_LACK = re.compile(r"[?*]|\{0?,")
_COMMON = (
    "の、はにをるたしとでてがいすれなーまンらっかコスさりもトあイルうよきくラ「」ッドク日リアだそめけ・ロ年タん大シ人プつフえ国行"
    "コジ者ど中一おやレわテ定ちィムデメ用出時ナ合ウ月バせ後上新場本間カグみマ事ブ発同彼パュ前サ要分的対明使チ会子ョ生ニセオ見べば"
    "代関家キ成地作方動じ内自手入び表エャ長ェ部へ名目ポ最市開言実数ビ性ダ通戦山業全ず高理立政下法所以当今取回期加主選現"
)
"""The commonest characters of Japanese texts, the commonest first."""
_RANK = {character: rank for rank, character in enumerate(_COMMON, 1)}
_RARE = 2 * len(_COMMON)


class ByTrigger(Generic[T]):
    """Entries of a table under the characters of their patterns."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Each entry with its Japanese pattern."""
        self._entries: list[T] = []
        self._always: list[int] = []
        at_character: dict[str, list[int]] = defaultdict(list)
        for place, (pattern, entry) in enumerate(entries):
            self._entries.append(entry)
            characters = trigger_characters(pattern)
            if characters is None:
                self._always.append(place)
            for character in characters or ():
                at_character[character].append(place)
        self._at = dict(at_character)

    @property
    def all(self) -> Sequence[T]:
        """Every entry, in order."""
        return self._entries

    def in_text(self, text: str) -> Iterator[T]:
        """The entries that may have a match in `text`, in order."""
        places = self._always.copy()
        at = self._at
        for character in _characters(text):
            if character in at:
                places += at[character]
        return (self._entries[place] for place in sorted(set(places)))


@lru_cache(maxsize=8)
def _characters(text: str) -> frozenset[str]:
    """The characters of a text: all tables ask for those of one text after the other."""
    return frozenset(text)


def trigger_characters(pattern: str) -> frozenset[str] | None:
    """Characters one of which stands in every match of `pattern`; None where none need stand."""
    found: set[str] = set()
    for alternative in alternatives(pattern):
        best: frozenset[str] | None = None
        for characters in _needed(alternative):
            if best is None or _frequency(characters) < _frequency(best):
                best = characters
        if best is None:
            return None
        found |= best
    return frozenset(found)


def _frequency(characters: frozenset[str]) -> float:
    """How often one of `characters` stands in a text, roughly: by the law of Zipf."""
    return sum(1 / _RANK.get(character, _RARE) for character in characters)


def _needed(alternative: str) -> Iterator[frozenset[str]]:
    """For each part that no match of an alternative can lack, the characters it may begin with."""
    at = 0
    while part := _PART.match(alternative, at):
        at = part.end()
        inside = ""
        if part["look"] or part["group"]:
            at = _closing(alternative, at)
            inside = alternative[part.end() : at - 1]
        if part["look"] or _MAY_LACK.match(alternative, at):
            continue
        if part["group"]:
            if characters := trigger_characters(inside):
                yield characters
        elif part["char"] and part["char"] not in ".^$?*+{}0123456789,|":
            yield frozenset(part["char"])
        elif part["class"] and not part["no"] and not re.search(r"\\|.-.", part["class"]):
            yield frozenset(part["class"])


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
