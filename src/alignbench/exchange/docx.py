"""A Word document with the texts in a table: number, Japanese, English, comments to fill in.

A better English is a tracked change, to be accepted or refused in a word processor.

Written as Office Open XML by hand (ECMA-376): what is needed is small, and control characters,
fonts for Japanese and column ids have to be right. `docx_reader` reads it back.
"""

from collections.abc import Iterable, Sequence
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.word_changes import compare
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import xml_text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
COLUMNS = ("#", "日本語", "English", "Comments", "ID")
WIDTHS = (600, 5200, 5200, 2800, 1200)
"""Twentieths of a point: an A4 page on its side."""

_TYPES = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default \
Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default \
Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override \
PartName="/word/styles.xml" ContentType=\
"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
Id="rId1" Target="word/document.xml" \
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>"""
_PARTS = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship \
Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
Target="styles.xml"/></Relationships>"""
_STYLES = f"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" \
w:hAnsi="Calibri" w:eastAsia="MS Mincho"/><w:sz w:val="20"/><w:lang w:val="en-US" \
w:eastAsia="ja-JP"/></w:rPr></w:rPrDefault></w:docDefaults></w:styles>"""


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write the document; what stands in the column *Comments* are notes and flags."""
    stamp = options.when.timetuple()[:6]
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for name, content in (
            ("[Content_Types].xml", _TYPES.encode()),
            ("_rels/.rels", _RELATIONS.encode()),
            ("word/_rels/document.xml.rels", _PARTS.encode()),
            ("word/styles.xml", _STYLES.encode()),
            ("word/document.xml", _document(pairs)),
        ):
            part = ZipInfo(name, (max(1980, stamp[0]), *stamp[1:]))
            part.compress_type = ZIP_DEFLATED
            archive.writestr(part, content)


def _document(pairs: Iterable[Pair]) -> bytes:
    root = etree.Element(f"{{{W}}}document", nsmap={"w": W})
    body = _child(root, "body")
    table = _child(body, "tbl")
    properties = _child(table, "tblPr")
    _child(properties, "tblW", w=str(sum(WIDTHS)), type="dxa")
    borders = _child(properties, "tblBorders")
    for edge in ("top", "bottom", "insideH", "insideV"):
        _child(borders, edge, val="single", sz="4", color="BFBFBF")
    _child(properties, "tblLayout", type="fixed")
    grid = _child(table, "tblGrid")
    for width in WIDTHS:
        _child(grid, "gridCol", w=str(width))
    _row(table, [COLUMNS[0:1], COLUMNS[1:2], COLUMNS[2:3], COLUMNS[3:4], COLUMNS[4:5]], head=True)
    for number, pair in enumerate(pairs, start=1):
        cells = [(str(number),), pair.ja_segments, pair.en_segments, _comments(pair), (pair.id,)]
        made = _row(table, cells)
        if pair.proposal:
            _track(made[2], pair, number)
    _child(body, "p")
    section = _child(body, "sectPr")
    _child(section, "pgSz", w="16838", h="11906", orient="landscape")
    _child(section, "pgMar", top="850", right="850", bottom="850", left="850")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _comments(pair: Pair) -> tuple[str, ...]:
    flags = (
        f"[{FLAG_TYPES.get(flag.type, flag.type)}, {flag.severity}] {flag.comment}".rstrip()
        for flag in pair.flag_list
    )
    return (*(pair.note.split("\n") if pair.note else ()), *flags)


def _row(
    table: etree._Element, cells: Sequence[Sequence[str]], *, head: bool = False
) -> list[etree._Element]:
    """A row of the table; gives its cells."""
    row = _child(table, "tr")
    if head:
        _child(_child(row, "trPr"), "tblHeader")
    made = []
    for at, (texts, width) in enumerate(zip(cells, WIDTHS, strict=True)):
        cell = _child(row, "tc")
        made.append(cell)
        _child(_child(cell, "tcPr"), "tcW", w=str(width), type="dxa")
        for text in texts or ("",):
            _run(_child(cell, "p"), text, japanese=at == 1, bold=head, small=at == 4)
    return made


def _track(cell: etree._Element, pair: Pair, number: int) -> None:
    """Write the English of a pair as one paragraph with its proposal as tracked changes."""
    for paragraph in cell.findall(f"{{{W}}}p"):
        cell.remove(paragraph)
    paragraph = _child(cell, "p")
    for at, piece in enumerate(compare(pair.en, pair.proposal)):
        if piece.kind == "kept":
            _run(paragraph, piece.text, japanese=False, bold=False, small=False)
            continue
        change = _child(
            paragraph, "del" if piece.kind == "struck" else "ins", id=f"{number}{at:03}",
            author=xml_text(pair.proposal_by) or "alignbench", date=_date(pair.proposal_at),
        )  # fmt: skip
        tag = "delText" if piece.kind == "struck" else "t"
        _run(change, piece.text, japanese=False, bold=False, small=False, tag=tag)


def _date(at: str) -> str:
    """A time as Word wants it: seconds, UTC."""
    return f"{at[:19]}Z" if len(at) >= len("2026-01-01T00:00:00") else "1980-01-01T00:00:00Z"


def _run(
    paragraph: etree._Element, text: str, *, japanese: bool, bold: bool, small: bool, tag: str = "t"
) -> None:
    run = _child(paragraph, "r")
    properties = _child(run, "rPr")
    if japanese:
        _child(properties, "rFonts", hint="eastAsia")
    if bold:
        _child(properties, "b")
    if small:
        _child(properties, "color", val="808080")
        _child(properties, "sz", val="12")
    for at, line in enumerate(text.split("\n")):
        if at:
            _child(run, "br")
        made = _child(run, tag)
        made.text = xml_text(line)
        made.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _child(parent: etree._Element, tag: str, **attributes: str) -> etree._Element:
    return etree.SubElement(
        parent, f"{{{W}}}{tag}", {f"{{{W}}}{name}": value for name, value in attributes.items()}
    )
