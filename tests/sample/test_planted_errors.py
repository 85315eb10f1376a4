"""The planted errors are where their list says, and nowhere else."""

import pytest

from tests.sample.gold import NAMES, PlantedError, planted_errors, read_gold, sample


def name(error: PlantedError) -> str:
    return f"{error.document}-{error.check}"


def test_about_a_dozen_errors_are_planted_over_all_documents() -> None:
    errors = planted_errors()
    assert 12 <= len(errors) <= 15
    assert {error.document for error in errors} == set(NAMES)


@pytest.mark.parametrize("error", planted_errors(), ids=name)
def test_each_error_stands_once_in_its_files(error: PlantedError) -> None:
    ja = sample(error.document, "ja").read_text(encoding="utf-8")
    en = sample(error.document, "en").read_text(encoding="utf-8")
    assert ja.count(error.ja) == 1
    assert en.count(error.en) == 1


@pytest.mark.parametrize("error", planted_errors(), ids=name)
def test_each_error_says_what_is_wrong_and_which_check_should_see_it(error: PlantedError) -> None:
    assert error.mqm in {"Mistranslation", "Omission", "Wrong term"}
    assert error.wrong
    assert "." in error.check


@pytest.mark.parametrize("error", planted_errors(), ids=name)
def test_each_error_is_inside_one_gold_link(error: PlantedError) -> None:
    ja = error.ja.split("《")[0]
    holders = [
        link
        for link in read_gold(error.document)
        if ja in "".join(link.ja) and error.en in " ".join(link.en)
    ]
    assert len(holders) == 1
