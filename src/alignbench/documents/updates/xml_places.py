"""Where the elements of an XML file stand in its bytes, so that one can be changed alone."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.parsers.expat import ParserCreate
from xml.sax.saxutils import escape

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import xml_text

_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([\w.:-]{1,40})["']""")
_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_TAG_END = re.compile(rb"""(?:"[^"]*"|'[^']*'|[^>"'])*?>""")


@dataclass(slots=True)
class Place:
    """An element: from `start` to `end`, what is inside it from `inner_start` to `inner_end`.

    An element of one tag (`<target/>`) has nothing inside, at its end.
    """

    name: str
    start: int
    inner_start: int
    inner_end: int = -1
    end: int = -1
    children: "list[Place]" = field(default_factory=list)

    @property
    def is_one_tag(self) -> bool:
        """Whether it is written `<name/>`."""
        return self.inner_start == self.end

    @property
    def prefix(self) -> str:
        """What stands before its local name: `mq:`, or nothing."""
        head, colon, _ = self.name.rpartition(":")
        return head + colon


class XmlSource:
    """The bytes of an XML file in UTF-8, with the places of its elements in document order.

    Changes are gathered and made at once by `changed`; they may not overlap.
    """

    def __init__(self, data: bytes) -> None:
        """Raises InputError for an encoding that cannot be written as it was read."""
        self._mark, self._codec = _encoding_of(data)
        try:
            text = data[len(self._mark) :].decode(self._codec)
            same = text.encode(self._codec) == data[len(self._mark) :]
        except (UnicodeError, LookupError):
            same, text = False, ""
        if not same:
            raise InputError(
                t("The file is in an encoding that cannot be written back: {codec}.",
                  codec=self._codec),
                t("Save it in UTF-8 in the program that made it, and import it anew."),
            )  # fmt: skip
        self.bytes = text.encode()
        self.places = _places(self.bytes)
        self._changes: list[tuple[int, int, str]] = []

    def text(self, start: int, end: int) -> str:
        """The characters of a stretch, as they are written."""
        return self.bytes[start:end].decode()

    def replace(self, start: int, end: int, text: str) -> None:
        """Have `text`, as it is to be written, in the place of a stretch."""
        self._changes.append((start, end, text))

    def put_inside(self, place: Place, text: str) -> None:
        """Have `text` for all that is inside an element."""
        if not place.is_one_tag:
            self.replace(place.inner_start, place.inner_end, text)
        elif text:
            slash = self.bytes.rindex(b"/", place.start, place.end)
            self.replace(slash, place.end, f">{text}</{place.name}>")

    def set_attribute(self, place: Place, name: str, value: str | None) -> None:
        """Give an attribute a value, whether it is there or not; None takes it away."""
        tag = self.text(place.start, place.inner_start)
        found = re.search(rf"""(\s+){re.escape(name)}(\s*=\s*)("[^"]*"|'[^']*')""", tag)
        at = len(tag[: found.start()].encode()) + place.start if found else 0
        if found is None:
            if value is not None:
                end = re.search(r"\s*/?>$", tag)
                here = place.start + len(tag[: end.start() if end else -1].encode())
                self.replace(here, here, f' {name}="{quotable(value)}"')
        elif value is None:
            self.replace(at, at + len(found.group().encode()), "")
        else:
            quote = found[3][0]
            text = f"{found[1]}{name}{found[2]}{quote}{quotable(value)}{quote}"
            self.replace(at, at + len(found.group().encode()), text)

    def indent_of(self, place: Place) -> str:
        """The line end and blanks before an element; empty where something else is there."""
        before = self.bytes[: place.start]
        blanks = before[len(before.rstrip(b" \t\r\n")) :].decode()
        return blanks if "\n" in blanks or "\r" in blanks else ""

    def changed(self) -> bytes:
        """The file's bytes with all changes, in its own encoding."""
        made: list[bytes] = []
        at = 0
        for start, end, text in sorted(self._changes, key=lambda change: change[:2]):
            made += [self.bytes[at:start], text.encode()]
            at = end
        whole = b"".join([*made, self.bytes[at:]]).decode()
        return self._mark + whole.encode(self._codec, "xmlcharrefreplace")


def escaped(text: str) -> str:
    """Text as it is written in an element."""
    return escape(xml_text(text))


def quotable(text: str) -> str:
    """Text as it is written in an attribute, between marks of either kind."""
    return escape(xml_text(text), {'"': "&quot;", "'": "&apos;"})


def local_name(place: Place) -> str:
    """The name without its prefix."""
    return place.name.rpartition(":")[2]


def first(places: Iterable[Place], *names: str) -> Place | None:
    """The first of these places that has one of these local names."""
    return next((place for place in places if local_name(place) in names), None)


def _encoding_of(data: bytes) -> tuple[bytes, str]:
    """The byte order mark and the codec."""
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return mark, codec
    if data[:2] == b"<\0":
        return b"", "utf-16-le"
    if data[:2] == b"\0<":
        return b"", "utf-16-be"
    declared = _DECLARED.search(data[:400])
    return b"", declared[1].decode() if declared else "utf-8"


def _places(data: bytes) -> list[Place]:
    found: list[Place] = []
    stack: list[Place] = []
    parser = ParserCreate("UTF-8")

    def start(name: str, _: object) -> None:
        at = parser.CurrentByteIndex
        tag = _TAG_END.match(data, at)
        place = Place(name, at, tag.end() if tag else at)
        if stack:
            stack[-1].children.append(place)
        stack.append(place)
        found.append(place)

    def end(_: str) -> None:
        place = stack.pop()
        if data[place.inner_start - 2 : place.inner_start] == b"/>":
            place.inner_end = place.end = place.inner_start
        else:
            place.inner_end = parser.CurrentByteIndex
            place.end = data.index(b">", place.inner_end) + 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.Parse(data, True)
    return found
