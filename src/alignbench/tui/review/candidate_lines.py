"""The panel's lines: what is known of the chosen link, and what it might be instead. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text

from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Candidate, Origin
from alignbench.domain.text import Document, Side
from alignbench.messages import t
from alignbench.review import Row
from alignbench.review.found_in_row import RowFinding
from alignbench.system.safe_text import printable
from alignbench.tui.review.finding_lines import finding_lines
from alignbench.tui.review.proposal_lines import proposal_line
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.pointer import DOWN, UP
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

LEAD = 10
"""DocumentBand before a candidate's words: number, mark, share."""
REASON = 44
"""DocumentBand kept for reasons at most."""
LEAST_WORDS = 30
"""DocumentBand the words get at least, whatever the reasons need."""
LEAST_PART = 10
"""DocumentBand each segment of a candidate gets at least."""
JOINT = " + "


@dataclass(frozen=True, slots=True)
class Advice:
    """What the panel shows. `candidates` is None while there are none yet, `waits` says why."""

    row: Row
    document: Document
    candidates: Sequence[Candidate] | None
    place: str = ""
    waits: str = ""
    findings: Sequence[RowFinding] = ()
    finding_at: int = 0
    """Which finding is selected."""
    words: Sequence[Text] = ()
    """Lines on words of the row."""


def panel_lines(
    advice: Advice, width: int, colours: Mapping[str, str], selected: int | None = None
) -> list[Text]:
    """One line on the link, its note and flags, then its candidates, in `width` cells.

    `selected` is the number of the candidate that is about to be taken.
    """
    link = advice.row.link
    lines = [_about(advice, colours), *advice.words]
    lines += finding_lines(advice.findings, advice.finding_at, width, colours)
    if link.note:
        note = printable(link.note)
        lines.append(Text(f"{glyphs.NOTE} {note}", colours.get("secondary", "")))
    if link.proposal is not None:
        lines.append(proposal_line(advice.row, link.proposal, colours))
    lines += [_flag(advice, at, colours) for at in range(len(advice.row.flags))]
    if advice.candidates is None:
        lines.append(Text(advice.waits, "dim"))
        return lines
    listed = advice.candidates[:9]
    room = _reason_room(listed, width)
    return lines + [
        _candidate(number, candidate, advice, width, room, colours, is_selected=number == selected)
        for number, candidate in enumerate(listed, 1)
    ]


def _about(advice: Advice, colours: Mapping[str, str]) -> Text:
    link = advice.row.link
    doubtful = advice.row.doubtful
    text = Text()
    text.append(advice.place, f"bold {colours.get('warning', 'yellow')}" if doubtful else "bold")
    text.append(f"  {_standing(advice.row)}")
    if link.origin is Origin.HAND and not doubtful:
        text.append(t("  by hand"), "dim")
    runs: tuple[tuple[Side, tuple[int, ...]], ...] = (("ja", link.ja), ("en", link.en))
    for side, run in runs:
        text.append(f"  {side} {_numbers(run)} ", "dim")
        for glyph, step in ((glyphs.UP, UP), (glyphs.DOWN, DOWN)):
            text.append(glyph, Style(color=_colour(colours), meta={"boundary": (side, step)}))
    return text


def _colour(colours: Mapping[str, str]) -> str | None:
    return colours.get("primary")


def _standing(row: Row) -> str:
    """Status and, where there is doubt, what about."""
    link = row.link
    words = [str(link.status)]
    if row.doubtful and link.is_null:
        words.append(
            t("nothing found in the English") if link.ja else t("nothing found in the Japanese")
        )
    elif row.doubtful and link.confidence is None:
        by_hand = link.origin is Origin.HAND
        words.append(
            t("changed by hand, to be confirmed") if by_hand else t("left over by a change")
        )
    if link.confidence is not None:
        words.append(t("the aligner is {share} sure", share=share(link.confidence)))
    return "  ".join(words)


def _candidate(
    number: int, candidate: Candidate, advice: Advice, width: int, reasons: int,
    colours: Mapping[str, str], *, is_selected: bool = False,
) -> Text:  # fmt: skip
    """`1 ▸ .62  However, readers …  same 65 20, meaning .74`."""
    same = (candidate.ja, candidate.en) == (advice.row.link.ja, advice.row.link.en)
    line = Text(style=Style(meta={"candidate": number}), no_wrap=True, overflow="ellipsis")
    line.append(
        f"{number}{glyphs.SELECTED if is_selected else ' '}", f"bold {colours.get('primary', '')}"
    )
    line.append(f"{glyphs.THIS if same else ' '} {share(candidate.confidence):>3}  ")
    room = width - LEAD - (reasons + 2 if reasons else 0)
    words = fitted(_words(candidate, advice), max(room, LEAST_PART))
    empty = not candidate.ja or not candidate.en
    line.append(words, "italic" if empty else "bold" if same else "")
    if reasons:
        reason = cut(printable(candidate.reason), reasons)
        line.append(" " * (room - cells(words) + 2))
        line.append(reason, "dim")
    if is_selected:
        line.stylize("reverse")
    return line


def _reason_room(candidates: Sequence[Candidate], width: int) -> int:
    """DocumentBand for the column of reasons; 0 where it would leave too little for the words."""
    longest = max((cells(each.reason) for each in candidates), default=0)
    room = min(longest, REASON, 3 * width // 8, width - LEAD - 2 - LEAST_WORDS)
    return room if room >= min(longest, LEAST_PART) else 0


def _words(candidate: Candidate, advice: Advice) -> list[str]:
    if not candidate.en:
        return [t("nothing: declare it omitted")]
    if not candidate.ja:
        return [t("nothing: declare it added")]
    text = advice.document.en if advice.row.link.ja else advice.document.ja
    run = candidate.en if advice.row.link.ja else candidate.ja
    return [printable(text.segments[at].view) for at in run]


def fitted(parts: Sequence[str], room: int) -> str:
    """The parts joined in `room` cells; where they are too long, each keeps its beginning."""
    whole = JOINT.join(parts)
    if cells(whole) <= room:
        return whole
    if len(parts) * (LEAST_PART + len(JOINT)) > room:
        return cut(f"({len(parts)}) {whole}", room)
    left = room - len(JOINT) * (len(parts) - 1)
    shares: dict[int, int] = {}
    for place, at in enumerate(sorted(range(len(parts)), key=lambda at: cells(parts[at]))):
        shares[at] = min(cells(parts[at]), left // (len(parts) - place))
        left -= shares[at]
    return JOINT.join(cut(part, shares[at]) for at, part in enumerate(parts))


def share(value: float) -> str:
    """A probability in three cells: `.62`, `1.0`, `<.01` as `  -`."""
    if value >= 0.995:
        return "1.0"
    return f"{value:.2f}"[1:] if value >= 0.005 else "-"


def _flag(advice: Advice, at: int, colours: Mapping[str, str]) -> Text:
    flag = advice.row.flags[at]
    comment = f": {flag.comment}" if flag.comment else ""
    kind = FLAG_TYPES.get(flag.type, flag.type)
    said = printable(f"{glyphs.FLAG} {kind}, {flag.severity}{comment}")
    line = Text(style=Style(meta={"flag": at}), no_wrap=True, overflow="ellipsis")
    return line.append(said, colours.get("error", "red"))


def _numbers(run: tuple[int, ...]) -> str:
    if not run:
        return glyphs.NOTHING
    first, last = run[0] + 1, run[-1] + 1
    joined = len(run) == last - first + 1
    return f"{first}-{last}" if joined and len(run) > 1 else ",".join(str(at + 1) for at in run)
