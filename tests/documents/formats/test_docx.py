"""Word documents are read as they look with all changes accepted."""

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import (
    W,
    archive,
    docx,
    left_out,
    pairs,
    paragraph,
    read,
    readings,
    related,
    views,
)


def test_ruby_keeps_its_base_and_its_reading() -> None:
    ruby = (
        "<w:r><w:ruby><w:rt><w:r><w:t>きつね</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>狐</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    )
    text = read("a.docx", docx(f"<w:p><w:r><w:t>その</w:t></w:r>{ruby}</w:p>"))
    assert [segment.view for segment in text.segments] == ["その狐"]
    assert readings(text) == [("狐", "きつね")]


def test_ruby_of_old_word_stands_in_a_field() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        r"<w:r><w:instrText>EQ \* jc2 \o\ad(\s\up 9(かん),漢)</w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    text = read("a.docx", docx(f"<w:p>{field}<w:r><w:t>字</w:t></w:r></w:p>"))
    assert [segment.view for segment in text.segments] == ["漢字"]
    assert readings(text) == [("漢", "かん")]


def test_insertions_are_text_and_deletions_are_said() -> None:
    body = (
        "<w:p><w:r><w:t>会は</w:t></w:r><w:del><w:r><w:delText>月曜</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>火曜</w:t></w:r></w:ins><w:r><w:t>だ。</w:t></w:r></w:p>"
    )
    text = read("a.docx", docx(body))
    assert [segment.view for segment in text.segments] == ["会は火曜だ。"]
    assert left_out(text) == {"deleted text (tracked changes)": "月曜"}


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next() -> None:
    body = paragraph("議長は", "<w:rPr><w:del/></w:rPr>") + paragraph("資料を配る。")
    assert views("a.docx", docx(body)) == ["議長は資料を配る。"]


def test_the_result_of_a_field_is_text_and_its_instruction_is_not() -> None:
    body = (
        '<w:p><w:fldSimple w:instr="REF x"><w:r><w:t>第一章</w:t></w:r></w:fldSimple>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGEREF y</w:instrText>'
        '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>を見よ。</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )
    assert views("a.docx", docx(body)) == ["第一章を見よ。"]


def test_notes_follow_the_text_and_leave_its_sentence_whole() -> None:
    body = '<w:p><w:r><w:t>凧を</w:t><w:footnoteReference w:id="2"/><w:t>上げる。</w:t></w:r></w:p>'
    notes = (
        '<w:footnote w:type="separator" w:id="0"/>'
        f'<w:footnote w:id="2">{paragraph("旧暦。")}</w:footnote>'
    )
    text = read("a.docx", docx(body, footnotes=notes))
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.SENTENCE, "凧を上げる。"),
        (Kind.FOOTNOTE, "旧暦。"),
    ]
    assert text.segments[1].location.footnote_of == "1"


def test_a_text_box_is_read_once_and_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('箱の文。')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>前</w:t></w:r><w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}"
        f"</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>後。</w:t></w:r></w:p>"
    )
    assert views("a.docx", docx(body)) == ["前後。", "箱の文。"]


def test_hidden_text_comments_and_headers_are_said() -> None:
    body = paragraph("見える。") + (
        "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>隠れた。</w:t></w:r></w:p>"
        '<w:p><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>出た。</w:t></w:r></w:p>'
    )
    text = read(
        "a.docx",
        docx(
            body,
            comments=f"<w:comment>{paragraph('要確認')}</w:comment>",
            header=paragraph("社外秘"),
        ),
    )
    assert [segment.view for segment in text.segments] == ["見える。", "出た。"]
    assert left_out(text) == {
        "hidden text": "隠れた。",
        "comments": "要確認",
        "headers and footers": "社外秘",
    }


def test_cells_come_row_by_row_and_merged_ones_once() -> None:
    def tc(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(text)}</w:tc>"

    begins = '<w:vMerge w:val="restart"/>'
    table = (
        f"<w:tbl><w:tr>{tc('甲', begins)}{tc('乙')}</w:tr>"
        f"<w:tr>{tc('甲', '<w:vMerge/>')}{tc('丙')}</w:tr></w:tbl>"
    )
    text = read("a.docx", docx(table))
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.CELL, "甲"),
        (Kind.CELL, "乙"),
        (Kind.CELL, "丙"),
    ]


def test_headings_are_known_by_style_and_numbers_are_labels() -> None:
    styles = '<w:style w:styleId="a3"><w:name w:val="heading 1"/></w:style>'
    body = paragraph("総則", '<w:pStyle w:val="a3"/>') + paragraph("本は五冊", "<w:numPr/>")
    text = read("a.docx", docx(body, styles=styles))
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "総則"),
        (Kind.LIST_ITEM, "本は五冊"),
    ]


def test_strict_documents_are_read_alike() -> None:
    strict = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    made = archive(
        {
            "_rels/.rels": related(("r", "officeDocument", "word/document.xml")),
            "word/document.xml": f'<w:document xmlns:w="{strict}"><w:body>'
            f"{paragraph('厳格な文。')}</w:body></w:document>",
        }
    )
    assert views("a.docx", made) == ["厳格な文。"]


def test_a_table_in_both_languages_is_pairs() -> None:
    def row(*texts: str) -> str:
        return "<w:tr>" + "".join(f"<w:tc>{paragraph(x)}</w:tc>" for x in texts) + "</w:tr>"

    table = row("日本語", "English") + row("門を閉める。", "Close the gate.")
    assert pairs("a.docx", docx(f"<w:tbl>{table}</w:tbl>")) == [
        ("門を閉める。", "Close the gate.", "draft")
    ]


def test_files_that_are_no_word_document_are_refused_with_the_reason() -> None:
    with pytest.raises(InputError, match="without a Word document"):
        read("a.docx", archive({"x.txt": "x"}))
    with pytest.raises(InputError, match="ZIP archive cannot be read"):
        read("a.docx", docx(paragraph("文。"))[:-40])
    encrypted = "EncryptedPackage".encode("utf-16-le")
    document = f'<!DOCTYPE x [<!ENTITY a "b">]><w:document xmlns:w="{W}"/>'
    with pytest.raises(InputError, match="password"):
        read("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + encrypted)
    with pytest.raises(InputError, match="entities"):
        read("a.docx", archive({"word/document.xml": document}))
