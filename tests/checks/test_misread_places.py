"""Places that the English reads as one who does not know them would."""

import pytest

from alignbench.checks import CheckedPair, Context, run_checks
from alignbench.checks.names.misreadings import Misreading


def misread(ja: str, en: str) -> list[str]:
    """What is found misread in a pair."""
    found = run_checks([CheckedPair(ja, en)], [Misreading()], Context())
    return [finding.en_value for _, finding in found]


@pytest.mark.parametrize(
    ("ja", "right", "wrong"),
    [
        ("十日町で芸術祭が開かれる。", "An art festival is held in {}.", "Tokamachi Tokacho"),
        ("益子に窯を築いた。", "He built his kiln at {}.", "Mashiko Masuko"),
        ("知床の流氷", "drift ice off {}", "Shiretoko Chitoko"),
        ("指宿で砂むし風呂に入る。", "We take a sand bath in {}.", "Ibusuki Yubisuku"),
        ("飯能駅で下車する。", "Get off at {} Station.", "Hanno Iino"),
        ("伊丹空港に着陸した。", "We landed at {} Airport.", "Itami Idan"),
        ("四万温泉に泊まる。", "Stay at {} Onsen.", "Shima Yonman"),
    ],
)
def test_a_place_is_read_as_people_there_read_it(ja: str, right: str, wrong: str) -> None:
    name, misreading = wrong.split()
    assert misread(ja, right.format(name)) == []
    assert any(misreading in word for word in misread(ja, right.format(misreading)))


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("本町で降りる。", "Get off at Hommachi."),
        ("庄内原で休む。", "We rested at Shonaihara."),
        ("日本に帰る。", "We return to Suiyodo."),
    ],
)
def test_a_place_of_more_than_one_reading_and_a_part_of_a_name_are_let_pass(
    ja: str, en: str
) -> None:
    assert misread(ja, en) == []
