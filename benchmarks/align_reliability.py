"""Draw how often links of each confidence are right, over the development documents.

python benchmarks/align_reliability.py CORPORA/dev --cache FOLDER docs/methods/reliability.svg
"""

import argparse
from pathlib import Path

from align_data import Maker
from align_dev import made

from alignbench.alignment import align
from alignbench.alignment.evaluation import judged

SETS = ("wmt21_ja-en", "wmt21_en-ja", "d365", "kyoto", "ami_ja_dev")
SIZE, EDGE = 300, 46


def drawn(points: list[tuple[float, float, int]]) -> str:
    """An SVG picture of (mean confidence, share right, number of links) of each bin."""

    def place(x: float, y: float) -> tuple[float, float]:
        return round(EDGE + x * SIZE, 1), round(EDGE / 2 + (1 - y) * SIZE, 1)

    (left, low), (right, high) = place(0, 0), place(1, 1)
    most = max(count for *_, count in points)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIZE + 2 * EDGE}" '
        f'height="{SIZE + 2 * EDGE}" font-family="sans-serif" font-size="12">',
        "<title>Share of right links by confidence</title>",
        f'<rect x="{left}" y="{high}" width="{SIZE}" height="{SIZE}" fill="white" stroke="#999"/>',
        f'<line x1="{left}" y1="{low}" x2="{right}" y2="{high}" stroke="#999" '
        'stroke-dasharray="4"/>',
    ]
    for tick in (0.0, 0.5, 1.0):
        x, y = place(tick, tick)
        lines.append(f'<text x="{x}" y="{low + 16}" text-anchor="middle">{tick:g}</text>')
        lines.append(f'<text x="{left - 6}" y="{y + 4}" text-anchor="end">{tick:g}</text>')
    for confidence, share, count in points:
        x, y = place(confidence, share)
        radius = round(3 + 9 * (count / most) ** 0.5, 1)
        lines.append(
            f'<circle cx="{x}" cy="{y}" r="{radius}" fill="#2a6f97" fill-opacity="0.75">'
            f"<title>{count} links</title></circle>"
        )
    middle = place(0.5, 0)[0]
    lines.append(f'<text x="{middle}" y="{low + 34}" text-anchor="middle">confidence</text>')
    lines.append(
        f'<text transform="translate(12 {place(0, 0.5)[1]}) rotate(-90)" '
        'text-anchor="middle">share of right links</text>'
    )
    return "\n".join([*lines, "</svg>", ""])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--cache", type=Path, required=True)
    parser.add_argument("--encoder", default="bundled")
    args = parser.parse_args()
    maker = Maker(args.encoder, args.cache)
    links = [
        link
        for name in SETS
        for sample in made(args.folder, name, maker, 0)
        for link in judged(sample.gold, align(sample.ja, sample.en).beads)
    ]
    points = []
    for low in range(10):
        own = [link for link in links if min(int(link[0] * 10), 9) == low]
        if own:
            mean = sum(confidence for confidence, _ in own) / len(own)
            points.append((mean, sum(right for _, right in own) / len(own), len(own)))
            print("{:.3f} {:.3f} {}".format(*points[-1]))
    args.out.write_text(drawn(points), encoding="utf-8")


if __name__ == "__main__":
    main()
