from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.coverage import length_ratio
from alignbench.domain.findings import Grade
from tests.checks.asking import ask, check_of, found_at

JA = "図書館の利用者は貸出券を窓口で見せてから本を借りてください。"
EN = "Readers are asked to show their library card at the desk before they borrow books."


def test_japanese_without_english_is_an_omission_until_somebody_declares_it() -> None:
    assert found_at("cov.omission", [(JA, EN), (JA, "")]) == [1]
    declared = [CheckedPair(JA, "", declared=True)]
    assert not list(run_checks(declared, [check_of("cov.omission")]))


def test_english_without_japanese_is_an_addition_until_somebody_declares_it() -> None:
    assert found_at("cov.addition", [("", EN)]) == [0]
    declared = [CheckedPair("", EN, declared=True)]
    assert not list(run_checks(declared, [check_of("cov.addition")]))


def test_much_too_short_and_much_too_long_are_hints() -> None:
    pairs = [(JA, EN)] * 40
    ((at, short),) = ask("cov.omission", [*pairs, (JA, "Readers.")])
    assert (at, short.grade, short.hint) == (40, Grade.D3, True)
    assert found_at("cov.addition", [*pairs, (JA, " ".join([EN] * 6))]) == [40]


def test_a_document_is_measured_by_its_own_ratio() -> None:
    terse = [CheckedPair(JA, EN[:30])] * 40
    assert length_ratio(terse).middle < length_ratio([]).middle
    assert found_at("cov.omission", [(pair.ja, pair.en) for pair in terse]) == []
