"""A page of HTML to blocks: what a browser shows, in order, ruby apart."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.html_elements import (
    is_label,
    is_note,
    only_text,
    squeezed,
    with_single_spaces,
)
from alignbench.documents.formats.html_page import page
from alignbench.documents.formats.html_ruby import ruby_pieces
from alignbench.documents.formats.html_styles import HIDDEN, hidden_classes
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, Mark
from alignbench.domain.text import Kind, Location, PlaceholderKind
from alignbench.messages import t

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), Kind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), Kind.LIST_ITEM),
    **dict.fromkeys(("td", "th"), Kind.CELL),
    **dict.fromkeys(("figcaption", "caption"), Kind.CAPTION),
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), Kind.CODE),
}
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "body", "center", "details", "dialog", "dir",
    "div", "dl", "fieldset", "figure", "footer", "form", "header", "hgroup", "hr", "legend",
    "main", "menu", "nav", "ol", "optgroup", "option", "p", "search", "section", "summary",
    "table", "tbody", "tfoot", "thead", "tr", "ul", "button", "select", "foreignobject",
))  # fmt: skip
_ASIDE: dict[str, Callable[[], str]] = {
    "script": lambda: t("scripts and styles"),
    "style": lambda: t("scripts and styles"),
    "noscript": lambda: t("text for browsers without scripts (noscript)"),
    "template": lambda: t("hidden text (template)"),
    "textarea": lambda: t("contents of form controls"),
    "nav": lambda: t("navigation, such as tables of contents"),
    "svg": lambda: t("text in drawings (svg)"),
    "math": lambda: t("formulas"),
    "object": lambda: t("embedded objects"),
    "iframe": lambda: t("embedded objects"),
    "video": lambda: t("embedded objects"),
    "audio": lambda: t("embedded objects"),
    "canvas": lambda: t("embedded objects"),
}
_CODE = frozenset(("code", "kbd", "samp", "tt", "var"))
_QUOTES = {"ja": ("「」", "『』")}
_OTHER_QUOTES = ("“”", "‘’")
"""What browsers set round `q`, and round one in another, by the page's language."""
_BACK = re.compile(r"^[↩↑^⏎⤴戻る\ufe0e\ufe0f]{1,4}$")
_MARK = re.compile(r"^[\s\[\](（）)*†‡※注0-9０-９a-z]{1,8}$")


def html_blocks(
    markup: str, path: Path, tally: Tally, *, part: str = "", title: bool = True
) -> list[Block]:
    """The blocks of a page. Raises InputError: it is nested too deeply, or too long.

    `part` is the chapter's name in a book; `title` is whether the page's title is text.
    """
    writer = BlockWriter()
    _Page(writer, tally, Location(part=part), title=title).read(page(markup, path))
    return writer.blocks


