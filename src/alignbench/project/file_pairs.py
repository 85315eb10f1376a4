"""Which Japanese file goes with which English one. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from alignbench.project.document_name import document_name

Files = dict[str, list[Path]]

_LEFTOVERS = frozenset({".bak", ".orig", ".swp", ".tmp", ".part"})


def is_leftover(path: Path) -> bool:
    """Whether a file is hidden, or what an editor leaves beside a text: no version of it."""
    return path.name.startswith((".", "~$", "#")) or (
        path.name.endswith("~") or path.suffix.lower() in _LEFTOVERS
    )


@dataclass(frozen=True, slots=True)
class FilePair:
    """A Japanese and an English file of the same name in a project's data folders."""

    name: str
    ja: Path
    en: Path
    imported: bool


@dataclass(frozen=True, slots=True)
class Pairing:
    """Files that are two versions of one text, by the document's name, and files left alone."""

    pairs: dict[str, tuple[Path, Path]]
    unpaired: tuple[Path, ...]


def pair_up(ja: Iterable[Path], en: Iterable[Path]) -> Pairing:
    """Pair files whose names are the same but for the ending.

    Where a side has several files of one such name, only those with the same ending too are a
    pair, and the ending is part of the document's name: nothing is guessed, nothing dropped.
    """
    ja, en = list(ja), list(en)
    of_stem = _by(ja, whole=False), _by(en, whole=False)
    of_name = _by(ja, whole=True), _by(en, whole=True)
    unclear = {stem for files in of_stem for stem, rivals in files.items() if len(rivals) > 1}
    pairs = {stem: pair for stem, pair in _met(*of_stem).items() if stem not in unclear}
    for name, pair in _met(*of_name).items():
        if document_name(pair[0].stem) in unclear:
            pairs.setdefault(name, pair)
    taken = {path for pair in pairs.values() for path in pair}
    return Pairing(
        dict(sorted(pairs.items())), tuple(path for path in (*ja, *en) if path not in taken)
    )


def _by(paths: Iterable[Path], *, whole: bool) -> Files:
    found: Files = defaultdict(list)
    for path in paths:
        found[document_name(path.name if whole else path.stem)].append(path)
    return dict(found)


def _met(ja: Files, en: Files) -> dict[str, tuple[Path, Path]]:
    """The only files of their name on both sides."""
    return {
        name: (ja[name][0], en[name][0])
        for name in ja.keys() & en.keys()
        if len(ja[name]) == len(en[name]) == 1
    }
