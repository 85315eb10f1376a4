"""Which Japanese file goes with which English one. Pure."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.project.document_name import document_name

Files = dict[str, list[Path]]

_TAG = re.compile(
    r"(?P<name>.+)[._\- ](?:(?P<ja>ja|jp|jpn|japanese|日本語)|(?P<en>en|eng|english|英語))",
    re.IGNORECASE,
)
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
    reasons: Mapping[Path, str] = field(default_factory=dict)
    """Why each of `unpaired` is left alone: a clause for people."""


def side_of(path: Path) -> Side | None:
    """The language that a file's name says it is in, as `ch04.ja.txt` does; None: it says none."""
    tag = _TAG.fullmatch(path.stem)
    return None if tag is None else "ja" if tag["ja"] else "en"


def pair_up(ja: Iterable[Path], en: Iterable[Path]) -> Pairing:
    """Pair files whose names are the same but for the ending.

    Where a side has several files of one such name, only those with the same ending too are a
    pair, and the ending is part of the document's name: nothing is guessed, nothing dropped. Of
    what is left, names that differ in the language they say alone are a pair, as `a.ja.txt` and
    `a.en.txt` or `a.txt`.
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
    left = _untagged(ja, taken, "ja"), _untagged(en, taken, "en")
    for name, pair in _met(*left).items():
        if name not in pairs:
            pairs[name] = pair
            taken.update(pair)
    unpaired = tuple(path for path in (*ja, *en) if path not in taken)
    return Pairing(dict(sorted(pairs.items())), unpaired, _reasons(unpaired, set(ja), ja, en))


def _untagged(paths: Iterable[Path], taken: Iterable[Path], side: Side) -> Files:
    """Files that belong to no pair yet by name, without the language that it says."""
    found: Files = defaultdict(list)
    gone = set(taken)
    for path in paths:
        if path not in gone and side_of(path) in (side, None):
            found[_bare(path)].append(path)
    return dict(found)


def _bare(path: Path) -> str:
    tag = _TAG.fullmatch(path.stem)
    return document_name(tag["name"] if tag else path.stem)


def _reasons(
    unpaired: Iterable[Path], on_ja: set[Path], ja: Iterable[Path], en: Iterable[Path]
) -> dict[Path, str]:
    named = {"ja": Counter(map(_bare, ja)), "en": Counter(map(_bare, en))}
    found: dict[Path, str] = {}
    for path in unpaired:
        side: Side = "ja" if path in on_ja else "en"
        name, other = _bare(path), named["en" if side == "ja" else "ja"]
        if side_of(path) not in (side, None):
            found[path] = t("its name says that it is in the other language")
        elif not other[name]:
            found[path] = (
                t("no English file is called {name}", name=name)
                if side == "ja"
                else t("no Japanese file is called {name}", name=name)
            )
        else:
            found[path] = t("several files are called {name}", name=name)
    return found


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
