"""Laws in the standard XML, Japanese and translated."""

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, read, readings, views

HEAD = "<LawNum>令和二年法律第七号</LawNum><LawBody><LawTitle Kana='とうだいほう'>灯台法</LawTitle>"


def law(body: str, *, head: str = HEAD, language: str = "ja") -> str:
    """A law with that main provision."""
    return (
        f'<?xml version="1.0" encoding="UTF-8"?><Law Era="Reiwa" Lang="{language}">{head}'
        f"<MainProvision>{body}</MainProvision></LawBody></Law>"
    )


def test_chapters_articles_paragraphs_and_items() -> None:
    body = """
      <Chapter Num="1"><ChapterTitle>第一章　総則</ChapterTitle>
        <Article Num="1"><ArticleCaption>（定義）</ArticleCaption>
          <ArticleTitle>第一条</ArticleTitle>
          <Paragraph Num="1"><ParagraphNum/>
            <ParagraphSentence><Sentence>「舟」とは、次のものをいう。</Sentence></ParagraphSentence>
            <Item Num="1"><ItemTitle>一</ItemTitle>
              <ItemSentence>
                <Column Num="1"><Sentence><Ruby>艀<Rt>はしけ</Rt></Ruby></Sentence></Column>
                <Column Num="2"><Sentence>一隻</Sentence></Column></ItemSentence>
              <Subitem1 Num="1"><Subitem1Title>イ</Subitem1Title>
                <Subitem1Sentence><Sentence>小舟</Sentence></Subitem1Sentence></Subitem1></Item>
          </Paragraph>
          <Paragraph Num="2"><ParagraphNum>２</ParagraphNum><ParagraphSentence>
            <Sentence Function="main">色は、政令で定める。</Sentence>
            <Sentence Function="proviso">ただし、冬を除く。</Sentence></ParagraphSentence>
          </Paragraph>
        </Article></Chapter>"""
    text = read("a.xml", law(body))
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.BYLINE, "令和二年法律第七号"),
        (Kind.HEADING, "灯台法"),
        (Kind.HEADING, "第一章　総則"),
        (Kind.HEADING, "（定義）"),
        (Kind.HEADING, "第一条"),
        (Kind.SENTENCE, "「舟」とは、次のものをいう。"),
        (Kind.LIST_ITEM, "一　艀　一隻"),
        (Kind.LIST_ITEM, "イ　小舟"),
        (Kind.SENTENCE, "２　色は、政令で定める。"),
        (Kind.SENTENCE, "ただし、冬を除く。"),
    ]
    assert readings(text) == [("艀", "はしけ")]
    assert left_out(text) == {"readings and short names of titles": "とうだいほう"}


def test_tables_and_supplementary_provisions() -> None:
    body = (
        "<TableStruct><Table><TableRow><TableColumn><Sentence>白灯</Sentence></TableColumn>"
        "<TableColumn><Sentence>一個</Sentence></TableColumn></TableRow></Table>"
        "<Remarks><RemarksLabel>備考</RemarksLabel><Sentence>夜に限る。</Sentence></Remarks></TableStruct>"
    )
    end = (
        '</MainProvision><SupplProvision AmendLawNum="令和三年法律第一号" Extract="true">'
        "<SupplProvisionLabel>附　則</SupplProvisionLabel><Paragraph><ParagraphNum/>"
        "<ParagraphSentence><Sentence>公布の日から施行する。</Sentence></ParagraphSentence>"
        "</Paragraph></SupplProvision><MainProvision>"
    )
    text = read("a.xml", law(body + end))
    assert [(s.kind, s.view) for s in text.segments][2:] == [
        (Kind.CELL, "白灯"),
        (Kind.CELL, "一個"),
        (Kind.HEADING, "備考"),
        (Kind.SENTENCE, "夜に限る。"),
        (Kind.HEADING, "附　則　（令和三年法律第一号）　抄"),
        (Kind.SENTENCE, "公布の日から施行する。"),
    ]


def test_a_translation_and_an_answer_of_the_service_are_read_too() -> None:
    body = (
        "<Article><ArticleTitle>Article 1</ArticleTitle><Paragraph><ParagraphNum>(2)</ParagraphNum>"
        "<ParagraphSentence><Sentence>It is lit.</Sentence><Sentence>It is white.</Sentence>"
        "</ParagraphSentence></Paragraph></Article>"
    )
    head = "<LawNum>Act No. 7 of 2020</LawNum><LawBody><LawTitle>Lamp Act</LawTitle>"
    made = law(body, head=head, language="en")
    wrapped = f"<DataRoot><Result/><LawFullText>{made.partition('?>')[2]}</LawFullText></DataRoot>"
    assert views("a.xml", wrapped, "en")[1:] == [
        "Lamp Act", "Article 1", "(2) It is lit.", "It is white.",
    ]  # fmt: skip


def test_tables_of_contents_are_said_and_laws_without_text_are_refused() -> None:
    contents = "<TOC><TOCLabel>目次</TOCLabel></TOC>"
    assert left_out(read("a.xml", law("", head=HEAD + contents)))["tables of contents"] == "目次"
    with pytest.raises(InputError, match="no text of a law"):
        read("a.xml", "<Law><LawBody/></Law>")
    with pytest.raises(InputError, match="entities"):
        read("a.xml", '<!DOCTYPE Law [<!ENTITY a "b">]><Law><LawNum>&a;</LawNum></Law>')
