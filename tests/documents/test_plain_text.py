"""Plain text: what is a heading, what is a page's furniture, what is a line of its own."""

from pathlib import Path

import pytest

from alignbench.documents.preview import BlockPreview, preview
from alignbench.domain.text import Kind, Reading, Side, joined_view
from tests.documents.reading import kinds, segments, text, views


@pytest.mark.parametrize(
    "heading",
    ["Chapter {}", "ARTICLE {}", "Step {}", "Question {}", "Lesson {}", "Fiscal 202{}", "Act {}",
     "Figure {}", "第{}条", "第{}話", "手順 {}", "令和{}年度", "{}", "図{}", "- Part {}"],
)  # fmt: skip
def test_numbered_headings_are_no_running_heads(heading: str) -> None:
    english = heading.isascii()
    body = "The tide came in slowly." if english else "潮がゆっくり満ちてきた。"
    content = "".join(f"{heading.format(n)}\n\n{body}\n\n" for n in (1, 2, 3))
    found = segments(content, "en" if english else "ja")
    assert [s.view for s in found][::2] == [heading.format(n) for n in (1, 2, 3)]
    assert not [s for s in found if s.kind is Kind.FURNITURE]


def test_lines_of_code_that_come_again_are_lines() -> None:
    content = "値を書く。\n\nSTART 2024-01-01\nSTART 2024-01-01\n\n保存する。\n"
    assert views(content).count("START 2024-01-01") == 2


PAGES = (
    "The barge lay at the quay for a week and nobody came to ask what it\n\n"
    "THE GREEN BARGE\n\n{}\n\ncarried, or who had paid for the berth. On Friday it was gone.\n\n"
    "The harbour master wrote its name in his book and then, after some\n\n"
    "THE GREEN BARGE\n\n{}\n\nthought, crossed it out again. He told no one.\n"
)


def test_running_numbers_where_sentences_break_off_are_page_numbers() -> None:
    content = PAGES.format(11, 12)
    found = text(content, "en")
    assert [s.view for s in found.segments if s.kind is not Kind.FURNITURE] == [
        "The barge lay at the quay for a week and nobody came to ask what it carried, or who had "
        "paid for the berth.",
        "On Friday it was gone.",
        "The harbour master wrote its name in his book and then, after some thought, crossed it "
        "out again.",
        "He told no one.",
    ]
    assert [(left.what, left.count, left.sample) for left in found.left_out] == [
        ("running heads and page numbers", 4, "THE GREEN BARGE")
    ]


def test_a_form_feed_is_the_edge_of_a_page_and_the_first_head_is_the_title() -> None:
    content = (
        "舟の話\n\n一日目のこと。\n\n- 3 -\n\f舟の話\n\n"
        "二日目のこと。\n\n- 4 -\n\f舟の話\n\n三日目。\n"
    )
    found = segments(content)
    assert found[0].kind is Kind.HEADING
    assert [s.view for s in found if s.kind is Kind.FURNITURE] == [
        "- 3 -", "舟の話", "- 4 -", "舟の話",
    ]  # fmt: skip


def test_heads_at_both_margins_are_known_by_their_numbers_though_they_name_chapters() -> None:
    content = (
        "8            ROPE AND TAR\n\nThe dock was empty.\n"
        "\fCHAPTER FOUR            9\n\nNobody had come.\n"
        "\f10           ROPE AND TAR\n\nThe tide went out.\n"
    )
    assert [s.view for s in segments(content, "en") if s.kind is not Kind.FURNITURE] == [
        "The dock was empty.",
        "Nobody had come.",
        "The tide went out.",
    ]


def test_pages_may_be_numbered_in_kanji_beside_their_heads() -> None:
    content = (
        "舟大工　　　　　三九\n\n舟は三艘あった。\n\n櫓もあった。\n\n"
        "\f四〇　　　　　第二章\n\n櫂は折れた。\n"
        "\f舟大工　　　　　四一\n\n帆は残る。\n"
    )
    shown = [s.view for s in segments(content) if s.kind is not Kind.FURNITURE]
    assert shown == ["舟は三艘あった。", "櫓もあった。", "櫂は折れた。", "帆は残る。"]


