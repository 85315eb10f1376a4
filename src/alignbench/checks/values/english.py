"""All values of an English text, with offsets into it."""

from collections.abc import Iterator

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.en_dates import english_dates
from alignbench.checks.values.en_numbers import english_numbers
from alignbench.checks.values.en_words import AFTER, AFTER_NUMBER, BEFORE, BEFORE_NUMBER
from alignbench.checks.values.folded_text import value_view
from alignbench.checks.values.tokens import blanked
from alignbench.checks.values.value import Approx, Bound, Kind, Value
from alignbench.domain.text import Span

_LOOK_BACK = 44
_LENGTH = frozenset(
    f"{unit}{plural}"
    for unit in ("second", "minute", "hour", "day", "week", "month", "year", "decade")
    for plural in ("", "s")
) | {"century", "centuries"}
_NO_LOWER_LIMIT = (
    "down ",
    "up ",
    "away ",
    "different ",
    "rise ",
    "fall ",
    "increase ",
    "decrease ",
)
"""Before "from": what something was, not where it begins."""
_NOT = lazy(
    r"(?:\bnot|n't|\bnever|\bhardly|\bscarcely|\bbarely|\bunlikely to|\brefrain\w* from|\bavoid|\b(?:prevent|keep|stop)(?:s|ed|ing)?(?: [a-z]+){1,4} from|\bcannot|\bwithout|\bnor|\bneither)(?!\s+(?:only|just|because|but))(?:\s+(?!but\b|if\b|that\b|when\b|because\b|until\b|with\b|after\b|before\b|unless\b|once\b)[a-z]+){0,4}\s*\Z"
    r"|\b(?:no|none|nobody|no\s+one|nothing)\b(?:\s+(?!but\b|if\b|that\b|when\b|matter\b|doubt\b|longer\b|by\b|for\b|to\b|on\b)[a-z]+){1,5}\s*\Z"
    r"|\b(?:in\s+no\s+(?:event|case|circumstances?|way)|under\s+no\s+circumstances?|at\s+no\s+time)\b[^,;.:]{0,70}\Z"
)
_OPPOSITE = {Bound.ABOVE: Bound.AT_MOST, Bound.BELOW: Bound.AT_LEAST}
_STANDS_BEFORE = ("at ", "max", "min")
"""Limits that belong to the next number where this one has its own: "at least 8 and at most 32"."""
_BRACKETS = lazy(r"\(([^()]*)\)|\[([^\[\]]*)\]")


def read_english(text: str) -> list[Value]:
    """The values of `text`, in its order; their spans are offsets into `text`."""
    view = value_view(text)
    found: list[Value] = []
    english_numbers(english_dates(blanked(view.text), found.append), found.append)
    found.sort(key=lambda value: (value.span.start, value.span.end))
    lower = view.text.lower()
    brackets = [match.span() for match in _BRACKETS.finditer(view.text)]
    values = []
    place = 0
    for value in found:
        while place < len(brackets) and brackets[place][1] <= value.span.start:
            place += 1
        inside = place < len(brackets) and brackets[place][0] < value.span.start
        whole = inside and value.text[:1] in "(["
        value = _modified(lower, value, inside and not whole)
        values.append(value.but(span=Span(*view.source_span(value.span.start, value.span.end))))
    return list(_sharing_per_cent(values))


def _sharing_per_cent(values: list[Value]) -> Iterator[Value]:
    """With a bare number as a percentage too where another is one: at least 8 percent, under 30."""
    shared = any(v.kind == Kind.RATIO and v.noun == "%" for v in values)
    for value in values:
        bare = value.kind == Kind.NUMBER and value.weight > 1 and not (value.unit or value.ordinal)
        if shared and bare and not value.scaled and not value.noun.endswith("s"):
            value = value.but(keys=value.keys | {("p", value.amount)})
        yield value


def _modified(lower: str, value: Value, bracketed: bool) -> Value:
    """With the words around it that say about, at most, at least."""
    start, end = value.span.start, value.span.end
    bound = value.bound
    approx: Approx | None = None
    before = BEFORE.search(lower[max(0, start - _LOOK_BACK) : start])
    if before and not (
        before[1] == "from" and before.string[: before.start()].endswith(_NO_LOWER_LIMIT)
    ):
        mark = BEFORE_NUMBER[before[1]]
        if isinstance(mark, Bound):
            bound = mark
        else:
            approx = mark
        if (
            "about" in before[0]
            or "approx" in before[0]
            or "around" in before[0]
            or "roughly" in before[0]
        ):
            approx = approx or Approx.ABOUT
    after = AFTER.match(lower, end)
    if after and not (bound and ("," in after[0] or after[1].startswith(_STANDS_BEFORE))):
        mark = AFTER_NUMBER[after[1]]
        if isinstance(mark, Bound):
            bound = mark
        else:
            approx = mark
    if bound in _OPPOSITE and before and bound is BEFORE_NUMBER[before[1]]:
        negated = _NOT.search(lower, max(0, start - _LOOK_BACK - 30), start - len(before[0]))
        bound = _OPPOSITE[bound] if negated else bound
    length = value.noun in _LENGTH and not value.ordinal
    if bound or approx or bracketed or length:
        return value.but(bound=bound, approx=approx, bracketed=bracketed, length=length)
    return value
