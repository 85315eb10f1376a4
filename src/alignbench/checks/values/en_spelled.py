"""English number words by value: cardinals, ordinals, fractions, "two and a half", "a dozen"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from alignbench.checks.values.en_words import CARDINALS, ORDINALS
from alignbench.language.spelled_numbers import SCALES

_PARTS = {word: value for word, value in ORDINALS.items() if 3 <= value <= 100} | {
    "quarter": 4, "half": 2, "halve": 2,
}  # fmt: skip
PART_WORDS = frozenset(_PARTS)
SCALE_WORDS = SCALES | {"dozen": 12}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words `first` to `last` of a run, and what they say."""

    first: int
    last: int
    amount: Fraction
    ordinal: bool = False
    part: bool = False
    """A part of a whole: a half, two thirds."""


def phrases(words: Sequence[str]) -> Iterator[Phrase]:
    """The numbers in a run of lower-case words, one after another: `two`, `twenty-one`."""
    at = 0
    while at < len(words):
        found = _half(words, at) or _counted(words, at)
        if found:
            yield found
        at = found.last + 1 if found else at + 1


def _half(words: Sequence[str], at: int) -> Phrase | None:
    """`half`, `a half`, `a quarter`, `half a million`."""
    start = at + 1 if words[at] in ("a", "an") else at
    if start >= len(words) or words[start] not in ("half", "quarter", "halves", "quarters"):
        return None
    part = Fraction(1, 2 if words[start].startswith("hal") else 4)
    return _of_a_scale(words, Phrase(at, start, part, part=True))


def _of_a_scale(words: Sequence[str], part: Phrase) -> Phrase:
    """`half a million`, `a quarter of a million`."""
    following = part.last + 1
    following += words[following : following + 1] == ["of"]
    if words[following : following + 1] in (["a"], ["an"]):
        scale = SCALE_WORDS.get(words[following + 1]) if following + 1 < len(words) else None
        if scale:
            return Phrase(part.first, following + 1, part.amount * scale)
    return part


def _counted(words: Sequence[str], at: int) -> Phrase | None:
    """A cardinal or ordinal, with the fraction that may follow it."""
    found = _whole(words, at)
    if found is None or found.ordinal:
        return found
    after = found.last + 1
    if after >= len(words):
        return found
    word = words[after]
    if (
        found.amount < 100
        and (below := _PARTS.get(word.removesuffix("s")))
        and (word.endswith("s") == (found.amount != 1))
    ):
        return _of_a_scale(words, Phrase(at, after, found.amount / below, part=True))
    if word == "and":
        rest = _half(words, after + 1) if after + 1 < len(words) else None
        rest = rest or _third(words, after + 1)
        if rest and rest.part:
            return Phrase(at, rest.last, found.amount + rest.amount)
    return found


def _third(words: Sequence[str], at: int) -> Phrase | None:
    """`a third`, `one third`, `two thirds`."""
    below = _PARTS.get(words[at + 1].removesuffix("s")) if at + 1 < len(words) else None
    above = 1 if words[at : at + 1] == ["a"] else CARDINALS.get(words[at]) if below else None
    return Phrase(at, at + 1, Fraction(above, below), part=True) if above and below else None


def _whole(words: Sequence[str], at: int) -> Phrase | None:
    """`two hundred and five`, `a thousand`, `twenty-first`, `two dozen`."""
    total, group, last = 0, 0, -1
    room, ceiling = 1000, 10**18
    place = at
    while place < len(words):
        word = words[place]
        if last < 0 and word in ("a", "an") and _scale(words, place + 1):
            place += 1
            continue
        if (
            word == "and"
            and last == place - 1
            and last >= 0
            and room > 1
            and _small(words, place + 1)
        ):
            place += 1
            continue
        scale = _scale(words, place)
        if scale in (100, 12):
            if group >= 100 or (scale == 12 and last >= 0 and group > 99):
                break
            group, room = (group or 1) * scale, 100 if scale == 100 else 1
        elif scale:
            if scale >= ceiling or (last >= 0 and not group):
                break
            total, group, room, ceiling = total + (group or 1) * scale, 0, 1000, scale
        elif word in CARDINALS and CARDINALS[word] < room:
            value = CARDINALS[word]
            if last >= 0 and not value:
                break
            group += value
            room = 10 if value >= 20 else 1
        elif word in ORDINALS and (ORDINALS[word] < room or ORDINALS[word] >= 100):
            if ORDINALS[word] >= 100:
                return Phrase(
                    at, place, Fraction((total + group) or 1) * ORDINALS[word], ordinal=True
                )
            if last < 0 or _as_last(words, place, room):
                return Phrase(at, place, Fraction(total + group + ORDINALS[word]), ordinal=True)
            break
        else:
            break
        last = place
        place += 1
    return Phrase(at, last, Fraction(total + group)) if last >= 0 else None


def _as_last(words: Sequence[str], place: int, room: int) -> bool:
    """Whether an ordinal ends the number before it: `twenty-first`, `hundred and fifth`."""
    return room in (10, 1000) or words[place - 1] == "and" or room == 100


def _scale(words: Sequence[str], at: int) -> int | None:
    return SCALE_WORDS.get(words[at]) if at < len(words) else None


def _small(words: Sequence[str], at: int) -> bool:
    return at < len(words) and (words[at] in CARDINALS or words[at] in ORDINALS)
