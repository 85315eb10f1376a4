"""Two things of one class that have changed places: `order.exchange`.

Seoul to Busan is not Busan to Seoul, though both texts name both. For each two things that stand
once in either text, what stands beside them tells whether they kept their places (`associations`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations

from alignbench.checks.check import Check, PairCheck
from alignbench.checks.context import Context
from alignbench.checks.exchanges.associations import Company, Traits
from alignbench.checks.exchanges.exchangeable_items import CODE, COUNTRY, NAME, Item, items
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import rows
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_LONGEST = 600
_MOST = 24
"""Things of a pair that are compared: their pairs grow with the square."""
_MARGINS = {NAME: 2.4, COUNTRY: 2.0, CODE: 3.3, "person": 2.7, "party": 2.7, "number": 2.0}
_MARGIN = 1.4
"""How far below zero a measure must be, by class (that of dates, shares and opposites is the last):
see the curve in docs/methods/lexical-checks.md.
"""
_MARGIN_OF_BARE_NUMBERS = 3.3
_PARTIES = frozenset(
    {"side court", "side deal", "side lease", "side debt", "side party", "side sibling"}
)
_BARE = "number "
_LISTED = 0.5
"""Share of the margin where the two stand in a line without kana: there, order is all there is."""
_NESTED = lazy(r"(?:の|[都道府県市区町村州]){0,2}[・･＝=\s]?")
"""What stands between two names that are parts of one: アフリカのベナン."""
_SET_APART = lazy("を?(?:除|含|はじめ|始め)|以外|を?代表|のほか")
"""A part and the whole that it is left out of, or in, which English names in either order."""
_JOINED = lazy(
    r"\s?[（(\[〔]\s?|(?:[はが]?[、，・/／,\s]*(?:と|や|および|及び|または|又は|か|も)?[、，\s]*)"
)
_RANGE = lazy(
    r"(?!.*[→⇒])[\d\W]*|に|(?:につき|[あ当]たり|のうち|中).*|(?:を?超|以上|以下|未満|を下回).{0,8}"
    r"|.{0,4}(?:より(?!も)|に比べ|に対し).*"
)
"""What stands between two things of a list, which have no places of their own."""
_LIST = lazy(r"(?:[^ぁ-ん]|や|と)*[・、，,](?:[^ぁ-ん]|や|と)*")
_RANGE_EN = lazy(r"\s?(?:and|to|or|through|[-–—,~])\s?")
_KANA = lazy("[ぁ-ん]")
_VOTE_EN = lazy(
    r"\bby\s+(?:a\s+(?:vote|margin|score)\s+of\s+)?[\w-]+\s+(?:votes\s+)?to\s+[\w-]+", re.I
)
"""By twelve to three: numbers that stand before those who voted."""


class ExchangedItems(PairCheck):
    """Two numbers, dates, places, people or sides keep their places."""

    id = "order.exchange"
    gives_way = True
    grade = Grade.D3
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "Both texts name the same two numbers, dates, places, people or opposites, but by the words "
        "beside them each stands in the other's place: from A to B became from B to A."
    )
    examples = (
        Example(
            "コーヒーは450円、ケーキは620円です。",
            "Coffee is 450 yen and cake is 620 yen.",
            "Coffee is 620 yen and cake is 450 yen.",
        ),
        Example(
            "エストニアで作られた部品は、フィンランドの港を経て輸出される。",
            "Parts made in Estonia are exported through a Finnish port.",
            "Parts made in Finland are exported through an Estonian port.",
        ),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        """One finding for the two things that most surely changed places."""
        if context.answers is None or len(pair.ja) > _LONGEST or not pair.en:
            return
        things = items(pair)[:_MOST]
        # Two that stand in the same order may be exchanged too, where the English turns the clauses
        # round; to look at them all takes more than twice as long.
        twos = [
            (one, two)
            for one, two in combinations(things, 2)
            if one.kind == two.kind
            and not one.overlaps(two)
            and (one.ja.start < two.ja.start) != (one.en.start < two.en.start)
            and not _have_no_places(pair, one, two)
        ]
        words = context.answers.of(pair.ja, pair.en) if twos else None
        if not words or not words.ja or not words.en:
            return
        company = Company(pair.ja, pair.en, words, things)
        left = [measure(company.traits(*each)) + _margin(pair, *each) for each in twos]
        if min(left) < 0:
            yield self._finding(pair, *twos[left.index(min(left))])

    def _finding(self, pair: CheckedPair, one: Item, two: Item) -> Finding:
        ja, en = pair.ja, pair.en
        named = [ja[item.ja.start : item.ja.end] for item in (one, two)]
        said = [en[item.en.start : item.en.end] for item in (one, two)]
        return self.finding(
            t("{one} and {two} seem to have changed places in the English.",
              one=named[0], two=named[1]),
            ja=Span(min(one.ja.start, two.ja.start), max(one.ja.end, two.ja.end)),
            en=Span(min(one.en.start, two.en.start), max(one.en.end, two.en.end)),
            ja_value="、".join(named),
            en_value=", ".join(said),
        )  # fmt: skip


def _have_no_places(pair: CheckedPair, one: Item, two: Item) -> bool:
    """Whether two things are parts of one name, the ends of a range or neighbours in a list."""
    first, second = sorted((one, two), key=lambda item: item.ja.start)
    between = pair.ja[first.ja.end : second.ja.start]
    if _JOINED.fullmatch(between) or _SET_APART.match(between):
        return True
    same = first.en.start < second.en.start
    if one.kind in (NAME, COUNTRY, CODE):
        return bool(_NESTED.fullmatch(between)) or (same and bool(_LIST.fullmatch(between)))
    votes = [match.span() for match in _VOTE_EN.finditer(pair.en)]
    if any(start <= item.en.start < end for start, end in votes for item in (one, two)):
        return True
    joined = same and _RANGE_EN.fullmatch(pair.en[first.en.end : second.en.start])
    return bool(joined) or bool(_RANGE.fullmatch(between))


def _margin(pair: CheckedPair, one: Item, two: Item) -> float:
    margin = _MARGINS.get("party" if one.kind in _PARTIES else one.kind.split()[0], _MARGIN)
    if one.kind == _BARE:
        margin = _MARGIN_OF_BARE_NUMBERS
    first, second = sorted((one, two), key=lambda item: item.ja.start)
    return margin if _KANA.search(pair.ja, first.ja.end, second.ja.start) else _LISTED * margin


def measure(traits: Traits) -> float:
    """How surely two things kept their places; below zero: changed them. In log odds."""
    numbers, roles = _weights()
    return sum(
        weight * number for weight, number in zip(numbers, traits.numbers, strict=True)
    ) + sum(roles.get(role, 0.0) * count for role, count in traits.roles)


@cache
def _weights() -> tuple[Sequence[float], Mapping[tuple[str, str], float]]:
    numbers: list[float] = []
    roles: dict[tuple[str, str], float] = {}
    for ja, en, weight in rows("associations"):
        if ja == "number":
            numbers.append(float(weight))
        else:
            roles[ja, en] = float(weight)
    return numbers, roles


CHECKS: tuple[type[Check], ...] = (ExchangedItems,)
