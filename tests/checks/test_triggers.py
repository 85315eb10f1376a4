"""A pattern is only searched for where a text has one of the characters that it needs."""

from alignbench.checks.triggers import ByTrigger, trigger_characters


def test_any_one_of_the_needed_characters_will_do_and_the_rarest_is_chosen() -> None:
    assert trigger_characters("国の境") == frozenset({"境"})


def test_each_alternative_has_a_character_of_its_own() -> None:
    assert trigger_characters("輸出|輸入") == frozenset({"輸"})
    assert trigger_characters("右|左側?") == frozenset({"右", "左"})


def test_what_may_be_lacking_or_only_stands_around_is_not_needed() -> None:
    assert trigger_characters("(?<!人)鯨(?:肉|油)?(?!館)") == frozenset({"鯨"})
    assert trigger_characters("増?減") == frozenset({"減"})
    assert trigger_characters("(?:鯨|鯱)*海") == frozenset({"海"})


def test_a_class_needs_one_of_its_characters_and_a_range_tells_nothing() -> None:
    assert trigger_characters("[鯨鯱]") == frozenset({"鯨", "鯱"})
    assert trigger_characters("[ァ-ヺ]+") is None


def test_entries_come_in_their_order_and_those_without_a_trigger_always() -> None:
    table = ByTrigger([("鯱", "orca"), (r"\d", "figure"), ("鯨", "whale"), ("鮪", "tuna")])
    assert list(table.in_text("鯨と鯱")) == ["orca", "figure", "whale"]
