"""A row's findings as lines of the panel. Pure."""

from collections.abc import Mapping, Sequence

from rich.style import Style
from rich.text import Text

from alignbench.domain.flags import FLAG_TYPES
from alignbench.review.inspection import RowFinding
from alignbench.tui.widgets import glyphs


def finding_lines(
    findings: Sequence[RowFinding], selected: int, colours: Mapping[str, str]
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
        line.append(f"{glyphs.FOUND} {found.severity}  ", f"bold {tone}")
        line.append(f"{found.check}  ", "bold" if at == selected else "")
        line.append(glyphs.printable(found.message))
        kind = FLAG_TYPES.get(found.type, found.type)
        line.append(f"  {found.grade}  {kind}{'  hint' if found.hint else ''}", "dim")
        lines.append(line)
    return lines
