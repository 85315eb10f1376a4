"""A pattern is only searched for where a text has one of the strings that it needs."""

from alignbench.checks.triggers import ByTrigger


def test_entries_come_in_their_order_and_those_that_need_nothing_always() -> None:
    table = ByTrigger([("鯱", "orca"), (r"\d", "figure"), ("鯨", "whale"), ("鮪", "tuna")])
    assert list(table.in_text("鯨と鯱")) == ["orca", "figure", "whale"]


def test_case_does_not_matter_nor_what_follows_rules_of_its_own() -> None:
    table = ByTrigger([("USB", "bus"), ("km", "far")])
    assert list(table.in_text("usbで")) == ["bus"]
    assert list(table.in_text("5\N{KELVIN SIGN}m")) == ["bus", "far"]


def test_a_table_of_nothing_and_one_without_strings_can_be_asked() -> None:
    assert list(ByTrigger[str]([]).in_text("鯨")) == []
    assert list(ByTrigger([(r"\d+", "figure")]).in_text("鯨")) == ["figure"]
