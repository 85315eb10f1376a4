"""Mail: the subject, and what is said in text or in HTML."""

import email
import email.policy
import re
from email.message import Message

from alignbench.documents.encoding import Decoded
from alignbench.documents.formats.html import decoded_page
from alignbench.documents.formats.plain import plain_passages, typesetting
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, text_of_blocks
from alignbench.documents.segmentation.lines import lines_of
from alignbench.documents.segmentation.parts import Parts
from alignbench.documents.segmentation.text_of_passages import text_of_passages
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Side, Text
from alignbench.messages import t

PART_LIMIT = 1_000
"""Parts of one mail."""
_HEADERS = ("from", "to", "cc", "reply-to", "date")
_FLOWED = re.compile(r"(?m)(?<=[^\s>]) \n(?![>\s]|-- $)")
_STUFFED = re.compile(r"(?m)^ (?=[ >]|From )")


class Mail:
    """Reads mail that was saved as a file."""

    name = "mail"
    suffixes = (".eml",)

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: by its name alone."""
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a mail; of several versions the richest.

        Raises:
            InputError: it has no text, or is damaged.
        """
        tally = Tally()
        message = _message(file)
        subject = _header(message, "subject")
        for name in _HEADERS:
            tally.add(t("headers of the mail"), _header(message, name))
        parts = _parts(message, tally)
        if not parts and not subject:
            raise InputError(
                t("{path} is a mail without text.", path=file.path),
                t("Save what is attached to it as files of their own."),
            )
        if any(part.get_content_type() == "text/html" for part in parts):
            return self._pages(file, side, subject, parts, tally)
        said = Parts()
        said.add_whole(subject, Kind.HEADING)
        encoding = ""
        for part in parts:
            content, encoding = _decoded(part, file, side, options.encoding)
            content = _unflowed(content, part)
            lines = list(lines_of(content))
            said.add(content, plain_passages(content, lines), typesetting(content, lines))
        decoded = Decoded(said.content, encoding)
        passages, asides = said.passages, said.asides
        return text_of_passages(file, side, self.name, decoded, passages, asides, told=tally.told())

    def _pages(
        self, file: SourceFile, side: Side, subject: str, parts: list[Message], tally: Tally
    ) -> Text:
        from alignbench.documents.formats.html_blocks import html_blocks

        blocks = [Block(Kind.HEADING, (subject,))] if subject else []
        encoding = ""
        for part in parts:
            content, encoding = _decoded(part, file, side, None)
            if part.get_content_type() == "text/html":
                blocks += html_blocks(content, file.path, tally, title=False)
            else:
                content = _unflowed(content, part)
                lines = list(lines_of(content))
                blocks += [Block(p.kind, (p.view.text,)) for p in plain_passages(content, lines)]
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=encoding)


def _message(file: SourceFile) -> Message:
    try:
        data = file.data.lstrip(b"\xef\xbb\xbf\r\n ")
        return email.message_from_bytes(data, policy=email.policy.default)
    except (RecursionError, ValueError, LookupError) as error:
        raise _damaged(file) from error


def _damaged(file: SourceFile) -> InputError:
    return InputError(
        t("{path} is damaged: its parts cannot be told apart.", path=file.path),
        t("Save the mail as text or HTML first."),
    )


def _header(message: Message, name: str) -> str:
    try:
        return " ".join(str(message.get(name) or "").split())
    except Exception:
        return ""


def _parts(message: Message, tally: Tally) -> list[Message]:
    """The parts that are read, in order; what is attached is said by its name."""
    found: list[Message] = []
    waiting = [message]
    seen = 0
    while waiting and seen < PART_LIMIT:
        part = waiting.pop(0)
        seen += 1
        kind = part.get_content_type()
        below = part.get_payload() if part.is_multipart() else []
        inner = [each for each in below if isinstance(each, Message)]
        if kind == "multipart/alternative":
            readable = [each for each in inner if _is_read(each)]
            waiting = [*(readable or inner)[-1:], *waiting]
            for each in (readable or inner)[:-1]:
                tally.add(t("the same in another format"), _sample(each))
        elif kind.startswith("multipart/") and inner:
            waiting = [*inner, *waiting]
        elif kind.startswith("multipart/") or (_is_read(part) and not _is_attached(part)):
            # What says that it has parts and has none, as damaged mail does, is text.
            found.append(part)
        else:
            subject = _header(inner[0], "subject") if inner else ""
            tally.add(t("attachments"), part.get_filename() or subject or kind)
    if waiting:
        tally.add(t("attachments"), t("parts after the first {limit:,}", limit=PART_LIMIT))
    return found


def _sample(part: Message) -> str:
    data = part.get_payload(decode=True)
    said = part.get_content_charset() or "utf-8"
    try:
        return data.decode(said, "replace") if isinstance(data, bytes) else part.get_content_type()
    except LookupError:
        return part.get_content_type()


def _is_read(part: Message) -> bool:
    return any(each.get_content_type() in ("text/plain", "text/html") for each in part.walk())


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _decoded(part: Message, file: SourceFile, side: Side, encoding: str | None) -> tuple[str, str]:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    said = encoding or part.get_content_charset()
    if said:
        try:
            return data.decode(said).replace("\r\n", "\n"), said
        except (UnicodeDecodeError, LookupError, ValueError):
            pass
    inside = SourceFile(file.path, data)
    if part.get_content_type() == "text/html":
        return decoded_page(inside, side, encoding)
    decoded = inside.decoded(side)
    return decoded.content.replace("\r\n", "\n"), decoded.encoding


def _unflowed(content: str, part: Message) -> str:
    """Lines that a mail program broke for their length, whole again (RFC 3676)."""
    if str(part.get_param("format") or "").lower() != "flowed":
        return content
    joint = "" if str(part.get_param("delsp") or "").lower() == "yes" else " "
    return _STUFFED.sub("", _FLOWED.sub(joint, content))


READERS: tuple[type[Reader], ...] = (Mail,)