def test_numbered_headings_at_the_top_of_pages_stay() -> None:
    content = "Lesson 1\n\nRow.\n\fLesson 2\n\nSail.\n\fLesson 3\n\nRest.\n"
    assert Kind.FURNITURE not in kinds(content, "en")


def test_lines_broken_after_phrases_are_one_where_prose_ends() -> None:
    assert views("恐れ入りますが、月末までに\nご連絡くださいますよう\nお願いいたします。\n") == [
        "恐れ入りますが、月末までに",
        "ご連絡くださいますよう",
        "お願いいたします。",
    ]
    assert views("恐れ入りますが、月末までに\nご連絡ください。\n") == [
        "恐れ入りますが、月末までにご連絡ください。"
    ]
    assert views("舟をこぐ音の\n遠ざかる朝に\n") == ["舟をこぐ音の", "遠ざかる朝に"]


def test_a_short_line_that_ends_in_a_hyphen_goes_on() -> None:
    assert views("The har-\nbour froze.\n", "en") == ["The harbour froze."]


def test_a_paragraph_without_a_full_stop_takes_no_next_one_in() -> None:
    content = "舟は出た。荷は米と酒\n\n翌朝、雪が降った。\n"
    assert views(content) == ["舟は出た。", "荷は米と酒", "翌朝、雪が降った。"]


def test_prose_that_begins_with_a_figure_is_cut_into_sentences() -> None:
    assert views("図２．３に示す．式より明らかである．\n") == [
        "図２．３に示す．",
        "式より明らかである．",
    ]
    assert views("Table 2 lists the boats. All are old.\n", "en") == [
        "Table 2 lists the boats.",
        "All are old.",
    ]
    assert kinds("図２　波止場の朝\n") == [Kind.CAPTION]


def test_bullets_side_by_side_are_items() -> None:
    assert views("・舟　・櫂　・帆\n・綱\n") == ["・舟", "・櫂", "・帆", "・綱"]


def test_the_lines_of_an_address_stay_lines() -> None:
    content = (
        "3-1 Minato-cho, Kitahama City, Hokkai 123-4567\nTel. 0123-45-6789\nhttps://example.org/\n"
    )
    assert views(content, "en") == content.splitlines()


def test_a_heading_of_a_number_alone_does_not_run_into_its_text() -> None:
    content = (
        "Article 1\nThe boats of the town are kept in the old dock, and whoever takes one out\n"
        "writes it in the book that hangs beside the gate of the dock, with the hour,\n"
        "and rows it back before dark.\n"
    )
    assert views(content, "en")[0] == "Article 1"


def test_a_compound_word_keeps_its_hyphen_at_the_end_of_a_line() -> None:
    content = (
        "The shed behind the dock was built for a well-\n"
        "known rower, and the harbour has been under recon-\n"
        "struction ever since.\n"
    )
    assert views(content, "en") == [
        "The shed behind the dock was built for a well-known rower, and the harbour has been "
        "under reconstruction ever since."
    ]


def test_ruby_is_a_reading_and_a_title_is_not() -> None:
    found = segments(
        "東雲《しののめ》に映画《夜の舟》を見た。｜ＡＢＣ《エービーシー》の歌も聞いた。\n"
    )
    assert [s.view for s in found] == ["東雲に映画《夜の舟》を見た。", "ＡＢＣの歌も聞いた。"]
    assert found[0].readings == (Reading(0, 2, "しののめ"),)
    assert found[1].readings == (Reading(0, 3, "エービーシー"),)


def test_ruby_of_html_is_a_reading_too() -> None:
    found = segments("<ruby>東海林<rt>しょうじ</rt></ruby>さんが来た。\n")
    assert found[0].view == "東海林さんが来た。"
    assert found[0].readings == (Reading(0, 3, "しょうじ"),)


def test_a_character_that_a_note_describes_is_read() -> None:
    content = "※［＃「土へん＋竒」、第3水準1-15-53］と※［＃「口＋亞」、U+555E］がある。\n"
    assert views(content)[0].startswith(bytes((0xAF, 0xD5)).decode("euc_jis_2004"))
    assert "啞" in views(content)[0]


