"""Findings and flags as lines: of the list, of the chosen one, of the score. Pure."""

from collections.abc import Mapping, Sequence
from textwrap import shorten

from rich.style import Style
from rich.text import Text

from alignbench.checks.plain_names import GRADE_WORDS, plain_name
from alignbench.domain.flags import FLAG_TYPES, Severity
from alignbench.domain.quality import ENOUGH_READ, Score, is_enough_read
from alignbench.messages import t
from alignbench.review import Row
from alignbench.review.issues import OPEN, Issue, IssueFilter, IssueKind
from alignbench.review.row_text import read_text
from alignbench.review.score import FEWEST_WORDS, REFERENCE_WORDS
from alignbench.system.safe_text import printable
from alignbench.tui.review.session_rows import mark_of
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.painter import status_mark
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells, wrap

Colours = Mapping[str, str]
GAP = "  "
SEVERITY = 8
"""DocumentBand of the longest severity."""
SURE = max(map(cells, GRADE_WORDS.values()))
"""Cells of how a check knows."""
WIDEST_CHECK = 26
NARROW = 92
"""Below this how the check knows is left out of the list: the detail says it."""

SLIM = 70
"""Below this the check is left out too, for the words need the room."""


def tone(severity: Severity, colours: Colours) -> str:
    """The colour of a severity; its mark and its name say the same."""
    grave = severity in (Severity.MAJOR, Severity.CRITICAL)
    return colours.get("error" if grave else "warning", "")


def mark(issue: Issue) -> str:
    """The mark of an issue."""
    if issue.kind is IssueKind.DISMISSED:
        return glyphs.DISMISSED
    if issue.kind is IssueKind.DECLARED:
        return glyphs.NOTHING
    return glyphs.FLAG if issue.flag else glyphs.of_severity(issue.severity)


def severity_word(issue: Issue) -> str:
    """How bad an issue is; nothing of what was declared, of which nobody says that it is bad."""
    return "" if issue.kind is IssueKind.DECLARED else str(issue.severity)


