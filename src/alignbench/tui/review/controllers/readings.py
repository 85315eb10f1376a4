"""How kanji are read, on one key: in the panel, or above the Japanese."""

from collections.abc import Sequence
from enum import Enum

from rich.text import Text

from alignbench.domain.text import JOINTS, Reading, Segment, joined_view
from alignbench.language.readings import readings
from alignbench.messages import t
from alignbench.review import Row
from alignbench.system.safe_text import one_line
from alignbench.tui.commands.key_names import key_of
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.segment_readings import Read, SegmentReadings
from alignbench.tui.wrapping import cells

LINES = 3
"""Lines of the panel that readings take at most."""


class Shown(Enum):
    """Where readings are told."""

    NOWHERE = "nowhere"
    PANEL = "panel"
    ABOVE = "above"


class ReadingsController:
    """Tells the readings of the chosen row in the panel, or those of all rows above their text."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._shown = Shown.NOWHERE
        self._found: tuple[Row, list[tuple[str, str]]] | None = None
        self._segments, self._is_reading = SegmentReadings(), False
        page.row_shown.append(self._find)
        page.about_row.append(self._told)

    def turn(self) -> None:
        """Tell readings in the panel, then above the texts, then nowhere."""
        order = list(Shown)
        self._shown = order[(order.index(self._shown) + 1) % len(order)]
        above = self._shown is Shown.ABOVE
        view = self._page.view
        view.readings = self._above if above else None
        view.leave_room_for_readings(on=above)
        self._find()
        self._page.tell_row()
        if self._shown is Shown.PANEL and not self._page.current.ja:
            self._page.say(t("There is no Japanese here."))
        elif above:
            key = key_of(self._page.screen, "show-readings")
            self._page.say(t("Readings stand above the Japanese; {key} takes them away.", key=key))

    def _above(self, row: int) -> Read:
        """How a row that is drawn is read, as far as it is known; the rest is found soon."""
        rows = self._page.session.rows
        found = self._segments.of(rows[row].ja) if row < len(rows) else ()
        if self._segments.are_wanted and not self._is_reading:
            self._is_reading = True
            self._page.screen.call_after_refresh(self._read)
        return found

    def _read(self) -> None:
        page = self._page

        def read() -> None:
            self._segments.read_waiting()
            page.app.call_from_thread(self._was_read)

        page.screen.run_worker(read, thread=True, group="readings-above")

    def _was_read(self) -> None:
        self._is_reading = False
        if self._page.is_there:
            self._page.view.forget_drawn()
            self._page.view.refresh()

    def _find(self) -> None:
        """In a thread: the dictionary is opened with the first row."""
        page = self._page
        if self._shown is not Shown.PANEL or not page.session.rows:
            return
        row = page.current
        if self._found is not None and self._found[0] is row:
            return

        def find() -> None:
            found = row, read_words(row.ja)
            page.app.call_from_thread(self._keep, found)

        page.screen.run_worker(find, thread=True, group="readings", exclusive=True)

    def _keep(self, found: tuple[Row, list[tuple[str, str]]]) -> None:
        self._found = found
        if self._page.is_there:
            self._page.tell_row()

    def _told(self) -> list[Text]:
        """`read  北口 きたぐち   停 と`, on as many lines as it takes, up to `LINES`."""
        is_told = self._shown is Shown.PANEL and self._page.session.rows
        here = self._found if is_told else None
        if here is None or here[0] is not self._page.current:
            return []
        room = max(20, self._page.panel.content_size.width)
        return reading_lines(here[1], room, self._page.app.theme_variables.get("primary", ""))


def read_words(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    """The words with kanji of a row and how they are read, in order, each once.

    The file's own ruby comes first, then UniDic; kana at the ends of a word are left out.
    """
    given, at = [], 0
    for segment in segments:
        given += [Reading(at + r.start, at + r.end, r.reading) for r in segment.readings]
        at += len(segment.view) + len(JOINTS["ja"])
    text = joined_view(segments, "ja")
    found = readings(text, given)
    return list(
        dict.fromkeys((one_line(text[r.start : r.end]), one_line(r.reading)) for r in found)
    )


def reading_lines(words: list[tuple[str, str]], room: int, colour: str) -> list[Text]:
    """Words and readings on lines of `room` cells; what does not fit `LINES` lines is counted."""
    if not words:
        return [Text(t("no kanji here"), "dim")]
    head = str(t("read  "))
    lines: list[Text] = []
    line = Text(head, "dim", no_wrap=True, overflow="ellipsis")
    for at, (word, reading) in enumerate(words):
        size = cells(word) + cells(reading) + 4
        left = len(words) - at
        tail = 8 if len(lines) == LINES - 1 and left > 1 else 0
        if cells(line.plain) + size + tail > room and cells(line.plain) > len(head):
            if len(lines) == LINES - 1:
                line.append(t("+{count:,}", count=left), "dim")
                break
            lines.append(line)
            line = Text(" " * len(head), no_wrap=True, overflow="ellipsis")
        line.append(word, f"not dim bold {colour}").append(f" {reading}   ", "not dim")
    return [*lines, line]
