"""Draw a short review of the sample as one moving picture: `make pictures`.

Presses the keys of `STEPS`, takes a picture after each, and writes `review-moving.svg`. What stays
the same from one picture to the next is drawn once; style sheets alone show and hide the rest, so
it moves wherever a browser shows a picture, without a script.
"""

import asyncio
import os
import re
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from draw import HERE, SAMPLE, SIZE, with_own_fonts

SECONDS = 3
"""How long each picture stands."""
PATIENCE = 6.0
"""Seconds that the workers get after each step: checks, candidates, reading for meaning."""
STEPS: Sequence[tuple[str, tuple[str, ...]]] = (
    ("Two files became links; what is in doubt is marked", ()),
    ("space: this link is right, on to the next", ("space", "space", "space")),
    ("n: to the next link in doubt, with what else it might be", ("n",)),
    ("o: yes, the English leaves this out", ("o",)),
    ("u: or rather not; everything can be taken back", ("u",)),
    ("V: what most deserves to be read, and why", ("V",)),
    ("!: one key makes a flag of what a check found", ("exclamation_mark",)),
    ("V: and on to the next; what was read is kept", ("V",)),
    ("b: write what the English should read", ("b",)),
    ("v: all that checks and people say, the riskiest first", ("escape", "v")),
    ("X: and out, as TMX, DOCX, XLSX, XLIFF and others", ("escape", "X")),
)
"""What each picture says above, and the keys that lead to it."""
STYLE = re.compile(r"\.terminal-(r\d+) \{([^}]*)\}")
DRAWN = re.compile(r"<rect fill=[^>]*?shape-rendering[^>]*?/>|<text class=.*?</text>", re.DOTALL)
SPAN = re.compile(r'<tspan x="([\d.]+)">(.*?)</tspan>')
PLACE = re.compile(r'translate\(9, 41\)" clip-path="[^"]*">')


def elements(svg: str, styles: dict[str, str]) -> list[str]:
    """What a picture draws, in order, with styles named alike in all pictures.

    `styles` holds the names by what they say; new ones are added.
    """
    own = {
        name: styles.setdefault(said.strip(), f"s{len(styles)}")
        for name, said in STYLE.findall(svg)
    }
    start = PLACE.search(svg)
    assert start, "Textual draws its pictures otherwise now"
    found = DRAWN.findall(svg, start.end())
    return [_compact(each, own) for each in found]


def _compact(element: str, own: dict[str, str]) -> str:
    element = re.sub(r' clip-path="[^"]*"| shape-rendering="[^"]*"', "", element)
    element = re.sub(r'class="terminal-(r\d+)"', lambda m: f'class="{own[m[1]]}"', element)
    spans = SPAN.findall(element)
    if spans:
        places, words = " ".join(x for x, _ in spans), "".join(text for _, text in spans)
        element = re.sub(r"<tspan.*</tspan>", words, element, flags=re.DOTALL)
        element = element.replace("<text ", f'<text x="{places}" ', 1)
    return element


def moving(pictures: Sequence[str], titles: Sequence[str]) -> str:
    """One picture that shows these in turn, with a title above each."""
    styles: dict[str, str] = {}
    shown: dict[str, list[int]] = {}
    for at, svg in enumerate(pictures):
        for element in dict.fromkeys(elements(svg, styles)):
            shown.setdefault(element, []).append(at)
    groups: dict[tuple[int, ...], list[str]] = {}
    for element, where in shown.items():
        groups.setdefault(tuple(where), []).append(element)
    for at, title in enumerate(titles):
        groups.setdefault((at,), []).append(f'<text class="title" x="764" y="-14">{title}</text>')
    order = sorted(groups, key=lambda where: (-len(where), where))
    rules = [f".{name} {{ {said} }}" for said, name in styles.items()]
    body: dict[str, list[str]] = {"rect": [], "text": []}
    for number, where in enumerate(order):
        rules += _turns(f"g{number}", where, len(pictures))
        for kind, drawn in body.items():
            parts = "".join(each for each in groups[where] if each.startswith(f"<{kind}"))
            if parts:
                drawn.append(f'<g class="g{number}">{parts}</g>')
    return _page(rules, "".join(body["rect"] + body["text"]))


def _turns(name: str, where: Sequence[int], many: int) -> list[str]:
    """Rules that show a group in its pictures and hide it in the others."""
    if len(where) == many:
        return []
    marks = (
        f"{100 * at / many:.3f}% {{ visibility: {'visible' if at in where else 'hidden'} }}"
        for at in range(many)
    )
    return [
        f"@keyframes {name} {{ {' '.join(marks)} }}",
        f".{name} {{ animation: {name} {SECONDS * many}s step-end infinite }}",
    ]


def _page(rules: Sequence[str], body: str) -> str:
    width, height = 1531, 60 + 24.4 * SIZE[1]
    fonts = "'Noto Sans Mono CJK JP', 'BIZ UDGothic', 'Osaka-Mono', 'MS Gothic', monospace"
    return (
        f'<svg viewBox="0 0 {width} {height:.0f}" xmlns="http://www.w3.org/2000/svg"><style>'
        f"text {{ font: 22px {fonts}; white-space: pre }} .title {{ fill: #e6e1d6; "
        f"text-anchor: middle }} {' '.join(rules)}</style>"
        f'<rect width="{width}" height="{height:.0f}" rx="8" fill="#292929"/>'
        f'<g transform="translate(9, 41)">{body}</g></svg>\n'
    )


async def pictures(root: Path) -> list[str]:
    """The review screen of the sample's commentary after each step."""
    from alignbench.project import Project
    from alignbench.tui.app import Workbench

    project = Project.create(root)
    try:
        project.import_document(root / "data/ja/commentary.md", root / "data/en/commentary.md")
        app = Workbench(project, "commentary")
        app.animation_level = "none"
        taken = []
        async with app.run_test(size=SIZE) as pilot:
            for _, keys in STEPS:
                for key in keys:
                    await pilot.press(key)
                await pilot.pause(PATIENCE)  # a dialog is a worker too, so none is waited for
                taken.append(with_own_fonts(app.export_screenshot(title="")))
        return taken
    finally:
        project.close()


def main() -> None:
    """Write the picture."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["ALIGNBENCH_STATE"] = folder
        root = Path(folder) / "sample"
        shutil.copytree(SAMPLE, root / "data")
        drawn = moving(asyncio.run(pictures(root)), [title for title, _ in STEPS])
    (HERE / "review-moving.svg").write_text(drawn, encoding="utf-8")


if __name__ == "__main__":
    main()
