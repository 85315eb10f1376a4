"""How long it takes from two raw files to links: whole processes, imports and all.

python benchmarks/import_align.py [--runs N] [--novel FOLDER]

The files are the sample's texts one after another, again and again until each side has 500
sentences. FOLDER holds a longer work, chapter by chapter, as X.ja.txt and X.en.txt; it is put
together to one document.
"""

import argparse
import tempfile
from pathlib import Path

from processes import ALIGNBENCH, bare_python, best, table

SAMPLE = Path(__file__).parents[1] / "data"
SIZE = 500


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--novel", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    bare = bare_python(given.runs)
    rows = [
        ["", "segments", "links", "seconds", "CPU", "MiB", "times python -c pass", "target"],
        ["python -c pass", "", "", f"{bare.wall:.2f}", f"{bare.cpu:.2f}", "", "1", ""],
    ]
    with tempfile.TemporaryDirectory() as folder:
        works = {"sample": (*repeated(Path(folder)), "5")}
        if given.novel is not None:
            works["novel"] = (*whole(given.novel, Path(folder)), "")
        for name, (ja, en, target) in works.items():
            out = Path(folder) / f"{name}.beads"
            align = (*ALIGNBENCH, "align", str(ja), str(en), "-o", str(out))
            spent = best(align, given.runs)
            links = out.read_text(encoding="utf-8").splitlines()
            rows.append([
                f"{name}: align", size(ja, en), str(len(links)), f"{spent.wall:.2f}",
                f"{spent.cpu:.2f}", f"{spent.memory:.0f}", f"{spent.wall / bare.wall:.0f}", target,
            ])  # fmt: skip
    table(rows)


def segments(path: Path, side: str) -> int:
    """How many segments our reader finds in a file."""
    from alignbench import documents

    return len(documents.read(path, "ja" if side == "ja" else "en").segments)


def size(ja: Path, en: Path) -> str:
    """Segments on either side."""
    return f"{segments(ja, 'ja')}×{segments(en, 'en')}"


def repeated(folder: Path) -> tuple[Path, Path]:
    """The sample's texts, again and again, until each side has `SIZE` segments."""
    paths = {side: folder / f"sample.{side}.txt" for side in ("ja", "en")}
    names = sorted((SAMPLE / "ja").iterdir())
    texts: dict[str, list[str]] = {"ja": [], "en": []}
    for count in range(100):
        for side, path in paths.items():
            source = SAMPLE / side / names[count % len(names)].name
            texts[side].append(source.read_text(encoding="utf-8"))
            path.write_text("\n\n".join(texts[side]), encoding="utf-8")
        if all(segments(path, side) >= SIZE for side, path in paths.items()):
            break
    return paths["ja"], paths["en"]


def whole(source: Path, folder: Path) -> tuple[Path, Path]:
    """All chapters of a work as one file for each side."""
    paths = {side: folder / f"novel.{side}.txt" for side in ("ja", "en")}
    chapters = [each for each in sorted(source.glob("*.ja.txt")) if english(each).exists()]
    for side, path in paths.items():
        files = chapters if side == "ja" else map(english, chapters)
        text = "\n\n".join(file.read_text(encoding="utf-8") for file in files)
        path.write_text(text, encoding="utf-8")
    return paths["ja"], paths["en"]


def english(ja: Path) -> Path:
    """The English file beside a Japanese one."""
    return ja.with_name(ja.name.replace(".ja.", ".en."))


if __name__ == "__main__":
    main()
