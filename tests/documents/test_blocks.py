"""Blocks of a file that is no text, and pairs of a bilingual one, as texts."""

from pathlib import Path

from alignbench.documents.segmentation.blocks import (
    Block,
    Mark,
    PairBlock,
    Ruby,
    bilingual_of,
    text_of_blocks,
)
from alignbench.documents.segmentation.views import mapped_view
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import PairState
from alignbench.domain.text import (
    Kind,
    LeftOut,
    Location,
    Placeholder,
    PlaceholderKind,
    Reading,
    Text,
)

FILE = SourceFile(Path("a.docx"), b"PK")


def text(*blocks: Block) -> Text:
    return text_of_blocks(FILE, "ja", "docx", blocks, [LeftOut("comments", 1, "直して")])


def test_the_content_is_what_is_read_and_sentences_are_split() -> None:
    made = text(
        Block(Kind.HEADING, ("港の朝",)),
        Block(Kind.SENTENCE, ("船が着く。", "荷が下りる。"), Location(page="3")),
    )
    assert made.content == "港の朝\n船が着く。荷が下りる。\n"
    assert [s.view for s in made.segments] == ["港の朝", "船が着く。", "荷が下りる。"]
    assert [s.paragraph for s in made.segments] == [0, 1, 1]
    assert made.segments[2].location.plain == "p. 3"
    assert made.format == "docx"
    assert made.left_out == (LeftOut("comments", 1, "直して"),)


def test_readings_and_placeholders_lie_in_the_segment_that_shows_them() -> None:
    link = Mark("地図", PlaceholderKind.LINK, "https://example.org/map")
    made = text(
        Block(Kind.SENTENCE, ("舟が出る。", Ruby("東雲", "しののめ"), "の空に", link, "はない。"))
    )
    second = made.segments[1]
    assert second.view == "東雲の空に地図はない。"
    assert second.readings == (Reading(0, 2, "しののめ"),)
    assert second.placeholders == (
        Placeholder(5, 7, PlaceholderKind.LINK, "https://example.org/map"),
    )
    assert not made.segments[0].placeholders


def test_a_placeholder_that_shows_nothing_keeps_its_place() -> None:
    made = text(Block(Kind.SENTENCE, ("ここで", Mark("", PlaceholderKind.TAG, "<br/>"), "切る。")))
    assert made.segments[0].placeholders == (Placeholder(3, 3, PlaceholderKind.TAG, "<br/>"),)


def test_wrapped_lines_are_one_and_code_keeps_its_lines() -> None:
    made = text(
        Block(Kind.SENTENCE, ("橋は\n長い。",)), Block(Kind.CODE, ("open box\n  list box",))
    )
    assert [s.view for s in made.segments] == ["橋は長い。", "open box\n  list box"]


def test_a_sentence_that_a_page_cuts_is_one_segment() -> None:
    made = text(
        Block(Kind.SENTENCE, ("船は夜明けに着き、荷はその日のうちに",)),
        Block(Kind.FURNITURE, ("12",)),
        Block(Kind.SENTENCE, ("市場へ運ばれる。",)),
    )
    whole = next(s for s in made.segments if s.kind is Kind.SENTENCE)
    assert whole.view == "船は夜明けに着き、荷はその日のうちに市場へ運ばれる。"
    assert mapped_view(made.content, whole).text == whole.view


def test_pairs_are_one_segment_a_side() -> None:
    pairs = bilingual_of(
        FILE,
        "xliff",
        [
            PairBlock(("閉じる。終わる。",), ("Close. End.",), PairState.CONFIRMED, id="k1"),
            PairBlock(("開く",), (), PairState.UNTRANSLATED, note="verb"),
        ],
    )
    assert [s.view for s in pairs.ja.segments] == ["閉じる。終わる。", "開く"]
    assert [s.view for s in pairs.en.segments] == ["Close. End."]
    assert [(p.ja, p.en, p.state) for p in pairs.pairs] == [
        ((0,), (0,), PairState.CONFIRMED),
        ((1,), (), PairState.UNTRANSLATED),
    ]


def test_a_location_is_said_in_one_line() -> None:
    assert Location().plain == ""
    assert Location(part="Prices", cell="B4").plain == "Prices!B4"
    assert Location(time=(1500, 3_661_000)).plain == "00:00:01.500–01:01:01.000"
    assert Location(page="12", footnote_of="3").plain == "p. 12, fn 3"
