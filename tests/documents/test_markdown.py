"""Markdown as its author meant it: blocks, what is read of them, what is set aside."""

import pytest

from alignbench.domain.text import Kind, LeftOut, Placeholder, PlaceholderKind, Reading
from tests.documents.reading import kinds, segments, text, views

PAGE = """---
title: 舟の手入れ
draft: true
weight: 3
---

# はじめに {#intro}

舟は[港の地図](https://example.org/map_(1) "地図")のとおりに**並べます**。`oar?` を見ます。

1. 水を出す。
2. 底を拭く。
   かならず二回。

   終わったら干す。
- 外側
    - 舳先
    - [x] 艫

```sh
# 舟を数える。
> count boats

list boats
```

| 名前 | 値 |
|:--|--:|
| 櫂 | 硬い。重い。 |
| `a\\|b` | 3 |

> ### 注意
> 雨の日は出しません。

:::tip 覚えること
綱は二重に結びます。
:::

!!! warning "風の日"
    帆を下ろします。

<!-- あとで直す -->

<details>
<summary>くわしく</summary>

本文です。

</details>

注のある文[^1]。

[^1]: 注の本文。

***

[news]: https://example.org/news
"""


def test_a_page_is_read_block_by_block() -> None:
    assert [(s.kind, s.view) for s in segments(PAGE, "ja", "a.md")] == [
        (Kind.HEADING, "舟の手入れ"),
        (Kind.HEADING, "はじめに"),
        (Kind.SENTENCE, "舟は港の地図のとおりに並べます。"),
        (Kind.SENTENCE, "oar? を見ます。"),
        (Kind.LIST_ITEM, "水を出す。"),
        (Kind.LIST_ITEM, "底を拭く。"),
        (Kind.LIST_ITEM, "かならず二回。"),
        (Kind.SENTENCE, "終わったら干す。"),
        (Kind.LIST_ITEM, "外側"),
        (Kind.LIST_ITEM, "舳先"),
        (Kind.LIST_ITEM, "艫"),
        (Kind.CODE, "# 舟を数える。\n> count boats\n\nlist boats"),
        (Kind.CELL, "名前"),
        (Kind.CELL, "値"),
        (Kind.CELL, "櫂"),
        (Kind.CELL, "硬い。重い。"),
        (Kind.CELL, "a|b"),
        (Kind.CELL, "3"),
        (Kind.HEADING, "注意"),
        (Kind.SENTENCE, "雨の日は出しません。"),
        (Kind.HEADING, "覚えること"),
        (Kind.SENTENCE, "綱は二重に結びます。"),
        (Kind.HEADING, "風の日"),
        (Kind.SENTENCE, "帆を下ろします。"),
        (Kind.HEADING, "くわしく"),
        (Kind.SENTENCE, "本文です。"),
        (Kind.SENTENCE, "注のある文。"),
        (Kind.FOOTNOTE, "注の本文。"),
    ]


def test_addresses_and_code_are_placeholders_of_their_words() -> None:
    first, second = segments(PAGE, "ja", "a.md")[2:4]
    assert first.placeholders == (
        Placeholder(2, 6, PlaceholderKind.LINK, "https://example.org/map_(1)"),
    )
    assert second.placeholders == (Placeholder(0, 4, PlaceholderKind.CODE),)


def test_a_note_says_which_mark_refers_to_it_and_the_mark_keeps_its_place() -> None:
    sentence, note = segments(PAGE, "ja", "a.md")[-2:]
    assert note.location.footnote_of == "1"
    assert sentence.placeholders == (Placeholder(5, 5, PlaceholderKind.NOTE_MARK, "[^1]"),)


def test_what_is_set_aside_is_said() -> None:
    said = {left.what: left for left in text(PAGE, "ja", "a.md").left_out}
    assert said["comments"] == LeftOut("comments", 1, "<!-- あとで直す -->", 12)
    assert said["heading anchors"].sample == "{#intro}"
    assert said["addresses of links and pictures"].count == 2
    assert "draft: true" in said["front matter"].sample
    assert "other text" not in said


