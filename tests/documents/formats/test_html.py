"""HTML is read as a browser shows it."""

from base64 import b64encode

import pytest

from alignbench.documents.formats.html_page import DEPTH_LIMIT
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, PlaceholderKind
from tests.documents.formats.made import left_out, read, readings, views


def test_blocks_are_paragraphs_headings_items_and_cells() -> None:
    text = read(
        "a.html",
        "<h1>港</h1><p>朝が来た。</p><ul><li>籠<li>縄</ul><table><tr><td>竹<td>三本</table>",
    )
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "港"),
        (Kind.SENTENCE, "朝が来た。"),
        (Kind.LIST_ITEM, "籠"),
        (Kind.LIST_ITEM, "縄"),
        (Kind.CELL, "竹"),
        (Kind.CELL, "三本"),
    ]


@pytest.mark.parametrize(
    "ruby",
    [
        "<ruby>漢<rt>かん</rt>字<rt>じ</rt></ruby>",
        "<ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp>字<rt>じ</ruby>",
        "<ruby><rb>漢</rb><rb>字</rb><rt>かん</rt><rt>じ</rt></ruby>",
        "<ruby><rb>漢<rb>字<rt>かん<rt>じ</ruby>",
    ],
)
def test_readings_are_kept_apart_from_the_text(ruby: str) -> None:
    text = read("a.html", f"<p>この{ruby}を読む。</p>")
    assert [segment.view for segment in text.segments] == ["この漢字を読む。"]
    assert readings(text) == [("漢", "かん"), ("字", "じ")]


def test_one_reading_may_stand_over_several_bases() -> None:
    text = read("a.html", "<p><ruby><rb>今<rb>日<rt>きょう</ruby>は晴れ。</p>")
    assert readings(text) == [("今日", "きょう")]


def test_line_ends_of_the_source_are_nothing_between_japanese_and_a_space_in_english() -> None:
    assert views("a.html", "<p>坂の上の\n  家だ。</p>") == ["坂の上の家だ。"]
    assert views("a.html", "<p>The house\n  on the hill.</p>", "en") == ["The house on the hill."]


def test_what_a_browser_does_not_show_is_said() -> None:
    text = read(
        "a.html",
        "<script>var 秘密;</script><style>p{}</style><!-- 覚え書き --><nav>目次</nav>"
        "<p hidden>隠れた文。</p><p>見える文。</p>",
    )
    assert [segment.view for segment in text.segments] == ["見える文。"]
    assert left_out(text) == {
        "scripts and styles": "var 秘密;",
        "comments": "覚え書き",
        "navigation, such as tables of contents": "目次",
        "hidden text": "隠れた文。",
    }


def test_code_keeps_its_lines_and_inline_code_is_a_placeholder() -> None:
    text = read("a.html", "<pre># 紙\nkami  --size A4</pre><p><code>q.?</code>を押す。</p>")
    code, sentence = text.segments
    assert (code.kind, code.view) == (Kind.CODE, "# 紙\nkami  --size A4")
    assert sentence.view == "q.?を押す。"
    assert [p.kind for p in sentence.placeholders] == [PlaceholderKind.CODE]


def test_a_link_keeps_its_address_and_a_note_mark_is_no_text() -> None:
    (segment,) = read(
        "a.html", '<p><a href="b.html">次</a>を見よ<sup><a href="#n1">1</a></sup>。</p>'
    ).segments
    assert segment.view == "次を見よ。"
    assert [p.source for p in segment.placeholders] == ["b.html", "1"]


def test_entities_are_read_once() -> None:
    assert views("a.html", "<p>A&amp;B &amp;lt;p&gt; &yen;1</p>", "en") == ["A&B &lt;p> ¥1"]


def test_the_encoding_that_a_page_names_is_used() -> None:
    page = '<meta charset="Shift_JIS"><p>表と裏。</p>'.encode("cp932")
    assert views("a.html", page) == ["表と裏。"]


def test_a_page_without_an_ending_is_known_by_its_beginning() -> None:
    assert read("page", "<!DOCTYPE html><p>文。</p>").format == "html"


def test_a_page_nested_beyond_reason_is_refused() -> None:
    with pytest.raises(InputError, match="nested"):
        read("a.html", "<div>" * (DEPTH_LIMIT + 1) + "底")


