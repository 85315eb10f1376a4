"""Workbooks and tables of values: pairs where both languages are there, cells where one is."""

import pytest

from alignbench.domain.errors import InputError
from tests.documents.formats.made import (
    bilingual,
    cell,
    left_out,
    pairs,
    read,
    readings,
    sides,
    views,
    xlsx,
)


def row(number: int, *texts: str) -> str:
    """A row of texts."""
    cells = (cell(f"{column}{number}", text) for column, text in zip("ABCD", texts, strict=False))
    return f"<row>{''.join(cells)}</row>"


def test_a_sheet_with_both_languages_is_pairs_with_states_and_notes() -> None:
    made = xlsx(
        row(1, "日本語", "English", "状態", "備考"),
        row(2, "雨だ。", "It rains.", "確定", "速く"),
        row(3, "風だ。"),
    )
    both = bilingual("a.xlsx", made)
    assert [(*sides(both, p), str(p.state), p.note) for p in both.pairs] == [
        ("雨だ。", "It rains.", "confirmed", "速く"),
        ("風だ。", "", "untranslated", ""),
    ]
    assert both.ja.segments[0].location.plain == "一覧!A2"


def test_furigana_are_readings_and_no_text() -> None:
    made = xlsx(
        '<row><c r="A1" t="s"><v>0</v></c></row>',
        strings='<si><t>東京へ</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
    )
    text = read("a.xlsx", made)
    assert [segment.view for segment in text.segments] == ["東京へ"]
    assert readings(text) == [("東京", "トウキョウ")]


def test_hidden_cells_numbers_and_formulas_without_value_are_said() -> None:
    made = xlsx(
        f"<row>{cell('A1', '見える')}{cell('B1', '隠れた列')}</row>",
        f'<row hidden="1">{cell("A2", "隠れた行")}</row>',
        '<row><c r="A3"><v>12</v></c><c r="C3"><f>A1&amp;"x"</f></c>'
        '<c r="D3" t="str"><f>A1</f><v>値</v></c></row>',
        columns='<cols><col min="2" max="2" hidden="1"/></cols>',
    )
    text = read("a.xlsx", made)
    assert [segment.view for segment in text.segments] == ["見える", "値"]
    assert left_out(text) == {
        "hidden columns": "隠れた列",
        "hidden rows": "隠れた行",
        "numbers and dates": "12",
        "formulas that were never calculated": 'A1&"x"',
    }


def test_escapes_of_excel_are_undone_once() -> None:
    made = xlsx(f"<row>{cell('A1', '一_x000D_二')}{cell('B1', '_x005F_x0041_は字')}</row>")
    assert views("a.xlsx", made) == ["一二", "_x0041_は字"]


def test_csv_fields_may_hold_commas_quotes_and_line_ends() -> None:
    made = 'ja,en\n"一、\n二","One,\ntwo"\n"「""はい""」","""Yes"""\n'
    assert pairs("a.csv", made) == [
        ("一、二", "One, two", "draft"),
        ('「"はい"」', '"Yes"', "draft"),
    ]


def test_a_quotation_mark_in_tsv_is_text() -> None:
    assert pairs("a.tsv", '"雨\t"Rain\n風だ\tWind\n') == [
        ('"雨', '"Rain', "draft"),
        ("風だ", "Wind", "draft"),
    ]


def test_two_columns_with_tabs_are_pairs_whatever_the_file_is_called() -> None:
    assert pairs("a.txt", "雨だ。\tIt rains.\n風だ。\tIt blows.\n") == [
        ("雨だ。", "It rains.", "draft"),
        ("風だ。", "It blows.", "draft"),
    ]


def test_semicolons_separate_too() -> None:
    assert pairs("a.csv", "ja;en\n雨、風;Rain, wind\n") == [("雨、風", "Rain, wind", "draft")]


def test_columns_that_are_no_side_are_said() -> None:
    both = bilingual("a.csv", "id,ja,en,頁\nk1,雨。,Rain.,12\n")
    assert both.pairs[0].id == "k1"
    assert left_out(both)["other columns"] == "12"


def test_titles_may_stand_above_the_headings() -> None:
    both = bilingual("a.csv", "単語帳,\n版,2\n日本語,English,備考\n櫂,oar,名詞\n")
    assert [(*sides(both, p), p.note) for p in both.pairs] == [("櫂", "oar", "名詞")]
    assert left_out(both)["headings of columns"] == "単語帳"


@pytest.mark.parametrize(
    "head",
    [
        "Term (EN),Term (JA),定義",
        "English text,日本語表記,定義",
        "en_US,ja_JP,定義",
        "原語：英語,訳語：日本語,注",
    ],
)
def test_headings_may_name_a_language_among_other_words(head: str) -> None:
    made = f"{head}\noar,櫂,舟をこぐ道具である木の棒\nsail,帆,風を受けるために張る布\n"
    assert pairs("a.csv", made) == [("櫂", "oar", "draft"), ("帆", "sail", "draft")]


def test_sentences_about_languages_are_no_headings() -> None:
    made = "We learn English.,英語を学ぶ。\nShe reads.,彼女は読む。\n"
    assert pairs("a.csv", made)[0] == ("英語を学ぶ。", "We learn English.", "draft")


def test_columns_of_sources_and_targets_are_not_those_of_states() -> None:
    made = (
        "Segment ID,Segment status,Source segment,Target segment\n"
        "1,Approved Sign-off,舟。,Boat.\n2,Not Translated (0%),櫂。,\n3,Draft (70%),帆。,Sail.\n"
    )
    both = bilingual("a.csv", made)
    assert [(*sides(both, p), str(p.state)) for p in both.pairs] == [
        ("舟。", "Boat.", "confirmed"),
        ("櫂。", "", "untranslated"),
        ("帆。", "Sail.", "draft"),
    ]