def test_numbered_headings_are_headings() -> None:
    page = "## Step 1\n\nOpen it.\n\n## Step 2\n\nShut it.\n\nPart 1\n======\n\nEnd.\n"
    found = [s.view for s in segments(page, "en", "a.md") if s.kind is Kind.HEADING]
    assert found == ["Step 1", "Step 2", "Part 1"]


def test_wrapped_lines_are_one_and_lines_broken_by_hand_are_not() -> None:
    assert views("雨が\n降る。\n", "ja", "a.md") == ["雨が降る。"]
    assert views("North Pier  \nBerth 4\\\nIsle\n", "en", "a.md") == [
        "North Pier",
        "Berth 4",
        "Isle",
    ]


def test_emphasis_that_touches_japanese_is_emphasis() -> None:
    assert views("これは**「本当」**の話。\n", "ja", "a.md") == ["これは「本当」の話。"]


def test_ruby_in_html_is_a_reading() -> None:
    found = segments("<ruby>東雲<rp>(</rp><rt>しののめ</rt></ruby>の空。\n", "ja", "a.md")
    assert [s.view for s in found] == ["東雲の空。"]
    assert found[0].readings == (Reading(0, 2, "しののめ"),)


def test_words_in_tags_are_read() -> None:
    page = '<img src="a.png" alt="港の朝">\n\n![夕方の港](b.png)\n'
    assert [(s.kind, s.view) for s in segments(page, "ja", "a.md")] == [
        (Kind.CAPTION, "港の朝"),
        (Kind.CAPTION, "夕方の港"),
    ]


def test_html_keeps_the_lines_of_pre_and_drops_scripts() -> None:
    page = "<pre>\na &lt; b\n  c\n</pre>\n\n<script>\nlet 港 = 1\n</script>\n\n<p>文。</p>\n"
    assert [(s.kind, s.view) for s in segments(page, "ja", "a.md")] == [
        (Kind.CODE, "a < b\n  c"),
        (Kind.SENTENCE, "文。"),
    ]


def test_mdx_components_are_no_text_and_their_titles_are() -> None:
    page = (
        "import Card from './Card.astro';\n\n# 手順\n\n<Steps>\n1. 手を洗う。\n</Steps>\n\n"
        '<Card title="次へ" icon={{ name: "go" }}>\n    **急がない**でください。\n</Card>\n\n'
        "{/* あとで */}\n\n```js\nimport x from 'y'\n```\n"
    )
    assert [(s.kind, s.view) for s in segments(page, "ja", "a.mdx")] == [
        (Kind.HEADING, "手順"),
        (Kind.LIST_ITEM, "手を洗う。"),
        (Kind.HEADING, "次へ"),
        (Kind.SENTENCE, "急がないでください。"),
        (Kind.CODE, "import x from 'y'"),
    ]
    said = {left.what for left in text(page, "ja", "a.mdx").left_out}
    assert {"imports of components", "comments", "HTML tags"} <= said
    assert "other text" not in said


def test_front_matter_of_any_key_that_holds_a_sentence_is_read() -> None:
    page = (
        "---\nlayout: wide\nhero: >-\n  The tide comes in\n  twice a day.\n"
        "date: 2024-05-01\n---\n\nA.\n"
    )
    assert views(page, "en", "a.md") == ["The tide comes in twice a day.", "A."]


def test_front_matter_may_be_toml() -> None:
    page = '+++\ntitle = "The dock"\ndraft = true\n+++\n\nIt is closed.\n'
    assert views(page, "en", "a.md") == ["The dock", "It is closed."]


def test_pluses_further_down_are_no_front_matter() -> None:
    assert "draft = true" in " ".join(views("A.\n\n+++\ndraft = true\n+++\n", "en", "a.md"))


def test_the_words_of_a_tag_are_told_once() -> None:
    assert views('<br><div title="名">', name="a.mdx") == ["名"]


