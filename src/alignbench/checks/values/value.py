"""A value as it was read: what it may mean, where it stands, and what stands beside it."""

from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from alignbench.domain.text import Span


class Kind(StrEnum):
    """What a value counts or names."""

    NUMBER = "number"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    WEEKDAY = "weekday"
    TIME = "time"
    """Minutes since midnight."""
    RATIO = "ratio"
    """Per cent, percentage points, multiples and fractions."""
    LABEL = "label"
    """A number that names a thing of a list: figure, note, article, item."""
    VAGUE = "vague"
    """Several, tens, hundreds: the power of ten."""


DATES = frozenset({Kind.YEAR, Kind.MONTH, Kind.DAY, Kind.WEEKDAY})

Key = tuple[str, Fraction]
"""A dimension and an amount. Two values agree if they share a key. Dimensions: `n` a number, `m` a
month, `w` a weekday (Monday 0), `t` minutes since midnight, `p` per cent, `pp` percentage points,
`x` times as much, `e` a year of an era, `v` a vague power of ten."""


class Bound(StrEnum):
    """On which side of a value, and whether the value itself is meant."""

    AT_LEAST = "≥"
    AT_MOST = "≤"
    ABOVE = ">"
    BELOW = "<"


class Approx(StrEnum):
    """How exactly a value is meant."""

    ABOUT = "about"
    UNDER = "just under"
    OVER = "just over"


class Value(NamedTuple):
    """One value of a text. A tuple, because thousands are made and changed.

    `keys` are all the readings it may have. `weight` says how sure we are that it is a value which
    a translation has to keep: 0 (it may only explain one of the other side), 1 (a small number in
    words), 2 (a number in words), 3 (digits). `noun` is the counter or the unit as written, `unit`
    its key in `units`. `group` is shared by values that say the same thing twice: a date of the
    old calendar and the date in brackets after it.
    """

    kind: Kind
    amount: Fraction
    span: Span
    text: str
    keys: frozenset[Key]
    weight: int = 3
    noun: str = ""
    unit: str = ""
    bound: Bound | None = None
    approx: Approx | None = None
    ordinal: bool = False
    length: bool = False
    """A stretch of time (三日間, for three days), not a point in it."""
    era: str = ""
    scaled: bool = False
    """Written with 万, 億, million and the like."""
    bracketed: bool = False
    near: bool = False
    """One of two numbers that follow each other, of which one is meant: 五、六十人."""
    compound: bool = False
    """The whole of a measure of several parts (一銭五厘), `amount` counted in its first unit."""
    between: bool = False
    """One of two limits of a stretch: 65歳以上75歳未満."""
    group: int = 0
    below_zero: bool = False
    """A temperature under zero, whose `amount` has no sign."""

    @property
    def length_or_unit(self) -> bool:
        """Whether it measures something, a stretch of time too."""
        return self.length or bool(self.unit)

    def but(self, **changes: object) -> "Value":
        """The same value with some fields changed."""
        return self._replace(**changes)  # type: ignore[arg-type]


def number(amount: Fraction | int) -> frozenset[Key]:
    """The key of a plain number."""
    return frozenset({("n", Fraction(amount))})


def shown(amount: Fraction) -> str:
    """`amount` for people: thousands grouped, at most four decimals, simple fractions as such."""
    if amount.denominator == 1:
        return f"{amount.numerator:,}" if amount >= 10_000 else str(amount.numerator)
    scaled = amount * 10_000
    if scaled.denominator == 1:
        return f"{float(amount):,.4f}".rstrip("0")
    if amount.denominator < 100:
        return f"{amount.numerator}/{amount.denominator}"
    return f"≈{float(amount):.4g}"
