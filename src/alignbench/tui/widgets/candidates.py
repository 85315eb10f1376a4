"""The panel below the texts: what is known of the chosen link, and what it might be instead."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from alignbench.domain.links import Candidate, Link, Origin
from alignbench.domain.text import Document
from alignbench.review import Row
from alignbench.tui.widgets import glyphs
from alignbench.tui.wrapping import cells

REASON = 34
"""Cells kept for a candidate's reason, where the panel is wide enough."""


@dataclass(frozen=True, slots=True)
class Advice:
    """What the panel shows. `candidates` is None while the model is being prepared."""

    row: Row
    document: Document
    candidates: Sequence[Candidate] | None
    place: str = ""


class CandidatesPanel(Widget):
    """One line on the link, then its candidates, the likeliest first; a click chooses one."""

    DEFAULT_CSS = """
    CandidatesPanel {
        height: 8;
        border-top: solid $foreground 25%;
        padding: 0 1;
        background: $surface;
    }
    """

    class Chosen(Message):
        """A candidate was clicked."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._advice: Advice | None = None

    @property
    def shown(self) -> Sequence[Candidate]:
        """The candidates that can be chosen by number now."""
        if self._advice is None or self._advice.candidates is None:
            return ()
        return self._advice.candidates[:9]

    def show(self, advice: Advice | None) -> None:
        """Show what is known of another link."""
        self._advice = advice
        self.refresh()

    def render(self) -> Text:
        """The lines."""
        if self._advice is None:
            return Text("")
        advice = self._advice
        lines = [self._about(advice)]
        if advice.row.link.note:
            lines.append(Text(f"{glyphs.NOTE} {glyphs.printable(advice.row.link.note)}"))
        lines += [Text(_flag_line(advice, at)) for at in range(len(advice.row.flags))]
        if advice.candidates is None:
            lines.append(Text("preparing candidates ...", "dim"))
        for number, candidate in enumerate(self.shown, 1):
            lines.append(self._candidate(number, candidate, advice))
        text = Text("\n").join(lines)
        text.no_wrap, text.overflow = True, "ellipsis"
        return text

    def _about(self, advice: Advice) -> Text:
        link = advice.row.link
        theme = self.app.theme_variables
        style = f"bold {theme.get('warning', 'yellow')}" if advice.row.doubtful else "bold"
        text = Text(advice.place, style)
        text.append(f"  {link.status}", "")
        if link.confidence is not None:
            text.append(f"  confidence {_share(link.confidence)}")
        text.append("  by hand" if link.origin is Origin.HAND else "  by the aligner", "dim")
        text.append(f"  ja {_numbers(link.ja)}  en {_numbers(link.en)}", "dim")
        return text

    def _candidate(self, number: int, candidate: Candidate, advice: Advice) -> Text:
        """`1  .62  However, readers …  same numbers 65, 20`."""
        line = Text(style=Style(meta={"candidate": number}))
        same = _is_link(candidate, advice.row.link)
        line.append(f"{number} ", "bold")
        line.append(f"{glyphs.CONFIRMED if same else ' '} {_share(candidate.confidence)}  ")
        room = self.size.width - 14
        reason = glyphs.printable(candidate.reason)
        if reason and room > 2 * REASON:
            room -= min(cells(reason), REASON) + 2
        line.append(_cut(self._words(candidate, advice), room), "" if not same else "bold")
        if reason:
            line.append(f"  {reason}", "dim")
        return line

    def _words(self, candidate: Candidate, advice: Advice) -> str:
        if not candidate.en:
            return "(declare omitted)"
        if not candidate.ja:
            return "(declare added)"
        if not advice.row.link.ja:
            views = [advice.document.ja.segments[at].view for at in candidate.ja]
            return glyphs.printable("".join(views))
        views = [advice.document.en.segments[at].view for at in candidate.en]
        return glyphs.printable(" + ".join(views))

    def on_click(self, event: events.Click) -> None:
        """Choose the candidate that was clicked."""
        number = event.style.meta.get("candidate")
        if number is not None:
            self.post_message(self.Chosen(int(number)))


def _flag_line(advice: Advice, at: int) -> str:
    flag = advice.row.flags[at]
    comment = f": {flag.comment}" if flag.comment else ""
    return glyphs.printable(f"{glyphs.FLAG} {flag.severity} {flag.type}{comment}")


def _is_link(candidate: Candidate, link: Link) -> bool:
    return (candidate.ja, candidate.en) == (link.ja, link.en)


def _share(value: float) -> str:
    return "1.0" if value >= 0.995 else f"{value:.2f}"[1:]


def _numbers(run: tuple[int, ...]) -> str:
    if not run:
        return glyphs.NOTHING
    joined = run == tuple(range(run[0], run[-1] + 1))
    return f"{run[0]}-{run[-1]}" if joined and len(run) > 1 else ",".join(map(str, run))


def _cut(text: str, room: int) -> str:
    """`text` in at most `room` cells."""
    if cells(text) <= room:
        return text
    kept, width = [], 0
    for character in text:
        width += cells(character)
        if width > room - 1:
            break
        kept.append(character)
    return "".join(kept) + glyphs.MORE
