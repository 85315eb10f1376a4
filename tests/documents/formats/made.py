"""Small files of each format, made in memory, and what is read of them."""

import io
import json
import zipfile
from pathlib import Path

from alignbench.documents.formats.reader import BilingualReader, ReadingOptions
from alignbench.documents.formats.registry import reader_of
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText, FilePair
from alignbench.domain.text import Side, Text

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def read(name: str, data: bytes | str, side: Side = "ja") -> Text:
    """What the reader that the registry chooses makes of a file."""
    file = SourceFile(Path(name), data if isinstance(data, bytes) else data.encode())
    return reader_of(file).read(file, side, ReadingOptions())


def views(name: str, data: bytes | str, side: Side = "ja") -> list[str]:
    """What its segments read."""
    return [segment.view for segment in read(name, data, side).segments]


def left_out(text: Text | BilingualText) -> dict[str, str]:
    """What is said to be left out, with a sample of each."""
    return {str(left.what): left.sample for left in text.left_out}


def readings(text: Text) -> list[tuple[str, str]]:
    """Bases and their readings."""
    return [
        (segment.view[reading.start : reading.end], reading.reading)
        for segment in text.segments
        for reading in segment.readings
    ]


def bilingual(name: str, data: bytes | str) -> BilingualText:
    """The pairs of a file in both languages."""
    file = SourceFile(Path(name), data if isinstance(data, bytes) else data.encode())
    reader = reader_of(file)
    assert isinstance(reader, BilingualReader)
    both = reader.read_pairs(file, ReadingOptions())
    assert both is not None
    return both


def pairs(name: str, data: bytes | str) -> list[tuple[str, str, str]]:
    """Japanese, English and state of each pair."""
    both = bilingual(name, data)
    return [(*sides(both, pair), str(pair.state)) for pair in both.pairs]


def sides(both: BilingualText, pair: FilePair) -> tuple[str, str]:
    """The two texts of a pair."""
    return (
        "".join(both.ja.segments[at].view for at in pair.ja),
        "".join(both.en.segments[at].view for at in pair.en),
    )


def archive(parts: dict[str, str | bytes]) -> bytes:
    """A ZIP file."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in parts.items():
            made.writestr(name, data)
    return buffer.getvalue()


def related(*targets: tuple[str, str, str]) -> str:
    """A part of relations: id, kind and target of each."""
    inside = "".join(
        f'<Relationship Id="{id}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for id, kind, target in targets
    )
    return f'<Relationships xmlns="{RELATIONS}">{inside}</Relationships>'


def docx(body: str, **parts: str) -> bytes:
    """A Word document; `footnotes`, `comments`, `styles`, `header` are the insides of its parts."""
    made: dict[str, str | bytes] = {
        "_rels/.rels": related(("r", "officeDocument", "word/document.xml")),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{OFFICE}" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        f"<w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": related(*((kind, kind, f"{kind}.xml") for kind in parts)),
    }
    roots = {"header": "hdr"}
    for kind, inside in parts.items():
        root = roots.get(kind, kind)
        made[f"word/{kind}.xml"] = f'<w:{root} xmlns:w="{W}">{inside}</w:{root}>'
    return archive(made)


def paragraph(text: str, properties: str = "") -> str:
    """A paragraph of Word."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx(*rows: str, strings: str = "", columns: str = "") -> bytes:
    """A workbook of one sheet, its rows and shared strings as XML."""
    return archive(
        {
            "_rels/.rels": related(("r", "officeDocument", "xl/workbook.xml")),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheets>'
            '<sheet name="一覧" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": related(
                ("r1", "worksheet", "worksheets/sheet1.xml"),
                ("r2", "sharedStrings", "sharedStrings.xml"),
            ),
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}">{columns}'
            f"<sheetData>{''.join(rows)}</sheetData></worksheet>",
        }
    )


def cell(address: str, text: str) -> str:
    """A cell with its text in it."""
    return f'<c r="{address}" t="inlineStr"><is><t>{text}</t></is></c>'


def epub(chapters: dict[str, str], *, nav: str = "", extra: dict[str, str] | None = None) -> bytes:
    """A book of chapters, their bodies as HTML, in this order."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>'
        for n, name in enumerate([*chapters, *(extra or {})])
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    if nav:
        items += (
            '<item id="nav" href="nav.xhtml" properties="nav" media-type="application/xhtml+xml"/>'
        )
    parts: dict[str, str | bytes] = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": '<container xmlns="c"><rootfiles>'
        '<rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        "OPS/book.opf": f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}'
        f"</manifest><spine>{spine}</spine></package>",
    }
    for name, body in {**chapters, **(extra or {}), "nav.xhtml": nav}.items():
        parts[f"OPS/{name}"] = (
            '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">'
            f"<head><title/></head><body>{body}</body></html>"
        )
    return archive(parts)


def lines(*records: object) -> str:
    """JSON lines."""
    return "".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records)
