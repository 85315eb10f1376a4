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


def test_a_western_year_has_no_old_calendar() -> None:
    assert changed("1990年3月に移り、遷都1200年を祝った。", "It moved in May 1990, 1200 years on.")


def test_a_date_given_twice_is_taken_from_one_calendar() -> None:
    ja = "彼（天正18年8月11日（1590年9月9日） - 寛文10年3月5日（1670年4月24日））は歌人。"
    assert not changed(ja, "He (September 9, 1590 - April 24, 1670) was a poet.")
    assert changed(ja, "He (August 9, 1590 - April 24, 1670) was a poet.")
    assert changed(ja, "He (September 11, 1590 - April 24, 1670) was a poet.")
    assert changed(ja, "He (October 9, 1590 - April 24, 1670) was a poet.")


def test_a_dash_before_a_bracket_makes_another_date() -> None:
    ja = "彼の代は1704年11月22日 - （1711年4月25日）である。"
    assert not changed(ja, "His time was November 22, 1704 - (April 25, 1711).")
    assert changed(ja, "His time was November 22, 1704 - (September 25, 1711).")


def test_a_day_is_no_ordinal_of_something_else() -> None:
    assert changed("1970年11月1日に初めて開いた。", "It first opened on November 26, 1970.")


def test_the_only_two_counts_left_over_are_one() -> None:
    assert changed("兄は私より三歳年上です。", "My brother is twelve years older than I am.")
    assert changed("三日三晩の間、雨が降った。", "It rained for thirty days and nights.")
    assert changed("十二銭という。", "They are called the Junisen (ten coins).")


def test_a_conversion_in_brackets_does_not_stand_for_the_measure() -> None:
    assert not changed("広さは100坪です。", "It measures 100 tsubo (330 square meters).")
    assert changed("広さは100坪です。", "It measures 1,000 tsubo (330 square meters).")


def test_a_terminal_escape_is_no_measure() -> None:
    assert not compare("彼は\x1b[31m来た。", "He \x1b[31mcame.").ja


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
