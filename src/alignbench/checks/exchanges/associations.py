"""Whether two things keep their company: straight or crossed, told from the words beside them.

Each thing of the Japanese is compared with each of the English: by the words near it that answer each
other, by the particle after it and the preposition before it, and by order. The measure is above
zero where each thing goes with its own, below zero where the two have changed places; exchanging
them in one text turns its sign. The weights were fitted by logistic regression on good pairs, each of
which is an example of both.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.checks.exchanges.exchangeable_items import Item
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.word_answers import Answer, AnsweredWords
from alignbench.domain.text import Span

_BREAK_JA = lazy(r"(?P<weak>[:：・])|(?P<strong>[。．；;！？!?\n])|[、，「」『』（）()\t　／/→|｜]")
_BREAK_EN = lazy(
    r"(?P<weak>:)|(?P<strong>[;!?\n]|\.(?=\s|$))|[,()\t\"“”—–|/→]"
    r"|\b(?:and|but|while|whereas|or|so|because|when|although|though|which|who|that)\b",
    re.I,
)
_WEAK, _BROKEN, _STRONG = 1.5, 4.0, 7.0
"""Words that a mark or a conjunction between two words counts for."""
REACHES = (1.5, 4.0, 10.0)
"""Words over which company fades to a third."""
_TOPIC = lazy(r"(?:[はの]、?|では、?|には、?)\Z")
_OWN_TOPIC = lazy(r"(?<=[一-龠ァ-ヺーa-zA-Z])[はがもの]")
_SURE = 0.5
"""Strength of a value, name or side that both texts have."""
_PARTICLE = lazy("じゃな|ではな|でな|から|より|まで|へ|に|で|を|が|は|も|の|と|や|、|。")
_PREPOSITION = lazy(
    r"\b(?:(?P<but>not|rather than|instead of)|from|to|into|in|at|of|by|with|for|on|between|than|as"
    r"|before|after|until|till|through|and|or)\b",
    re.I,
)
_NOT = "じゃな"
_AHEAD, _BACK = 4, 18
_NEAR = 12
_START = 3

Role = tuple[str, str]
"""The particle after a thing and the preposition before it."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What tells straight from crossed: numbers, and roles with how often each counts."""

    numbers: tuple[float, ...]
    roles: tuple[tuple[Role, int], ...]


