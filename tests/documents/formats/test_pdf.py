"""PDF: characters by where they stand on the page."""

import pytest

from alignbench.documents.formats.pdf.paragraphs import joined
from alignbench.documents.formats.pdf.radicals import plain
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Text
from tests.documents.formats.made import left_out, pdf, printed, read, views


def test_lines_of_a_paragraph_are_one_and_an_indent_begins_the_next() -> None:
    page = (
        printed(60, 500, "夜の港には明かりが三つしかない。一つは灯台、もう一つ")
        + printed(50, 484, "は番小屋、残りは誰のものとも知れない舟の灯である。老")
        + printed(50, 468, "人は知らない。")
        + printed(60, 452, "その年の秋、灯が二つになった。")
    )
    assert views("a.pdf", pdf(page)) == [
        "夜の港には明かりが三つしかない。",
        "一つは灯台、もう一つは番小屋、残りは誰のものとも知れない舟の灯である。",
        "老人は知らない。",
        "その年の秋、灯が二つになった。",
    ]


def test_the_order_on_the_page_counts_and_not_that_of_the_file() -> None:
    page = printed(50, 400, "あとの段落である。") + printed(50, 500, "さきの段落である。")
    assert views("a.pdf", pdf(page)) == ["さきの段落である。", "あとの段落である。"]


def test_vertical_text_runs_down_and_leftwards() -> None:
    page = printed(300, 500, "山の寺には鐘があった。") + printed(280, 500, "村の者は時を知った。")
    assert "".join(views("a.pdf", pdf(page, vertical=True))) == (
        "山の寺には鐘があった。村の者は時を知った。"
    )


def test_running_heads_are_said_and_a_sentence_over_the_page_is_whole() -> None:
    one = (
        printed(150, 570, "島の地図") + printed(200, 30, "1")
        + printed(50, 500, "弟は地図を描くのが好きだった。ある夏、父が帰ってきて")
    )  # fmt: skip
    two = (
        printed(150, 570, "島の地図") + printed(200, 30, "2")
        + printed(50, 500, "その地図を見た。")
    )  # fmt: skip
    text = read("a.pdf", pdf(one, two))
    assert [segment.view for segment in text.segments] == [
        "弟は地図を描くのが好きだった。",
        "ある夏、父が帰ってきてその地図を見た。",
    ]
    assert left_out(text) == {"running heads and page numbers": "島の地図"}


def test_a_word_that_a_page_cuts_is_whole() -> None:
    one = printed(50, 500, "雪の朝だった。沖から父の舟") + printed(200, 30, "1")
    two = printed(50, 500, "歌が聞こえた。") + printed(200, 30, "2")
    assert [segment.view for segment in read("a.pdf", pdf(one, two)).segments] == [
        "雪の朝だった。",
        "沖から父の舟歌が聞こえた。",
    ]


def test_readings_over_the_line_are_no_text() -> None:
    page = printed(70, 509, "とうげ", 4) + printed(50, 500, "彼は峠を下りた。村は静かだった。")
    assert "".join(views("a.pdf", pdf(page))) == "彼は峠を下りた。村は静かだった。"


