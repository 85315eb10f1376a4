"""EPUB: the chapters of a book in the order of its spine."""

import re
from typing import TYPE_CHECKING

from alignbench.documents.formats.archive import Archive, resolved
from alignbench.documents.formats.block_writer import TEXT_LIMIT, shown_of
from alignbench.documents.formats.html import charset_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.xml_tree import child, children, local, part
from alignbench.documents.segmentation.blocks import Block, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_PAGES = frozenset(("application/xhtml+xml", "text/html", "text/x-oeb1-document", "image/svg+xml"))
_CONTAINER = "META-INF/container.xml"
_TAGS = re.compile(r"<[^<>]{0,5000}>")


class Epub:
    """Reads EPUB 2 and 3."""

    name = "epub"
    suffixes = (".epub",)

    def sniff(self, head: bytes) -> bool:
        """Whether the archive says that it is a book."""
        return head.startswith(b"PK\x03\x04") and b"application/epub+zip" in head[:200]

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """The text of a book."""
        archive = Archive(file)
        if archive.has("META-INF/encryption.xml"):
            _refuse_protected(archive)
        tally = Tally()
        blocks = _blocks(archive, tally)
        return text_of_blocks(file, side, self.name, blocks, tally.told())


def _blocks(archive: Archive, tally: Tally) -> list[Block]:
    package_name = _package_name(archive)
    package = part(archive, package_name)
    manifest = {item.get("id", ""): item for item in children(child(package, "manifest"), "item")}
    blocks: list[Block] = []
    seen: set[str] = set()
    length = 0
    for place in children(child(package, "spine"), "itemref"):
        item = manifest.get(place.get("idref", ""))
        name = None if item is None else resolved(package_name, item.get("href", ""))
        if item is None or name is None or not archive.has(name):
            tally.add(t("chapters that are not in the file"), place.get("idref", ""))
        elif name in seen:
            tally.add(t("chapters that the book names again"), name)
        elif "nav" in (item.get("properties") or "").split():
            seen.add(name)
            tally.add(t("navigation, such as tables of contents"), _plain(archive, name))
        else:
            seen.add(name)
            found = _chapter(archive, name, tally)
            length += sum(len(shown_of(piece)) for block in found for piece in block.pieces)
            blocks += found
        if length > TEXT_LIMIT:
            raise InputError(
                t("{path} holds more than {limit:,} characters.", path=archive.path,
                  limit=TEXT_LIMIT),
                t("Cut it into several files."),
            )  # fmt: skip
    _account_for_the_rest(archive, package_name, manifest, seen, tally)
    return blocks


def _chapter(archive: Archive, name: str, tally: Tally) -> list[Block]:
    """The blocks of a chapter; one that is damaged does not lose the book."""
    from alignbench.documents.formats.html_blocks import html_blocks

    try:
        markup = _decoded(archive.read(name))
        return html_blocks(markup, archive.path, tally, part=name.rpartition("/")[2], title=False)
    except InputError as error:
        tally.add(t("chapters that cannot be read"), f"{name}: {error.what}")
        return []


def _account_for_the_rest(
    archive: Archive,
    package_name: str,
    manifest: "dict[str, _Element]",
    seen: set[str],
    tally: Tally,
) -> None:
    """Pages of the manifest that the spine does not name."""
    for item in manifest.values():
        name = resolved(package_name, item.get("href", ""))
        if item.get("media-type") not in _PAGES or name is None or name in seen:
            continue
        if not archive.has(name):
            continue
        navigation = "nav" in (item.get("properties") or "").split()
        what = (
            t("navigation, such as tables of contents")
            if navigation
            else t("pages that are not in the book's order (spine)")
        )
        tally.add(what, _plain(archive, name))


def _plain(archive: Archive, name: str) -> str:
    try:
        markup = _decoded(archive.read(name))
    except InputError:
        return name
    body = markup.partition("<body")[2] or markup
    return " ".join(_TAGS.sub(" ", "<" + body).split())


def _decoded(data: bytes) -> str:
    said = charset_of(data)
    for encoding in filter(None, (said, "utf-8-sig", "utf-16", "cp932")):
        if encoding == "utf-16" and data[:2] not in (b"\xff\xfe", b"\xfe\xff"):
            continue
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("utf-8", "replace")


def _package_name(archive: Archive) -> str:
    if archive.has(_CONTAINER):
        for element in part(archive, _CONTAINER).iter():
            if local(element) == "rootfile" and element.get("full-path"):
                name = resolved("", element.get("full-path", ""))
                if name is not None:
                    return name
    found = next((name for name in archive.names if name.endswith(".opf")), None)
    if found is None:
        raise InputError(
            t("{path} is no EPUB: it has no list of chapters.", path=archive.path),
            t("Save it anew in the program that made it."),
        )
    return found


def _refuse_protected(archive: Archive) -> None:
    """Raises InputError if more than fonts is encrypted."""
    root = part(archive, "META-INF/encryption.xml")
    for reference in root.iter():
        name = reference.get("URI", "") if local(reference) == "CipherReference" else ""
        if name.rpartition(".")[2].lower() in ("xhtml", "html", "htm", "xml", "opf"):
            raise InputError(
                t("{path} is protected (DRM): its chapters are encrypted.", path=archive.path),
                t("Ask whoever sold or sent it for a copy without protection."),
            )


READERS: tuple[type[Reader], ...] = (Epub,)
