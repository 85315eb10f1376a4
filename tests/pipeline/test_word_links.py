"""Word links of real pairs: stretches of their texts."""

import pytest

from alignbench.domain.text import Kind, Segment, Span
from alignbench.pipeline.word_links import PairWords, WordLinker, in_segments


@pytest.fixture(scope="module")
def linker() -> WordLinker:
    return WordLinker()


def shown(found: PairWords, ja: str, en: str) -> dict[str, str]:
    return {
        ja[link.ja.start : link.ja.end]: en[link.en.start : link.en.end] for link in found.strong()
    }


def test_content_words_are_linked_across_the_sentence(linker: WordLinker) -> None:
    ja = "駅前の図書館は毎週月曜日に休みます。"
    en = "The library by the station is closed every Monday."
    found = shown(linker.link(ja, en), ja, en)
    assert found["図書"] == found["館"] == "library"
    assert found["月曜"] == "Monday"
    assert found["駅前"] == "station"


def test_numbers_and_names_are_linked_by_value_and_sound(linker: WordLinker) -> None:
    ja = "三月十五日、マリア・ロペスは二百冊を寄付した。"
    en = "On 15 March, Maria Lopez donated 200 books."
    found = shown(linker.link(ja, en), ja, en)
    assert found["十五"] == "15"
    assert found["二百"] == "200"
    assert found["寄付"] == "donated"


def test_what_was_left_out_is_unanswered(linker: WordLinker) -> None:
    ja = "日曜日、母は市場へ出かけ、新鮮な魚と赤いりんごを買った。"
    whole = "On Sunday my mother went to the market and bought fresh fish and red apples."
    part = "On Sunday my mother went to the market."
    lost = [ja[lost.span.start : lost.span.end] for lost in linker.link(ja, part).unanswered_ja]
    assert len({"新鮮", "魚", "赤い", "りんご"} & set(lost)) >= 3
    assert not {"日曜", "母", "市場"} & set(lost)
    assert not linker.link(ja, whole).unanswered_ja


def test_what_was_added_is_unanswered(linker: WordLinker) -> None:
    en = "The library is closed, and the elephants sing."
    unanswered = [
        en[lost.span.start : lost.span.end]
        for lost in linker.link("図書館は休みです。", en).unanswered_en
    ]
    assert unanswered
    assert not {"library", "closed"} & set(unanswered)


def test_unanswered_words_have_weights_about_one(linker: WordLinker) -> None:
    ja = "日曜日、母は市場へ出かけ、新鮮な魚と赤いりんごを買った。"
    found = linker.link(ja, "On Sunday my mother went to the market.").unanswered_ja
    assert found
    assert all(0.3 < lost.weight < 3 for lost in found)


@pytest.mark.parametrize(("ja", "en"), [("", "The end."), ("終わり。", ""), ("", ""), ("…", "!?")])
def test_an_empty_side_says_nothing(linker: WordLinker, ja: str, en: str) -> None:
    assert linker.link(ja, en) == PairWords()


def test_many_at_once_are_as_one_by_one(linker: WordLinker) -> None:
    pairs = [
        ("図書館は休みです。", "The library is closed."),
        ("", "x"),
        ("犬が走る。", "A dog runs."),
    ]
    assert linker.link_all(pairs) == [linker.link(ja, en) for ja, en in pairs]


def segment(start: int, view: str) -> Segment:
    return Segment(start, start + len(view), Kind.SENTENCE, 0, view)


def test_a_stretch_of_the_pair_is_found_in_its_segments() -> None:
    parts = [segment(0, "One two."), segment(9, "Three.")]
    assert in_segments(Span(4, 7), parts, " ") == [(0, Span(4, 7))]
    assert in_segments(Span(9, 14), parts, " ") == [(1, Span(0, 5))]
    assert in_segments(Span(4, 14), parts, " ") == [(0, Span(4, 8)), (1, Span(0, 5))]
