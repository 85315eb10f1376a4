"""The characters of a PDF's pages with their places, turned so that lines run from left to right.

A character stands from `start` to `end` along its line and from `top` to `bottom` across it, in
points; both grow as one reads. In vertical text lines run down and follow one another leftwards.
"""

import ctypes
import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, NamedTuple

from alignbench.documents.formats.block_writer import TEXT_LIMIT
from alignbench.documents.formats.pdf.bombs import refuse_bombs
from alignbench.documents.formats.pdf.radicals import GONE, plain
from alignbench.documents.formats.pdf.rules import NO_RULES, Rules, rules_of
from alignbench.documents.formats.pdf.turned_pages import as_shown
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.language.normalise import is_japanese
from alignbench.messages import t

PAGE_LIMIT = 5_000
_PASSWORD = 4  # FPDF_ERR_PASSWORD
_LAST_PLAIN = 0x2E7F
"""No character up to this one stands for another."""
LARGE = 30
"""Points of a character that is asked whether it is slanted: small ones are in a line."""
FEW = 40
"""Pairs of Japanese characters that tell little."""
ENOUGH = 500
"""Pairs of Japanese characters that tell which way a page's text runs."""
_NO_LETTER = (0, 0xFFFD)
"""Codes of characters that a font draws without saying what they are."""
UNKNOWN = t("characters whose letter the file does not tell")
_IMAGE = 3  # FPDF_PAGEOBJ_IMAGE


class Glyph(NamedTuple):
    """A character, or the characters of a ligature; a tuple, for a book has a million of them."""

    text: str
    start: float
    end: float
    top: float
    bottom: float
    size: float
    spaced: str
    """The space that comes before it, a wide one if there is one; empty if none does."""
    middle: float
    """Its middle across the line, between `top` and `bottom`."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page's characters, in the order of the file."""

    number: int
    glyphs: tuple[Glyph, ...]
    width: float
    """From its left to its right, as it is shown."""
    vertical: bool
    doubtful: bool = False
    """Whether it may be vertical, if the others are: little text, and some of it runs down."""
    rules: Rules = NO_RULES
    """The lines drawn on it; none of a vertical page."""


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
        if any(left.what == UNKNOWN for left in tally.told()):
            raise InputError(
                t("{path} does not tell which letters its fonts draw.", path=file.path),
                t("Have a program for OCR read it first."),
            )
        raise InputError(
            t("{path} has no text: its pages are pictures, as a scanner makes them.",
              path=file.path),
            t("Have a program for OCR read it first."),
        )  # fmt: skip
    if sum(page.vertical for page in pages) > len(pages) / 2:
        pages = [_as_others(page) for page in pages]
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
        unknown: list[int] = []
        width, height = page.get_size()
        slanted: list[str] = []
        glyphs = list(_glyphs(page, (width, height), unknown, slanted))
        tally.add(t("slanted text, such as watermarks"), "".join(slanted))
        for _ in unknown:
            tally.mention(UNKNOWN)
        if (
            not glyphs
            and not unknown
            and any(True for _ in page.get_objects(filter=[_IMAGE], max_depth=3))
        ):
            return None
        rules = rules_of(page, (width, height)) if glyphs else NO_RULES
    finally:
        page.close()
    down, along = _directions(glyphs)
    vertical = down > along
    return Page(
        number + 1,
        tuple(_turned(glyphs, width) if vertical else glyphs),
        width,
        vertical=vertical,
        doubtful=not vertical and 0 < down + along < FEW and 2 * down >= along,
        rules=NO_RULES if vertical else rules,
    )


def _as_others(page: Page) -> Page:
    """A page of a vertical book, such as a last one on which a head outweighs the words."""
    if not page.doubtful:
        return page
    return replace(
        page, glyphs=tuple(_turned(page.glyphs, page.width)), vertical=True, rules=Rules()
    )


def _glyphs(
    page: Any, page_size: tuple[float, float], unknown: list[int], slanted: list[str]
) -> Iterator[Glyph]:
    """The characters of a page as of one with horizontal lines.

    Places of those without a letter are put into `unknown`, large ones that are neither upright
    nor lie on their side into `slanted`.
    """
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    text = text_page.raw
    try:
        made = tuple.__new__  # a class of its own for each would take a quarter of the time
        places = [ctypes.c_double() for _ in range(4)]
        loose = pdfium.FS_RECTF()
        # A call into the library costs more than all else here.
        size_of = pdfium.FPDFText_GetFontSize
        box_of = pdfium.FPDFText_GetLooseCharBox
        spaced = ""
        size = level = height = 0.0
        turned = page.get_rotation()
        for at, code in enumerate(_codes(text)):
            character = chr(code) if 0 < code < 0x110000 else "\0"
            if code > _LAST_PLAIN:
                character = plain(character)
            if not character.isalnum():
                if character.isspace() or (0xD800 <= code <= 0xDFFF):
                    wide = "\u3000" in (character, spaced)
                    spaced = "\u3000" if wide else " "
                    continue
                if code == 0xFFFE or pdfium.FPDFText_IsHyphen(text, at) == 1:
                    character = "-"
                elif character in GONE:
                    if code in _NO_LETTER:
                        unknown.append(at)
                    continue
            if not box_of(text, at, loose):
                continue
            x, y, x_end, y_end = loose.left, loose.bottom, loose.right, loose.top
            if y != level or y_end - y != height:  # else of the same line and font
                level, height = y, y_end - y
                size = size_of(text, at)
                size = max(size if size > 1 else 0, height * 0.7, 1.0)
            if x_end <= x or y_end <= y:
                pdfium.FPDFText_GetCharBox(text, at, *places)
                x, x_end, y, y_end = (place.value for place in places)
            if size > LARGE and abs(math.sin(2 * pdfium.FPDFText_GetCharAngle(text, at))) > 0.2:
                slanted.append(character)
                continue
            if turned:
                x, y, x_end, y_end = as_shown((x, y, x_end, y_end), turned, page_size)
            top, bottom = page_size[1] - y_end, page_size[1] - y
            middle = (top + bottom) / 2
            yield made(Glyph, (character, x, x_end, top, bottom, size, spaced, middle))
            spaced = ""
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


def _directions(glyphs: Sequence[Glyph]) -> tuple[int, int]:
    """How many pairs of Japanese characters run down, and how many from left to right."""
    down = along = 0
    japanese = [is_japanese(glyph.text[0]) for glyph in glyphs]
    if not any(japanese):
        return 0, 0
    for (one, two), (first, second) in zip(pairwise(glyphs), pairwise(japanese), strict=True):
        if not (first and second):
            continue
        size = max(one.size, two.size)
        across = abs((one.start + one.end) - (two.start + two.end)) / 2
        below = two.middle - one.middle
        if across < 0.3 * size and 0.3 * size < below < 2.5 * size:
            down += 1
        elif abs(below) < 0.3 * size and 0.3 * size < across < 2.5 * size:
            along += 1
        if down + along == ENOUGH:
            break
    return down, along


def _turned(glyphs: Iterable[Glyph], width: float) -> Iterator[Glyph]:
    """The characters of a vertical page, which is so much wide, as of lines from left to right."""
    for text, left, right, start, end, size, spaced, _ in glyphs:
        above, below = width - right, width - left
        yield Glyph(text, start, end, above, below, size, spaced, (above + below) / 2)
