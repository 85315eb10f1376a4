"""A pattern is only searched for where a text has one of the strings that it needs."""

import re

import pytest

from alignbench.checks.triggers import ByTrigger, trigger_strings


def test_what_stands_together_is_one_string() -> None:
    assert trigger_strings("国の境") == frozenset({"国の境"})


def test_each_alternative_has_strings_of_its_own() -> None:
    assert trigger_strings("輸出|輸入") == frozenset({"輸出", "輸入"})
    assert trigger_strings("右|左側?") == frozenset({"右", "左"})


def test_what_may_be_lacking_or_only_stands_around_is_not_needed() -> None:
    assert trigger_strings("(?<!人)鯨(?:肉|油)?(?!館)") == frozenset({"鯨"})
    assert trigger_strings("増?減") == frozenset({"減"})
    assert trigger_strings("(?:鯨|鯱)*海") == frozenset({"海"})


def test_a_group_and_a_class_are_all_that_they_may_be() -> None:
    assert trigger_strings("[鯨鯱]肉") == frozenset({"鯨肉", "鯱肉"})
    assert trigger_strings("(?:大|小)鯨") == frozenset({"大鯨", "小鯨"})
    assert trigger_strings("鯨の?肉") == frozenset({"鯨肉", "鯨の肉"})


def test_a_range_a_dot_and_an_escaped_class_tell_nothing() -> None:
    assert trigger_strings("[ァ-ヺ]+") is None
    assert trigger_strings(r".\d") is None
    assert trigger_strings(r"(?P<one>鯨.)(?P=one)") == frozenset({"鯨"})


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("鯨+油", "鯨鯨油"),
        ("鯨{2,3}油", "鯨鯨油"),
        (r"\A鯨(?=油)油\Z", "鯨油"),
        ("(?:鯨(?:の)?|鯱)(?:|大)油", "鯨の油"),
        (r"鯨\(油\)", "鯨(油)"),
        ("(?i:KUJIRA)油", "kujira油"),
        ("(鯨|鯱){2}", "鯱鯨"),
    ],
)
def test_a_text_that_matches_has_a_trigger(pattern: str, text: str) -> None:
    assert re.search(pattern, text)
    assert any(string in text for string in trigger_strings(pattern) or [""])


def test_entries_come_in_their_order_and_those_without_a_trigger_always() -> None:
    table = ByTrigger([("鯱", "orca"), (r"\d", "figure"), ("鯨", "whale"), ("鮪", "tuna")])
    assert list(table.in_text("鯨と鯱")) == ["orca", "figure", "whale"]
