"""The table that `docx` wrote, after someone typed into it: texts, ids, comments."""

from typing import BinaryIO
from zipfile import BadZipFile, ZipFile

from lxml import etree

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.domain.text import JOINTS
from alignbench.exchange.docx import COLUMNS, W
from alignbench.exchange.pair import Pair
from alignbench.exchange.selection import Bitext, LeftOut
from alignbench.messages import t

LARGEST = 256 * 1024 * 1024
"""Bytes of the document's main part; more is a bomb or no table of ours."""
_DELETED = (f"{{{W}}}del", f"{{{W}}}moveFrom")


def read(source: BinaryIO, name: str) -> Bitext:
    """Pairs with what the column *Comments* says as their note, and Word's own comments after it.

    The texts read as they do with all tracked changes accepted. An English with such changes that
    nobody has settled is the pair's proposal too.

    Raises:
        InputError: it is no such document.
    """
    root, remarks = _document(source, name)
    elements = [row.findall(f"{{{W}}}tc") for row in root.iter(f"{{{W}}}tr")]
    rows = [[_cell(cell) for cell in row] for row in elements]
    if not rows or tuple(rows[0]) != tuple((title,) for title in COLUMNS):
        raise InputError(
            t("{name} has no table as `alignbench export -f docx` writes it.", name=name),
            t("Its columns are {columns}.", columns=", ".join(COLUMNS)),
        )
    pairs, strange = [], 0
    for number, row in enumerate(rows[1:], start=2):
        if len(row) != len(COLUMNS):
            strange += 1
            continue
        _, ja, en, comments, ids = row
        cells = elements[number - 1]
        said = [remarks[id_] for cell in cells for id_ in _remarked(cell) if id_ in remarks]
        pairs.append(
            Pair(
                "".join(ids) or str(number - 1),
                "",
                ja,
                en,
                Status.CONFIRMED,
                note="\n".join((*comments, *said)),
                proposal=JOINTS["en"].join(en) if _is_tracked(cells[2]) else "",
                line=number,
            )
        )
    left = (LeftOut(strange, t("the row has other cells than the table")),) if strange else ()
    return Bitext(tuple(pairs), left)


def _document(source: BinaryIO, name: str) -> tuple[etree._Element, dict[str, str]]:
    """The document's main part, and its comments by id: `Author: text`."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        with ZipFile(source) as archive:
            part = archive.getinfo("word/document.xml")
            if part.file_size > LARGEST:
                raise InputError(t("{name} is too large once unpacked.", name=name))
            root = etree.fromstring(archive.read(part), parser)
            return root, _remarks(archive, parser)
    except (BadZipFile, KeyError, etree.XMLSyntaxError, NotImplementedError, EOFError) as error:
        raise InputError(
            t("{name} is not a Word document: {error}.", name=name, error=error)
        ) from error


def _remarks(archive: ZipFile, parser: etree.XMLParser) -> dict[str, str]:
    if "word/comments.xml" not in archive.namelist():
        return {}
    if archive.getinfo("word/comments.xml").file_size > LARGEST:
        return {}
    root = etree.fromstring(archive.read("word/comments.xml"), parser)
    found = {}
    for each in root.iter(f"{{{W}}}comment"):
        text = " ".join(filter(None, map(_paragraph, each.iter(f"{{{W}}}p"))))
        author = each.get(f"{{{W}}}author", "")
        found[each.get(f"{{{W}}}id", "")] = f"{author}: {text}" if author else text
    return found


def _remarked(cell: etree._Element) -> list[str]:
    """Ids of the comments that are made in a cell."""
    return [each.get(f"{{{W}}}id", "") for each in cell.iter(f"{{{W}}}commentReference")]


def _is_tracked(cell: etree._Element) -> bool:
    return next(cell.iter(f"{{{W}}}ins", *_DELETED), None) is not None


def _cell(cell: etree._Element) -> tuple[str, ...]:
    """The paragraphs of a cell that are not empty."""
    texts = (_paragraph(each) for each in cell.findall(f"{{{W}}}p"))
    return tuple(text for text in texts if text)


def _paragraph(paragraph: etree._Element) -> str:
    parts = []
    for node in paragraph.iter(f"{{{W}}}t", f"{{{W}}}br", f"{{{W}}}tab"):
        if any(up.tag in _DELETED for up in node.iterancestors()):
            continue
        tag = etree.QName(node).localname
        parts.append(node.text or "" if tag == "t" else "\n" if tag == "br" else "\t")
    return "".join(parts)