class _Page:
    """One pass over the nodes of a page."""

    def __init__(
        self, writer: BlockWriter, tally: Tally, location: Location, *, title: bool
    ) -> None:
        self.writer = writer
        self.tally = tally
        self.location = location
        self.title = title
        self.kinds: list[Kind] = [Kind.SENTENCE]
        self.entered: list[bool] = []
        self.layouts: dict[int, bool] = {}
        self.hidden: frozenset[str] = frozenset()
        self.marks = _OTHER_QUOTES
        self.quoted = 0

    def read(self, root: "LexborNode") -> None:
        self.hidden = hidden_classes(root)
        html = root.css_first("html")
        language = (html.attributes.get("lang") or "") if html is not None else ""
        self.marks = _QUOTES.get(language[:2].lower(), _OTHER_QUOTES)
        node = root
        while True:
            inside = self.enter(node)
            self.entered.append(inside)
            below = node.first_child if inside else None
            if below is not None:
                node = below
                continue
            while True:
                if self.entered.pop():
                    self.leave(node)
                after = node.next if self.entered else None
                if after is not None:
                    node = after
                    break
                parent = node.parent
                if not self.entered or parent is None:
                    self.end()
                    return
                node = parent

    def end(self) -> None:
        self.writer.end(self.kinds[-1], self.location)

    def enter(self, node: "LexborNode") -> bool:
        """Read a node's beginning; whether what is inside is to be read as well."""
        if node.is_text_node:
            self.text(node.text_content or "")
            return False
        if node.is_comment_node:
            self.tally.add(t("comments"), node.comment_content or "")
            return False
        if not node.is_element_node:
            return node.is_document_node
        name = (node.tag or "").lower()
        attributes = node.attributes
        if not self.shown(node, name, attributes):
            return False
        if name in ("ruby", "img", "br", "a", "input") or name in _CODE:
            return self.inline(node, name, attributes)
        kind = self.kind_of(node, name, attributes)
        if kind is not None:
            self.end()
            self.kinds.append(kind)
        elif name == "q":
            self.writer.add(self.marks[self.quoted % 2][0])
            self.quoted += 1
        return True

    def leave(self, node: "LexborNode") -> None:
        if node.tag == "q" and self.quoted:
            self.quoted -= 1
            self.writer.add(self.marks[self.quoted % 2][1])
        if node.is_element_node and self.kind_of(node, (node.tag or "").lower(), node.attributes):
            self.end()
            self.kinds.pop()

    def kind_of(
        self, node: "LexborNode", name: str, attributes: dict[str, str | None]
    ) -> Kind | None:
        """The kind of what stands in an element that makes a block of its own; None in a line."""
        if name not in _KINDS and name not in _BLOCKS and not is_label(node, name, attributes):
            return None
        if is_note(attributes):
            return Kind.FOOTNOTE
        if name in ("td", "th") and self.is_layout(node):
            return Kind.SENTENCE
        return _KINDS.get(name, self.kinds[-1])

    def is_layout(self, cell: "LexborNode") -> bool:
        """Whether a cell is one of a table that is there for the look, as in newsletters.

        Such a table says so, holds another table, or lies in a cell.
        """
        node = cell.parent
        table: LexborNode | None = None
        while node is not None:
            tag = (node.tag or "").lower()
            if table is None and tag == "table":
                table = node
                known = self.layouts.get(node.mem_id)
                if known is not None:
                    return known
            elif table is not None and tag == "td":
                break
            node = node.parent
        if table is None:
            return False
        said = (table.attributes.get("role") or "").lower() in ("presentation", "none")
        found = said or node is not None or len(table.css("table")) > 1
        self.layouts[table.mem_id] = found
        return found

    def shown(self, node: "LexborNode", name: str, attributes: dict[str, str | None]) -> bool:
        if name in ("head", "title", "meta"):
            return self.head(node, name, attributes)
        what = _ASIDE.get(name)
        if what is not None:
            text = node.text(deep=True) or (node.inner_html or "" if name == "template" else "")
            self.tally.add(what(), squeezed(text))
            if name == "nav":
                self.end()
            return False
        classes = self.hidden.intersection((attributes.get("class") or "").split())
        hidden = classes or "hidden" in attributes or HIDDEN.search(attributes.get("style") or "")
        if hidden and not is_note(attributes):
            self.tally.add(t("hidden text"), squeezed(node.text(deep=True)))
            return False
        return True

    def head(self, node: "LexborNode", name: str, attributes: dict[str, str | None]) -> bool:
        if name == "title":
            text = squeezed(node.text(deep=True))
            if self.title and text:
                self.writer.add(text)
                self.writer.end(Kind.HEADING, self.location)
            else:
                self.tally.add(t("titles of pages"), text)
            return False
        if name == "meta":
            if (attributes.get("name") or attributes.get("property") or "").lower() in _SAID:
                self.tally.add(t("descriptions in the head of the page (meta)"),
                               attributes.get("content") or "")  # fmt: skip
            return False
        return True

    def inline(self, node: "LexborNode", name: str, attributes: dict[str, str | None]) -> bool:
        writer = self.writer
        if name == "br":
            if self.kinds[-1] is Kind.CODE:
                writer.add("\n")
            else:
                writer.line_break(self.kinds[-1], self.location)
            return False
        if name == "img" or name == "input":
            told = t("alternative texts of pictures and controls")
            self.tally.add(told, attributes.get("title") or "")
            text = attributes.get("alt") or attributes.get("placeholder") or ""
            button = (attributes.get("type") or "").lower() in ("submit", "button", "reset")
            text = attributes.get("value") or "" if button else text
            self.tally.add(told, text)
            if name == "img":
                writer.add(Mark("", PlaceholderKind.IMAGE, attributes.get("src") or ""))
            return False
        if name == "ruby":
            for piece in ruby_pieces(node, self.tally):
                writer.add(piece)
            return False
        simple = only_text(node)
        if name == "a":
            return self.link(node, simple, attributes)
        if simple is None or self.kinds[-1] is Kind.CODE:
            return True
        writer.add(Mark(simple, PlaceholderKind.CODE))
        return False

    def link(
        self, node: "LexborNode", simple: str | None, attributes: dict[str, str | None]
    ) -> bool:
        text = squeezed(node.text(deep=True))
        href = attributes.get("href") or ""
        role = f"{attributes.get('epub:type')} {attributes.get('role')}"
        raised = (node.parent is not None and node.parent.tag == "sup") or bool(
            node.css_first("sup")
        )
        if "backlink" in role or ("#" in href and _BACK.match(text)):
            self.tally.add(t("links back from notes"), text)
            return False
        if "noteref" in role or ("#" in href and raised and _MARK.match(text)):
            self.writer.add(Mark("", PlaceholderKind.NOTE_MARK, text))
            self.tally.add(t("marks of notes"), text)
            return False
        if simple is None or not href:
            return True
        self.writer.add(Mark(simple, PlaceholderKind.LINK, href))
        return False

    def text(self, text: str) -> None:
        if self.kinds[-1] is Kind.CODE:
            self.writer.add(text)
        else:
            self.writer.add(with_single_spaces(text))


_SAID = frozenset(("description", "keywords", "author", "og:description", "og:title"))
