"""Exports of WordPress are read post by post."""

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, read, views


def export(*items: str) -> str:
    """An export of a site."""
    return (
        '<?xml version="1.0" encoding="UTF-8" ?><!-- a WordPress eXtended RSS file -->'
        '<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" '
        'xmlns:wp="http://wordpress.org/export/1.2/"><channel><title>灯台日記</title>'
        "<description>岬から</description><wp:tag><wp:tag_name>冬</wp:tag_name></wp:tag>"
        f"{''.join(items)}</channel></rss>"
    )


def item(title: str, body: str, status: str = "publish", kind: str = "post", more: str = "") -> str:
    """A post or page."""
    return (
        f"<item><title>{title}</title><content:encoded><![CDATA[{body}]]></content:encoded>"
        f"<excerpt:encoded><![CDATA[]]></excerpt:encoded><wp:status>{status}</wp:status>"
        f"<wp:post_type>{kind}</wp:post_type>{more}</item>"
    )


def test_titles_and_posts_are_read_in_order() -> None:
    made = export(
        item(
            "雪",
            "<!-- wp:paragraph --><p>雪が<em>降った</em>。</p><!-- /wp:paragraph -->"
            "<ul><li>四本</ul>",
        ),
        item("岬", "<h2>行き方</h2><p>歩く。</p>", kind="page"),
    )
    text = read("a.xml", made)
    assert [(s.kind, s.view, s.location.part) for s in text.segments] == [
        (Kind.HEADING, "灯台日記", ""),
        (Kind.SENTENCE, "岬から", ""),
        (Kind.HEADING, "雪", "雪"),
        (Kind.SENTENCE, "雪が降った。", "雪"),
        (Kind.LIST_ITEM, "四本", "雪"),
        (Kind.HEADING, "岬", "岬"),
        (Kind.HEADING, "行き方", "岬"),
        (Kind.SENTENCE, "歩く。", "岬"),
    ]


def test_posts_without_tags_have_paragraphs_between_blank_lines() -> None:
    body = (
        'It rained [1]. It\n<em>poured</em>.\n\n[gallery ids="1,2"]\n\n'
        '[caption id="a"]A lamp[/caption]'
    )
    text = read("a.xml", export(item("Rain", body)), "en")
    assert [s.view for s in text.segments][3:] == ["It rained [1].", "It poured.", "A lamp"]
    assert left_out(text)["codes for plug-ins"] == '[gallery ids="1,2"]'


def test_drafts_comments_and_what_is_no_post_are_said() -> None:
    comment = "<wp:comment><wp:comment_content><![CDATA[寒い！]]></wp:comment_content></wp:comment>"
    meta = "<wp:postmeta><wp:meta_value><![CDATA[x]]></wp:meta_value></wp:postmeta>"
    made = export(
        item("雪", "<p>雪だ。</p>", more=comment + meta),
        item("未定", "<p>まだ。</p>", status="draft"),
        item("雪の写真", "", status="inherit", kind="attachment"),
    )
    text = read("a.xml", made)
    assert [s.view for s in text.segments] == ["灯台日記", "岬から", "雪", "雪だ。"]
    assert left_out(text) == {
        "names of categories and tags": "冬",
        "comments of readers": "寒い！",
        "metadata": "x",
        "drafts": "未定",
        "attachments and menus": "雪の写真",
    }


def test_an_export_without_text_and_other_feeds_are_refused() -> None:
    empty = export().replace("灯台日記", "").replace("岬から", "")
    with pytest.raises(InputError, match="no post"):
        read("a.xml", empty)
    with pytest.raises(InputError, match="XML of a kind"):
        views("a.xml", "<?xml version='1.0'?><rss><channel><title>灯台</title></channel></rss>")
