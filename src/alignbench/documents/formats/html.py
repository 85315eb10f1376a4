"""HTML: pages as a browser shows them."""

import re

from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Side, Text

_BEGINS = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*)*"
    rb"<(?:!doctype\s+html|html|head|body)[\s>]",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(
    rb"""<(?:meta[^>]{0,200}charset|\?xml[^>]{0,60}encoding)\s*=\s*["']?\s*"""
    rb"""([A-Za-z0-9_:.-]{2,30})""",
    re.IGNORECASE,
)
_NAMES = {
    "shift_jis": "cp932", "shift-jis": "cp932", "sjis": "cp932", "x-sjis": "cp932",
    "windows-31j": "cp932", "ms932": "cp932", "utf8": "utf-8",
}  # fmt: skip


class Html:
    """Reads HTML and XHTML."""

    name = "html"
    suffixes = (".html", ".htm", ".xhtml", ".xht")

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as a page does."""
        return _BEGINS.match(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a page."""
        from alignbench.documents.formats.html_blocks import html_blocks

        markup, encoding = decoded_page(file, side, options.encoding)
        tally = Tally()
        blocks = html_blocks(markup, file.path, tally)
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=encoding)


def decoded_page(file: SourceFile, side: Side, encoding: str | None) -> tuple[str, str]:
    """The characters of a page and their encoding, as it says itself if that is true."""
    said = charset_of(file.data)
    if encoding is None and said is not None:
        try:
            return file.data.decode(said), said
        except (UnicodeDecodeError, LookupError):
            pass
    decoded = file.decoded(side, encoding)
    return decoded.content, decoded.encoding


def charset_of(data: bytes) -> str | None:
    """The encoding that a page or an XML file names, under Python's name for it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        return None
    match = _CHARSET.search(data[:4096])
    if match is None:
        return None
    name = match[1].decode("ascii").lower()
    return None if name.startswith(("utf-16", "utf-32")) else _NAMES.get(name, name)


READERS: tuple[type[Reader], ...] = (Html,)
