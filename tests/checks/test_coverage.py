from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.omissions.coverage import length_ratio
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


LONG_JA = "彼女は傘を持たずに家を出て、駅に着いたころには肩までずぶ濡れになっていたが、引き返そうとはしなかった。"


def test_a_sentence_that_lost_a_clause_is_doubted() -> None:
    cut = "She left the house without an umbrella and did not turn back."
    ((_, halved),) = ask("cov.omission", [(LONG_JA, cut)])
    assert (halved.grade, halved.hint) == (Grade.D3, False)
    whole = (
        f"{cut[:-1]}, though she was soaked to the shoulders by the time she reached the station."
    )
    assert ask("cov.omission", [(LONG_JA, whole)]) == []


def test_names_in_latin_letters_count_on_neither_side() -> None:
    ja = "BackingTableName を BackingEntity に変え、ExtendedProtectionPolicy の設定をもう一度読み込ませてください。"
    en = (
        "Change BackingTableName to BackingEntity and reload the ExtendedProtectionPolicy settings."
    )
    assert ask("cov.omission", [(ja, en)]) == []


def test_an_omission_on_a_doubtful_link_is_less_sure() -> None:
    check = [check_of("cov.omission")]
    ((_, sure),) = run_checks([CheckedPair(JA, "", confidence=0.99)], check)
    ((_, unsure),) = run_checks([CheckedPair(JA, "", confidence=0.6)], check)
    assert (sure.grade, unsure.grade) == (Grade.D1, Grade.D3)


def test_a_preface_of_the_translator_is_one_finding() -> None:
    preface = [("", "A word of thanks.")] * 6
    assert found_at("cov.addition", [*preface, ("鍵は箱にある。", "The key is in the box.")]) == [0]
    few = [("", "A word of thanks.")] * 2
    assert found_at("cov.addition", [*few, ("鍵は箱にある。", "The key is in the box.")]) == [0, 1]
