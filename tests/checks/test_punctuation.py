import pytest

from tests.checks.asking import found_at


@pytest.mark.parametrize(
    "en", ["a) the key, b) the lid", 'A 5" pipe.', "It’s “here” (or there [see 2])."]
)
def test_list_marks_inches_and_nesting_pair(en: str) -> None:
    assert found_at("quote.pair", [("鍵と蓋がある。", en)]) == []


def test_what_is_broken_in_the_japanese_is_the_originals_fault() -> None:
    pair = ("券（大人用を買う。", "Buy a ticket (for adults.")
    assert found_at("quote.pair", [pair]) == []
    assert found_at("src.brackets", [pair]) == [0]


def test_a_quotation_may_run_on_into_the_next_sentence() -> None:
    assert found_at("src.brackets", [("「駅まで歩きます。", "“I walk to the station.")]) == []


def test_typing_errors_of_the_original_are_told() -> None:
    pairs = [("本をを借りる。", ""), ("本を、、借りる。", ""), ("それをおおの氏に。", "")]
    assert found_at("src.typing", pairs) == [0, 1]


def test_a_sentence_cut_in_the_middle_is_told() -> None:
    cut = "図書館の利用者は貸出券を窓口で見せてから本を借り、読み終えた後に、"
    assert found_at("src.cut", [(cut, "Readers borrow books."), (cut + "返す。", "Done.")]) == [0]
