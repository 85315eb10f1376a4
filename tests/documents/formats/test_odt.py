"""OpenDocument text is read as it looks with all changes accepted."""

import io
import zipfile

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import bilingual, left_out, read, readings, sides

ROOT = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" '
    'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" '
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
KIND = "application/vnd.oasis.opendocument.text"
HIDING = (
    '<style:style style:name="H" style:family="text">'
    '<style:text-properties text:display="none"/></style:style>'
    '<style:style style:name="T1" style:family="text" style:parent-style-name="H"/>'
)


def odt(body: str, *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    """A document of that body."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as parts:
        parts.writestr("mimetype", KIND)
        parts.writestr(
            "content.xml",
            f"<office:document-content {ROOT}><office:automatic-styles>{automatic}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
            "</office:body></office:document-content>",
        )
        parts.writestr(
            "styles.xml", f"<office:document-styles {ROOT}>{styles}</office:document-styles>"
        )
        parts.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
    return made.getvalue()


def p(text: str, style: str = "") -> str:
    """A paragraph."""
    named = f' text:style-name="{style}"' if style else ""
    return f"<text:p{named}>{text}</text:p>"


def table(*rows: tuple[str, ...]) -> str:
    """A table of paragraphs."""
    cells = (
        "".join(f"<table:table-cell>{p(text)}</table:table-cell>" for text in row) for row in rows
    )
    made = "".join(f"<table:table-row>{row}</table:table-row>" for row in cells)
    return f"<table:table>{made}</table:table>"


def test_headings_items_cells_and_titles() -> None:
    body = (
        p("見学のしおり", "P1")
        + '<text:h text:outline-level="1">持ち物</text:h>'
        + f"<text:list><text:list-item>{p('帽子')}<text:list><text:list-item>{p('麦わら')}"
        + "</text:list-item></text:list></text:list-item></text:list>"
        + table(("時刻", "九時"))
        + "<text:section>"
        + p('雨天は<text:s text:c="2"/>中止。<text:line-break/>次回は未定。')
        + "</text:section>"
    )
    title = (
        '<style:style style:name="P1" style:family="paragraph" style:parent-style-name="Title"/>'
    )
    named = '<style:style style:name="Title" style:family="paragraph"/>'
    text = read("a.odt", odt(body, automatic=title, styles=named))
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "見学のしおり"), (Kind.HEADING, "持ち物"), (Kind.LIST_ITEM, "帽子"),
        (Kind.LIST_ITEM, "麦わら"), (Kind.CELL, "時刻"), (Kind.CELL, "九時"),
        (Kind.SENTENCE, "雨天は  中止。"), (Kind.SENTENCE, "次回は未定。"),
    ]  # fmt: skip


def test_changes_are_accepted_and_what_is_hidden_or_beside_the_text_is_said() -> None:
    body = (
        "<text:tracked-changes><text:changed-region><text:deletion>"
        f"{p('消した。')}</text:deletion></text:changed-region></text:tracked-changes>"
        + p(
            'あ<text:change text:change-id="1"/><text:change-start/>る<text:change-end/>日'
            '<text:span text:style-name="T1">秘密</text:span>'
            f"<office:annotation>{p('本当？')}</office:annotation>の朝。"
        )
        + f'<text:section text:display="none">{p("隠れた節")}</text:section>'
        + f"<text:table-of-content><text:index-body>{p('目次 1')}</text:index-body>"
        "</text:table-of-content>"
    )
    head = f"<style:master-page><style:header>{p('社外秘')}</style:header></style:master-page>"
    text = read("a.odt", odt(body, automatic=HIDING, styles=head))
    assert [segment.view for segment in text.segments] == ["ある日の朝。"]
    assert left_out(text) == {
        "deleted text (tracked changes)": "消した。",
        "hidden text": "秘密",
        "comments": "本当？",
        "tables of contents and indexes": "目次 1",
        "headers and footers": "社外秘",
    }


def test_ruby_notes_links_and_boxes() -> None:
    body = p(
        "<text:ruby><text:ruby-base>岬</text:ruby-base><text:ruby-text>みさき</text:ruby-text>"
        "</text:ruby>へ<text:note><text:note-citation>1</text:note-citation><text:note-body>"
        f"{p('徒歩十分。')}</text:note-body></text:note>行く。"
        '<text:a xlink:href="https://example.com">地図</text:a>を見る。'
        "<draw:frame><svg:desc>港</svg:desc><draw:text-box><text:p>囲み<draw:frame><draw:text-box>"
        "<text:p>内側</text:p></draw:text-box></draw:frame></text:p></draw:text-box></draw:frame>"
    )
    text = read("a.odt", odt(body))
    assert [segment.view for segment in text.segments] == [
        "岬へ行く。", "地図を見る。", "囲み", "内側", "徒歩十分。",
    ]  # fmt: skip
    assert readings(text) == [("岬", "みさき")]
    assert text.segments[-1].location.footnote_of == "1"
    assert [mark.source for mark in text.segments[1].placeholders] == ["https://example.com"]
    assert left_out(text) == {"alternative texts of pictures": "港"}


def test_a_table_in_both_languages_is_pairs() -> None:
    made = odt(p("表題") + table(("日本語", "English"), ("雨だ。", "It rains."), ("風。", "")))
    both = bilingual("a.odt", made)
    assert [(*sides(both, pair), str(pair.state)) for pair in both.pairs] == [
        ("雨だ。", "It rains.", "draft"),
        ("風。", "", "untranslated"),
    ]


def test_a_flat_document_is_read_whatever_its_name() -> None:
    made = (
        f'<?xml version="1.0"?><office:document {ROOT} office:mimetype="{KIND}"><office:body>'
        f"<office:text>{p('平らな文書。')}</office:text></office:body></office:document>"
    )
    for name in ("a.fodt", "a.xml"):
        assert [s.view for s in read(name, made).segments] == ["平らな文書。"]


def test_a_document_with_a_password_is_refused() -> None:
    with pytest.raises(InputError, match="password"):
        read("a.odt", odt(p("雨。"), manifest="<encryption-data/>"))


def test_spans_within_spans_are_no_trouble() -> None:
    deep = "<text:span>" * 240 + "雨。" + "</text:span>" * 240
    assert [s.view for s in read("a.odt", odt(p(deep))).segments] == ["雨。"]
    with pytest.raises(InputError, match="nested too deeply"):
        read("a.odt", odt(p("<text:span>" * 9000 + "雨。" + "</text:span>" * 9000)))