def test_a_container_of_readings_holds_the_reading_or_a_gloss() -> None:
    text = read(
        "a.html",
        "<p><ruby><rb>古都</rb><rtc><rt>こと</rt></rtc><rtc>an old city</rtc></ruby>の話。</p>",
    )
    assert readings(text) == [("古都", "こと")]
    assert left_out(text)["second readings (rtc)"] == "anoldcity"


def test_cells_of_tables_for_the_look_are_prose_and_others_cells() -> None:
    page = (
        "<table role='presentation'><tr><td>船が出る。帆を上げる。</td></tr></table>"
        "<table><tr><td><table><tr><td>雨が降る。風が吹く。</td></tr></table></td></tr></table>"
        "<table><tr><td>一。二。</td></tr></table>"
    )
    assert views("a.html", page) == [
        "船が出る。", "帆を上げる。", "雨が降る。", "風が吹く。", "一。二。"
    ]  # fmt: skip


def test_a_reading_inside_a_reading_is_said() -> None:
    text = read("a.html", "<p><ruby><ruby>護<rt>まも</rt></ruby>る<rt>guard</rt></ruby>人</p>")
    assert readings(text) == [("護る", "guard")]
    assert left_out(text) == {"second readings (rtc)": "まも"}


MESSAGE = (
    "Date: Thu, 1 May 2031 10:00:00 +0000\r\nSubject: export\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\tboundary="=_x"\r\n\r\n--=_x\r\n'
    "Content-Type: text/html; charset={charset}\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "{page}\r\n--=_x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    "AAAA\r\n--=_x--\r\n"
)


@pytest.mark.parametrize("name", ["a.mht", "a.doc"])
@pytest.mark.parametrize("charset", ["utf-8", "Shift_JIS"])
def test_an_archive_of_a_page_is_the_page(name: str, charset: str) -> None:
    page = b64encode("<h1>点検</h1><p>毎月です。</p>".encode(charset)).decode()
    made = MESSAGE.format(charset=charset, page=page)
    text = read(name, made)
    assert [(str(s.kind), s.view) for s in text.segments] == [
        ("heading", "点検"),
        ("sentence", "毎月です。"),
    ]
    assert set(left_out(text)) == {"pictures and other parts that are no page"}


def test_an_archive_without_a_page_is_refused() -> None:
    made = 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n\nx\n--b--\n'
    with pytest.raises(InputError, match="no page"):
        read("a.mht", made)
    deep = "".join(
        f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b{n}"\n\n--b{n}\n'
        for n in range(3000)
    )
    with pytest.raises(InputError):
        read("a.mht", deep)


@pytest.mark.parametrize(
    ("sheet", "script", "hidden"),
    [
        (".gone{display:none}", "", True),
        ("p.gone, .x { visibility: hidden }", "", True),
        (".gone{display:none} .open .gone{display:block}", "", False),
        ("@media print{.gone{display:none}}", "", False),
        (".gone{display:none} @media screen{.gone{color:red}}", "", False),
        (".gone{display:none}", "<script>show('gone')</script>", False),
        (".gone{display:none}", "<script src='a.js'></script>", False),
        ("/* .gone{display:none} */", "", False),
    ],
)
def test_a_class_that_the_page_hides_for_good_is_hidden(
    sheet: str, script: str, hidden: bool
) -> None:
    page = f"<style>{sheet}</style>{script}<p>見える。</p><p class='a gone'>隠れる。</p>"
    assert views("a.html", page) == (["見える。"] if hidden else ["見える。", "隠れる。"])


def test_quotations_have_the_marks_that_a_browser_sets() -> None:
    assert views("a.html", "<html lang=ja><p><q>港<q>灯</q></q>と言う。") == [
        "「港『灯』」と言う。"
    ]
    assert views("a.html", "<p>He said <q>yes</q>.") == ["He said “yes”."]


def test_labels_of_controls_are_apart_and_one_within_a_sentence_is_not() -> None:
    page = (
        "<form><label for=a>氏名</label><input id=a title='券面どおり'><label>駅 <select>"
        "<option>岬</select></label><p>犬を<label><input>匹</label>連れています。</form>"
    )
    text = read("a.html", page)
    assert [s.view for s in text.segments] == ["氏名", "駅", "岬", "犬を匹連れています。"]
    assert left_out(text) == {"alternative texts of pictures and controls": "券面どおり"}


def test_who_took_a_picture_is_apart_from_what_it_shows() -> None:
    page = "<figure><figcaption>船が出る。 <small>写真：丙田</small></figcaption></figure>"
    assert views("a.html", page) == ["船が出る。", "写真：丙田"]
