"""Numbers of either language as one plain decimal spelling, for the embedding's features.

Only what a bag of words needs: `三万五千`, `3万5千`, `35,000` and "thirty-five thousand" meet at
`35000`. Quantities, units and dates are the checks' business.
"""

from decimal import Decimal, InvalidOperation

_ONES = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7,
    "eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13,
    "fourteenth": 14, "fifteenth": 15, "sixteenth": 16, "seventeenth": 17, "eighteenth": 18,
    "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
SMALL: dict[str, int] = (
    {word: value for value, word in enumerate(_ONES)}
    | {word: 20 + 10 * place for place, word in enumerate(_TENS)}
    | _ORDINALS
)
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
}  # fmt: skip
MONTHS = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
]  # fmt: skip

_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0}
_SMALL_UNITS = {"十": 10, "百": 100, "千": 1000}
_LARGE_UNITS = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
KANJI_NUMERALS = frozenset(_DIGITS) | frozenset(_SMALL_UNITS) | frozenset(_LARGE_UNITS)
_LONGEST = 30


def plain(value: str | Decimal) -> str:
    """`1,200.50` → `1200.5`, `007` → `7`; what cannot be read stays as it is."""
    try:
        number = Decimal(value.replace(",", "")) if isinstance(value, str) else value
    except InvalidOperation:
        return str(value)
    if abs(number.adjusted()) > _LONGEST:
        return str(value)
    text = format(number, "f")
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def kanji_value(run: str) -> Decimal | None:
    """The value of digits and kanji numerals mixed (`3万5千`, `二〇二〇`); None if it has none."""
    try:
        return _kanji_value(run)
    except InvalidOperation:
        # Several points in a row, as in `4...千`.
        return None


def _kanji_value(run: str) -> Decimal | None:
    total, group, digits = Decimal(0), Decimal(0), ""
    for char in run:
        if char in _SMALL_UNITS:
            group += _number(digits, 1) * _SMALL_UNITS[char]
            digits = ""
        elif char in _LARGE_UNITS:
            part = group + _number(digits, 0)
            total += (part or 1) * _LARGE_UNITS[char]
            group, digits = Decimal(0), ""
        elif char in _DIGITS:
            digits += str(_DIGITS[char])
        elif char in "0123456789.":
            digits += char
        else:
            return None
    return total + group + _number(digits, 0)


def _number(digits: str, empty: int) -> Decimal:
    return Decimal(digits) if digits else Decimal(empty)
