"""What a document tells the checks of its names."""

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import chosen
from alignbench.domain.text import Kind, Reading, Segment, Text
from alignbench.project.check_context import CheckContextBuilder, with_ruby

PAIRS = [
    *[("大野が来た。", "Ōno came.")] * 4,
    *[("山崎が来た。", "Yamazaki came.")] * 3,
    ("山崎が来た。", "Yamasaki came."),
]


def found(japanese: str) -> list[int]:
    """Pairs whose names are doubted in a document with this content."""
    pairs = [CheckedPair(ja, en) for ja, en in PAIRS]
    context = CheckContextBuilder(japanese=japanese, semantic=False)(pairs)
    return [at for at, _ in run_checks(pairs, chosen(["name.registry"]), context)]


def test_a_name_with_ruby_may_be_spelled_as_the_document_mostly_spells_it() -> None:
    assert not set(found("大野《おおの》が来た。")) & {0, 1, 2, 3}


def test_ruby_of_one_name_does_not_make_the_document_forget_another() -> None:
    assert found("") == [7]
    assert found("大野《おおの》が来た。") == [7]


def test_readings_that_a_file_gives_apart_from_its_text_teach_names_too() -> None:
    view = "神戸が来た。"
    segment = Segment(0, len(view), Kind.SENTENCE, 0, view, readings=(Reading(0, 2, "かんべ"),))
    text = Text("ja", view, "", "utf-8", None, (), (segment,), "docx")
    pairs = [CheckedPair(view, "Kobe came.")]
    context = CheckContextBuilder(japanese=with_ruby(text), semantic=False)(pairs)
    assert context.names is not None
    assert context.names.by_ja["神戸"].reading == "かんべ"
