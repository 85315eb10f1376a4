"""How the kanji of the chosen row are read, on one key, in the panel."""

from collections.abc import Sequence

from rich.text import Text

from alignbench.domain.text import JOINTS, Reading, Segment, joined_view
from alignbench.language.readings import readings
from alignbench.messages import t
from alignbench.review import Row
from alignbench.system.safe_text import one_line
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.wrapping import cells

LINES = 3
"""Lines of the panel that readings take at most."""


class ReadingsController:
    """Tells the readings of the chosen row, once asked to, until asked again."""

    def __init__(self, page: ReviewPage) -> None:
        self._page = page
        self._is_on = False
        self._found: tuple[Row, list[tuple[str, str]]] | None = None
        page.row_shown.append(self._find)
        page.about_row.append(self._told)

    def toggle(self) -> None:
        """Tell readings from now on, or no longer."""
        self._is_on = not self._is_on
        self._find()
        self._page.tell_row()
        if self._is_on and not self._page.current.ja:
            self._page.say(t("There is no Japanese here."))

    def _find(self) -> None:
        """In a thread: the dictionary is opened with the first row."""
        page = self._page
        if not self._is_on or not page.session.rows:
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
        here = self._found if self._is_on and self._page.session.rows else None
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