def test_a_quotation_keeps_its_kind_of_paragraph() -> None:
    assert kinds("> - 一つ\n>\n> 地の文。\n", "ja", "a.md") == [Kind.LIST_ITEM, Kind.SENTENCE]


def test_tags_of_a_page_are_settings_in_any_language() -> None:
    page = "---\ntitle: 港\ntags: [舟, 朝]\nkeywords:\n  - 波\n  - 風\n---\n\n舟が着く。\n"
    assert views(page, name="a.md") == ["港", "舟が着く。"]


def test_a_formula_between_dollars_is_one_thing_and_prices_are_words() -> None:
    (segment, *_) = found = segments("式 $a_1. b_2$ を解く。$5 と $6 は値段。", name="a.md")
    assert [each.view for each in found] == ["式 $a_1. b_2$ を解く。", "$5 と $6 は値段。"]
    assert [p.kind for p in segment.placeholders] == [PlaceholderKind.CODE]
    assert [p.kind for p in found[1].placeholders] == []


def test_readings_in_novels_brackets_are_kept_apart() -> None:
    (segment,) = segments("**東雲《しののめ》の空**を｜二人《ふたり》で見た。", name="a.md")
    assert segment.view == "東雲の空を二人で見た。"
    assert [(segment.view[r.start : r.end], r.reading) for r in segment.readings] == [
        ("東雲", "しののめ"),
        ("二人", "ふたり"),
    ]


def test_meanings_of_abbreviations_are_blocks_of_their_own() -> None:
    page = "HTMLを書く。\n*[HTML]: Hyper Text\n\n*[W3C]: Web Group\n\n* [雨](a)の日\n"
    assert views(page, name="a.md") == ["HTMLを書く。", "Hyper Text", "Web Group", "雨の日"]
    assert kinds(page, name="a.md")[1] is Kind.FOOTNOTE
    assert "abbreviations" in {left.what for left in text(page, name="a.md").left_out}


def test_readings_of_denden_markdown() -> None:
    (segment,) = segments("{電子|でん|し}出版の{字|よみ}", name="a.md")
    assert segment.view == "電子出版の字"
    assert [r.reading for r in segment.readings] == ["でんし", "よみ"]


def test_what_kramdown_quarto_and_zenn_say_of_blocks_is_no_text() -> None:
    page = (
        "* TOC\n{:toc}\n\n# 春\n{: .no_toc}\n\n風が変わった。\n{: .lead}\n\n"
        "次は*桜*{: .pink}です。\n\n![港](n.png){#fig-n width=50%}\n\n"
        "![](a.png =250x)\n*図*\n\n:::message alert\n高電圧。\n:::\n"
    )
    assert views(page, name="a.md") == [
        "春",
        "風が変わった。",
        "次は桜です。",
        "港",
        "図",
        "高電圧。",
    ]
    said = {left.what: left.sample for left in text(page, name="a.md").left_out}
    assert said["attributes of blocks"] == "{: .no_toc}"
    assert views("値は{name}と{a: 1}です。", name="a.md") == ["値は{name}と{a: 1}です。"]


def test_labels_of_tabs_and_names_of_bold_boxes_stand_apart() -> None:
    tabs = (
        '<Tabs>\n  <Tab label="朝">一番です。</Tab>\n  <Tab label="夜">最後です。</Tab>\n</Tabs>\n'
    )
    assert views(tabs, name="a.mdx") == ["朝", "一番です。", "夜", "最後です。"]
    assert views("> **Warning**\n> 危険です。\n", name="a.md") == ["危険です。"]


def test_a_formula_in_lines_of_its_own_is_told_whole() -> None:
    page = text("$$\nE = mc^2\n$$\n\n式です。\n", name="a.md")
    assert [segment.view for segment in page.segments] == ["E = mc^2", "式です。"]
    assert "other text" not in {left.what for left in page.left_out}


def shown(content: str, name: str = "a.md") -> list[tuple[str, str]]:
    """Kind and view of each segment."""
    return [(str(segment.kind), segment.view) for segment in text(content, "ja", name).segments]


