"""XML from strangers: no entities, no network, nothing outside the file, no bottomless trees."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from alignbench.documents.formats.archive import Archive, resolved
from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element, _ElementTree

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}"
_DECLARATION = re.compile(r"^\ufeff?\s*<\?xml[^>]*\?>")
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


def parsed(data: bytes, path: Path) -> "_Element":
    """The root element.

    Raises:
        InputError: not well-formed, too deep, or with entities of its own.
    """
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_pis=True
    )
    try:
        tree: _ElementTree = etree.ElementTree(etree.fromstring(data, parser))
    except (etree.XMLSyntaxError, ValueError) as error:
        text = _by_its_mark(data)
        if text is None:
            raise _not_well_formed(path, error) from error
        try:
            tree = etree.ElementTree(etree.fromstring(text, parser))
        except (etree.XMLSyntaxError, ValueError) as second:
            raise _not_well_formed(path, second) from second
    dtd = tree.docinfo.internalDTD
    if dtd is not None and _has_entities(dtd):
        raise InputError(
            t("{path} declares XML entities of its own, which are not read.", path=path),
            t("Save it anew in the program that made it, without a DOCTYPE."),
        )
    return tree.getroot()


def part(archive: Archive, name: str) -> "_Element":
    """The root element of a part of an archive. Raises InputError."""
    return parsed(archive.read(name), archive.path)


def relations(archive: Archive, name: str) -> dict[str, tuple[str, str]]:
    """Of a part of an Office file: id of each relation to its kind and the part it names.

    Relations that lead outside are given an empty part.
    """
    folder, _, base = name.rpartition("/")
    rels = f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels"
    found: dict[str, tuple[str, str]] = {}
    if not archive.has(rels):
        return found
    for relation in part(archive, rels):
        if not isinstance(relation.tag, str):
            continue
        target = relation.get("Target", "")
        kind = relation.get("Type", "").rpartition("/")[2]
        inside = relation.get("TargetMode") != "External"
        place = resolved(name, target) if inside else None
        known = place if place and archive.has(place) else ""
        found[relation.get("Id", "")] = (kind, known or "")
    return found


def local(element: "_Element") -> str:
    """The element's name without its namespace; empty for comments and the like."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", name: str) -> str | None:
    """The attribute of that local name, in whatever namespace."""
    plain = element.get(name)
    if plain is not None:
        return plain
    return next((str(v) for k, v in element.attrib.items() if str(k).endswith("}" + name)), None)


def child(element: "_Element | None", *names: str) -> "_Element | None":
    """The first child of the first name, its first child of the second, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((c for c in element if local(c) == name), None)
    return element


def children(element: "_Element | None", name: str) -> "Iterator[_Element]":
    """The children of that local name."""
    if element is not None:
        yield from (c for c in element if local(c) == name)


def descendants(element: "_Element", *names: str) -> "Iterator[_Element]":
    """The elements inside, of these local names, in order."""
    yield from (e for e in element.iter() if local(e) in names)


def text_in(element: "_Element | None") -> str:
    """All text of an element, comments apart."""
    if element is None:
        return ""
    # Without tails lxml would leave out what follows the elements inside of it too.
    return "".join(str(piece) for piece in element.itertext())


def _has_entities(dtd: Any) -> bool:
    return next(iter(dtd.entities()), None) is not None


def _by_its_mark(data: bytes) -> str | None:
    """The characters of a file whose declaration names another encoding than its own."""
    codec = next((codec for mark, codec in _BOMS if data.startswith(mark)), None)
    if codec is None and data[:4] in (b"<\0?\0", b"<\0t\0"):
        codec = "utf-16-le"
    if codec is None and data[:4] in (b"\0<\0?", b"\0<\0t"):
        codec = "utf-16-be"
    if codec is None and re.match(rb"""<\?xml[^>]*encoding=["']utf-16""", data, re.IGNORECASE):
        codec = "utf-8"
    if codec is None:
        return None
    try:
        return _DECLARATION.sub("", data.decode(codec))
    except UnicodeDecodeError:
        return None


def _not_well_formed(path: Path, error: Exception) -> InputError:
    if "depth" in str(error):
        return InputError(
            t("{path} is nested too deeply: more than {limit} elements in one another.",
              path=path, limit=256),
            t("Save it anew without tables or frames in one another."),
        )  # fmt: skip
    return InputError(
        t("{path} is not well-formed XML: {error}", path=path, error=_short(str(error))),
        t("Get it once more, or save it anew in the program that made it."),
    )


def _short(words: str) -> str:
    first = words.splitlines()[0] if words else ""
    return first[:160].rstrip(".") + "."