class Company:
    """The company that things keep in a pair of texts."""

    def __init__(self, ja: str, en: str, words: AnsweredWords, items: Sequence[Item]) -> None:
        """`words` are those of the two texts, `items` all that may have changed places."""
        self._texts = (ja, en)
        self._words = (words.ja, words.en)
        self._places = (_places(ja, words.ja, _BREAK_JA), _places(en, words.en, _BREAK_EN))
        self._known: dict[tuple[int, Span], _Distances] = {}
        self._items = items
        self._answers = self._with_items(words.answers)

    def _with_items(self, answers: Sequence[Answer]) -> list[tuple[Answer, str]]:
        """The answers, each item as one sure answer, and the class it is of (or none)."""
        own: tuple[set[int], set[int]] = (set(), set())
        sure: list[tuple[Answer, str]] = []
        for item in self._items:
            ja, en = self._distances(0, item.ja).own, self._distances(1, item.en).own
            if ja and en and not ja & own[0] and not en & own[1]:
                sure.append((Answer(max(ja), min(en), _SURE, True), item.kind))
            own[0].update(ja)
            own[1].update(en)
        free = ((a, "") for a in answers if a.ja not in own[0] and a.en not in own[1])
        return [*sure, *free]

    def traits(self, one: Item, two: Item) -> Traits:
        """The traits of two items; others of their class are no company."""
        ja = (self._distances(0, one.ja), self._distances(0, two.ja))
        en = (self._distances(1, one.en), self._distances(1, two.en))
        no_ja, no_en = ja[0].own | ja[1].own, en[0].own | en[1].own
        no_ja = no_ja | self._shared(one, two)
        same = (one.ja.start < two.ja.start) == (one.en.start < two.en.start)
        sums = [0.0] * 14
        for each, kind in self._answers:
            if each.ja in no_ja or each.en in no_en or kind == one.kind:
                continue
            ours = _apart(ja[0].near[each.ja], ja[1].near[each.ja])
            theirs = _apart(en[0].near[each.en], en[1].near[each.en])
            for at in range(3):
                both = each.strength * ours[at] * theirs[at]
                sums[at] += both
                if each.mutual:
                    sums[3 + at] += both
            if each.mutual:
                _add_sides(sums, each.strength, each.ja, each.en, ja, en)
        roles = (
            ((self._role_ja(one), self._role_en(one)), 1),
            ((self._role_ja(two), self._role_en(two)), 1),
            ((self._role_ja(one), self._role_en(two)), -1),
            ((self._role_ja(two), self._role_en(one)), -1),
        )
        return Traits((1.0 if same else -1.0, *sums), roles)

    def _shared(self, one: Item, two: Item) -> frozenset[int]:
        """Words of the Japanese before two things that go with both: a topic, and whose they are.

        駅の南側は再開発が進み、北側には is north of the station too, この酒は新潟の米を使い tells of
        the sake. Where the second thing has its own, they are no shared ones.
        """
        first, second = sorted((one.ja, two.ja), key=lambda span: span.start)
        ja = self._texts[0]
        shared = _TOPIC.search(ja, 0, first.start)
        if not shared or _OWN_TOPIC.search(ja, first.end, second.start):
            return frozenset()
        return frozenset(at for at, word in enumerate(self._words[0]) if word.end <= first.start)

    def _distances(self, side: int, span: Span) -> "_Distances":
        if (side, span) not in self._known:
            self._known[side, span] = _distances(self._words[side], self._places[side], span)
        return self._known[side, span]

    def _role_ja(self, item: Item) -> str:
        ja = self._texts[0]
        for at in range(item.ja.end, item.ja.end + _AHEAD):
            if match := _PARTICLE.match(ja, at):
                return _NOT if match[0] in ("ではな", "でな") else match[0]
        return "-"

    def _role_en(self, item: Item) -> str:
        start = max(item.en.start - _BACK, 0)
        before = self._texts[1][start : item.en.start]
        *_, last = [None, *_PREPOSITION.finditer(before)]
        if last and len(before) - last.end() < _NEAR:
            return "not" if last["but"] else last[0].lower()
        return "^" if item.en.start < _START else "-"


@dataclass(frozen=True, slots=True)
class _Distances:
    """How near each word is to a thing, for each reach; which are its own; before or after it."""

    near: list[tuple[float, ...]]
    own: frozenset[int]
    after: list[bool]


def _distances(words: Sequence[Span], places: Sequence[float], span: Span) -> _Distances:
    own = [at for at, word in enumerate(words) if word.start < span.end and span.start < word.end]
    if own:
        first, last = own[0], own[-1]
    else:
        first = last = min(range(len(words)), key=lambda at: abs(words[at].start - span.start))
    near = []
    for place in places:
        away = max(places[first] - place, place - places[last], 0.0)
        near.append(tuple(math.exp(-away / reach) for reach in REACHES))
    return _Distances(near, frozenset(own), [at > last for at in range(len(words))])


def _apart(one: Sequence[float], two: Sequence[float]) -> list[float]:
    return [a - b for a, b in zip(one, two, strict=True)]


def _add_sides(
    sums: list[float],
    strength: float,
    ja_word: int,
    en_word: int,
    ja: tuple[_Distances, _Distances],
    en: tuple[_Distances, _Distances],
) -> None:
    """Add what two words are to two things, each before or after them, over the shorter reaches."""
    for first, sign_ja in ((ja[0], 1), (ja[1], -1)):
        if ja_word in first.own:
            continue
        for second, sign_en in ((en[0], 1), (en[1], -1)):
            if en_word in second.own:
                continue
            at = 6 + 2 * first.after[ja_word] + second.after[en_word]
            sign = sign_ja * sign_en * strength
            sums[at] += sign * first.near[ja_word][0] * second.near[en_word][0]
            sums[at + 4] += sign * first.near[ja_word][1] * second.near[en_word][1]


def _places(text: str, words: Sequence[Span], breaks: re.Pattern[str]) -> list[float]:
    """Where each word stands, counted in words, with more for every break before it."""
    marks = list(breaks.finditer(text))
    places: list[float] = []
    passed, place = 0, 0.0
    for word in words:
        while passed < len(marks) and marks[passed].start() < word.start:
            mark = marks[passed]
            place += _WEAK if mark["weak"] else _STRONG if mark["strong"] else _BROKEN
            passed += 1
        place += 1
        places.append(place)
    return places
