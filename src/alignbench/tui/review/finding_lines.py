"""A row's findings as lines of the panel. Pure."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from alignbench.checks.plain_names import GRADE_WORDS, plain_name
from alignbench.domain.flags import FLAG_TYPES
from alignbench.messages import t
from alignbench.review.found_in_row import ANSWERED, RowFinding
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

LEAST = 12
"""Cells a message gets at least."""


def finding_lines(
    findings: Sequence[RowFinding], selected: int, width: int, colours: Mapping[str, str]
) -> list[Text]:
    """`▸ ⚠ major  number  message  exact  Mistranslation  num.value`, one line each."""
    lines = []
    for at, each in enumerate(findings):
        found = each.finding
        grave = found.severity in ("major", "critical")
        tone = colours.get("error" if grave else "warning", "")
        line = Text(
            f"{glyphs.THIS if at == selected else ' '} ",
            Style(meta={"finding": at}), no_wrap=True, overflow="ellipsis",
        )  # fmt: skip
        if each.answered:
            line.append(f"{glyphs.CONFIRMED} {ANSWERED}  ", colours.get("success", ""))
        line.append(
            f"{glyphs.of_severity(found.severity)} {found.severity}  ",
            "dim" if each.answered else f"bold {tone}",
        )
        line.append(f"{plain_name(found.check)}  ", "bold" if at == selected else "")
        kind = FLAG_TYPES.get(found.type, found.type)
        sure = GRADE_WORDS[found.grade]
        about = f"  {sure}  {kind}{t('  hint') if found.hint else ''}"
        room = width - cells(line.plain)
        message = printable(found.message)
        # The words need the room more than the type, and the name that settings have.
        forms = (f"{about}  {found.check}", about, f"  {sure}")
        about = next((form for form in forms if cells(message + form) <= room), forms[-1])
        line.append(cut(message, max(LEAST, room - cells(about))))
        line.append(about, "dim")
        lines.append(line)
    return lines
