"""Things of one class that stand once in each of two texts: what may have changed places.

Values, countries, names with a reading, codes and telephone numbers, and members of one group of
the tables of opposites, persons and parties.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from alignbench.checks.exchanges.anchors import THING
from alignbench.checks.law.parties import PEOPLE, ROLES
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.names.learned_names import may_be_names
from alignbench.checks.names.names import latin_words, proper_nouns
from alignbench.checks.pair import CheckedPair
from alignbench.checks.places.countries import atlas
from alignbench.checks.tables import english, japanese, rows
from alignbench.checks.triggers import ByTrigger
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.value import Kind, Value
from alignbench.domain.text import Span
from alignbench.language.romanisation import plain_letters, spellings

COUNTRY, NAME, CODE, DATE = "country", "name", "code", "date"
NUMBERS = "telephone"
"""Rows of digits and hyphens."""
_CODE = lazy(
    r"(?<![\w./:@<-])(?:\d[\d-]{3,}\d|\{\w+\}|%\w"
    r"|[A-Za-z][A-Za-z0-9_+.-]*[A-Za-z0-9+](?: [A-Za-z0-9_+.-]*[A-Za-z0-9+])*)(?![\w/:])",
    re.ASCII,
)
"""Telephone numbers, placeholders, and whatever the Japanese writes in Latin letters."""
_DATES = frozenset({f"{Kind.YEAR} ", f"{Kind.MONTH} ", f"{Kind.DAY} ", DATE})
_BESIDE = 4
"""English characters between the parts of a date: `the 5th of May`."""
_CONVERSE = frozenset({"buyer", "deal", "loan", "travel"})
"""Groups of verbs that tell the same from the other side: who sells to whom, who buys from whom."""
_CAPITAL = lazy(r"[A-Z]")


@dataclass(frozen=True, slots=True)
class Item:
    """A thing of a class, and where it stands in both texts."""

    kind: str
    ja: Span
    en: Span

    def overlaps(self, other: "Item") -> bool:
        """Whether two items share characters of either text."""
        return (self.ja.start < other.ja.end and other.ja.start < self.ja.end) or (
            self.en.start < other.en.end and other.en.start < self.en.end
        )


@dataclass(frozen=True, slots=True)
class Member:
    """A member of a group of things that are told apart, as the two languages name it."""

    group: str
    ja: re.Pattern[str]
    en: re.Pattern[str]


def items(pair: CheckedPair) -> list[Item]:
    """All items of a pair whose class has two or more, class by class."""
    found = [*_with_whole_dates(_values(pair)), *_countries(pair)]
    found += [n for n in _names(pair) if not any(n.overlaps(other) for other in found)]
    found += [*_members(pair), *_codes(pair)]
    sizes = Counter(item.kind for item in found)
    return [item for item in found if sizes[item.kind] > 1]


def _values(pair: CheckedPair) -> Iterator[Item]:
    """Values that agree and that neither text has twice."""
    if pair.ja.isdigit():
        return
    known = compared(pair)
    if len(known.agreed) < 2:
        return
    for ja, en in known.agreed:
        if sum(bool(v.keys & ja.keys) for v in known.ja) == 1 == sum(
            bool(v.keys & en.keys) for v in known.en
        ):  # fmt: skip
            yield Item(f"{ja.kind} {_counted(ja)}", ja.span, en.span)


def _counted(value: Value) -> str:
    """What a number counts, or which kind of share it is: things of one sort change places."""
    if value.kind == Kind.NUMBER:
        return value.unit or value.noun
    if value.kind == Kind.RATIO:
        return "%" if ("pp" not in {dimension for dimension, _ in value.keys}) else "points"
    return ""


def _with_whole_dates(values: Iterable[Item]) -> Iterator[Item]:
    """The values, months and days (or years and months) that stand together as one."""
    before: Item | None = None
    for item in sorted(values, key=lambda each: each.ja.start):
        if before is not None and _are_one_date(before, item):
            start, end = min(before.en.start, item.en.start), max(before.en.end, item.en.end)
            before = Item(DATE, Span(before.ja.start, item.ja.end), Span(start, end))
            continue
        if before is not None:
            yield before
        before = item
    if before is not None:
        yield before


def _are_one_date(one: Item, two: Item) -> bool:
    if one.kind not in _DATES or two.kind not in _DATES or two.ja.start - one.ja.end > 1:
        return False
    return max(two.en.start - one.en.end, one.en.start - two.en.end) <= _BESIDE


def _countries(pair: CheckedPair) -> Iterator[Item]:
    named = atlas().in_japanese(pair.ja) if _CAPITAL.search(pair.en) else {}
    if len(named) < 2:
        return
    said: dict[str, list[Span]] = {}
    for country, place in atlas().in_english(pair.en):
        said.setdefault(country.code, []).append(place)
    for code, place in named.items():
        if len(said.get(code, ())) == 1 and atlas().count(pair.ja, code) == 1:
            yield Item(COUNTRY, place, said[code][0])


def _names(pair: CheckedPair) -> Iterator[Item]:
    """Places and people whose reading the English spells."""
    ja, en = pair.ja, pair.en
    if len(may_be_names(en)) < 2:
        return
    nouns = proper_nouns(pair)
    words = latin_words(en) if len(nouns) > 1 else ()
    for noun in nouns if words else ():
        forms = spellings(noun.reading)
        said = [word for word in words if plain_letters(word) in forms]
        if len(said) == 1 and ja.count(noun.surface) == 1 and en.count(said[0]) == 1:
            at = en.find(said[0])
            here = Span(noun.start, noun.start + len(noun.surface))
            yield Item(NAME, here, Span(at, at + len(said[0])))


def _codes(pair: CheckedPair) -> Iterator[Item]:
    codes = Counter(match[0] for match in _CODE.finditer(pair.ja))
    if len(codes) < 2:
        return
    for code, count in codes.items():
        place, said = (_only(_whole(code), text) for text in (pair.ja, pair.en))
        if count == 1 and place and said:
            yield Item(NUMBERS if code[0].isdecimal() else CODE, place, said)


@lru_cache(maxsize=256)
def _whole(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(code)}(?!\w)", re.ASCII)


def _members(pair: CheckedPair) -> Iterator[Item]:
    """Members of a group, where both texts name two or more of it once each."""
    ja, en = pair.ja, pair.en
    here: dict[str, list[tuple[Member, Span]]] = {}
    for member in _groups().in_text(ja):
        if (place := _only(member.ja, ja)) is not None:
            here.setdefault(member.group, []).append((member, place))
    for group, members in here.items():
        if len(members) > 1:
            placed = (
                Item(group, place, said)
                for member, place in members
                if (said := _only(member.en, en)) is not None
            )
            yield from placed


def _only(pattern: re.Pattern[str], text: str) -> Span | None:
    """Where a pattern matches, if it does so once."""
    match = pattern.search(text)
    if match is None or pattern.search(text, match.end()):
        return None
    return Span(*match.span())


@cache
def _groups() -> ByTrigger[Member]:
    return ByTrigger((ja, Member(group, japanese(ja), english(en))) for group, ja, en in _table())


def _whole_name(name: str) -> str:
    """A pattern for a party that is not found in its opposite: 相続人 in 被相続人."""
    return name if name.startswith("被") else f"(?<!被){name}"


def _table() -> Iterator[tuple[str, str, str]]:
    for axis, _, ja, en in rows("sides"):
        if axis not in (THING, *_CONVERSE):
            yield f"side {axis}", ja, en
    for _, group, _, ja, en, *_ in rows("opposites"):
        if group in _CONVERSE:
            continue
        yield f"opposite {group}", ja, en
    for ja, en in rows("persons"):
        yield "person", ja, en
    for number, sides in enumerate((*ROLES, *PEOPLE)):
        for side in sides:
            yield (
                f"party {number}",
                "|".join(map(_whole_name, side.ja)),
                "|".join(f"{name}s?" for name in side.en),
            )
