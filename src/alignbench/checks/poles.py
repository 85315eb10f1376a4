"""Two opposite things that a Japanese and an English text say in several ways each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from alignbench.checks.check import Check
from alignbench.checks.lazy_pattern import lazy
from alignbench.domain.findings import Finding
from alignbench.domain.text import Span
from alignbench.messages import t


@dataclass(frozen=True, slots=True)
class Pole:
    """One of two opposites: how Japanese says it, how English says it."""

    name: str
    """What a message calls it."""
    ja: re.Pattern[str]
    en: re.Pattern[str]
    """What may say it: where any of this stands, nothing is turned round."""
    sure: re.Pattern[str]
    """What says it beyond doubt, and so contradicts the other pole."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Two opposites, and the characters without which no Japanese text speaks of them."""

    signs: str
    first: Pole
    second: Pole

    def turned(self, ja: str, en: str) -> Iterator["Turn"]:
        """The pole that the Japanese names where the English names only the other one."""
        for sign in self.signs:
            if sign in ja:
                break
        else:
            return
        said = self.first.ja.search(ja), self.second.ja.search(ja)
        if said[0] and said[1]:
            yield from self._told_twice(ja, en)
        if bool(said[0]) == bool(said[1]):
            return
        ours, theirs = (self.first, self.second) if said[0] else (self.second, self.first)
        contrary = theirs.sure.search(en)
        match = said[0] or said[1]
        if contrary and match and not ours.en.search(en):
            yield Turn(ours.name, theirs.name, match, contrary)

    def _told_twice(self, ja: str, en: str) -> Iterator["Turn"]:
        """The pole that the English does not have where the Japanese has both."""
        for ours, theirs in ((self.first, self.second), (self.second, self.first)):
            contrary = list(theirs.sure.finditer(en))
            match = ours.ja.search(ja)
            if match and len(contrary) > len(theirs.ja.findall(ja)) and not ours.sure.search(en):
                yield Turn(ours.name, theirs.name, match, contrary[0])


@dataclass(frozen=True, slots=True)
class Turn:
    """An opposite that became the other one, with what says so on either side."""

    ours: str
    theirs: str
    ja: re.Match[str]
    en: re.Match[str]

    def finding(self, check: Check) -> Finding:
        """The finding that a check makes of it, at both places."""
        return check.finding(
            t("{ja} is “{ours}”; the English says “{en}”.", ja=self.ja[0], ours=self.ours,
              en=self.en[0]),
            ja=Span(*self.ja.span()),
            en=Span(*self.en.span()),
            ja_value=self.ja[0],
            en_value=self.en[0],
        )  # fmt: skip


def axis(signs: str, first: tuple[str, str, str, str], second: tuple[str, str, str, str]) -> Axis:
    """An axis from two poles: name, Japanese pattern, what may say it in English, what surely does.

    What surely says it may say it too: the wide pattern need not repeat the narrow one.
    """
    made = [
        Pole(name, lazy(ja), lazy(f"{wide}|{sure}" if wide else sure, re.I), lazy(sure, re.I))
        for name, ja, wide, sure in (first, second)
    ]
    return Axis(signs, made[0], made[1])


def turns(axes: Sequence[Axis], ja: str, en: str) -> Iterator[Turn]:
    """All turns of `axes` in a pair of texts."""
    for each in axes:
        yield from each.turned(ja, en)
