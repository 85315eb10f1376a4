"""Values of Japanese texts: how numbers, dates, times and measures are written."""

from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from alignbench.checks.values import Approx, Bound, Kind, read_japanese

KANJI = "〇一二三四五六七八九"


def amounts(text: str) -> list[Fraction]:
    return [value.amount for value in read_japanese(text)]


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("１，２５０人", 1250), ("409万7千人", 4_097_000), ("1億2,500万円", 125_000_000), ("三万五千年後", 35_000),
        ("参加費は弐千円", 2000), ("3兆円", 3 * 10**12), ("10 万件", 100_000), ("二〇二〇個", 2020), ("2.5倍", Fraction(5, 2)),
        ("三・一四パーセント", Fraction(314, 100)), ("3割2分5厘", Fraction(325, 10)), ("3分の2", Fraction(2, 3)),
        ("2年半", Fraction(5, 2)), ("像１・５５㍍", Fraction(155, 100)), ("打率.346", Fraction(346, 1000)),
    ],
)  # fmt: skip
def test_a_number_has_one_value_however_it_is_written(text: str, amount: Fraction | int) -> None:
    assert amounts(text) == [amount]


@pytest.mark.parametrize(
    "text",
    ["一般の人々", "唯一の友", "万一の備え", "十分な量", "千葉と九州と四国", "一人ひとり", "第三者", "百貨店と八百屋", "三条大橋", "東京と京都", "三郎と一郎", "一部の地域"],
)  # fmt: skip
def test_words_with_numerals_in_them_are_no_numbers(text: str) -> None:
    assert [value for value in read_japanese(text) if value.weight] == []


@pytest.mark.parametrize(
    ("text", "year"),
    [("令和元年", 2019), ("昭和64年", 1989), ("㍻5年", 1993), ("H18年度", 2006), ("大正12", 1923), ("平成十年", 1998), ("永禄2年", 1559)],
)  # fmt: skip
def test_years_of_eras_have_their_western_year(text: str, year: int) -> None:
    (value,) = read_japanese(text)
    assert (value.kind, int(value.amount)) == (Kind.YEAR, year)


def test_an_era_is_carried_to_the_years_that_follow() -> None:
    assert amounts("昭和52、53年") == [1977, 1978]
    assert amounts("平成7年に始まり、同9年に終わった") == [1995, 1997]


def test_dates_are_taken_apart() -> None:
    values = read_japanese("2024年3月4日（月）")
    assert [(value.kind, int(value.amount)) for value in values] == [
        (Kind.YEAR, 2024), (Kind.MONTH, 3), (Kind.DAY, 4), (Kind.WEEKDAY, 0),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("午後3時半", {930}), ("25時", {60, 1500}), ("正午", {720}), ("午前零時", {0}), ("15:30", {930}), ("午前9時15分", {555})],
)  # fmt: skip
def test_times_of_day_are_minutes(text: str, minutes: set[int]) -> None:
    (value,) = read_japanese(text)
    assert {amount for name, amount in value.keys if name == "t"} == minutes


@pytest.mark.parametrize(
    ("text", "bound", "approx"),
    [
        ("18歳以上", Bound.AT_LEAST, None), ("10人未満", Bound.BELOW, None), ("5万円を超える", Bound.ABOVE, None),
        ("4月1日以降", Bound.AT_LEAST, None), ("30人弱", None, Approx.UNDER), ("百人余り", None, Approx.OVER),
        ("約50km", None, Approx.ABOUT), ("三十年近く", None, Approx.UNDER), ("3強", None, Approx.OVER),
    ],
)  # fmt: skip
def test_words_around_a_number_limit_it(
    text: str, bound: Bound | None, approx: Approx | None
) -> None:
    value = read_japanese(text)[-1]
    assert (value.bound, value.approx) == (bound, approx)


def test_spans_point_at_the_original_text() -> None:
    text = "①から⑦⑧まで、㍻３０年に１２㌔を走った。"
    assert [text[v.span.start : v.span.end] for v in read_japanese(text)] == [
        "①", "⑦", "⑧", "３０", "１２㌔",
    ]  # fmt: skip


def in_kanji(number: int) -> str:
    """`number` below 10 ** 16 in 漢数字 with 十百千万億兆."""
    if not number:
        return "〇"
    written = ""
    for place, name in ((10**12, "兆"), (10**8, "億"), (10**4, "万"), (1, "")):
        group, number = divmod(number, place)
        if group:
            for unit, small in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
                digit, group = divmod(group, unit)
                if digit:
                    written += ("" if digit == 1 and small else KANJI[digit]) + small
            written += name
    return written


@given(st.integers(2, 10**16 - 1))
@example(10**12)
@example(10_001)
def test_any_number_is_read_from_every_way_of_writing_it(number: int) -> None:
    wide = str(number).translate({48 + d: 0xFF10 + d for d in range(10)})
    for written in (str(number), f"{number:,}", wide, in_kanji(number)):
        assert amounts(f"全部で{written}個ある") == [number], written