@pytest.mark.parametrize(
    ("opening", "closing", "title"),
    [
        ('{{% alert title="注意" color="warning" %}}', "{{% /alert %}}", "注意"),
        ("{{< details >}}", "{{< /details >}}", ""),
        ('{{< tab "日本語" >}}', "{{< /tab >}}", "日本語"),
        ("{% if page.draft %}", "{% endif %}", ""),
    ],
)
def test_what_stands_between_tags_of_a_site_is_text(opening: str, closing: str, title: str) -> None:
    content = f"前。\n\n{opening}\n熱い。触らないこと。\n{closing}\n\n> {opening}\n> 引用。\n"
    views = [view for _, view in shown(content)]
    assert views == ["前。", *filter(None, [title]), "熱い。", "触らないこと。",
                     *filter(None, [title]), "引用。"]  # fmt: skip


def test_tags_of_a_site_round_code_and_comments_make_them_such() -> None:
    content = (
        "{% highlight ruby %}\nputs 1\n\nputs 2\n{% endhighlight %}\n\n{{/* 下書き */}}\n\n次。\n"
    )
    assert shown(content) == [("code", "puts 1\n\nputs 2"), ("sentence", "次。")]
    assert "comments" in [left.what for left in text(content, name="a.md").left_out]
    assert shown("`{{< ref >}}`と書く。\n\n```\n{{% x %}}\n=== \"a\"\n```\n") == [
        ("sentence", "{{< ref >}}と書く。"), ("code", '{{% x %}}\n=== "a"'),
    ]  # fmt: skip


def test_addresses_that_a_site_makes_are_addresses() -> None:
    content = '![港]({{ "/a.png" | relative_url }})と[規約]({{< ref "b.md" >}})を見る。\n'
    (segment,) = text(content, name="a.md").segments
    assert segment.view == "港と規約を見る。"
    assert [mark.source for mark in segment.placeholders] == [
        '{{ "/a.png" | relative_url }}', '{{< ref "b.md" >}}',
    ]  # fmt: skip


def test_imports_in_a_page_called_md_are_no_text() -> None:
    content = "import Tabs from '@theme/Tabs';\nexport const a = {\n  b: 1,\n};\n\n本文。\n"
    assert shown(content) == [("sentence", "本文。")]
    assert shown("import する前に読む。\n") == [("sentence", "import する前に読む。")]


def test_tabs_of_mkdocs_hold_text_and_no_code() -> None:
    first = '=== "設定 画面"\n\n    1. 開く\n\n    次に進む。\n\n'
    content = f'{first}===! "Other"\n\n    本文。\n\n題\n===\n'
    assert shown(content) == [
        ("heading", "設定 画面"), ("list-item", "開く"), ("sentence", "次に進む。"),
        ("heading", "Other"), ("sentence", "本文。"), ("heading", "題"),
    ]  # fmt: skip


def test_grid_tables_are_read_by_cell_and_verse_line_by_line() -> None:
    grid = (
        "+------+------------------+\n| 港   | 説明             |\n+======+==================+\n"
        "| 北港 | 古い港。         |\n|      | いまは使わない。 |\n"
        "+------+------------------+\n"
    )
    verse, table = "| 波の音\n|     ひとり聞く\n", "| a | b |\n|---|---|\n| 甲 | 乙 |\n"
    assert shown(f"前。\n\n{grid}\n{verse}\n{table}") == [
        ("sentence", "前。"), ("cell", "港"), ("cell", "説明"), ("cell", "北港"),
        ("cell", "古い港。いまは使わない。"), ("list-item", "波の音"), ("list-item", "ひとり聞く"),
        ("cell", "a"), ("cell", "b"), ("cell", "甲"), ("cell", "乙"),
    ]  # fmt: skip
    code = f"```\n{grid}```\n"
    assert shown(code) == [("code", grid.rstrip("\n"))]


