"""Values of English texts: how numbers, dates, times and measures are written."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.checks.values import Approx, Bound, Kind, read_english

ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def amounts(text: str) -> list[Fraction]:
    return [value.amount for value in read_english(text) if value.weight]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1,250 people", 1250), ("¥125 million", 125_000_000), ("$5m", 5_000_000), ("1.2 trillion yen", 12 * 10**11),
        ("half a million votes", 500_000), ("two and a half years", Fraction(5, 2)), ("three-quarters", Fraction(3, 4)),
        ("two thirds", Fraction(2, 3)), ("a dozen eggs", 12), ("two dozen eggs", 24), ("one hundred and five dogs", 105),
        ("the 19th century", 19), ("twenty-first", 21), ("nineteen eighty-four", 1984), ("an average of .346", Fraction(346, 1000)),
    ],
)  # fmt: skip
def test_a_number_has_one_value_however_it_is_written(text: str, amount: Fraction | int) -> None:
    assert amounts(text) == [amount]


@pytest.mark.parametrize(
    "text",
    [
        "one of them",
        "no one came",
        "a second later",
        "You may go.",
        "the first of all",
        "at once",
        "March on!",
    ],
)
def test_words_that_are_no_values_have_no_weight(text: str) -> None:
    assert amounts(text) == []


@pytest.mark.parametrize(
    "text",
    ["March 4, 2024", "4 March 2024", "the 4th of March, 2024", "2024-03-04", "Mar. 4, 2024"],
)
def test_dates_are_read_in_every_order(text: str) -> None:
    found = {value.kind: int(value.amount) for value in read_english(text)}
    assert found == {Kind.YEAR: 2024, Kind.MONTH: 3, Kind.DAY: 4}


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("3:30 p.m.", {930}), ("noon", {720}), ("half past three", {210, 930}), ("9 a.m.", {540}), ("nine o'clock in the evening", {1260}), ("15:30", {930})],
)  # fmt: skip
def test_times_of_day_are_minutes(text: str, minutes: set[int]) -> None:
    (value,) = read_english(text)
    assert {amount for name, amount in value.keys if name == "t"} == minutes


@pytest.mark.parametrize(
    ("text", "bound", "approx"),
    [
        ("18 or older", Bound.AT_LEAST, None), ("under 18", Bound.BELOW, None), ("more than 50 people", Bound.ABOVE, None),
        ("no more than 50", Bound.AT_MOST, None), ("50 people or more", Bound.AT_LEAST, None),
        ("just under 30", None, Approx.UNDER), ("about 30", None, Approx.ABOUT),
    ],
)  # fmt: skip
def test_words_around_a_number_limit_it(
    text: str, bound: Bound | None, approx: Approx | None
) -> None:
    value = next(value for value in read_english(text) if value.weight)
    assert (value.bound, value.approx) == (bound, approx)


def test_spans_point_at_the_original_text() -> None:
    text = "It cost “½” of €3.5m in café № 7."
    for value in read_english(text):
        assert (
            text[value.span.start : value.span.end].strip()
            == text[value.span.start : value.span.end]
        )
    assert "€3.5m" in [text[v.span.start : v.span.end] for v in read_english(text)]


def in_words(number: int) -> str:
    """`number` below 10 ** 12 in English words."""
    for scale, name in ((10**9, "billion"), (10**6, "million"), (1000, "thousand")):
        if number >= scale:
            rest = number % scale
            return f"{in_words(number // scale)} {name}" + (f" {in_words(rest)}" if rest else "")
    if number >= 100:
        rest = number % 100
        return f"{ONES[number // 100]} hundred" + (f" and {in_words(rest)}" if rest else "")
    if number >= 20:
        return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")
    return ONES[number]


@given(st.integers(2, 10**12 - 1))
def test_any_number_is_read_from_every_way_of_writing_it(number: int) -> None:
    for written in (str(number), f"{number:,}", in_words(number)):
        assert amounts(f"There are {written} of them.") == [number], written