def check_room(issues: Sequence[Issue], width: int) -> int:
    """DocumentBand of the column of checks and types, for a list `width` cells wide."""
    if width < SLIM:
        return 0
    longest = max((cells(each.label) for each in issues), default=0)
    return min(longest, WIDEST_CHECK, max(14, width // 5))


def issue_line(
    issue: Issue, row: Row, widths: tuple[int, int, int], colours: Colours, *, chosen: bool
) -> Text:
    """`┃⚠ major     exact     number   3 against 5   ? 12`.

    `widths`: of the line, of the check's column (0: none) and of the link's number, in cells.
    """
    width, check, number = widths
    line = Text(no_wrap=True, end="")
    line.append(glyphs.CURSOR if chosen else " ", f"bold {colours.get('primary', '')}")
    grave = tone(issue.severity, colours) if issue.kind in OPEN else ""
    line.append(
        f"{mark(issue)} {severity_word(issue):<{SEVERITY}}", f"bold {grave}" if grave else ""
    )
    line.append(f"{GAP}{_sure(issue):{SURE}}{GAP}" if width >= NARROW else GAP, "dim")
    if check:
        line.append(_filled(issue.label, check) + GAP, "bold" if chosen else "")
    status, _ = status_mark(mark_of(row))
    room = width - cells(line.plain) - len(GAP) - 2 - number - 1
    line.append(_filled(_said(issue, row), max(8, room)), "dim" if issue.reason else "")
    line.append(f"{GAP}{status} ", "dim")
    line.append(f"{issue.row + 1:>{number}} ")
    return line


def _sure(issue: Issue) -> str:
    """How the check knows; empty for a flag."""
    return str(GRADE_WORDS[issue.grade]) if issue.grade else ""


def _said(issue: Issue, row: Row) -> str:
    """What is wrong; where one side is empty, the other's text too, or all would look alike."""
    said = issue.message or issue.type_name
    if issue.reason:
        said = f"{issue.reason}: {said}"
    if issue.run:
        said = f"{glyphs.MORE} {said}"
    if row.link.is_null:
        said += GAP + (read_text(row, "ja") or read_text(row, "en"))
    return printable(said)


def _filled(text: str, room: int) -> str:
    shown = cut(text, room)
    return shown + " " * max(0, room - cells(shown))


def detail_lines(
    issue: Issue, row: Row, explanation: str, links: int, size: tuple[int, int], colours: Colours
) -> list[Text]:
    """What is known of an issue, in a box of `size`: its standing, words, values, explanation."""
    width, height = size
    lines = [_head(issue, row, links, width, colours)]
    if issue.message:
        lines += _wrapped(printable(issue.message), width, "")
    lines += [Text(cut(fact, width), no_wrap=True) for fact in _facts(issue, width)]
    if explanation:
        room = max(0, height - len(lines))
        told = _wrapped(explanation, width, "dim")
        if len(told) > (most := min(room, 3)):
            told = told[:most]
            told[-1:] = [
                Text(cut(f"{last.plain} {glyphs.MORE}", width), "dim") for last in told[-1:]
            ]
        lines += told
    return lines[:height]


def _head(issue: Issue, row: Row, links: int, width: int, colours: Colours) -> Text:
    """`⚠ major  Mistranslation  number  exact  num.value D1  link 12/40  ? suggested`."""
    head = Text(no_wrap=True, overflow="ellipsis")
    bad = severity_word(issue)
    head.append(f"{mark(issue)} {bad}{GAP if bad else ''}", f"bold {tone(issue.severity, colours)}")
    head.append(issue.type_name, "bold")
    status, _ = status_mark(mark_of(row))
    place = f"{GAP}link {issue.row + 1}/{links}  {status} {row.link.status}"
    if issue.grade:
        head.append(f"{GAP}{issue.label}")
        how = f"{GAP}{_sure(issue)}"
        whole = f"{how}{GAP}{issue.check} {issue.grade}"
        head.append(whole if cells(head.plain + whole + place) <= width else how, "dim")
    return head.append(place, "dim")


def _facts(issue: Issue, width: int) -> list[str]:
    facts: list[str] = []
    if issue.found and (issue.found.finding.ja_value or issue.found.finding.en_value):
        found = issue.found.finding
        ja, en = (
            shorten(printable(value), max(12, width // 2 - 12), placeholder=glyphs.MORE)
            for value in (found.ja_value, found.en_value)
        )
        facts.append(
            t(
                "Japanese  {ja}{gap}{gap}English  {en}",
                ja=ja or "-",
                gap=GAP,
                en=en or "-",
            )
        )
    if issue.found and (settled := issue.found.dismissed):
        facts.append(
            printable(f"dismissed: {settled.reason}  ({settled.author}, {settled.at[:10]})")
        )
    elif issue.found and issue.found.answered:
        facts.append(printable(issue.found.settled_by))
    if issue.flag:
        flag = issue.flag
        facts.append(
            printable(
                t(
                    "flagged by {author}, {at}, {state}",
                    author=flag.author,
                    at=flag.at[:10],
                    state=flag.state,
                )
            )
        )
    return facts


def _wrapped(text: str, width: int, style: str) -> list[Text]:
    starts = wrap(text, max(1, width))
    ends = [*starts[1:], len(text)]
    return [
        Text(text[start:end].rstrip(), style, no_wrap=True)
        for start, end in zip(starts, ends, strict=True)
    ]


def score_line(score: Score, width: int, settled: float = 1.0) -> str:
    """The MQM score with its formulas, as much of them as fits; below 500 words counts alone.

    `settled` is the share of the document that people have settled: before enough of it is there
    is no score, and before all of it nothing has been passed.
    """
    counts = dict.fromkeys(reversed(Severity), 0)
    for each in score.types:
        for severity, many in each.counts.items():
            counts[severity] += many
    flagged = ", ".join(f"{many} {name}" for name, many in counts.items() if many)
    flagged = flagged or str(t("no flags"))
    if not is_enough_read(settled):
        told = t(
            "MQM score: none before {share:.0%} is settled (here {settled:.0%})",
            share=ENOUGH_READ, settled=settled,
        )  # fmt: skip
        return cut(f"{told}  {flagged}", width)
    if score.raw is None or score.calibrated is None:
        return cut(
            t(
                "MQM: no score under {fewest_words} words (here {words})  {flagged}",
                fewest_words=FEWEST_WORDS,
                words=score.words,
                flagged=flagged,
            ),
            width,
        )
    rate = score.penalty / score.words * REFERENCE_WORDS
    verdict = t("not passed")
    if score.passed:
        verdict = t("passed") if settled == 1 else t("would pass so far")
    raw, calibrated = f"raw {score.raw:.1f}", f"calibrated {score.calibrated:.1f}"
    forms = (
        t(
            "MQM linear model  {raw} = 100 x (1 - {penalty} points / {words:,} words)  "
            "{calibrated} = 100 - {rate:.1f} points a thousand words  {verdict}  "
            "{flagged}",
            raw=raw,
            penalty=score.penalty,
            words=score.words,
            calibrated=calibrated,
            rate=rate,
            verdict=verdict,
            flagged=flagged,
        ),
        t(
            "MQM  {raw} = 100 x (1 - {penalty}/{words:,})  {calibrated} = 100 - "
            "{rate:.1f}/1,000 words  {verdict}",
            raw=raw,
            penalty=score.penalty,
            words=score.words,
            calibrated=calibrated,
            rate=rate,
            verdict=verdict,
        ),
        t(
            "MQM linear  {raw}  {calibrated}  {verdict}  {penalty} points, {words:,} words",
            raw=raw,
            calibrated=calibrated,
            verdict=verdict,
            penalty=score.penalty,
            words=score.words,
        ),
        f"MQM {raw}  {calibrated}  {verdict}",
    )
    return next((form for form in forms if cells(form) <= width), cut(forms[-1], width))


def filter_line(
    filter: IssueFilter, counts: Mapping[IssueKind | None, int], width: int, colours: Colours
) -> Text:
    """`[all 14]  findings 12  flags 2  dismissed 3   severity major   about number`."""
    text = Text(no_wrap=True, overflow="ellipsis")
    names = {
        None: t("all"), IssueKind.FINDING: t("findings"), IssueKind.FLAG: t("flags"),
        IssueKind.DISMISSED: t("dismissed"), IssueKind.DECLARED: t("declared"),
    }  # fmt: skip
    for kind, name in names.items():
        shown = f"{name} {counts[kind]}"
        here = kind is filter.kind
        style = Style(bold=here, dim=not here, meta={"kind": kind or "all"})
        text.append(f"[{shown}]" if here else f" {shown} ", style)
    limits = {
        t("severity"): filter.severity,
        t("about"): FLAG_TYPES.get(filter.check) or plain_name(filter.check),
        t("sure"): GRADE_WORDS[filter.grade] if filter.grade else "",
        t("words"): filter.words and f'"{printable(filter.words)}"',
    }
    for name, value in limits.items():
        if value:
            text.append(f"{GAP}{name} ", "dim")
            text.append(str(value), f"bold {colours.get('warning', '')}")
    if filter.hints:
        text.append(f"{GAP}{t('with hints')}", "dim")
    text.truncate(width)
    return text
