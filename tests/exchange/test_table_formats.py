"""CSV, XLSX, DOCX and HTML: what people open in an office, whatever stands in the texts."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html

from alignbench.domain.errors import InputError, OutputError
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.exchange import csv_table, docx, docx_reader, formats, html_table, xlsx
from alignbench.exchange.pair import Pair, PairFlag
from alignbench.system.safe_text import xml_text
from tests.exchange.examples import DOCUMENT, ONE, OPTIONS, TWO_TO_ONE, pairs

FLAG = PairFlag(
    "accuracy/mistranslation", Severity.MAJOR, "四月一日?", Span(4, 8), Span(21, 28), "mori", "2026"
)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def bytes_of(write: Callable[..., None], *rows: Pair) -> bytes:
    out = io.BytesIO()
    write(rows, out, OPTIONS)
    return out.getvalue()


def sheet(content: bytes, name: str) -> list[list[str]]:
    """The cells of a sheet of a workbook, as its shared strings and numbers say."""
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        strings = etree.fromstring(book.read("xl/sharedStrings.xml"))
        texts = ["".join(map(str, item.itertext(f"{MAIN}t"))) for item in strings]
        rows = etree.fromstring(book.read(f"xl/worksheets/{name}.xml")).iter(f"{MAIN}row")
        return [
            [
                texts[int(cell.findtext(f"{MAIN}v") or 0)]
                if cell.get("t") == "s"
                else cell.findtext(f"{MAIN}v") or ""
                for cell in row
            ]
            for row in rows
        ]


def test_a_csv_is_a_table_with_a_byte_order_mark_and_line_breaks_in_cells() -> None:
    content = bytes_of(csv_table.write, *DOCUMENT).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content)))
    assert [row["ja"] for row in rows] == [pair.ja for pair in DOCUMENT]
    assert rows[1]["note"] == "文を一つにした。\nIs that all right?"


@pytest.mark.parametrize("text", ["=1+1", "+81 3", "-5", "@SUM(A1)", "=HYPERLINK(0)"])
def test_no_cell_of_a_csv_or_workbook_is_a_formula(text: str) -> None:
    pair = replace(ONE, en_segments=(text,))
    assert f"'{text}" in bytes_of(csv_table.write, pair).decode()
    with zipfile.ZipFile(io.BytesIO(bytes_of(xlsx.write, pair))) as book:
        assert b"<f>" not in book.read("xl/worksheets/sheet1.xml")
    assert sheet(bytes_of(xlsx.write, pair), "sheet1")[1][2] == text


def test_a_workbook_has_the_pairs_and_a_sheet_of_issues() -> None:
    content = bytes_of(xlsx.write, replace(ONE, flags=1, flag_list=(FLAG,)), TWO_TO_ONE)
    head, first, second = sheet(content, "sheet1")
    assert head[:3] == ["#", "日本語", "English"]
    assert (first[1], second[4]) == (ONE.ja, "2-1")
    issue = sheet(content, "sheet2")[1]
    assert issue[1:7] == ["Mistranslation", "major", "open", "四月一日?", "四月一日", "April 1"]


def test_what_looks_like_an_escape_stays_what_it_is() -> None:
    pair = replace(ONE, en_segments=("a_x000D_b",))
    assert sheet(bytes_of(xlsx.write, pair), "sheet1")[1][2] == "a_x005F_x000D_b"


def test_a_text_that_no_cell_can_hold_is_said_and_not_cut() -> None:
    with pytest.raises(OutputError, match="Row 1 has 40,000 characters"):
        bytes_of(xlsx.write, replace(ONE, ja_segments=("長" * 40_000,)))


def test_a_word_table_comes_back_with_what_was_typed_into_its_comments() -> None:
    content = bytes_of(docx.write, *DOCUMENT)
    back = docx_reader.read(io.BytesIO(content), "review.docx").pairs
    assert [(p.id, p.ja_segments, p.en_segments) for p in back] == [
        (p.id, p.ja_segments, p.en_segments) for p in DOCUMENT
    ]
    assert back[1].note == TWO_TO_ONE.note


def test_flags_stand_among_the_comments() -> None:
    content = bytes_of(docx.write, replace(ONE, flags=1, flag_list=(FLAG,)))
    (pair,) = docx_reader.read(io.BytesIO(content), "review.docx").pairs
    assert pair.note == "[Mistranslation, major] 四月一日?"


def test_another_word_document_is_refused_by_name() -> None:
    other = bytes_of(docx.write, ONE)[:200]
    with pytest.raises(InputError, match=r"letter\.docx is not a Word document"):
        docx_reader.read(io.BytesIO(other), "letter.docx")


def test_a_page_shows_texts_and_never_runs_them() -> None:
    pair = replace(ONE, en_segments=("<script>alert(1)</script> & \x1b[2J",))
    content = bytes_of(html_table.write, pair)
    tree = html.fromstring(content)
    assert tree.findall(".//script") == []
    cells = [cell for cell in tree.iter("td") if cell.get("lang") == "en"]
    assert ["".join(map(str, cell.itertext())) for cell in cells] == [
        "<script>alert(1)</script> & ␛[2J"
    ]


@settings(max_examples=25, deadline=None)
@given(st.lists(pairs(), min_size=1, max_size=3))
def test_any_text_survives_the_word_table(rows: list[Pair]) -> None:
    back = docx_reader.read(io.BytesIO(bytes_of(docx.write, *rows)), "any.docx").pairs
    for given_pair, read_pair in zip(rows, back, strict=True):
        flat = xml_text(given_pair.ja.replace("\r\n", "\n").replace("\r", "\n"))
        assert read_pair.ja.replace("\r", "\n") == flat


@settings(max_examples=25, deadline=None)
@given(st.lists(pairs(issues=True), max_size=3), st.sampled_from(sorted(formats.FORMATS)))
def test_every_format_writes_whatever_is_in_a_pair(rows: list[Pair], name: str) -> None:
    about = formats.FORMATS[name]
    rows = [row for row in rows if not (about.both_sides and row.is_null)]
    if name == "parquet":
        pytest.importorskip("pyarrow")
    if about.several:
        made = formats.written(name, rows, OPTIONS)
        assert len(made) >= 2
        return
    out = io.BytesIO()
    formats.write(name, rows, out, OPTIONS)
    if name in ("xliff", "xliff12", "tmx"):
        etree.fromstring(out.getvalue())