@pytest.mark.parametrize("first", ["sep=|\n", ""])
def test_bars_separate_where_the_file_says_so_or_nothing_else_does(first: str) -> None:
    assert pairs("a.csv", f"{first}ja|en\n舟|boat\n帆|sail\n") == [
        ("舟", "boat", "draft"),
        ("帆", "sail", "draft"),
    ]


def test_a_table_in_one_language_is_cells_row_by_row() -> None:
    text = read("a.csv", "品名,説明\n竹籠,手で編む。\n")
    assert [(s.view, s.location.cell) for s in text.segments] == [
        ("品名", "A1"),
        ("説明", "B1"),
        ("竹籠", "A2"),
        ("手で編む。", "B2"),
    ]


def test_a_table_without_japanese_is_refused_as_pairs() -> None:
    with pytest.raises(InputError, match="no Japanese"):
        bilingual("a.csv", "ja,en\nun,one\n")


def test_unicode_text_of_excel_is_a_table_whatever_its_name() -> None:
    made = "番号\t日本語\t英語\r\n1\t雨が降る。\tIt rains.\r\n".encode("utf-16")
    assert pairs("a.txt", made) == [("雨が降る。", "It rains.", "draft")]


def test_one_column_that_names_its_language_tells_the_other_by_what_it_holds() -> None:
    made = "identifier,source_phrase,context,ja\nopen,Open file,button,ファイルを開く\n"
    assert pairs("a.csv", made) == [("ファイルを開く", "Open file", "draft")]


def test_keys_and_descriptions_are_no_translation() -> None:
    text = read("a.csv", "key,description,ja\nopen,The open button,開く\nend,,終わる\n")
    assert [segment.view for segment in text.segments] == ["開く", "終わる"]
    assert set(left_out(text)) == {"headings of columns", "other columns"}


def test_a_workbook_whose_texts_are_missing_is_damaged() -> None:
    made = xlsx("<row r='1'><c r='A1' t='s'><v>0</v></c></row>")
    with pytest.raises(InputError, match="part with its texts is missing"):
        read("a.xlsx", made)


def test_a_workbook_is_read_whatever_its_name() -> None:
    made = xlsx("<row r='1'><c r='A1' t='inlineStr'><is><t>雨</t></is></c></row>")
    assert [s.view for s in read("a.csv", made).segments] == ["雨"]


@pytest.mark.parametrize(
    "table",
    [
        "話者,台詞\nHANA,おはよう、船長。\nREN,早いな。まだ四時だ。\n",
        "locale,本文\nja,返品はできますか。\nja,送料はいくらですか。\n",
        "slug;lang;見出し\nabout;ja;わたしたちについて\nshop;ja;お店の場所と営業時間\n",
        "id,room,展示説明\n1,Hall,この壺は輸出用に作られた。\n2,Annex,この海図は手描きである。\n",
    ],
)
def test_a_column_of_names_or_codes_is_no_english(table: str) -> None:
    with pytest.raises(AssertionError):  # it has no pairs
        bilingual("a.csv", table)
    assert views("a.csv", table)


@pytest.mark.parametrize(
    "table",
    [
        "灯台,lighthouse\n艀,barge\n桟橋,pier\n",
        "はい,Yes\nいいえ,No\nおはようございます,Hello\n",
        "ID,原稿,英訳\n1,雨だ。,Rain.\n2,風だ。,Wind.\n",
    ],
)
def test_a_column_of_single_words_may_be_the_english(table: str) -> None:
    assert pairs("a.csv", table)


@pytest.mark.parametrize("heading", ["Description", "定義／備考", "Notes (for translators)"])
def test_what_is_said_beside_a_pair_is_its_note(heading: str) -> None:
    both = bilingual("a.csv", f"日本語,英語,{heading}\n艀,barge,川の舟\n")
    assert [pair.note for pair in both.pairs] == ["川の舟"]


def test_printed_heads_of_a_sheet_are_said_without_their_codes() -> None:
    head = '<headerFooter><oddHeader>&amp;C&amp;"ＭＳ 明朝"社外秘&amp;P</oddHeader></headerFooter>'
    made = xlsx(row(1, "雨だ。"), after=head)
    assert left_out(read("a.xlsx", made)) == {"printed heads and feet": "社外秘"}


@pytest.mark.parametrize(
    ("table", "pair"),
    [
        ("艀,barge,港の中で荷を運ぶ舟のこと\n錨,anchor,\n櫂,oar,船頭に聞く\n", ("艀", "barge")),
        ("櫂,かい,oar,a pole to row with\n艀,はしけ,barge,a flat boat\n", ("櫂", "oar")),
        ("要,It fell.,灯は消えた。\n要,It rained.,雨だった。\n", ("灯は消えた。", "It fell.")),
    ],
)  # fmt: skip
def test_terms_without_headings_stand_side_by_side(table: str, pair: tuple[str, str]) -> None:
    assert pairs("a.csv", table)[0][:2] == pair


def test_remarks_in_a_table_without_headings_are_notes() -> None:
    both = bilingual("a.csv", "艀,barge,港の舟\n錨,anchor,\n櫂,oar,船頭に聞く\n")
    assert [pair.note for pair in both.pairs] == ["港の舟", "", "船頭に聞く"]
