"""A row's findings as lines of the panel. Pure."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from alignbench.domain.findings import Grade
from alignbench.domain.flags import FLAG_TYPES
from alignbench.messages import t
from alignbench.review.check_runner import RowFinding
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

GRADE_WORDS = {
    Grade.D1: t("exact"), Grade.D2: t("by rule"), Grade.D3: t("by words"), Grade.D4: t("a guess"),
}  # fmt: skip
"""How a check of each grade knows."""
LEAST = 12
"""Cells a message gets at least."""


def finding_lines(
    findings: Sequence[RowFinding], selected: int, width: int, colours: Mapping[str, str]
) -> list[Text]:
    """`▸ ⚠ major  num.value  message  D1  Mistranslation`, one line each."""
    lines = []
    for at, each in enumerate(findings):
        found = each.finding
        grave = found.severity in ("major", "critical")
        tone = colours.get("error" if grave else "warning", "")
        line = Text(
            f"{glyphs.THIS if at == selected else ' '} ",
            Style(meta={"finding": at}), no_wrap=True, overflow="ellipsis",
        )  # fmt: skip
        line.append(f"{glyphs.of_severity(found.severity)} {found.severity}  ", f"bold {tone}")
        line.append(f"{found.check}  ", "bold" if at == selected else "")
        kind = FLAG_TYPES.get(found.type, found.type)
        sure = GRADE_WORDS[found.grade]
        about = f"  {sure}  {kind}{t('  hint') if found.hint else ''}"
        room = width - cells(line.plain)
        message = printable(found.message)
        if cells(message) + cells(about) > room:
            about = f"  {sure}"  # the words need the room more than the type
        line.append(cut(message, max(LEAST, room - cells(about))))
        line.append(about, "dim")
        lines.append(line)
    return lines