def test_the_legend_and_the_colophon_of_aozora_are_named() -> None:
    content = "舟\n\n-------\n《》：ルビ\n-------\n\n　朝《あさ》の舟。\n\n底本：「舟」川辺書房\n"
    said = {left.what: left.sample for left in text(content).left_out}
    assert said["legend of marks"].startswith("-------")
    assert said["colophon"] == "底本：「舟」川辺書房"
    assert "other text" not in said


def test_kinds_of_lines_with_marks_of_notes() -> None:
    assert kinds("The fee*1 is due.*2\n\n*1 Tax is included.\n", "en") == [
        Kind.SENTENCE,
        Kind.LIST_ITEM,
    ]


def test_readings_as_sites_for_novels_and_denden_write_them() -> None:
    (line,) = segments(
        "|紅蓮《ぐれん》と{電子|でん|し}と[[rb:天使 > エンジェル]]を《《本当に》》見た。\n"
    )
    assert line.view == "紅蓮と電子と天使を本当に見た。"
    assert [r.reading for r in line.readings] == ["ぐれん", "でんし", "エンジェル"]
    assert views("{値|あたい}を{a|b}と{name|既定}にする。\n") == ["値を{a|b}と{name|既定}にする。"]


def test_a_described_character_may_be_two_in_unicode() -> None:
    assert views("※［＃半濁点付き平仮名か、1-4-87］と読む。\n") == ["か\u309aと読む。"]


def test_a_wrapped_item_goes_on_below_its_text() -> None:
    content = (
        "第二条　この条例において、次の各号に掲げる用語の意義は、当該各号に\n"
        "　定めるところによる。\n"
        "　一　岸壁　船を横付けにする施設をいう。\n"
        "　二　浮標　水面に浮かべて航路を示す標識（灯火を備えるものを含む。）\n　　をいう。\n"
    )
    assert [s.paragraph for s in segments(content)] == [0, 1, 2]
    english = (
        "A. Papers\n   1. Passport (valid for six months or more after the date of\n"
        "      return)\n   2. Ticket\n"
    )
    assert views(english, "en") == [
        "A. Papers",
        "1. Passport (valid for six months or more after the date of return)",
        "2. Ticket",
    ]


def test_an_indented_line_below_a_short_item_is_its_own() -> None:
    assert views("・ねじを外す\n　　→固い場合は油を差す\n・蓋を上げる\n") == [
        "・ねじを外す",
        "→固い場合は油を差す",
        "・蓋を上げる",
    ]


def test_labelled_lines_and_lettered_items_stay_apart() -> None:
    assert (
        len(
            segments(
                "送信先：北浜製作所　総務部　御中\n発信元：渡会商事（担当　三好）\n枚　数：３枚\n"
            )
        )
        == 3
    )
    content = (
        "（ａ）次から選べ。\n　１．光が届くこと　２．霧が出ること　３．夜になること\n"
        "（ｂ）理由を述べよ。\n"
    )
    assert [s.paragraph for s in segments(content)][-1] == 2


def test_heads_of_facing_pages_are_known_by_the_numbers_of_the_others() -> None:
    content = (
        "１２　潮騒の家\n\n　岬の鐘は一日に三度鳴った。ところが夏の終わり、鐘つき\n\n"
        "第二章　鐘の音　１３\n\n"
        "の老人が倒れた。\n\n１４　潮騒の家\n\n　嵐の夜、鐘が鳴った。\n\n第二章　鐘の音　１５\n\n"
        "　翌朝、塔の戸は開いていた。\n\n１６　潮騒の家\n\n　人々は黙って階段をのぼった。\n"
    )
    shown = [s.view for s in segments(content) if s.kind is not Kind.FURNITURE]
    assert shown[1] == "ところが夏の終わり、鐘つきの老人が倒れた。"
    assert not any("潮騒" in view or "第二章" in view for view in shown)


def test_a_head_that_cuts_a_sentence_is_none_of_its_headings() -> None:
    content = (
        "The clerk was told to write a letter to the whole of the govern-\n\n1\n\fChapter Three\n\n"
        "ment at once.\n\n2\n\fThe Sea\n\nHe did.\n\n3\n\fChapter Three\n\nShe paid.\n\n4\n"
    )
    shown = [s.view for s in segments(content, "en") if s.kind is not Kind.FURNITURE]
    assert shown[0].endswith("of the government at once.")
    assert "Chapter Three" not in shown


