"""AsciiDoc: what Asciidoctor shows, block by block; what it does not is said."""

from alignbench.domain.text import Kind, PlaceholderKind
from tests.documents.formats.made import left_out, read, views

PAGE = """\
= 井戸の手入れ
水野 著
:toc:

// 覚え書き
== 汲む

水は **毎朝** 汲みます。link:https://x.org[詳しい話]が
あります。footnote:[雨の日は除く。]

NOTE: 蓋を忘れないこと。

.深さの測り方
[source,sh]
----
# 深さを測る
well depth
----

* 桶
** 小さな桶
. 縄を下ろす。
+
静かに。

深さ:: 七尺ある。

====
例である。
====

|===
|名前 |深さ

|北の井戸
a|
* 七尺
|===
"""


def test_a_page_is_read_block_by_block() -> None:
    text = read("a.adoc", PAGE)
    assert [(str(s.kind), s.view) for s in text.segments] == [
        ("heading", "井戸の手入れ"),
        ("heading", "汲む"),
        ("sentence", "水は 毎朝 汲みます。"),
        ("sentence", "詳しい話があります。"),
        ("footnote", "雨の日は除く。"),
        ("sentence", "蓋を忘れないこと。"),
        ("caption", "深さの測り方"),
        ("code", "# 深さを測る\nwell depth"),
        ("list-item", "桶"),
        ("list-item", "小さな桶"),
        ("list-item", "縄を下ろす。"),
        ("sentence", "静かに。"),
        ("list-item", "深さ"),
        ("sentence", "七尺ある。"),
        ("sentence", "例である。"),
        ("cell", "名前"),
        ("cell", "深さ"),
        ("cell", "北の井戸"),
        ("list-item", "七尺"),
    ]
    assert left_out(text) == {
        "author and version of the document": "水野 著",
        "attributes of the document": ":toc:",
        "comments": "覚え書き",
        "addresses of links and pictures": "link:https://x.org",
        "labels of admonitions": "NOTE:",
        "attributes of blocks": "[source,sh]",
    }


def test_code_links_and_variables_are_placeholders() -> None:
    text = read("a.adoc", "`a.b()` と {name} と <<top,先頭>> と https://x.org[頁] を見る。\n")
    (segment,) = text.segments
    assert segment.view == "a.b() と {name} と 先頭 と 頁 を見る。"
    assert [p.kind for p in segment.placeholders] == [
        PlaceholderKind.CODE, PlaceholderKind.VARIABLE, PlaceholderKind.LINK, PlaceholderKind.LINK,
    ]  # fmt: skip


def test_marks_without_a_partner_are_characters() -> None:
    assert views("a.adoc", "2 * 3 と snake_case と C# と ~5 を書く。\n") == [
        "2 * 3 と snake_case と C# と ~5 を書く。"
    ]


def test_a_title_with_attributes_below_it_tells_asciidoc_without_an_ending() -> None:
    assert read("a", "= 題\n:lang: ja\n\n本文。\n").format == "asciidoc"


def test_a_line_beyond_reason_and_a_fence_that_nobody_closes_are_read() -> None:
    text = read("a.adoc", "[" + "港" * 3000 + "\n\n----\n舟。\n")
    assert [s.kind for s in text.segments] == [Kind.SENTENCE, Kind.CODE]


def test_marks_beside_japanese_are_meant_as_marks() -> None:
    assert views("a.adoc", "水は*毎朝*汲み、`well`で測る。f*g*h は式。\n") == [
        "水は毎朝汲み、wellで測る。",
        "f*g*h は式。",
    ]


def test_cells_of_a_column_may_be_pages_and_those_of_csv_quoted() -> None:
    page = '[cols="1,2a"]\n|===\n2+|共通\n|甲\n|\n* 一つ\n* 二つ\n|===\n\n'
    page += '[format=csv]\n,===\n日,"4 m, 上げ"\n,===\n'
    assert views("a.adoc", page) == ["共通", "甲", "一つ", "二つ", "日", "4 m, 上げ"]


def test_paths_of_menus_and_terms_of_the_index() -> None:
    text = read("a.adoc", "menu:設定[音量 > 大]で((周波数))を変える。(((無線,周波数)))\n")
    assert [s.view for s in text.segments] == ["設定 > 音量 > 大で周波数を変える。"]
    assert left_out(text) == {"terms for the index": "無線,周波数"}


def test_attributes_for_characters_are_those_and_hold_no_footnote() -> None:
    text = read("a.adoc", "注{empty}footnote:[脚注。]は2{nbsp}日、{port}の話。\n")
    assert [s.view for s in text.segments] == ["注は2\xa0日、{port}の話。", "脚注。"]
