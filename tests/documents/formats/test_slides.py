"""PPTX: slides in the order in which they are shown."""

from alignbench.domain.text import Kind
from tests.documents.formats.made import drawn, left_out, pptx, read, shape


def test_slides_come_in_the_order_of_the_presentation_with_their_notes() -> None:
    made = pptx(
        shape("終わり"),
        shape("道具", "title") + shape("12", "sldNum"),
        notes=shape("ここで見せる。"),
    )
    text = read("a.pptx", made)
    assert [(s.kind, s.view, s.location.page) for s in text.segments] == [
        (Kind.HEADING, "道具", "1"),
        (Kind.SENTENCE, "終わり", "2"),
        (Kind.NOTE, "ここで見せる。", "2"),
    ]
    assert left_out(text) == {"slide numbers, dates and footers": "12"}


def test_groups_and_tables_are_read() -> None:
    cells = "".join(f"<a:tc><a:txBody>{drawn(x)}</a:txBody></a:tc>" for x in ("鎌", "草を刈る。"))
    made = pptx(
        f"<p:grpSp>{shape('束の中')}</p:grpSp>"
        f"<p:graphicFrame><a:graphic><a:tbl><a:tr>{cells}</a:tr></a:tbl></a:graphic>"
        "</p:graphicFrame>"
    )
    assert [(s.kind, s.view) for s in read("a.pptx", made).segments] == [
        (Kind.SENTENCE, "束の中"),
        (Kind.CELL, "鎌"),
        (Kind.CELL, "草を刈る。"),
    ]


def test_a_hidden_slide_is_said() -> None:
    text = read("a.pptx", pptx(shape("隠した。"), shape("見せる。"), hidden=0))
    assert [segment.view for segment in text.segments] == ["見せる。"]
    assert left_out(text) == {"hidden slides": "隠した。"}