def test_a_date_that_is_cut_by_the_line_is_one_and_answers_side_by_side_are_whole() -> None:
    memo = (
        "1. The lift will be out of service from nine to five on Friday, Mar.\n   7. Come later.\n"
    )
    assert views(memo, "en")[0].endswith("on Friday, Mar. 7.")
    assert views("１．光が届くこと　２．霧が出ること\n") == ["１．光が届くこと　２．霧が出ること"]


def test_clauses_and_steps_go_on_below_however_narrow_they_are() -> None:
    content = (
        "(a) This Agreement begins on the Effective Date and continues until\n"
        "    terminated in accordance with Clause 9.\n2. Beat the butter until\n   pale.\n"
        "Juice of 2 lemons (about\n 60 ml)\n"
    )
    assert views(content, "en") == [
        "(a) This Agreement begins on the Effective Date and continues until terminated in "
        "accordance with Clause 9.",
        "2. Beat the butter until pale.",
        "Juice of 2 lemons (about 60 ml)",
    ]


def test_a_speech_goes_on_in_an_indented_line_but_not_over_its_sentences() -> None:
    assert views(
        "ハナ「もう一度だけ、一度だけでいいから、あの岬の\n　　向こうまで」\n祖父「だめだ」\n"
    ) == [
        "ハナ「もう一度だけ、一度だけでいいから、あの岬の向こうまで」",
        "祖父「だめだ」",
    ]
    paragraphs = segments("「昔、橋はなかった。\n　舟も出せなかった。\n　それだけだ」\n")
    assert len({segment.paragraph for segment in paragraphs}) == 3


def test_signs_between_scenes_are_drawn_and_chapters_are_headings() -> None:
    assert views("朝だ。\n\n　　＊\n\n夜だ。\n\n◇　◇　◇\n\n……\n") == ["朝だ。", "夜だ。", "……"]
    assert kinds("CHAPTER I.\n\nIt was a calm day.\n", "en") == [Kind.HEADING, Kind.SENTENCE]


def test_references_go_on_and_numbers_in_half_brackets_are_items() -> None:
    content = (
        '[1] A. Lee, "On light," J. Sea, 2001.\n'
        "[2] B. Dunn et al., Proceedings of the Conference on Lights, Kita,\n    U.K., 2005.\n"
    )
    assert len({segment.paragraph for segment in segments(content, "en")}) == 2
    assert kinds("1）解約は月末締め\n2）返金はできません\n") == [Kind.LIST_ITEM, Kind.LIST_ITEM]


LONG = "港の灯は春ごとに一つずつ外して磨く。" * 8
WRAPPED = (
    "The dolphins were a promise of good weather. The handle was added in\n"
    "the next century, after a fire.\n"
)


@pytest.mark.parametrize(
    ("lines", "after"),
    [
        (["新型の浮き灯台「みお」を十月から全国の港で貸し出し開始", "〜嵐の夜も倒れない〜"], LONG),
        (["港湾整備協会　広報課　担当：岬　晴子（みさき　はるこ）", "電話：000-000-0000"], LONG),
        (["件名: 来月の点検の日程と当番の割り当てについて（再送）", "送信日時: 九時"], "点検。"),
        (
            ["灯台祭の開催にあたっての町長あいさつと今年の見どころ", "令和七年七月二十日（日）"],
            "雨。",
        ),
        (["ミナト（心の声）〈速い……。こんなに速いなんて聞いてない〉", "船頭「来るぞ」"], "雨。"),
        (["Lamp with seven dolphins and a brass handle, signed", "Gift of the Guild"], WRAPPED),
        (["Minutes of the Annual Meeting of the Friends of Light", "Friday, 4 May 2029"], "It is."),
    ],
)
def test_a_line_that_was_ended_by_hand_is_a_thing_of_its_own(lines: list[str], after: str) -> None:
    side: Side = "en" if lines[0].isascii() else "ja"
    found = segments("\n".join(lines) + f"\n\n{after}\n", side)
    first = [[s.view for s in found if s.paragraph == number] for number in (0, 1)]
    assert ["".join(views) for views in first] == lines


