from tests.checks.asking import ask, found_at

RULES = "申込みは窓口で受け付けます。"


def test_equal_japanese_with_another_english_is_named_once_for_the_rarer_version() -> None:
    pairs = [(RULES, "Apply at the desk."), (RULES, "Apply at the desk!"), (RULES, "Come to us.")]
    ((at, finding),) = ask("pair.consistency", pairs)
    assert at == 2
    assert finding.ja_value == "Apply at the desk."


def test_short_japanese_may_be_rendered_as_one_likes() -> None:
    assert found_at("pair.consistency", [("はい。", "Yes."), ("はい。", "Right.")]) == []


def test_a_pasted_neighbour_is_found() -> None:
    english = "The museum closes at five on weekdays."
    pairs = [("平日は五時に閉館します。", english), ("入館料は無料です。", english)]
    assert found_at("en.dup", pairs) == [1]


def test_english_may_repeat_where_the_japanese_does() -> None:
    english = "The museum closes at five on weekdays."
    assert found_at("en.dup", [("平日は五時に閉館します。", english)] * 2) == []


def test_two_ways_to_say_the_same_may_share_their_english() -> None:
    english = "The museum closes at five on weekdays."
    pairs = [("平日は五時に閉館します。", english), ("閉館は平日、五時だ。", english)]
    assert found_at("en.dup", pairs) == []
