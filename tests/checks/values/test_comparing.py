"""Lining up the values of a pair: what agrees, what changed, what is left out."""

from alignbench.checks.values import compare


def changed(ja: str, en: str) -> list[tuple[str, str]]:
    return [(left.text, right.text) for left, right in compare(ja, en).changed]


def missing(ja: str, en: str) -> list[str]:
    return [value.text for value in compare(ja, en).missing]


def test_the_value_with_the_fewest_partners_is_served_first() -> None:
    found = compare("令和2年1月2日", "January 2, 2020")
    assert [(ja.text, en.text) for ja, en in found.agreed if ja.era] == [("2年", "2020")]
    assert not found.missing


def test_a_date_in_two_calendars_may_be_given_by_one() -> None:
    assert not missing("永禄2年（1559年）に生まれた。", "She was born in 1559.")
    assert not missing("1559年（永禄2年）に生まれた。", "She was born in 1559.")


def test_a_date_of_the_old_calendar_may_be_given_by_the_western_one() -> None:
    assert not changed("元禄15年12月14日に起きた。", "It happened on January 30, 1703.")
    assert changed("2015年12月14日に起きた。", "It happened on January 30, 2015.")


def test_measures_may_be_converted() -> None:
    assert not changed("広さは100坪です。", "It measures 330 square meters.")
    assert changed("広さは100坪です。", "It measures 500 square meters.")


def test_ranges_share_their_unit() -> None:
    assert not changed("2～3万人が来た。", "20,000 to 30,000 people came.")
    assert not changed("7割から9割が賛成した。", "70 to 90 percent were in favour.")


def test_a_number_in_a_code_is_no_number() -> None:
    assert (
        compare("COVID-19の影響で3人が休んだ。", "Three were away because of COVID-19.")
        .ja[0]
        .amount
        == 3
    )
