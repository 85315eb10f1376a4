"""TEI, InterText and XCES: documents, and alignments of two documents beside them."""

from pathlib import Path

import pytest

from alignbench.documents import read_bilingual
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, read, readings, sides


def test_a_document_is_its_body_and_its_header_is_said() -> None:
    made = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><title>電子版</title></teiHeader>'
        "<text><body><head>渡し舟</head><p>川に<ruby><rb>渡守</rb><rt>わたしもり</rt></ruby>が"
        "<choice><sic>いる</sic><corr>いた</corr></choice>。<note>実在した。</note></p>"
        '<fw type="header">川の話</fw></body>'
        "</text></TEI>"
    )
    text = read("a.xml", made)
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "渡し舟"),
        (Kind.SENTENCE, "川に渡守がいた。"),
        (Kind.FOOTNOTE, "実在した。"),
    ]
    assert readings(text) == [("渡守", "わたしもり")]
    assert left_out(text) == {
        "header": "電子版",
        "deleted or corrected text (del, sic)": "いる",
        "running heads and page numbers": "川の話",
    }


def _beside(folder: Path) -> None:
    (folder / "a.ja.xml").write_text('<text><p><s id="1">雨。</s><s id="2">風。</s></p></text>')
    (folder / "a.en.xml").write_text('<text><p><s id="1">Rain and wind.</s></p></text>')


def test_an_alignment_takes_its_texts_from_the_documents_beside_it(tmp_path: Path) -> None:
    _beside(tmp_path)
    path = tmp_path / "a.xml"
    path.write_text(
        '<cesAlign version="1.0"><linkGrp fromDoc="a.ja.xml" toDoc="a.en.xml">'
        '<link xtargets="1 2;1"/></linkGrp></cesAlign>'
    )
    both = read_bilingual(path)
    assert both is not None
    assert [sides(both, pair) for pair in both.pairs] == [("雨。風。", "Rain and wind.")]


def test_sentences_of_an_alignment_are_whole_with_their_elements(tmp_path: Path) -> None:
    (tmp_path / "a.ja.xml").write_text(
        '<text><s id="1">猫が<ruby>来<rt>き</rt></ruby>た<note>昨日</note>。</s></text>'
    )
    (tmp_path / "a.en.xml").write_text('<text><s id="1">A <hi>cat</hi> came.</s></text>')
    path = tmp_path / "a.xml"
    path.write_text(
        '<cesAlign><linkGrp fromDoc="a.ja.xml.gz" toDoc="a.en.xml"><link xtargets="1;1"/>'
        "</linkGrp></cesAlign>"
    )
    both = read_bilingual(path)
    assert both is not None
    assert [sides(both, pair) for pair in both.pairs] == [("猫が来た。", "A cat came.")]
    assert readings(both.ja) == [("来", "き")]
    assert left_out(both) == {"notes": "昨日"}


def test_of_several_readings_of_an_edition_that_of_the_text_is_read() -> None:
    made = (
        "<TEI><text><body><p><app><lem>都</lem><rdg>京</rdg></app>に<hi>住</hi>む。</p></body></text>"
        "</TEI>"
    )
    text = read("a.xml", made)
    assert [s.view for s in text.segments] == ["都に住む。"]
    assert left_out(text) == {"other readings (rdg)": "京"}


@pytest.mark.parametrize("name", ["../a.ja.xml", "/etc/hostname", "none.xml", ""])
def test_documents_elsewhere_are_not_read(tmp_path: Path, name: str) -> None:
    _beside(tmp_path)
    (tmp_path / "in").mkdir()
    path = tmp_path / "in" / "a.xml"
    path.write_text(
        f'<cesAlign><linkGrp fromDoc="{name}" toDoc="a.en.xml"><link xtargets="1;1"/></linkGrp>'
        "</cesAlign>"
    )
    with pytest.raises(InputError, match="not found in its folder"):
        read_bilingual(path)


def test_xml_of_another_kind_is_refused() -> None:
    with pytest.raises(InputError, match="not known"):
        read("a.xml", "<svg><g/></svg>")