@pytest.mark.parametrize(
    ("above", "line", "whole"),
    [
        ("infor-", "mation", "information"),
        ("a price-", "determining clause", "a price-determining clause"),
        ("the first", "line", "the first\nline"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes_if_it_only_cut_a_word(
    above: str, line: str, whole: str
) -> None:
    assert joined(above, line, frozenset()) == whole


def test_radicals_and_ligatures_are_what_people_read() -> None:
    assert "".join(map(plain, "⽇⻑ﬁﬃあa")) == "日長fiffiあa"


def test_pages_without_text_are_refused_as_scanned() -> None:
    with pytest.raises(InputError, match="pictures"):
        read("a.pdf", pdf("0 0 100 100 re f"))


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(InputError, match="cut off or damaged"):
        read("a.pdf", b"%PDF-1.5\nnothing")


def test_a_comma_that_stands_beside_its_vertical_line_is_in_it() -> None:
    column = (
        printed(300, 500, "朝が来た") + printed(306, 466, "。") + printed(300, 450, "鳥が鳴く")
        + printed(306, 416, "、") + printed(300, 400, "遠くで鳴く") + printed(306, 356, "。")
    )  # fmt: skip
    assert views("a.pdf", pdf(column, vertical=True)) == ["朝が来た。", "鳥が鳴く、遠くで鳴く。"]


def test_a_heading_that_hangs_out_makes_no_indents_of_the_lines_below() -> None:
    page = (
        printed(30, 540, "鐘の話", 14)
        + printed(50, 500, "夜の港には明かりが三つしかない。一つは灯台、もう一つ")
        + printed(50, 484, "は番小屋、残りは誰のものとも知れない舟の灯である。老")
        + printed(50, 468, "人は知らない。")
    )
    assert views("a.pdf", pdf(page))[1:] == [
        "夜の港には明かりが三つしかない。",
        "一つは灯台、もう一つは番小屋、残りは誰のものとも知れない舟の灯である。",
        "老人は知らない。",
    ]


@pytest.mark.parametrize("number", ["一二", "〔３〕"])
def test_numbers_at_the_foot_of_vertical_pages_are_no_text(number: str) -> None:
    across = "".join(printed(200 + 8 * at, 40, sign, 8) for at, sign in enumerate(number))
    page = printed(300, 500, "村の者は時を知った。") + printed(280, 500, "一") + across
    text = read("a.pdf", pdf(page, vertical=True))
    assert "".join(segment.view for segment in text.segments) == "村の者は時を知った。一"
    assert left_out(text) == {"running heads and page numbers": number}


def test_characters_that_the_file_tells_no_letter_for_are_said() -> None:
    lost = printed(50, 500, "\0" * 3)
    text = read("a.pdf", pdf(printed(50, 400, "鐘が鳴る。") + lost))
    assert [segment.view for segment in text.segments] == ["鐘が鳴る。"]
    assert list(left_out(text)) == ["characters whose letter the file does not tell"]
    with pytest.raises(InputError, match="which letters"):
        read("a.pdf", pdf(lost))


def test_lines_of_two_columns_at_one_height_are_two_where_the_columns_stand_close() -> None:
    left, right = "夜の港には明かりが三つしかない", "村の者は鐘の音で時を知ったのだ"
    page = "".join(
        printed(50, 500 - 16 * at, left) + printed(219, 491 - 16 * at, right) for at in range(4)
    )
    page += printed(50, 436, left + "。") + printed(219, 436, right + "。")
    assert "".join(views("a.pdf", pdf(page))) == left * 5 + "。" + right * 5 + "。"


def test_words_in_the_margin_and_lines_too_long_change_no_paragraph() -> None:
    line = "夜の港には明かりが三つしかないと番小屋の者が言った"
    page = printed(30, 532, "灯") + "".join(
        printed(60 if at % 3 == 0 else 50, 516 - 16 * at, line[: 24 if at % 3 == 0 else 25])
        for at in range(8)
    )
    page += printed(50, 388, "鐘は鳴らない。") + printed(50, 340, "code " * 14)
    paragraphs = {segment.paragraph for segment in read("a.pdf", pdf(page)).segments}
    assert len(paragraphs) == 5


def across(y: float, text: str) -> str:
    """A head of a vertical page, sign by sign from left to right."""
    return "".join(printed(100 + 8 * at, y, sign, 8) for at, sign in enumerate(text))


def test_heads_across_the_top_of_vertical_pages_are_no_text() -> None:
    one = across(570, "雨の町") + printed(300, 500, "雨は十九日も続き、橋の板が二枚")
    two = across(570, "第一章　雨") + printed(300, 500, "流れた。舟が一艘出た。")
    last = across(570, "雨の町の話") + printed(300, 500, "話は終")
    text = read("a.pdf", pdf(one, two, last, vertical=True))
    assert [segment.view for segment in text.segments] == [
        "雨は十九日も続き、橋の板が二枚流れた。",
        "舟が一艘出た。",
        "話は終",
    ]
    assert left_out(text) == {"running heads and page numbers": "雨の町"}


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn: int) -> None:
    height = 600 if turn == 180 else 400
    # Where a line of the shown page begins on the page as it is written, and how it runs.
    matrix = {90: (0, 1, -1, 0, 400, 0), 180: (-1, 0, 0, -1, 400, 600), 270: (0, -1, 1, 0, 0, 600)}
    lines = printed(50, height - 60, "朝の便は七時に出る。") + printed(
        50, height - 90, "夕の便は五時に出る。"
    )
    page = f"q {' '.join(map(str, matrix[turn]))} cm {lines} Q"
    made = pdf(page).replace(b"/MediaBox[0 0 400 600]", b"/MediaBox[0 0 400 600]/Rotate %d" % turn)
    assert views("a.pdf", made) == ["朝の便は七時に出る。", "夕の便は五時に出る。"]


def test_a_watermark_across_the_page_is_said() -> None:
    mark = f"BT /F 60 Tf .7 .7 -.7 .7 80 100 Tm <{'草案'.encode('utf-16-be').hex()}> Tj ET\n"
    text = read("a.pdf", pdf(printed(50, 500, "鐘が鳴る。") + mark))
    assert [segment.view for segment in text.segments] == ["鐘が鳴る。"]
    assert left_out(text) == {"slanted text, such as watermarks": "草案"}


def ruled(along: list[float], across: list[float]) -> str:
    """The operators that draw the rules of a table."""
    rules = [f"{across[0]} {y} m {across[-1]} {y} l S\n" for y in along]
    rules += [f"{x} {along[0]} m {x} {along[-1]} l S\n" for x in across]
    return "".join(rules)


def cells(text: Text) -> list[str]:
    """What stands in cells."""
    return [segment.view for segment in text.segments if segment.kind is Kind.CELL]


def test_a_ruled_table_is_read_cell_by_cell_and_its_cells_are_whole() -> None:
    page = (
        printed(50, 560, "時刻と注意") + ruled([540, 510, 470], [50, 150, 300])
        + printed(56, 522, "便") + printed(156, 522, "注意") + printed(56, 496, "第一便")
        + printed(156, 496, "荒天の日は欠航") + printed(156, 480, "することがある。")
        + printed(50, 440, "切符は港の窓口で買うことができる。")
    )  # fmt: skip
    text = read("a.pdf", pdf(page))
    assert cells(text) == ["便", "注意", "第一便", "荒天の日は欠航することがある。"]
    assert text.segments[-1].view == "切符は港の窓口で買うことができる。"


def test_rules_between_columns_of_prose_make_no_table() -> None:
    left = "".join(printed(56, 520 - 16 * n, "左の段の文が続いている。") for n in range(6))
    right = "".join(printed(226, 520 - 16 * n, "右の段の文が続いている。") for n in range(6))
    text = read("a.pdf", pdf(ruled([540, 430], [50, 210, 380]) + left + right))
    assert not cells(text)
    assert "".join(s.view for s in text.segments).startswith("左の段の文が続いている。左の段")


def test_rows_that_stand_below_one_another_are_a_table_without_rules() -> None:
    rows = (("Model", "Height", "Weight"), ("Mio", "30 cm", "2 kg"), ("Nagi", "45 cm", "3 kg"))
    page = "".join(
        printed(x, 500 - 16 * number, words)
        for number, row in enumerate(rows)
        for x, words in zip((50, 150, 250), row, strict=True)
    )
    assert cells(read("a.pdf", pdf(page), "en")) == [word for row in rows for word in row]


def test_wide_spaces_between_words_stay_and_those_between_letters_do_not() -> None:
    page = printed(50, 500, "株式会社灯火　広報部　TEL") + printed(50, 450, "目　次", 16)
    assert views("a.pdf", pdf(page)) == ["株式会社灯火　広報部　TEL", "目次"]


def test_labelled_lines_of_a_notice_are_apart_and_the_only_page_has_a_number() -> None:
    page = (
        printed(50, 500, "Hours: nine to five") + printed(50, 484, "Closed: Tuesdays")
        + printed(200, 30, "1 / 1")
    )  # fmt: skip
    text = read("a.pdf", pdf(page), "en")
    assert [segment.view for segment in text.segments] == [
        "Hours: nine to five",
        "Closed: Tuesdays",
    ]
    assert left_out(text) == {"running heads and page numbers": "1 / 1"}


def test_a_hanging_line_belongs_to_its_reference() -> None:
    page = printed(50, 500, "[1] Hale, Light and the sea,") + printed(62, 488, "pp. 1-9, 2027.")
    assert views("a.pdf", pdf(page), "en") == ["[1] Hale, Light and the sea, pp. 1-9, 2027."]


def columns(y: float, lines: int, text: str = "and so the lamp was lit once more,") -> str:
    """Two columns of lines, from a height downwards."""
    return "".join(
        printed(x, y - 14 * n, text.replace("lamp", f"lamp {x}{n}"), 8)
        for x in (30, 210)
        for n in range(lines)
    )


def test_a_name_centred_above_two_columns_stands_before_both() -> None:
    page = printed(60, 560, "The Lamps of the Northern Shore", 16)
    page += printed(165, 530, "P. Hale and R. Reed") + columns(490, 5)
    found = views("a.pdf", pdf(page), "en")
    assert found[:2] == ["The Lamps of the Northern Shore", "P. Hale and R. Reed"]
    assert len(found) == 3


def test_raised_marks_are_marks_of_notes_or_powers() -> None:
    page = printed(40, 500, "The lamp was lit.") + printed(211, 504, "12", 6)
    page += printed(40, 470, "It was 3 km") + printed(151, 474, "2", 6)
    text = read("a.pdf", pdf(page), "en")
    assert [s.view for s in text.segments] == ["The lamp was lit.", "It was 3 km²"]
    assert left_out(text)["marks of notes"] == "12"


def test_what_stands_beside_a_running_head_belongs_to_it() -> None:
    def page(head: str, hour: str) -> str:
        top = printed(40, 580, head, 8) + printed(280, 580, "Vol. 12 (2030)", 8)
        lines = (f"The lamp was lit at {hour}.", f"At {hour} it rained.", f"It was {hour}.")
        return top + "".join(printed(40, 530 - 40 * n, line) for n, line in enumerate(lines))

    text = read("a.pdf", pdf(page("Review of Lamps", "ten"), page("P. Hale", "one")), "en")
    shown = {segment.view for segment in text.segments}
    assert not shown & {"Review of Lamps", "P. Hale", "Vol. 12 (2030)"}
    assert len(shown) == 6
    assert [left.count for left in text.left_out] == [4]
