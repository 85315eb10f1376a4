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


def xlsx(*rows: str, strings: str = "", columns: str = "", after: str = "") -> bytes:
    """A workbook of one sheet, its rows, shared strings and what comes after the rows as XML."""
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
            f"<sheetData>{''.join(rows)}</sheetData>{after}</worksheet>",
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


def pptx(*slides: str, notes: str = "", hidden: int | None = None) -> bytes:
    """A presentation; slides are the insides of their shape trees, in the order of showing."""
    names = {
        "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "r": OFFICE,
    }
    spaces = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    ids = "".join(f'<p:sldId id="{n}" r:id="s{n}"/>' for n in reversed(range(len(slides))))
    parts: dict[str, str | bytes] = {
        "_rels/.rels": related(("r", "officeDocument", "ppt/presentation.xml")),
        "ppt/presentation.xml": f"<p:presentation {spaces}><p:sldIdLst>{ids}</p:sldIdLst>"
        "</p:presentation>",
        "ppt/_rels/presentation.xml.rels": related(
            *((f"s{n}", "slide", f"slides/slide{n}.xml") for n in range(len(slides)))
        ),
        "ppt/slides/_rels/slide0.xml.rels": related(("n", "notesSlide", "../notes.xml")),
        "ppt/notes.xml": f"<p:notes {spaces}><p:cSld><p:spTree>{notes}</p:spTree></p:cSld>"
        "</p:notes>",
    }
    for n, inside in enumerate(slides):
        show = ' show="0"' if n == hidden else ""
        parts[f"ppt/slides/slide{n}.xml"] = (
            f"<p:sld {spaces}{show}><p:cSld><p:spTree>{inside}</p:spTree></p:cSld></p:sld>"
        )
    return archive(parts)


def shape(text: str, role: str = "body") -> str:
    """A shape with one paragraph."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="1" name="n"/><p:nvPr><p:ph type="{role}"/></p:nvPr>'
        f"</p:nvSpPr><p:txBody>{drawn(text)}</p:txBody></p:sp>"
    )


def drawn(text: str) -> str:
    """A paragraph of a drawing."""
    return f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"


def pdf(*pages: str, vertical: bool = False) -> bytes:
    """A PDF of pages, each the operators of its contents; the font F is Japanese."""
    encoding = "UniJIS-UCS2-V" if vertical else "UniJIS-UCS2-H"
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        "",
        f"<</Type/Font/Subtype/Type0/BaseFont/Ryumin/Encoding/{encoding}/DescendantFonts[4 0 R]>>",
        "<</Type/Font/Subtype/CIDFontType0/BaseFont/Ryumin/CIDSystemInfo"
        "<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/FontDescriptor 5 0 R>>",
        "<</Type/FontDescriptor/FontName/Ryumin/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0"
        "/Ascent 880/Descent -120/CapHeight 700/StemV 80>>",
    ]
    kids = []
    for page in pages:
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 400 600]/Contents {len(objects) + 2} 0 R"
            "/Resources<</Font<</F 3 0 R>>>>>>"
        )
        objects.append(f"<</Length {len(page)}>>\nstream\n{page}\nendstream")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    made, places = "%PDF-1.5\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(made))
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n"
    return (made + f"<</Size {size}/Root 1 0 R>>\nstartxref\n{made.rfind('xref')}\n%%EOF").encode()


def printed(x: float, y: float, text: str, size: float = 10) -> str:
    """The operators that print a line."""
    return f"BT /F {size} Tf {x} {y} Td <{text.encode('utf-16-be').hex()}> Tj ET\n"
