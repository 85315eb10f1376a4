"""Content to segments, as a translator would cut it."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from alignbench.documents.segmentation.views import mapped_view
from alignbench.domain.text import Kind, Side
from tests.documents.reading import kinds, segments, text, views


def test_a_paragraph_a_line_and_the_indent_is_not_read() -> None:
    content = "　橋が落ちた。誰も驚かない。\n　川は静かだ。\n"
    read = text(content)
    found = read.segments
    assert len(read.paragraphs) == 2
    assert [segment.view for segment in found] == ["橋が落ちた。", "誰も驚かない。", "川は静かだ。"]
    assert [segment.paragraph for segment in found] == [0, 0, 1]


def test_lines_wrapped_at_a_column_are_one_paragraph() -> None:
    english = (
        "The committee met on Tuesday and agreed that the bridge should be closed to\n"
        "heavy vehicles until the inspection was finished, which would take at least\n"
        "a month. Buses would use the old road.\n"
    )
    assert views(english, "en") == [
        "The committee met on Tuesday and agreed that the bridge should be closed to heavy "
        "vehicles until the inspection was finished, which would take at least a month.",
        "Buses would use the old road.",
    ]
    japanese = (
        "委員会は火曜日に集まり、橋の検査が終わるまで大型車の通行を止めることを\n"
        "決めた。検査には少なくとも一か月かかる見込みで、その間バスは旧道を通るこ\nとになる。\n"
    )
    assert views(japanese)[0].endswith("止めることを決めた。")


def test_a_word_hyphenated_at_a_line_end_is_whole_again() -> None:
    content = (
        "The long dispute about the harbour was in the end settled by inter-\n"
        "national arbitration.\n"
    )
    assert views(content, "en") == [
        "The long dispute about the harbour was in the end settled by international arbitration."
    ]


def test_a_sentence_cut_by_a_page_break_is_one_segment_around_the_running_head() -> None:
    content = (
        "港の話をしよう。船は夜明けに着き、荷はその日のうちに\n\n港湾論集　第3号　12\n\n"
        "市場へ運ばれる。値段は昼に決まる。\n\n別の段落だ。\n\n"
        "港湾論集　第3号　13\n\n終わりの段落。\n"
    )
    found = segments(content)
    whole = next(segment for segment in found if segment.cuts)
    assert whole.view == "船は夜明けに着き、荷はその日のうちに市場へ運ばれる。"
    cut = whole.cuts[0]
    assert content[cut.start : cut.end] == "港湾論集　第3号　12"
    assert [s.view for s in found if s.kind is Kind.FURNITURE] == [
        "港湾論集　第3号　12",
        "港湾論集　第3号　13",
    ]


def test_headings_bylines_dates_captions_and_items_are_told_apart() -> None:
    content = (
        "川と町\n\n青木　遥（北浜大学教授）\n\n2024年5月3日\n\n町は川から始まった。\n\n"
        "第2章　渡し場\n\n図1　渡し場の跡\n\n・舟\n・橋\n"
    )
    assert kinds(content) == [
        Kind.HEADING, Kind.BYLINE, Kind.BYLINE, Kind.SENTENCE, Kind.HEADING, Kind.CAPTION,
        Kind.LIST_ITEM, Kind.LIST_ITEM,
    ]  # fmt: skip


def test_a_short_line_with_a_year_is_not_a_date() -> None:
    assert kinds("2024年は寒かった。\n\n次の年は暖かかった。\n") == [Kind.SENTENCE, Kind.SENTENCE]


def test_markdown_is_removed_from_the_view_only() -> None:
    content = (
        "# The *old* bridge\n\nSee [the map](https://example.org/map_(1)) and **do not** cross.\n\n"
        "- First item\n- Second item\n"
    )
    found = segments(content, "en", "a.md")
    assert found[0].view == "The old bridge"
    assert [
        s.view
        for s in segments("See [the map](http://x.org/a) and **do not** cross.", "en", "a.md")
    ] == ["See the map and do not cross."]
    assert [segment.kind for segment in found][-2:] == [Kind.LIST_ITEM, Kind.LIST_ITEM]


def test_aozora_marks_and_colophon_are_not_text() -> None:
    content = (
        "渡し舟\n\n　東雲《しののめ》の川を渡る。［＃地付き］\n\n"
        "底本：「渡し舟」川辺書房\n入力：誰か\n"
    )
    found = segments(content)
    assert found[1].view == "東雲の川を渡る。"
    assert [s.kind for s in found[-2:]] == [Kind.FURNITURE, Kind.FURNITURE]


def test_a_segmented_file_is_taken_at_its_word() -> None:
    content = "一行目。まだ一行目。\n2行目\n\n　三行目*強*  \n"
    read = text(content, segmented=True)
    found = read.segments
    assert [segment.view for segment in found] == ["一行目。まだ一行目。", "2行目", "三行目*強*"]
    assert [segment.paragraph for segment in found] == [0, 0, 1]
    assert len(read.paragraphs) == 2


def test_terminal_escapes_do_not_reach_a_view() -> None:
    assert views("これは\x1b[2J危ない。\n") == ["これは[2J危ない。"]


NAMES = ["a.txt", "a.md"]
CONTENT = st.text(
    alphabet=st.sampled_from("川橋。、「」\n\n　 ab.*_[]()#-1２《》｜［＃］\f\r\x1b|>"),
    max_size=120,
)


@given(CONTENT, st.sampled_from(["ja", "en"]), st.sampled_from(NAMES), st.booleans())
def test_segments_lie_in_the_content_in_order_and_apart(
    content: str, side: Side, name: str, segmented: bool
) -> None:
    read = text(content, side, name, segmented=segmented)
    found, paragraphs = read.segments, read.paragraphs
    free = [segment for segment in found if segment.kind is not Kind.FURNITURE]
    for segment in found:
        assert 0 <= segment.start < segment.end <= len(content)
        assert 0 <= segment.paragraph < len(paragraphs)
        assert segment.view
        assert "\n" not in segment.view
        assert "\x1b" not in segment.view
    assert all(a.end <= b.start for a, b in pairwise(free))


@given(CONTENT, st.sampled_from(NAMES))
def test_every_letter_of_the_content_is_in_some_segment(content: str, name: str) -> None:
    found = segments(content, "ja", name)
    covered = {at for segment in found for at in range(segment.start, segment.end)}
    letters = {at for at, character in enumerate(content) if character in "川橋2２ab"}
    shown = {at for segment in found for at in mapped_view(content, segment).offsets}
    assert shown <= covered
    # A line that shows nothing at all, such as `《a》` or a link without words, has no segment.
    lone = {at for at in letters - covered if not views(_line_of(content, at), "ja", name)}
    assert letters - covered == lone


def test_a_space_between_english_sentences_is_part_of_the_first() -> None:
    first, second = segments("Yes. No.", "ja")
    assert (first.view, first.end, second.start) == ("Yes. ", 5, 5)


def _line_of(content: str, at: int) -> str:
    start = max(content.rfind(mark, 0, at) for mark in "\n\r\f") + 1
    return content[start:].split("\n")[0].split("\r")[0].split("\f")[0]


@given(CONTENT)
def test_a_view_maps_back_to_the_characters_it_shows(content: str) -> None:
    for segment in segments(content):
        mapped = mapped_view(content, segment)
        assert mapped.text == segment.view
        for character, at in zip(mapped.text, mapped.offsets, strict=True):
            assert content[at] == character or character == " "