def test_a_full_line_goes_on_in_the_next_whatever_that_begins_with() -> None:
    content = (
        "The keeper climbed the stairs at ten every night and lit the lamp for\n"
        "Captain Reed. Nobody else was awake.\n"
    )
    assert views(content, "en") == [
        "The keeper climbed the stairs at ten every night and lit the lamp for Captain Reed.",
        "Nobody else was awake.",
    ]


def test_marks_of_quotation_in_mail_are_no_text() -> None:
    content = (
        "On Monday Ann wrote:\n> Thank you for the lamp. We would like to see the other two\n"
        "> before Friday.\n>\n> Ann\n>> Did they fit?\n"
    )
    assert views(content, "en") == [
        "On Monday Ann wrote:", "Thank you for the lamp.",
        "We would like to see the other two before Friday.", "Ann", "Did they fit?",
    ]  # fmt: skip
    assert views(">>> print(1)\n1\n", "en")[0] == ">>> print(1)"
    assert views("前の書き込みを読む。\n\n>>12\nその通り。\n")[1] == ">>12"


def test_english_sentences_in_a_japanese_text_keep_the_space_between_them() -> None:
    content = "文献を挙げる。\n\nHale, R. (2027). Lamps of the north. It is here.\n\n雨。 風。\n"
    found = segments(content)
    assert joined_view(found, "ja") == (
        "文献を挙げる。Hale, R. (2027). Lamps of the north. It is here.雨。風。"
    )
    assert found[-1].view == "風。"


def test_a_preview_shows_the_spaces_that_the_file_has(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("本当か！　行こう。 Now go. Run.\n雨だ。\n", "utf-8")
    blocks = preview(tmp_path / "a.txt").parts
    assert [block.text for block in blocks if isinstance(block, BlockPreview)] == [
        "本当か！　行こう。 Now go. Run.",
        "雨だ。",
    ]


def test_clauses_set_in_below_their_numbers_are_whole() -> None:
    content = (
        '4.2.1 "Notice" means a letter that either Party sends to the address\n'
        "      stated above, or that is handed over at the office of the other\n"
        "      Party.\n\n"
        "      (a) Letters are sent in the post. The Keeper shall keep the\n"
        "          receipts with them.\n\n"
        "1.1　本契約において「秘密」とは、開示当事者が受領当事者に\n"
        "     対して開示する情報をいう。\n"
    )
    assert views(content, "en") == [
        '4.2.1 "Notice" means a letter that either Party sends to the address stated above, '
        "or that is handed over at the office of the other Party.",
        "(a) Letters are sent in the post.",
        "The Keeper shall keep the receipts with them.",
        "1.1　本契約において「秘密」とは、開示当事者が受領当事者に対して開示する情報をいう。",
    ]


def test_an_entry_that_hangs_below_its_first_line_is_one() -> None:
    content = (
        'Hale, R. 2027. "On the Lamps of the Northern Shore." Review of\n'
        "    Engineering 12: 17-29.\n"
        "Reed, T. 2019. Lamps of the north, and the men who\n    lit them.\n"
    )
    assert views(content, "en")[-2:] == [
        "Reed, T. 2019.",
        "Lamps of the north, and the men who lit them.",
    ]
    assert '"On the Lamps of the Northern Shore."' in views(content, "en")[1]
    assert "Review of Engineering 12: 17-29." in views(content, "en")


def test_what_a_screenplay_has_a_person_say_is_one_paragraph() -> None:
    content = (
        "                    KEEPER (O.S.)\n"
        "          It's not a boat I'm\n          waiting for. It's the\n          morning.\n\n"
        "                    REED\n               (sits down)\n          Then wait.\n"
    )
    assert views(content, "en") == [
        "KEEPER (O.S.)",
        "It's not a boat I'm waiting for.",
        "It's the morning.",
        "REED",
        "(sits down)",
        "Then wait.",
    ]
    song = "          The river sang\n          and nobody heard\n"
    assert views(song, "en") == ["The river sang", "and nobody heard"]


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_a_first_line_set_in_begins_a_paragraph(indent: str) -> None:
    content = (
        f"{indent}It was the third winter, and the snow had come early to the\n"
        "moor that year. Reed counted the sleepers as he walked along and\n"
        "kept warm.\n"
        f"{indent}Nobody answered him. There was nobody to answer, only the wires\n"
        "that hummed.\n"
    )
    assert len(text(content, "en").paragraphs) == 2
