"""Draw the pictures of the pages anew: `make pictures`.

Opens the workbench on a copy of the sample project, goes to a doubtful link, and writes
`review.svg`.
"""

import asyncio
import html
import os
import re
import shutil
import tempfile
from itertools import accumulate
from pathlib import Path

from alignbench.tui.wrapping import widths

HERE = Path(__file__).parent
SAMPLE = HERE.parents[1] / "data"
SIZE = (124, 36)
KEYS = (*["space"] * 8, "n")
CELL = 12.2
"""Width of a cell in the pictures that Textual draws."""
BLANK = " \u00a0\u3000"
FONTS = "'Noto Sans Mono CJK JP', 'BIZ UDGothic', 'Osaka-Mono', 'MS Gothic', monospace"
TEXT = re.compile(r'(<text [^>]*?)x="([\d.]+)"([^>]*?) textLength="[\d.]+"([^>]*)>([^<]*)</text>')


def with_own_fonts(svg: str) -> str:
    """The picture with fonts that have kana, none fetched, and every character in its cell.

    Textual gives only the length of a run of text, which not every viewer minds.
    """
    svg = re.sub(r"@font-face \{.*?\}\s*", "", svg, flags=re.DOTALL)
    svg = re.sub(r"font-family: (?:Fira Code|arial)[^;]*;", f"font-family: {FONTS};", svg)
    # Chromium draws Latin letters two cells wide by it, where a font has them.
    svg = re.sub(r"\s*font-variant-east-asian:[^;]*;", "", svg)
    svg = re.sub(r"terminal-\d+", "terminal", svg).replace("font-size: 20px", "font-size: 22px")
    return TEXT.sub(_placed, svg)


def _placed(match: re.Match[str]) -> str:
    start, x, middle, end, escaped = match.groups()
    text = html.unescape(escaped)
    lefts = accumulate(widths(text), initial=0)
    drawn = "".join(
        f'<tspan x="{float(x) + CELL * left:.5g}">{html.escape(character)}</tspan>'
        for character, left in zip(text, lefts, strict=False)
        if character not in BLANK
    )
    return f"{start}{middle.strip()}{end}>{drawn}</text>"


async def picture(root: Path) -> str:
    """The review screen of the sample's commentary."""
    from alignbench.project import Project
    from alignbench.tui.app import Workbench

    project = Project.create(root)
    try:
        project.import_document(root / "data/ja/commentary.md", root / "data/en/commentary.md")
        app = Workbench(project, "commentary")
        app.animation_level = "none"
        async with app.run_test(size=SIZE) as pilot:
            for key in KEYS:
                await pilot.press(key)
            for _ in range(5):  # what one worker finds may begin another
                await app.workers.wait_for_complete()
                await pilot.pause(0.3)
            return with_own_fonts(app.export_screenshot(title="alignbench"))
    finally:
        project.close()


def main() -> None:
    """Write the pictures."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALIGNBENCH_STATE"] = folder
        root = Path(folder) / "sample"
        shutil.copytree(SAMPLE, root / "data")
        svg = asyncio.run(picture(root))
    (HERE / "review.svg").write_text(svg, encoding="utf-8")


if __name__ == "__main__":
    main()
