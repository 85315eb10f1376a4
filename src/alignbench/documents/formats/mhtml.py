"""MHTML: a page with what belongs to it in one file, as browsers and Confluence's export make."""

import email
import email.policy
import re
from email.message import Message
from itertools import islice

from alignbench.documents.formats.html import decoded_page
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

PART_LIMIT = 10_000
"""Parts of one file; a page with its pictures has some dozens."""
_FIELD = rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n"
_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?P<fields>(?:%b){2,60})" % _FIELD)
_VERSION = re.compile(rb"^MIME-Version:", re.IGNORECASE | re.MULTILINE)
_PAGE = re.compile(
    rb"^Content-Type:\s*(?:multipart/(?:related|alternative)|text/html)",
    re.IGNORECASE | re.MULTILINE,
)


class Mhtml:
    """Reads the pages of an archive of one, whatever it is called."""

    name = "mhtml"
    suffixes = (".mht", ".mhtml")

    def sniff(self, head: bytes) -> bool:
        """Whether it begins with the head of a message that holds a page."""
        found = _HEAD.match(head)
        fields = found["fields"] if found else b""
        return bool(_VERSION.search(fields) and _PAGE.search(fields))

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of its pages.

        Raises:
            InputError: it holds no page, or is nested beyond reason.
        """
        from alignbench.documents.formats.html_blocks import html_blocks

        tally = Tally()
        blocks: list[Block] = []
        encoding = ""
        for part in _parts(file):
            if part.get_content_type() == "text/html":
                markup, encoding = _decoded(part, file, side, options.encoding)
                blocks += html_blocks(markup, file.path, tally)
            elif not part.is_multipart():
                tally.mention(t("pictures and other parts that are no page"))
        if not blocks:
            raise InputError(
                t("{path} holds no page.", path=file.path),
                t("Save the page as HTML in a browser first."),
            )
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=encoding)


def _parts(file: SourceFile) -> list[Message]:
    policy = email.policy.compat32
    try:
        message = email.message_from_bytes(file.data.lstrip(b"\xef\xbb\xbf\r\n "), policy=policy)
        return list(islice(message.walk(), PART_LIMIT))
    except (RecursionError, ValueError, LookupError) as error:
        raise InputError(
            t("{path} is damaged: its parts cannot be told apart.", path=file.path),
            t("Save the page as HTML in a browser first."),
        ) from error


def _decoded(part: Message, file: SourceFile, side: Side, encoding: str | None) -> tuple[str, str]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    said = part.get_content_charset()
    if encoding is None and said is not None:
        try:
            return data.decode(said), said
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    return decoded_page(SourceFile(file.path, data), side, encoding)


READERS: tuple[type[Reader], ...] = (Mhtml,)
