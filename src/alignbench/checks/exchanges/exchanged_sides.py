"""Two opposites that have exchanged their numbers or their things: `lex.exchange`.

賛成11、反対3 is 11 for and 3 against. Where both opposites stand once in both texts, and so do two
things that are told apart by them (numbers, or the sides of another pair of opposites), each opposite
goes with the thing beside it. English may turn the order of the clauses; what it may not do is turn
one order and not the other.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import combinations

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.exchanges.anchors import (
    THING,
    Anchor,
    Opposites,
    broken,
    close,
    goes_with_first,
    overlaps,
    same_place,
)
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.learned_names import may_be_names
from alignbench.checks.names.names import latin_words, proper_nouns
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.checks.values.comparison import compared
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.romanisation import plain_letters, spellings
from alignbench.messages import t

_LONGEST = 2_000
_NEAR_JA, _NEAR_EN = 24, 48
"""Characters between an opposite and what it goes with, at the most."""
_MOSTTHINGS = 4
_MORE_JA = lazy(
    r"(?:を|より(?:も)?)(?:大きく|大幅に|やや|少し|はるかに)?(?:上回|超え|多|高|大き|強|早|速|長|重|勝)"
)
_LESS_JA = lazy(
    r"(?:を|より(?:も)?)(?:大きく|大幅に|やや|少し|はるかに)?(?:下回|少な|低|小さ|弱|遅|短|軽|劣)"
)
_MORE_EN = lazy(
    r"\b(?:exceed\w*|surpass\w*|outnumber\w*|outstrip\w*|outweigh\w*|outpac\w*|above|beat\w*|than)\b",
    re.I,
)
_LESS_EN = lazy(r"\b(?:below|short of|lag\w*|under|trail\w*)\b", re.I)
_FEWER_EN = lazy(
    r"\b(?:fewer|less|lower|smaller|weaker|slower|shorter|lighter|cheaper|worse)\b", re.I
)
_ENDS_JA, _ENDS_EN = lazy("[。！？!?\n]"), lazy(r"[.!?;](?=\s|\Z)|\n")


@dataclass(frozen=True, slots=True)
class Side:
    """One of two opposites, or a thing."""

    name: str
    ja: re.Pattern[str]
    en: re.Pattern[str]


@cache
def axes() -> dict[str, tuple[Side, ...]]:
    """The sides of each axis, and the things, in the order of the table."""
    found: dict[str, list[Side]] = {}
    for axis, name, ja, en in rows("sides"):
        found.setdefault(axis, []).append(Side(name, japanese(ja), english(en)))
    return {axis: tuple(sides) for axis, sides in found.items()}


@cache
def _by_first_side() -> ByTrigger[tuple[str, tuple[Side, ...]]]:
    """Axes, each under what its first side needs."""
    return ByTrigger(
        (sides[0].ja.pattern, (axis, sides)) for axis, sides in axes().items() if axis != THING
    )


@cache
def _named_things() -> ByTrigger[Side]:
    return ByTrigger((side.ja.pattern, side) for side in axes()[THING])


class ExchangedSides(PairCheck):
    """Each of two opposites keeps its number and its thing."""

    id = "lex.exchange"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "A sentence names two opposites (for and against, rose and fell, men and women) with a "
        "number or a thing each, and the English gives each the other one's."
    )
    examples = (
        Example(
            "賛成11、反対3で可決した。",
            "It passed with 11 for and 3 against.",
            "It passed with 3 for and 11 against.",
        ),
        Example(
            "輸出は増え、輸入は減った。",
            "Exports rose and imports fell.",
            "Exports fell and imports rose.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first two opposites that were exchanged."""
        ja, en = pair.ja[:_LONGEST], pair.en[:_LONGEST]
        opposites = list(_opposites(ja, en))
        things = [*_things(ja, en), *_names(pair)]
        if not opposites and len(things) < 2:
            return
        for each in opposites:
            if _turned_comparison(each, ja, en):
                yield self._finding(each, each.second, ja, en)
                return
        numbers = list(_numbers(pair))
        for one, two in combinations(things[:_MOSTTHINGS], 2):
            if not same_place(one, two):
                opposed = Opposites(THING, one, two)
                if found := _exchanged(opposed, numbers, ja, en):
                    yield self._finding(opposed, found, ja, en)
                    return
        anchors = [*numbers, *things]
        for each in opposites:
            others = [a for a in anchors if not overlaps(a, each)]
            for other in opposites:
                if other is not each and not any(
                    overlaps(side, each) for side in (other.first, other.second)
                ):
                    others += [other.first, other.second]
            if found := _exchanged(each, others, ja, en):
                yield self._finding(each, found, ja, en)
                return

    def _finding(self, each: Opposites, found: Anchor, ja: str, en: str) -> Finding:
        side, thing = ja[each.first.ja.start : each.first.ja.end], ja[found.ja.start : found.ja.end]
        theirs = en[each.second.en.start : each.second.en.end]
        told = en[found.en.start : found.en.end]
        return self.finding(
            t("The sides are exchanged: {thing} goes with {side}; in the English, {told} goes with "
              "“{theirs}”.", thing=thing, side=side, told=told, theirs=theirs),
            ja=Span(min(each.first.ja.start, found.ja.start), max(each.first.ja.end, found.ja.end)),
            en=Span(min(each.second.en.start, found.en.start), max(each.second.en.end, found.en.end)),
            ja_value=f"{side}: {thing}",
            en_value=f"{theirs}: {told}",
        )  # fmt: skip


