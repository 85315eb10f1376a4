"""Japanese numerals by value: digits, 漢数字 by place or by 十百千, 万億兆京, and all mixed."""

from collections.abc import Iterator
from fractions import Fraction

from alignbench.checks.lazy_pattern import lazy

DIGITS = {c: v for v, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0, "壱": 1, "壹": 1, "弐": 2, "貳": 2, "参": 3, "伍": 5,
}  # fmt: skip
SMALL = {"十": 10, "拾": 10, "百": 100, "千": 1000}
LARGE = {"万": 10**4, "億": 10**8, "兆": 10**12, "京": 10**16}
NUMERALS = "".join((*DIGITS, *SMALL, *LARGE))
_FORMAL = frozenset("壱壹弐貳参伍拾")
"""Numerals of deeds and titles, which nobody writes loosely."""
_LONGEST = 40
_INSIDE = "".join((*DIGITS, *SMALL, "万億兆廿卅"))
_MORE = rf"(?:[\d{_INSIDE},.]{{0,40}}[\d{_INSIDE}])?"
RUN = rf"[\d{''.join((*DIGITS, *SMALL))}廿卅]{_MORE}(?:(?<=\d)京{_MORE})?(?:\s[万億兆]{_MORE})?"
"""A stretch of characters that numerals are made of; `numerals` says which it holds. 京 only after
a digit: it is a city far more often."""
WHOLE_RUN = rf"(?<![\d.,{NUMERALS}]){RUN}"
"""A `RUN` with no more numerals before it: looked for at one place only, however long the line."""
_PLAIN = lazy(r"\d+(?:\.\d+)?")
_GROUPED = lazy(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_SEAM = lazy(rf",|(?<=[0-9])(?=[{''.join(DIGITS)}])|(?<=[{''.join(DIGITS)}])(?=[0-9])")
_MIXED = lazy(rf"[0-9][.,]?[{''.join(DIGITS)}]|[{''.join(DIGITS)}][.,]?[0-9]")
_THOUSANDS = lazy(r"(?<=\d),(?=\d{3}(?!\d))")


def numerals(run: str) -> Iterator[tuple[int, int, Fraction]]:
    """The numerals of a `RUN`, as start, end and value: `1,200` is one, `1,2` are two."""
    if len(run) <= _LONGEST and (value := numeral(run)) is not None:
        yield 0, len(run), value
        return
    start = 0
    for seam in [*(match.span() for match in _SEAM.finditer(run)), (len(run), len(run))]:
        part = run[start : seam[0]]
        if part and len(part) <= _LONGEST and (value := numeral(part)) is not None:
            yield start, seam[0], value
        start = seam[1]


def numeral(run: str) -> Fraction | None:
    """The value of one numeral; None if it is not well formed (`三五十`, `1.2.3`)."""
    run = run.replace(" ", "").replace("\u3000", "").replace("廿", "二十").replace("卅", "三十")
    if run.isascii():
        if _PLAIN.fullmatch(run):
            return Fraction(run)
        return Fraction(run.replace(",", "")) if _GROUPED.fullmatch(run) else None
    if _MIXED.search(run):
        return None
    total, rest, ceiling = Fraction(0), _THOUSANDS.sub("", run), 10**20
    for place, unit in sorted(LARGE.items(), key=lambda item: -item[1]):
        head, found, tail = rest.partition(place)
        if not found:
            continue
        part = _below_ten_thousand(head) if head else Fraction(1)
        if part is None or unit >= ceiling or (head == "" and total):
            return None
        total, rest, ceiling = total + part * unit, tail, unit
    if not rest:
        return total
    part = _below_ten_thousand(rest)
    return None if part is None else total + part


def _below_ten_thousand(run: str) -> Fraction | None:
    """`三百五`, `7千`, `二〇二〇`, `12.5`; None if it is not well formed."""
    total, digits, ceiling = Fraction(0), "", 10**4
    for character in run:
        if character in SMALL:
            unit = SMALL[character]
            if unit >= ceiling or (part := _digits(digits, Fraction(1))) is None:
                return None
            if digits and part >= ceiling:
                return None
            total, digits, ceiling = total + part * unit, "", unit
        elif character in DIGITS:
            digits += str(DIGITS[character])
        else:
            digits += character
    part = _digits(digits, Fraction(0))
    if part is None or (total and part >= ceiling):
        return None
    return total + part


def _digits(digits: str, empty: Fraction) -> Fraction | None:
    if not digits:
        return empty
    return Fraction(digits) if _PLAIN.fullmatch(digits) else None


def weight_of(numeral_: str, amount: Fraction) -> int:
    """Digits must be kept; of kanji numerals the larger ones, and a single one least."""
    if any("0" <= c <= "9" for c in numeral_):
        return 3 if amount != 1 else 1
    if amount >= 10 or (amount > 1 and any(c in _FORMAL for c in numeral_)):
        return 2
    return 0 if amount <= 1 else 1
