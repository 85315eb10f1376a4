"""The characters of a PDF's pages with their places, turned so that lines run from left to right.

A character stands from `start` to `end` along its line and from `top` to `bottom` across it, in
points; both grow as one reads. In vertical text lines run down and follow one another leftwards.
"""

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from alignbench.documents.formats.block_writer import TEXT_LIMIT
from alignbench.documents.formats.pdf.bombs import refuse_bombs
from alignbench.documents.formats.pdf.radicals import GONE, plain
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.language.normalise import is_japanese
from alignbench.messages import t

PAGE_LIMIT = 5_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LAST_PLAIN = 0x2E7F
"""No character up to this one stands for another."""
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE


class Glyph(NamedTuple):
    """A character, or the characters of a ligature; a tuple, for a book has a million of them."""

    text: str
    start: float
    end: float
    top: float
    bottom: float
    size: float
    spaced: bool
    """Whether a space comes before it."""
    middle: float
    """Its middle across the line, between `top` and `bottom`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's characters, in the order of the file."""

    number: int
    glyphs: tuple[Glyph, ...]
    height: float
    """Across the lines."""
    vertical: bool


def pages_of(file: SourceFile, tally: Tally) -> list[Page]:
    """The pages of a PDF.

    Raises:
        InputError: it needs a password, is damaged, or holds pictures alone.
    """
    import pypdfium2

    refuse_bombs(file)
    try:
        document = pypdfium2.PdfDocument(file.data)
    except pypdfium2.PdfiumError as error:
        raise _cannot_open(file, error) from error
    try:
        if len(document) > PAGE_LIMIT:
            raise InputError(
                t("{path} has more than {limit:,} pages.", path=file.path, limit=PAGE_LIMIT),
                t("Cut it into several files."),
            )
        pages: list[Page] = []
        pictures = length = 0
        for number in range(len(document)):
            page = _page(document, number, tally)
            if page is None:
                pictures += 1
                continue
            length += len(page.glyphs)
            if length > TEXT_LIMIT:
                raise InputError(
                    t("{path} holds more than {limit:,} characters.", path=file.path,
                      limit=TEXT_LIMIT),
                    t("Cut it into several files."),
                )  # fmt: skip
            pages.append(page)
    finally:
        document.close()
    if not any(page.glyphs for page in pages):
        raise InputError(
            t("{path} has no text: its pages are pictures, as a scanner makes them.",
              path=file.path),
            t("Have a program for OCR read it first."),
        )  # fmt: skip
    for _ in range(pictures):
        tally.mention(t("pages that are pictures without text (scanned)"))
    return pages


def _cannot_open(file: SourceFile, error: Exception) -> InputError:
    if getattr(error, "err_code", None) == _PASSWORD or "password" in str(error).lower():
        return InputError(
            t("{path} is protected by a password.", path=file.path),
            t("Save it without a password first."),
        )
    return InputError(
        t("{path} is no PDF that can be read; it may be cut off or damaged.", path=file.path),
        t("Get it once more, or save it anew in the program that made it."),
    )


def _page(document: Any, number: int, tally: Tally) -> Page | None:
    """A page; None where it has pictures and no text."""
    import pypdfium2

    try:
        page = document[number]
    except pypdfium2.PdfiumError:
        tally.mention(t("pages that cannot be read"))
        return Page(number + 1, (), 0.0, vertical=False)
    try:
        boxes = list(_boxes(page))
        width, height = page.get_size()
        if not boxes and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3)):
            return None
    finally:
        page.close()
    vertical = _is_vertical(boxes)
    return Page(
        number + 1,
        tuple(_turned(boxes, width, height) if vertical else _upright(boxes, height)),
        width if vertical else height,
        vertical=vertical,
    )


Box = tuple[str, float, float, float, float, float, bool]
"""Text, left, bottom, right, top, size, whether a space comes before it."""


def _boxes(page: Any) -> Iterator[Box]:
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    text = text_page.raw
    try:
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        loose = pdfium.FS_RECTF()
        # A call into the library costs more than all else here.
        size_of = pdfium.FPDFText_GetFontSize
        box_of = pdfium.FPDFText_GetLooseCharBox
        spaced = False
        for at, code in enumerate(_codes(text)):
            character = chr(code) if 0 < code < 0x110000 else "\0"
            if code > _LAST_PLAIN:
                character = plain(character)
            if not character.isalnum():
                if character.isspace() or (0xD800 <= code <= 0xDFFF):
                    spaced = spaced or character != "\u3000"
                    continue
                if code == 0xFFFE or pdfium.FPDFText_IsHyphen(text, at) == 1:
                    character = "-"
                elif character in GONE:
                    continue
            if not box_of(text, at, loose):
                continue
            size = size_of(text, at)
            x, y, x_end, y_end = loose.left, loose.bottom, loose.right, loose.top
            size = max(size if size > 1 else 0, (y_end - y) * 0.7, 1.0)
            if x_end <= x or y_end <= y:
                pdfium.FPDFText_GetCharBox(text, at, left, right, bottom, top)
                x, y, x_end, y_end = left.value, bottom.value, right.value, top.value
            yield character, x, y, x_end, y_end, size, spaced
            spaced = False
    finally:
        text_page.close()


def _codes(text: Any) -> Sequence[int]:
    """The UTF-16 codes of a page's characters, at most as many as a file may hold."""
    import pypdfium2.raw as pdfium

    count = min(pdfium.FPDFText_CountChars(text), TEXT_LIMIT)
    at_once = (ctypes.c_ushort * (count + 1))()
    written = pdfium.FPDFText_GetText(text, 0, count, at_once)
    if written == count + 1:  # with the zero at the end: one code for each, none left out
        return list(at_once[:count])
    return [pdfium.FPDFText_GetUnicode(text, at) for at in range(count)]


def _is_vertical(boxes: list[Box]) -> bool:
    """Whether Japanese characters follow one another downwards."""
    down = along = 0
    japanese = [is_japanese(box[0][0]) for box in boxes]
    if not any(japanese):
        return False
    for (one, two), (first, second) in zip(pairwise(boxes), pairwise(japanese), strict=True):
        if not (first and second):
            continue
        size = max(one[5], two[5])
        across = abs((one[1] + one[3]) - (two[1] + two[3])) / 2
        below = ((one[2] + one[4]) - (two[2] + two[4])) / 2
        if across < 0.3 * size and 0.3 * size < below < 2.5 * size:
            down += 1
        elif abs(below) < 0.3 * size and 0.3 * size < across < 2.5 * size:
            along += 1
    return down > along


def _upright(boxes: Iterable[Box], height: float) -> Iterator[Glyph]:
    for text, left, bottom, right, top, size, spaced in boxes:
        above, below = height - top, height - bottom
        yield Glyph(text, left, right, above, below, size, spaced, (above + below) / 2)


def _turned(boxes: Iterable[Box], width: float, height: float) -> Iterator[Glyph]:
    for text, left, bottom, right, top, size, spaced in boxes:
        above, below = width - right, width - left
        start, end = height - top, height - bottom
        yield Glyph(text, start, end, above, below, size, spaced, (above + below) / 2)
