"""Two opposite things that a Japanese and an English text say in several ways each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignbench.checks.lazy_pattern import lazy


@dataclass(frozen=True, slots=True)
class Pole:
    """One of two opposites: how Japanese says it, how English says it."""

    name: str
    """What a message calls it."""
    ja: re.Pattern[str]
    en: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Axis:
    """Two opposites, and the characters without which no Japanese text speaks of them."""

    signs: str
    first: Pole
    second: Pole

    def turned(self, ja: str, en: str) -> Iterator["Turn"]:
        """The pole that the Japanese names where the English names only the other one."""
        if not any(sign in ja for sign in self.signs):
            return
        said = self.first.ja.search(ja), self.second.ja.search(ja)
        if bool(said[0]) == bool(said[1]):
            return
        ours, theirs = (self.first, self.second) if said[0] else (self.second, self.first)
        contrary = theirs.en.search(en)
        match = said[0] or said[1]
        if contrary and match and not ours.en.search(en):
            yield Turn(ours.name, theirs.name, match, contrary)


@dataclass(frozen=True, slots=True)
class Turn:
    """An opposite that became the other one, with what says so on either side."""

    ours: str
    theirs: str
    ja: re.Match[str]
    en: re.Match[str]


def axis(
    signs: str, first: tuple[str, str, str], second: tuple[str, str, str], flags: int = re.I
) -> Axis:
    """An axis from two triples: name, Japanese pattern, English pattern."""
    made = [Pole(name, lazy(ja), lazy(en, flags)) for name, ja, en in (first, second)]
    return Axis(signs, made[0], made[1])


def turns(axes: Sequence[Axis], ja: str, en: str) -> Iterator[Turn]:
    """All turns of `axes` in a pair of texts."""
    for each in axes:
        yield from each.turned(ja, en)