def test_links_of_wikis_are_links_and_what_they_embed_is_said() -> None:
    content = (
        "[[丙田梢|丙田さん]]は[[岬駅]]にいる。[[1]]を見よ。\n\n![[kame.jpg|300]]\n\n"
        "==甕==は七つ、`a==b==c`。%%本当か？%% ^memo1\n\n%%\n自分用。\n%%\n\n"
        "| 季節 |\n| --- |\n| [[種まき\\|種]]をまく |\n"
    )
    read = text(content, name="a.md")
    assert [s.view for s in read.segments] == [
        "丙田さんは岬駅にいる。", "[[1]]を見よ。", "甕は七つ、a==b==c。", "季節", "種をまく",
    ]  # fmt: skip
    assert {"comments", "attributes of blocks"} <= {str(left.what) for left in read.left_out}
    assert "![[kame.jpg|300]]" in {left.sample for left in read.left_out}
    link = read.segments[0].placeholders[0]
    assert (link.kind, link.source) == (PlaceholderKind.LINK, "丙田梢")


def test_a_note_between_brackets_is_read_behind_its_paragraph() -> None:
    read = segments("甕は土に埋める^[昔は**木**だった。^[今も。]]。\n", name="a.md")
    assert [(s.kind, s.view) for s in read] == [
        (Kind.SENTENCE, "甕は土に埋める。"),
        (Kind.FOOTNOTE, "昔は木だった。"),
        (Kind.FOOTNOTE, "今も。"),
    ]


@pytest.mark.parametrize(
    ("first", "title"),
    [
        (":::note warn", None),
        ("::: {.callout #box1}", None),
        ("::: warning {.no-icon}", None),
        ("::: Warning ::::::", None),
        (":::details もっと", "もっと"),
        (":::note[題]{#id}", "題"),
        (':::{.callout-tip title="題"}', "題"),
        ("> [!note]- 題", "題"),
        ('!!! note inline end "題"', "題"),
        ("!!! note inline end", None),
    ],
)
def test_how_a_box_looks_is_no_title_of_it(first: str, title: str | None) -> None:
    mark = first[:1]
    body = {"!": "    雨だ。\n", ">": "> 雨だ。\n"}.get(mark, "雨だ。\n:::\n")
    assert views(f"{first}\n{body}", name="a.md") == ([title] if title else []) + ["雨だ。"]


def test_what_a_site_puts_in_a_page_and_how_its_blocks_look_is_no_text() -> None:
    content = (
        "雨だ。\n{ .annotate }\n\n[次へ](b.md){ .md-button }\n\n"
        '--8<-- "includes/a.md"\n\n--8<--\na.md\n--8<--\n\n{!docs/a.md!}\n\n<<< @/b/c.js\n\n'
        "[!INCLUDE [共通](a.md)]\n\n[小]{.smallcaps}さい。\n"
    )
    assert views(content, name="a.md") == ["雨だ。", "次へ", "小さい。"]


def test_a_page_of_pandoc_has_a_title_block_items_and_tables_of_dashes() -> None:
    content = (
        "% The Colour\n  of Water\n% P. Hale\n% 4 November 2030\n\n(@) Fill it.\n(@) Label it.\n\n"
        "i)  Clean\nii) Dry\n\n"
        "  Month   Colour\n  ------- --------\n  May     red\n  June    blue\n\n"
        "  : Colours by month\n\n"
        "----------------------\n品名        値段\n----------- ----------\n藍染めの布  四千円\n"
        "            から\n\n甕          二万円\n----------------------\n\n"
        "A heading\n---------\n\nTwo lines\nand a heading\n-------------\n"
    )
    assert views(content, "en", name="a.md") == [
        "The Colour of Water", "P. Hale", "4 November 2030", "(@) Fill it.", "(@) Label it.",
        "i) Clean", "ii) Dry", "Month", "Colour", "May", "red", "June", "blue",
        "Colours by month", "品名", "値段", "藍染めの布", "四千円から", "甕", "二万円",
        "A heading", "Two lines and a heading",
    ]  # fmt: skip


def test_initials_at_the_beginning_of_lines_are_no_items() -> None:
    assert views("P. Hale met\nR. Reed there.\n", "en", name="a.md") == [
        "P. Hale met R. Reed there."
    ]
