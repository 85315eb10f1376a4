"""TTML and its kin (DFXP, iTT, IMSC): what is shown between two times.

Time expressions: https://www.w3.org/TR/ttml1/#timing-value-timeExpression
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from alignbench.documents.formats.cues import Cue, blocks_of_cues
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Mark, Piece, Ruby, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import PlaceholderKind, Side, Text
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml.etree import _Element

_ROOT = re.compile(rb"<(?:[A-Za-z0-9]+:)?tt[\s>]")
_CLOCK = re.compile(r"(\d{2,4}):(\d\d):(\d\d)(?:\.(\d+)|:(\d{1,3})(?:\.\d+)?)?")
_OFFSET = re.compile(r"(\d+(?:\.\d+)?)(h|m|s|ms|f|t)")
_LENGTHS = {"h": 3_600_000.0, "m": 60_000.0, "s": 1000.0, "ms": 1.0}
_FRAMES = 30.0
"""A second, where a file does not say."""


class Ttml:
    """Reads timed text."""

    name = "ttml"
    suffixes = (".ttml", ".dfxp", ".itt", ".xml")

    def sniff(self, head: bytes) -> bool:
        """Whether its root is `tt`."""
        return _ROOT.search(head.replace(b"\0", b"")[:3000]) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:  # noqa: ARG002
        """What is said in it."""
        from alignbench.documents.formats.xml_tree import attribute, descendants, parsed, text_in

        root = parsed(file.data, file.path)
        tally = Tally()
        for head in descendants(root, "head"):
            tally.add(t("header"), " ".join(text_in(head).split()))
        rates = (_number(attribute(root, "frameRate")), _number(attribute(root, "tickRate")))
        roles = _ruby_styles(root)
        cues = [
            cue
            for paragraph in descendants(root, "p")
            if (cue := _cue(paragraph, rates, tally, roles)) is not None
        ]
        if not cues:
            raise InputError(
                t("{path} holds no subtitles.", path=file.path),
                t("Give a file with times and text."),
            )
        cues.sort(key=lambda cue: cue.start)
        return text_of_blocks(file, side, self.name, blocks_of_cues(cues), tally.told())


def _ruby_styles(root: "_Element") -> dict[str, str]:
    """The part in ruby that each style gives what it is used for, by the styles' names."""
    from alignbench.documents.formats.xml_tree import attribute, descendants

    return {
        name: role
        for style in descendants(root, "style")
        if (name := attribute(style, "id")) and (role := attribute(style, "ruby"))
    }


def _role(element: "_Element", roles: dict[str, str]) -> str | None:
    """The part in ruby that an element has, by itself or by a style."""
    from alignbench.documents.formats.xml_tree import attribute

    named = (roles[name] for name in (element.get("style") or "").split() if name in roles)
    return attribute(element, "ruby") or next(named, None)


def _cue(
    element: "_Element", rates: tuple[float, float], tally: Tally, roles: dict[str, str]
) -> Cue | None:
    pieces = tuple(_pieces(element, tally, roles, keep=_keeps_space(element)))
    if not any(isinstance(piece, Ruby) or (isinstance(piece, str) and piece.strip())
               for piece in pieces):  # fmt: skip
        return None
    timed = [element, *element.iterancestors(), *element.iter()]
    holder = next((e for e in timed if e.get("begin")), element)
    start = _milliseconds(holder.get("begin"), rates)
    end = _milliseconds(holder.get("end"), rates)
    if not holder.get("end"):
        end = start + _milliseconds(holder.get("dur"), rates)
    return Cue(start, end, pieces)


def _pieces(
    element: "_Element", tally: Tally, roles: dict[str, str], *, keep: bool
) -> Iterator[Piece]:
    from alignbench.documents.formats.xml_tree import local, text_in

    yield from _text(element.text, keep)
    for below in element:
        name = local(below)
        role = _role(below, roles) if name == "span" else None
        if name == "br":
            yield "\n"
        elif role == "container":
            yield from _ruby(below, roles)
        elif role in ("text", "textContainer", "delimiter"):
            tally.add(t("ruby readings"), text_in(below))
        elif name == "span":
            yield Mark("", PlaceholderKind.TAG, "<span>")
            yield from _pieces(below, tally, roles, keep=keep)
            yield Mark("", PlaceholderKind.TAG, "</span>")
        elif name == "metadata":
            tally.add(t("descriptions of strings (metadata)"), text_in(below))
        elif name:
            yield from _pieces(below, tally, roles, keep=keep)
        yield from _text(below.tail, keep)


def _ruby(container: "_Element", roles: dict[str, str]) -> Iterator[Piece]:
    from alignbench.documents.formats.xml_tree import text_in

    bases, readings = (
        [text_in(e).strip() for e in container.iter() if _role(e, roles) == role]
        for role in ("base", "text")
    )
    if len(bases) == len(readings):
        yield from (Ruby(base, reading) for base, reading in zip(bases, readings, strict=True))
    elif bases:
        yield Ruby("".join(bases), "".join(readings))


def _text(text: str | None, keep: bool) -> Iterator[str]:
    """Text as it is shown: space between the elements' lines is none of it."""
    shown = text or ""
    if not keep:
        shown = re.sub(r"[ \t]*[\r\n]\s*", " " if shown.strip() else "", shown)
    if shown:
        yield shown


def _keeps_space(element: "_Element") -> bool:
    name = "{http://www.w3.org/XML/1998/namespace}space"
    held = next((e.get(name) for e in (element, *element.iterancestors()) if e.get(name)), None)
    return held == "preserve"


def _milliseconds(time: str | None, rates: tuple[float, float]) -> int:
    frames, ticks = rates[0] or _FRAMES, rates[1] or rates[0] or 1.0
    clock = _CLOCK.fullmatch((time or "").strip())
    if clock is not None:
        seconds = int(clock[1]) * 3600 + int(clock[2]) * 60 + int(clock[3])
        part = float(f"0.{clock[4]}") if clock[4] else int(clock[5] or 0) / frames
        return round((seconds + part) * 1000)
    offset = _OFFSET.fullmatch((time or "").strip())
    if offset is None:
        return 0
    lengths = {**_LENGTHS, "f": 1000 / frames, "t": 1000 / ticks}
    return round(min(float(offset[1]) * lengths[offset[2]], 1e12))


def _number(value: str | None) -> float:
    return float(value) if value and re.fullmatch(r"[0-9]{1,12}", value) else 0.0


READERS: tuple[type[Reader], ...] = (Ttml,)
