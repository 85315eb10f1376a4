"""The lines of the library: a document's numbers, or a pair of files that waits. Pure."""

from collections.abc import Mapping, Sequence

from rich.text import Text

from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t
from alignbench.project.file_pairs import FilePair
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.progress_line import bar, percent
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

Entry = DocumentSummary | FilePair

WIDEST_NAME = 40
LEAST_NAME = 12
"""Cells a name may take at most, and gets at least."""
BAR = 16
GAP = "  "
HEADINGS = (
    t("document"),
    t("settled"),
    t("in doubt"),
    t("findings"),
    t("flags"),
    t("segments"),
)


def columns_explained() -> list[tuple[str, str]]:
    """What each column says."""
    return [
        (t("settled"), t("the share of sentences whose link somebody confirmed or declared")),
        (t("in doubt"), t("links of which the program is not sure, or that have only one side")),
        (t("findings"), t("what the checks doubt; - before a document was open, or with none")),
        (t("flags"), t("errors that people marked")),
        (t("segments"), t("Japanese x English sentences, headings and the like")),
    ]


def widths(entries: Sequence[Entry], width: int = 200) -> list[int]:
    """Cells of each column, for lines of `width`; 0 for one that is left out.

    Where they are too many, the name gives way, then the bar, then the numbers of segments.
    """
    rows = [_fields(entry) for entry in entries if isinstance(entry, DocumentSummary)]
    names = [cut(printable(entry.name), WIDEST_NAME) for entry in entries]
    columns = [
        [HEADINGS[0], *names],
        *([h, *f] for h, f in zip(HEADINGS[1:], zip(*rows, strict=True), strict=False)),
    ]
    columns += [[heading] for heading in HEADINGS[len(columns) :]]
    name, *others = (max(map(cells, column)) for column in columns)
    lacks = LEAST_NAME + sum(others) + len(GAP) * len(others) - width
    others[0] = max(cells(HEADINGS[1]), others[0] - max(0, lacks))
    if LEAST_NAME + sum(others) + len(GAP) * len(others) > width:
        others[-1] = 0
    room = width - sum(others) - len(GAP) * sum(map(bool, others))
    return [max(min(name, room), LEAST_NAME), *others]


def headings(columns: Sequence[int]) -> Text:
    """The line above."""
    first, *others = HEADINGS
    text = Text(_left(first, columns[0]), "dim", no_wrap=True, overflow="ellipsis")
    for heading, width in zip(others, columns[1:], strict=True):
        if not width:
            continue
        text.append(GAP + (_left(heading, width) if heading == "settled" else heading.rjust(width)))
    return text


def line(entry: Entry, columns: Sequence[int], colours: Mapping[str, str]) -> Text:
    """A document or a pair."""
    text = Text(no_wrap=True, overflow="ellipsis")
    text.append(_left(cut(printable(entry.name), columns[0]), columns[0]), "bold")
    if isinstance(entry, FilePair):
        text.append(t("{gap}not imported yet", gap=GAP), "dim italic")
        return text
    settled, doubt, found, flags, segments = _fields(entry)
    length = columns[1] - cells(settled) + BAR
    if length < BAR:
        settled = f"{bar(entry.settled, length)} {percent(entry.settled):>4}"
    done = length - settled.count(glyphs.BAR_LEFT)
    text.append(GAP).append(settled[:done], colours.get("success", "green"))
    text.append(settled[done:length], "dim").append(settled[length:])
    text.append(GAP + doubt.rjust(columns[2]), _tone(entry.doubtful, colours, "warning"))
    text.append(GAP + found.rjust(columns[3]), _tone(entry.findings, colours, "error"))
    text.append(GAP + flags.rjust(columns[4]), _tone(entry.flags, colours, "error"))
    if columns[5]:
        text.append(GAP + segments.rjust(columns[5]), "dim")
    return text


def _fields(entry: DocumentSummary) -> tuple[str, str, str, str, str]:
    return (
        f"{bar(entry.settled, BAR)} {percent(entry.settled):>4}",
        f"{glyphs.DOUBTFUL} {entry.doubtful}" if entry.doubtful else "-",
        f"{glyphs.FOUND} {entry.findings}" if entry.findings else "-",
        f"{glyphs.FLAG} {entry.flags}" if entry.flags else "-",
        f"{entry.ja_segments} x {entry.en_segments}",
    )


def _tone(count: int, colours: Mapping[str, str], name: str) -> str:
    return colours.get(name, "") if count else "dim"


def _left(text: str, width: int) -> str:
    return text + " " * (width - cells(text))
