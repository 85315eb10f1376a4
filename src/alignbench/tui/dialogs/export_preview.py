"""What an export would hold, as lines: the first rows, how many, what is left out. Pure."""

from collections.abc import Mapping

from rich.text import Text

from alignbench.exchange.selection import Bitext
from alignbench.messages import t, tn
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells

ROWS = 3
"""Pairs that are shown."""
REASONS = 3
"""Reasons for leaving pairs out that are named."""


def preview(
    chosen: Bitext, of: int, width: int, colours: Mapping[str, str], wordings: str = ""
) -> Text:
    """`chosen` out of `of` pairs, in lines `width` cells wide.

    `wordings` says what becomes of the better English.
    """
    none = not chosen.pairs
    count = t("Nothing is left to write.") if none else tn(
        "{count:,} of {all:,} pair is written.", "{count:,} of {all:,} pairs are written.",
        len(chosen.pairs), all=of,
    )  # fmt: skip
    lines = [Text(count, f"bold {colours.get('warning' if none else 'primary', '')}")]
    half = max(8, (width - 3) // 2)
    for pair in chosen.pairs[:ROWS]:
        ja, en = (cut(printable(text) or glyphs.NOTHING, half) for text in (pair.ja, pair.en))
        lines.append(Text(f"{ja}{' ' * (half - cells(ja))}   {en}", no_wrap=True))
    lines += [Text("") for _ in range(ROWS - len(chosen.pairs))]
    if wordings:
        lines.append(Text(cut(wordings, width), f"bold {colours.get('secondary', '')}"))
    lines += [Text(cut(str(left), width), "dim") for left in chosen.left_out[:REASONS]]
    return Text("\n", no_wrap=True, overflow="ellipsis").join(lines)
