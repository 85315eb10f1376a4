"""Other people's programs read what we write as it was meant."""

from dataclasses import replace
from io import BytesIO, StringIO

import pytest
from lxml import etree

from alignbench.domain.links import Status
from alignbench.exchange import formats
from alignbench.exchange.pair import Pair
from tests.exchange.examples import DOCUMENT, OPTIONS

HOSTILE = Pair(
    "d:9:9", "d", ("=1+1の_x000D_<b>港</b>&amp;",), ("@SUM(A1) ]]> \x1b[31m \u2028 𠮷",),
    Status.CONFIRMED, 0.5, note="<!-- & -->", ja_positions=(9,), en_positions=(9,),
)  # fmt: skip
PAIRS = (*DOCUMENT[:2], HOSTILE)
SIGNS = HOSTILE.en.replace("\x1b", "␛")
TMX = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #REQUIRED>
<!ELEMENT header (note | prop)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
 segtype (block | paragraph | sentence | phrase) #REQUIRED o-tmf CDATA #REQUIRED
 adminlang CDATA #REQUIRED srclang CDATA #REQUIRED datatype CDATA #REQUIRED
 creationdate CDATA #IMPLIED>
<!ELEMENT body (tu*)> <!ELEMENT tu ((note | prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED segtype (block | paragraph | sentence | phrase) #IMPLIED
 creationdate CDATA #IMPLIED changedate CDATA #IMPLIED>
<!ELEMENT tuv ((note | prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED>
<!ELEMENT seg (#PCDATA)> <!ELEMENT note (#PCDATA)> <!ELEMENT prop (#PCDATA)>
<!ATTLIST note xml:lang CDATA #IMPLIED> <!ATTLIST prop type CDATA #REQUIRED>
"""
"""What TMX 1.4b says of the elements that we write."""


def written(name: str) -> bytes:
    out = BytesIO()
    formats.write(name, PAIRS, out, OPTIONS)
    return out.getvalue()


def test_a_memory_is_valid() -> None:
    dtd = etree.DTD(StringIO(TMX))
    assert dtd.validate(etree.fromstring(written("tmx"))), dtd.error_log


def test_openpyxl_reads_the_workbook_and_finds_no_formula() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    sheet = openpyxl.load_workbook(BytesIO(written("xlsx"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert any(str(cell.value).startswith("@SUM(A1) ]]>") for cell in cells)
    assert any(str(cell.value).startswith("=1+1の") for cell in cells)
    assert "f" not in {cell.data_type for cell in cells}


def test_python_docx_reads_the_table() -> None:
    docx = pytest.importorskip("docx")
    (table,) = docx.Document(BytesIO(written("docx"))).tables
    texts = [cell.text for cell in table.rows[-1].cells]
    assert any(text.startswith("@SUM(A1) ]]>") for text in texts)


def test_python_docx_finds_changes_with_author_date_and_ids_of_their_own() -> None:
    docx = pytest.importorskip("docx")
    at = "2026-04-01T09:00:00+00:00"
    pairs = [
        replace(pair, proposal=f"{pair.en} <&> 港", proposal_by="森", proposal_at=at)
        for pair in PAIRS
    ]
    out = BytesIO()
    formats.write("docx", pairs, out, OPTIONS)
    (table,) = docx.Document(out).tables
    changes = [
        change
        for row in table.rows[1:]
        for change in row.cells[2]._tc.iter(docx.oxml.ns.qn("w:ins"), docx.oxml.ns.qn("w:del"))
    ]
    name = docx.oxml.ns.qn
    assert {change.get(name("w:author")) for change in changes} == {"森"}
    assert {change.get(name("w:date")) for change in changes} == {"2026-04-01T09:00:00Z"}
    ids = [change.get(name("w:id")) for change in changes]
    assert len(set(ids)) == len(ids) >= len(pairs)
    accepted = [
        "".join(text.text for text in row.cells[2]._tc.iter(name("w:t"))) for row in table.rows[1:]
    ]
    assert accepted[:2] == [pair.proposal for pair in pairs[:2]]


@pytest.mark.parametrize(
    ("name", "module", "factory"),
    [("tmx", "tmx", "tmxfile"), ("xliff12", "xliff", "xlifffile")],
)
def test_translate_toolkit_reads_the_units(name: str, module: str, factory: str) -> None:
    storage = pytest.importorskip(f"translate.storage.{module}")
    store = getattr(storage, factory).parsestring(written(name))
    units = [(unit.source, unit.target) for unit in store.units]
    assert units[:2] == [(pair.ja, pair.en) for pair in PAIRS[:2]]
    assert (units[2][0], "".join(units[2][1].split())) == (HOSTILE.ja, "".join(SIGNS.split()))


def test_pandas_reads_the_columns_and_the_records() -> None:
    pandas = pytest.importorskip("pandas")
    frame = pandas.read_json(BytesIO(written("jsonl")), lines=True)
    assert [row["en"] for row in frame["translation"]] == [pair.en for pair in PAIRS]
    table = pandas.read_csv(BytesIO(written("csv")), encoding="utf-8-sig")
    assert list(table["ja"][:2]) == [pair.ja for pair in PAIRS[:2]]
    pytest.importorskip("pyarrow")
    columns = pandas.read_parquet(BytesIO(written("parquet")))
    assert list(columns["en"]) == [pair.en for pair in PAIRS]
