"""Alignments of TEI, InterText and XCES: links between elements of two documents beside the file.

A document is looked for in the alignment's own folder, under its bare name, and nowhere else.
"""

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from alignbench.documents.formats.block_writer import BlockWriter
from alignbench.documents.formats.languages import pairs_of, shown, side_of_code, side_of_text
from alignbench.documents.formats.states import state_of
from alignbench.documents.formats.tally import Tally
from alignbench.documents.formats.tei_document import TeiDocument
from alignbench.documents.formats.xml_tree import attribute, descendants, local, parsed, text_in
from alignbench.documents.segmentation.blocks import PairBlock, Piece
from alignbench.documents.source_file import SourceFile, open_file
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Side
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_MANUAL = {"man": "confirmed"}
Elements = dict[str, tuple[Piece, ...]]
"""What elements hold by their ids, in the order of the document."""


def aligned_pairs(file: SourceFile, format: str, root: "_Element") -> BilingualText:
    """The pairs of an alignment. Raises InputError: a document is not there, or outside."""
    tally = Tally()
    pairs: list[PairBlock] = []
    header: list[_Element] = list(descendants(root, "cesHeader", "teiHeader"))
    for element in header:
        tally.add(t("header"), " ".join(text_in(element).split()))
    for group in descendants(root, "linkGrp"):
        pairs += _pairs(file, root, group, tally)
    return pairs_of(file, format, pairs, tally.told())


def _pairs(file: SourceFile, root: "_Element", group: "_Element", tally: Tally) -> list[PairBlock]:
    # InterText writes its targets as "to; from", XCES as "from; to".
    intertext = local(root) == "linkGrp" or (
        group.get("toDoc") is not None
        and (any(link.get("type") for link in descendants(group, "link")))
    )
    names = [group.get("fromDoc") or root.get("fromDoc"), group.get("toDoc") or root.get("toDoc")]
    first, second = (_elements(file, name or "", tally) for name in names)
    found: list[tuple[tuple[Piece, ...], tuple[Piece, ...], str, str]] = []
    used: set[str] = set()
    for link in descendants(group, "link"):
        left, _, right = (link.get("xtargets") or "").partition(";")
        if (intertext and not _fits(left.split(), first) and _fits(left.split(), second)) or (
            intertext and _fits(right.split(), first) and _fits(left.split(), second)
        ):
            left, right = right, left
        texts = []
        for ids, elements in ((left.split(), first), (right.split(), second)):
            missing = [id for id in ids if id not in elements]
            for id in missing:
                tally.add(t("links to elements that are not there"), id)
            texts.append([elements[id] for id in ids if id in elements])
        used |= {f"a{id}" for id in left.split()} | {f"b{id}" for id in right.split()}
        found.append((
            _joined(texts[0]), _joined(texts[1]),
            attribute(link, "id") or "", link.get("status") or "",
        ))  # fmt: skip
    for letter, elements in (("a", first), ("b", second)):
        for id, pieces in elements.items():
            if f"{letter}{id}" not in used:
                tally.add(t("elements that no link names"), shown(pieces))
    side = _side_of(str(names[0]), first, second)
    return [
        PairBlock(
            *((a, b) if side == "ja" else (b, a)),
            state_of(_MANUAL.get(word, word), translated=bool(a and b)),
            id=id,
            state_in_file=word,
        )
        for a, b, id, word in found
    ]


def _fits(ids: list[str], elements: Elements) -> bool:
    return all(id in elements for id in ids)


def _side_of(name: str, first: Elements, second: Elements) -> Side:
    """The side of the first document, by what it says."""
    if any(side_of_text(shown(pieces)) == "ja" for pieces in first.values()):
        return "ja"
    if any(side_of_text(shown(pieces)) == "ja" for pieces in second.values()):
        return "en"
    return next((s for word in re.split(r"[._]", name) if (s := side_of_code(word))), "ja")


def _elements(file: SourceFile, name: str, tally: Tally) -> Elements:
    """The elements of a document that have ids: its smallest ones."""
    bare = PurePosixPath(name.replace("\\", "/"))
    path = file.path.parent / bare.name
    if bare.suffix == ".gz" and not path.exists():  # as OPUS names documents that lie unpacked
        path = path.with_suffix("")
    folder = file.path.parent.resolve()
    outside = bare.is_absolute() or ".." in bare.parts or not bare.name
    if outside or (path.is_symlink() and path.resolve().parent != folder) or not path.is_file():
        raise InputError(
            t("{path} names a document that is not found in its folder: {name}.",
              path=file.path, name=bare.name or "?"),
            t("Put both documents beside the alignment file."),
        )  # fmt: skip
    root = parsed(open_file(Path(path)).data, path)
    with_ids = [(e, attribute(e, "id")) for e in root.iter() if isinstance(e.tag, str)]
    sentences = {id: e for e, id in with_ids if id and local(e) in ("s", "seg")}
    chosen = sentences or {
        id: e for e, id in with_ids if id and local(e) in ("p", "ab", "head", "l")
    }
    return {id: _pieces(element, tally) for id, element in chosen.items()}


def _pieces(element: "_Element", tally: Tally) -> tuple[Piece, ...]:
    """What a sentence holds, its notes apart."""
    writer = BlockWriter()
    document = TeiDocument(writer, tally)
    document.inside(element, Kind.SENTENCE)
    for note in document.notes:
        tally.add(t("notes"), text_in(note))
    writer.end(Kind.SENTENCE)
    return _joined([block.pieces for block in writer.blocks])


def _joined(sentences: list[tuple[Piece, ...]]) -> tuple[Piece, ...]:
    pieces: list[Piece] = []
    for sentence in sentences:
        pieces += (["\n"] if pieces else []) + list(sentence)
    return tuple(pieces)
