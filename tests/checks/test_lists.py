"""Lists that lost an item, and what only looks like one."""

import pytest

from tests.checks.asking import ask, found_at


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("春、夏、秋の三つの季節に開く。", "Held in two seasons: spring and summer."),
        ("・切符\n・帽子\n・水筒", "• ticket\n• hat"),
        (
            "この村には大野、北浜、三沢の3つの字があった。",
            "The village, in the east of the county, had three parts: Ono and Misawa.",
        ),
        (
            "彼は大野、北浜、三沢の三代に仕えた。",
            "He served three lords, Ono and Misawa, and he helped the next one, too.",
        ),
        ("リンゴ、バナナ、ブドウを買う。", "We buy apples and grapes."),
        ("切符（大人）、帽子（白）、水筒などを持つ。", "Bring a ticket (adult) and a hat (white)."),
    ],
)
def test_a_shorter_list_is_told(ja: str, en: str) -> None:
    assert found_at("cov.list", [(ja, en)]) == [0]


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        (
            "春、夏、秋の三つの季節に開く。",
            "Held in three seasons: “spring,” “summer,” and “autumn.”",
        ),
        (
            "切符、帽子、水筒などを持つ。",
            "Bring a ticket (one for each), a hat, a flask and so on.",
        ),
        (
            "大野、北浜、三沢の3町で開く。",
            "Held in the three towns of Ono, Kitahama and Misawa.",
        ),
        ("東京、麻布の伊藤家の三男。", "The third son of the Ito family in Azabu, Tokyo."),
        ("その後、兄、弟、妹と続いた。", "The brother followed and then the sister."),
        ("アブ・ハジャ・アル・イラクは帰り、眠った。", "Abu Haja al-Iraq went home and slept."),
    ],
)
def test_what_is_no_list_or_has_all_its_items_is_let_pass(ja: str, en: str) -> None:
    assert found_at("cov.list", [(ja, en)]) == []


def test_a_list_without_a_count_is_a_matter_of_patterns() -> None:
    ((_, finding),) = ask(
        "cov.list", [("切符、帽子、水筒などを持つ。", "Bring a ticket and a hat.")]
    )
    assert (finding.grade, finding.ja_value, finding.en_value) == ("D3", "3", "2")
