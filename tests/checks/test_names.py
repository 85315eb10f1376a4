from alignbench.checks import CheckedPair, Context
from alignbench.checks.names.learned_names import learned
from alignbench.checks.names.names import (
    Honorifics,
    Name,
    Names,
    Order,
    Policy,
    from_ruby,
)
from alignbench.language.romanisation import Macrons
from tests.checks.asking import ask, found_at, marked

MIYAZAKI = Name("宮崎", "みやざき", ("Miyazaki",))
HAYAO = Name("駿", "はやお", ("Hayao",))
OONO = Name("大野", "おおの", ("Ono",))
KNOWN = Names((MIYAZAKI, HAYAO, OONO))


def policy(**settings: object) -> Context:
    return Context(names=Names(KNOWN.names, Policy(**settings)))  # type: ignore[arg-type]


def test_ruby_over_names_fills_the_registry() -> None:
    names = list(from_ruby("｜佐伯《さえき》は急《いそ》いだ。佐伯《さえき》が笑う。"))
    assert [(name.ja, name.reading, name.en) for name in names] == [("佐伯", "さえき", ("Saeki",))]


def test_confirmed_pairs_fill_the_registry() -> None:
    pairs = [CheckedPair("田中は東京へ行った。", "TANAKA went to Tokyo.")]
    assert {(name.ja, name.en) for name in learned(pairs)} == {
        ("田中", ("Tanaka",)),
        ("東京", ("Tokyo",)),
    }


def test_a_misspelt_name_is_pointed_at() -> None:
    pairs = [("宮崎が来た。", "Miyasaki came.")]
    assert list(marked(pairs, ask("name.registry", pairs, Context(names=KNOWN)))) == [
        ("宮崎", "Miyasaki")
    ]


def test_another_name_of_the_registry_in_its_place_is_found() -> None:
    names = Context(names=Names((*KNOWN.names, Name("佐伯", "さえき", ("Saeki",)))))
    assert found_at("name.registry", [("宮崎が来た。", "Saeki came.")], names) == [0]


def test_long_vowels_are_written_in_one_style() -> None:
    pairs = [("大野が来た。", "Ono came."), ("大野が来た。", "Ōno came."), ("大野だ。", "Ohno!")]
    assert found_at("name.registry", pairs, policy(macrons=Macrons.MACRON)) == [0, 2]
    assert found_at("name.registry", pairs, policy(macrons=Macrons.OH)) == [0, 1]
    assert found_at("name.registry", pairs, policy(macrons=Macrons.PLAIN)) == [1, 2]


def test_family_and_given_name_keep_the_projects_order() -> None:
    pairs = [("宮崎駿が来た。", "Hayao Miyazaki came."), ("宮崎駿が来た。", "Miyazaki Hayao came.")]
    assert found_at("name.registry", pairs, policy(order=Order.FAMILY_FIRST)) == [0]
    assert found_at("name.registry", pairs, policy(order=Order.GIVEN_FIRST)) == [1]
    assert found_at("name.registry", pairs, policy()) == []


def test_a_name_left_out_is_found_unless_a_pronoun_stands_for_it() -> None:
    named = ("宮崎が来た。", "Miyazaki came.")
    alone, replaced = ("宮崎が座った。", "Then came tea."), ("宮崎が笑った。", "He laughed.")
    assert found_at("name.missing", [named, alone], Context(names=KNOWN)) == [1]
    assert found_at("name.missing", [named, replaced], Context(names=KNOWN)) == []
    assert found_at("name.missing", [replaced], Context(names=KNOWN)) == [0]


def test_without_a_registry_a_document_holds_to_its_own_spelling() -> None:
    pairs = [(f"田中は{n}番だ。", f"Tanaka is number {n}.") for n in range(5)]
    slip = ("田中は九番だ。", "Tanaga is number 9.")
    assert found_at("name.registry", [*pairs, slip]) == [5]


def test_honorifics_follow_the_policy() -> None:
    pairs = [("田中さんが来た。", "Tanaka-san came."), ("田中さんが来た。", "Ms. Tanaka came.")]
    assert found_at("name.honorific", pairs, policy(honorifics=Honorifics.KEEP)) == [1]
    assert found_at("name.honorific", pairs, policy(honorifics=Honorifics.TITLE)) == [0]
    assert found_at("name.honorific", pairs, policy(honorifics=Honorifics.DROP)) == [0, 1]
    assert found_at("name.honorific", pairs, policy()) == []


def test_a_reading_that_ruby_rules_out_is_told() -> None:
    names = Context(names=Names((Name("駿", "はやお", ("Hayao",)),)))
    ((_, finding),) = ask("name.registry", [("駿が来た。", "Then came Shunji.")], names)
    assert finding.en_value == "Shunji"
    assert found_at("name.registry", [("駿と俊治が来た。", "Then came Shunji.")], names) == []


def test_another_name_in_its_place_is_told_the_capital_may_be_added() -> None:
    known = [(f"田中は{n}番だ。", f"Tanaka is number {n}.") for n in range(9)]
    known += [(f"鈴木は{n}番だ。", f"Suzuki is number {n}.") for n in range(9)]
    known += [(f"京都は{n}番だ。", f"Kyoto is number {n}.") for n in range(9)]
    swapped, added = ("田中が座った。", "Suzuki sat down."), ("田中は都に帰る。", "Home to Kyoto.")
    ((at, finding),) = ask("name.registry", [*known, swapped, added])
    assert (at, finding.grade) == (27, "D3")


def test_she_is_no_he_and_a_person_keeps_the_pronoun() -> None:
    pairs = [("彼女は歌う。", "He sings."), ("彼女は兄と歌う。", "She and he sing.")]
    assert found_at("subj.gender", pairs) == [0]
    named = [("田中は歌う。", "Tanaka sings, and she is happy.")] * 5
    ((at, finding),) = ask("subj.gender", [*named, ("田中は帰る。", "He goes home.")])
    assert (at, finding.hint) == (5, True)
