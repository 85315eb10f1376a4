"""What a review changed, in a gettext catalogue."""

import re
from collections.abc import Iterator

from alignbench.documents.formats.po import encoding_of_catalogue, units_of_entry
from alignbench.documents.formats.po_entries import Entry, entries_of, lines_of_catalogue
from alignbench.documents.formats.source_target import Unit, source_side
from alignbench.documents.formats.tally import Tally
from alignbench.documents.source_file import SourceFile
from alignbench.documents.updates.pair_change import PairChange
from alignbench.domain.bilingual import PairState
from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import printable, xml_text

_WIDTH = 76
_FUZZY = re.compile(r"\s*,\s*fuzzy\b")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_EDGES = re.compile(r"^(\s*)(.*?)(\s*)$", re.DOTALL)


class PoUpdate:
    """Changes in a catalogue; lines that nothing changes stay as they are."""

    def __init__(self, file: SourceFile, encoding: str | None = None) -> None:
        decoded = file.decoded("ja", encoding or encoding_of_catalogue(file))
        self._mark = "\ufeff" if decoded.content.startswith("\ufeff") else ""
        self._codec = decoded.encoding
        self._end = "\r\n" if "\r\n" in decoded.content else "\n"
        self._lines: list[str | None] = list(lines_of_catalogue(decoded.content))
        self._before: dict[int, list[str]] = {}
        self.units: list[tuple[Unit, Entry, str]] = [
            (unit, entry, key)
            for entry in entries_of(decoded.content, file.path, Tally())
            if not entry.is_header
            for unit, key in units_of_entry(entry)
        ]
        side = source_side(None, None, [unit for unit, _, _ in self.units], file.path)
        self.english_is_target = [side == "ja"] * len(self.units)
        self.left: list[tuple[int, str]] = []
        whole = self._end.join(lines_of_catalogue(decoded.content))
        if (self._mark + whole).encode(self._codec) != file.data:
            raise InputError(
                t("{path} has line ends of several kinds, and cannot be written back as it was.",
                  path=file.path),
                t("Save it with line ends of one kind, and import it anew."),
            )  # fmt: skip

    def unit_of(self, place: int) -> object:
        """What pairs with one state share."""
        return id(self.units[place][1])

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None:
        """Make one change; `state_of_all` is the state of the entry's pairs where they agree."""
        _, entry, key = self.units[place]
        for comment in change.comments:
            at = self._first(entry)
            said = [f"# {printable(line)}".rstrip() for line in comment.split("\n")]
            self._before.setdefault(at, []).extend(said)
        if change.english is not None and not self.english_is_target[place]:
            self.left.append((place, t("the English is the source there")))
        elif change.english is not None and key in entry.lines:
            self._text(entry, key, change.english)
        if change.state is not None and state_of_all is None:
            self.left.append((place, t("other segments of its unit are in another state")))
        elif change.state is not None:
            self._fuzzy(entry, fuzzy=state_of_all is not PairState.CONFIRMED)

    def changed(self) -> bytes:
        """The catalogue as it is now."""
        lines = [
            made
            for at, line in enumerate(self._lines)
            for made in (*self._before.get(at, ()), line)
            if made is not None
        ]
        return (self._mark + self._end.join(lines)).encode(self._codec)

    def _first(self, entry: Entry) -> int:
        """The first line of an entry that is no comment of translators."""
        first = min(entry.lines[key][0] for key in entry.lines)
        while first and re.match(r"\s*#[.:,|]", self._lines[first - 1] or "#,"):
            first -= 1
        return first

    def _text(self, entry: Entry, key: str, text: str) -> None:
        before = _EDGES.match(entry.strings[key] if entry.strings[key].strip() else
                              entry.strings["msgid"])  # fmt: skip
        lead, _, trail = before.groups() if before else ("", "", "")
        start, end = entry.lines[key]
        keyword = (self._lines[start] or "").split('"', 1)[0].rstrip()
        made = list(_written(keyword, f"{lead}{xml_text(text)}{trail}"))
        self._lines[start:end] = [self._end.join(made), *([None] * (end - start - 1))]

    def _fuzzy(self, entry: Entry, *, fuzzy: bool) -> None:
        if fuzzy == ("fuzzy" in entry.flags):
            return
        if fuzzy:
            entry.flags.add("fuzzy")
            if entry.flag_lines:
                at = entry.flag_lines[0]
                self._lines[at] = (self._lines[at] or "").replace("#,", "#, fuzzy,", 1)
            else:
                at = min(entry.lines[key][0] for key in entry.lines)
                self._before.setdefault(at, []).append("#, fuzzy")
            return
        entry.flags.discard("fuzzy")
        for at in entry.flag_lines:
            rest = _FUZZY.sub("", (self._lines[at] or "").replace("#,", ",", 1))
            self._lines[at] = f"#{rest}" if rest.strip(" ,") else None
        for at in entry.earlier_lines:
            self._lines[at] = None


def _written(keyword: str, text: str) -> Iterator[str]:
    """A keyword with its string, on one line where that is short, else as gettext wraps it."""
    whole = f'{keyword} "{_escaped(text)}"'
    parts = [part for part in re.split(r"(?<=\n)", text) if part]
    if len(parts) < 2 and len(whole) <= _WIDTH + 3:
        yield whole
        return
    yield f'{keyword} ""'
    for part in parts:
        line = ""
        for word in re.findall(r"\S*\s*", part):
            if line and len(_escaped(line + word)) > _WIDTH:
                yield f'"{_escaped(line)}"'
                line = ""
            line += word
        if line:
            yield f'"{_escaped(line)}"'


def _escaped(text: str) -> str:
    return "".join(_ESCAPES.get(character, character) for character in text)
