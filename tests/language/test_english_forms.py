import pytest

from alignbench.language.english_forms import english_words, find_words, negations, stem, stems


@pytest.mark.parametrize(
    "forms",
    [
        ("use", "uses", "used", "using"),
        ("box", "boxes"),
        ("study", "studies", "studied", "studying"),
        ("stop", "stopped", "stopping"),
        ("child", "children"),
        ("Café", "cafes"),
        ("process", "processes", "processed"),
    ],
)
def test_forms_of_a_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize(("one", "other"), [("status", "state"), ("news", "need")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_a_phrase_is_found_in_any_inflection() -> None:
    text = "Both service desks close."
    assert find_words(stems("service desk"), english_words(text)) == (5, 18)
    assert find_words(stems("desk service"), english_words(text)) is None


def test_negations_are_words_and_clitics() -> None:
    text = "Isn't it? No, nothing to note."
    assert [text[start:end] for start, end in negations(text)] == ["n't", "No", "nothing"]
