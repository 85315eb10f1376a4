"""WordPress's export (WXR): the posts and pages of a site, as HTML."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.html_blocks import html_blocks
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import child, children, descendants, local, parsed
from alignbench.documents.segmentation.blocks import Block, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import NOWHERE, Kind, Location, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(rb"<rss[\s>]")
_NAMESPACE = b"wordpress.org/export/"
_SHOWN = frozenset(("", "publish", "future", "private"))
_NO_POSTS = frozenset(("attachment", "nav_menu_item", "revision", "custom_css", "wp_global_styles"))
_BLOCK_TAG = re.compile(r"<(?:p|div|h[1-6]|ul|ol|table|blockquote|section)[\s>]|<!--\s*wp:", re.I)
_SHORTCODE = re.compile(
    r"\[(/?)([a-z][a-z0-9_-]{2,30})(\s[^\[\]<>]{0,500}=[^\[\]<>]{0,500})?\s?/?\]"
)
_PARAGRAPH = re.compile(r"\r?\n[ \t]*(?:\r?\n[ \t]*)+")


class WordPress:
    """Reads exports of sites."""

    name = "wordpress"
    suffixes = (".xml",)

    def sniff(self, head: bytes) -> bool:
        """Whether it is a feed of WordPress's own."""
        return _ROOT.search(head) is not None and _NAMESPACE in head

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of a site's posts and pages, in the order of the file.

        Raises:
            InputError: there is none.
        """
        channel = child(parsed(file.data, file.path), "channel")
        site = _Site(file, Tally())
        if channel is not None:
            site.read(channel)
        if not site.blocks:
            raise InputError(
                t("{path} holds no post that is published.", path=file.path),
                t("Export all content in WordPress (Tools, Export)."),
            )
        return text_of_blocks(file, side, self.name, site.blocks, site.tally.told())


class _Site:
    """One pass over the items of an export."""

    def __init__(self, file: SourceFile, tally: Tally) -> None:
        self.file = file
        self.tally = tally
        self.blocks: list[Block] = []

    def read(self, channel: "_Element") -> None:
        """The site's own words, then its posts."""
        self.line(_said(channel, "title"), Kind.HEADING)
        self.line(_said(channel, "description"), Kind.SENTENCE)
        for kind in ("category", "tag", "term"):
            for each in children(channel, kind):
                for name in descendants(each, "cat_name", "tag_name", "term_name"):
                    self.tally.add(t("names of categories and tags"), name.text or "")
        for item in children(channel, "item"):
            self.item(item)

    def item(self, item: "_Element") -> None:
        """A post, a page, or something that is no text of the site."""
        title = _said(item, "title")
        bodies = [e.text or "" for e in item if local(e) == "encoded" and (e.text or "").strip()]
        status, kind = _said(item, "status"), _said(item, "post_type")
        if kind in _NO_POSTS or status not in _SHOWN:
            what = t("attachments and menus") if kind in _NO_POSTS else t("drafts")
            for text in (title, *bodies):
                self.tally.add(what, re.sub(r"<[^<>]*>", " ", text))
        else:
            where = Location(part=title)
            self.line(title, Kind.HEADING, where)
            for body in bodies:
                markup = self.markup(body)
                part = where.part
                self.blocks += html_blocks(
                    markup, self.file.path, self.tally, part=part, title=False
                )
        for comment in children(item, "comment"):
            self.tally.add(t("comments of readers"), _said(comment, "comment_content"))
        for meta in children(item, "postmeta"):
            self.tally.add(t("metadata"), _said(meta, "meta_value"))

    def line(self, text: str, kind: Kind, where: Location = NOWHERE) -> None:
        """A line of text."""
        if text:
            self.blocks.append(Block(kind, (text,), where))

    def markup(self, body: str) -> str:
        """A post as HTML: where it has no tags for them, blank lines part its paragraphs."""
        for code in _SHORTCODE.finditer(body):
            if self.is_code(code, body):
                self.tally.add(t("codes for plug-ins"), code[0])
        body = _SHORTCODE.sub(lambda code: "" if self.is_code(code, body) else code[0], body)
        if not _BLOCK_TAG.search(body):
            body = "".join(
                f"<p>{part}</p>" for part in _PARAGRAPH.split(body.strip().replace("\r\n", "\n"))
            ).replace("\n", "<br>")
        return body

    def is_code(self, code: re.Match[str], body: str) -> bool:
        """Whether something in brackets is for a plug-in: it has attributes, or it is closed."""
        return bool(code[1] or code[3] or f"[/{code[2]}]" in body or code[2] in _CODES)


_CODES = frozenset(("gallery", "more", "contact-form", "toc", "embed", "audio", "video"))


def _said(element: "_Element", name: str) -> str:
    found = child(element, name)
    return (found.text or "").strip() if found is not None else ""


READERS: tuple[type[Reader], ...] = (WordPress,)