def _opposites(ja: str, en: str) -> Iterator[Opposites]:
    for axis, sides in _by_first_side().in_text(ja):
        if not all(side.ja.search(ja) for side in sides):
            continue
        placed = [_placed(axis, side, ja, en) for side in sides]
        if placed[0] and placed[1] and not same_place(placed[0], placed[1]):
            yield Opposites(axis, placed[0], placed[1])


def _placed(kind: str, side: Side, ja: str, en: str) -> Anchor | None:
    """Where a side stands, if once in each text."""
    ours = [match.span() for match in side.ja.finditer(ja)]
    theirs = [match.span() for match in side.en.finditer(en)]
    if len(ours) != 1 or len(theirs) != 1:
        return None
    return Anchor(kind, Span(*ours[0]), Span(*theirs[0]))


def _things(ja: str, en: str) -> Iterator[Anchor]:
    for side in _named_things().in_text(ja):
        if side.ja.search(ja) and (placed := _placed(THING, side, ja, en)):
            yield placed


def _names(pair: CheckedPair) -> Iterator[Anchor]:
    """Places and people that each text names once, where there is more than one number to go with them."""
    if len(_FIGURES.findall(pair.ja)) < 2 or len(may_be_names(pair.en)) < 2:
        return
    words = latin_words(pair.en)
    for noun in proper_nouns(pair):
        forms = spellings(noun.reading)
        said = [word for word in words if plain_letters(word) in forms]
        if len(said) == 1 and pair.ja.count(noun.surface) == 1 and pair.en.count(said[0]) == 1:
            start = pair.en.find(said[0])
            ja = Span(noun.start, noun.start + len(noun.surface))
            yield Anchor(THING, ja, Span(start, start + len(said[0])))


_FIGURES = lazy("[0-9０-９〇一二三四五六七八九十百千]+")


def _numbers(pair: CheckedPair) -> Iterator[Anchor]:
    """Values that agree and stand once on each side."""
    agreed = compared(pair).agreed
    for ja, en in agreed:
        same = [1 for other, _ in agreed if other.amount == ja.amount]
        if len(same) == 1:
            yield Anchor("number", ja.span, en.span)


def _exchanged(each: Opposites, others: list[Anchor], ja: str, en: str) -> Anchor | None:
    """The thing that goes with the first side in the Japanese and the second in the English."""
    for one, two in combinations(others, 2):
        if one.kind != two.kind:
            continue
        ours = goes_with_first(each.first.ja, each.second.ja, one.ja, two.ja, _NEAR_JA)
        theirs = goes_with_first(each.first.en, each.second.en, one.en, two.en, _NEAR_EN)
        if ours is None or theirs is None or ours == theirs:
            continue
        spans = (each.first, each.second, one, two)
        if broken(ja, [a.ja for a in spans], _ENDS_JA) or broken(
            en, [a.en for a in spans], _ENDS_EN
        ):
            continue
        numbers = [a for a in others if a.kind == "number"]
        if one.kind == "number" and len(numbers) > 2 and not close(each, one, two, ours):
            continue
        return one if ours else two
    return None


def _turned_comparison(each: Opposites, ja: str, en: str) -> bool:
    """Whether one side exceeds the other in the Japanese and is exceeded in the English."""
    one, two = sorted((each.first, each.second), key=lambda side: side.ja.start)
    more, less = _MORE_JA.match(ja, two.ja.end), _LESS_JA.match(ja, two.ja.end)
    if not (more or less) or ja[one.ja.end : one.ja.end + 1] not in ("が", "は", "も"):
        return False
    first, second = sorted((one, two), key=lambda side: side.en.start)
    between = en[first.en.end : second.en.start]
    around = en[max(first.en.start - 12, 0) : second.en.start]
    if broken(en, [first.en, second.en], _ENDS_EN) or " by " in between:
        return False
    falls_short = bool(_LESS_EN.search(between)) or bool(_FEWER_EN.search(around))
    if not falls_short and not _MORE_EN.search(between):
        return False
    return (first is one) is not (bool(less) is falls_short)


CHECKS: tuple[type[Check], ...] = (ExchangedSides,)
