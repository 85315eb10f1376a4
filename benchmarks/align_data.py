"""Documents with gold links, joined and disturbed as the aligner's measurements need them."""

import hashlib
import importlib
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from alignbench.alignment import SideInput
from alignbench.domain.links import Bead
from alignbench.domain.text import Kind, Side
from alignbench.embedding.protocol import Encoder
from alignbench.embedding.spans import span_vectors
from alignbench.language.keys import keys

MAX_SPAN = 6
Group = tuple[list[str], list[str]]


@dataclass
class Sample:
    """A joined document; `coarse` gold beads may hold finer ones."""

    name: str
    ja: SideInput
    en: SideInput
    gold: list[Bead]
    ja_texts: list[str]
    en_texts: list[str]


def encoder(name: str) -> Encoder:
    """`module:Class`, or what `alignbench.embedding.load` understands."""
    if ":" in name:
        module, _, attribute = name.partition(":")
        return getattr(importlib.import_module(module), attribute)()  # type: ignore[no-any-return]
    from alignbench.embedding import load

    return load(None if name == "bundled" else name)


def documents(path: Path) -> list[list[Group]]:
    """The documents of one file, each as its gold groups of texts."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        entry = json.loads(line)
        found.append(
            [
                ([entry["ja"][i] for i in ja], [entry["en"][j] for j in en])
                for ja, en in entry["gold"]
            ]
        )
    return found


def joined(docs: Sequence[list[Group]], at_once: int = 20) -> list[list[list[Group]]]:
    """Documents `at_once` at a time."""
    return [list(docs[at : at + at_once]) for at in range(0, len(docs), at_once)]


def dropped(groups: list[Group], rng: random.Random, share: float = 0.04) -> list[Group]:
    """Some groups with one side gone: `share` of them the Japanese, `share` the English."""
    out = []
    for ja, en in groups:
        chance = rng.random()
        out.append(([], en) if chance < share else (ja, []) if chance < 2 * share else (ja, en))
    return out


_JA_END = re.compile(r"(?<=[。！？])(?![」』）。！？])")
_EN_END = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.)(?<!Mr\.)(?<!Dr\.)\s+(?=[\"'(]?[A-Z])")


def split_lines(groups: list[Group]) -> list[Group]:
    """Lines that hold several sentences taken apart; the groups stay."""

    def parts(texts: list[str], pattern: re.Pattern[str]) -> list[str]:
        return [part for text in texts for part in pattern.split(text) if part.strip()][:6]

    return [(parts(ja, _JA_END), parts(en, _EN_END)) for ja, en in groups]


def merged(groups: list[Group], rng: random.Random, share: float = 0.12) -> list[Group]:
    """Neighbouring groups made one: their texts joined on one side, or cut at another place."""
    out: list[Group] = []
    at = 0
    while at < len(groups):
        count = rng.choice((2, 2, 2, 3, 3, 4))
        run = groups[at : at + count]
        simple = len(run) == count and all(len(ja) == len(en) == 1 for ja, en in run)
        if simple and rng.random() < share / 2:
            out.append(_joined_run(run, rng))
            at += count
        else:
            out.append(groups[at])
            at += 1
    return out


def _joined_run(run: list[Group], rng: random.Random) -> Group:
    ja, en = [group[0][0] for group in run], [group[1][0] for group in run]
    how = rng.random()
    if how < 0.4:
        return ["".join(ja)], en
    if how < 0.8:
        return ja, [" ".join(en)]
    commas = [match.end() for match in re.finditer("、", ja[1])]
    spaces = [match.end() for match in re.finditer(r"[,;:] ", en[1])]
    if commas and how < 0.9:
        return [ja[0] + ja[1][: commas[0]], ja[1][commas[0] :], *ja[2:]][:2] + ja[2:], en
    if spaces:
        return ja, [f"{en[0]} {en[1][: spaces[0]]}", en[1][spaces[0] :], *en[2:]]
    return ["".join(ja)], en


class Maker:
    """Turns groups of texts into samples, with vectors kept in a folder between runs."""

    def __init__(self, name: str, cache: Path) -> None:
        self.name = name
        self.cache = cache
        self._encoder: Encoder | None = None
        cache.mkdir(parents=True, exist_ok=True)

    def _vectors(self, texts: list[str], side: Side) -> np.ndarray:
        digest = hashlib.sha256("\n".join([self.name, side, *texts]).encode()).hexdigest()[:20]
        path = self.cache / f"{digest}.npy"
        if not path.exists():
            self._encoder = self._encoder or encoder(self.name)
            np.save(path, span_vectors(self._encoder, texts, side, MAX_SPAN).astype(np.float16))
        return np.load(path).astype(np.float32)  # type: ignore[no-any-return]

    def side(
        self, texts: list[str], paragraphs: list[int], kinds: list[Kind], side: Side
    ) -> SideInput:
        return SideInput(
            self._vectors(texts, side),
            np.array([len(text) for text in texts], dtype=np.int64),
            np.array(paragraphs, dtype=np.int64),
            kinds,
            [keys(text, side) for text in texts],
        )

    def sample(
        self,
        name: str,
        docs: list[list[Group]],
        rng: random.Random,
        paragraph: int = 0,
        furniture: float = 0.0,
    ) -> Sample:
        """One document of several, a paragraph every `paragraph` groups (0: one a document)."""
        texts: dict[Side, list[str]] = {"ja": [], "en": []}
        numbers: dict[Side, list[int]] = {"ja": [], "en": []}
        kinds: dict[Side, list[Kind]] = {"ja": [], "en": []}
        gold: list[Bead] = []
        number: dict[Side, int] = {"ja": 0, "en": 0}
        for doc in docs:
            for at, (ja, en) in enumerate(doc):
                opens = at == 0 or (paragraph and rng.random() < 1 / paragraph)
                agree = rng.random()
                for side, share in (("ja", agree < 0.93), ("en", agree > 0.07)):
                    number[side] += bool(opens and share)  # type: ignore[index]
                if furniture and rng.random() < furniture:
                    side = rng.choice(("ja", "en"))
                    texts[side].append(
                        str(rng.randrange(1, 300))
                        if rng.random() < 0.5
                        else ("月報 第3号" if side == "ja" else "Monthly Report No. 3")
                    )
                    numbers[side].append(number[side])
                    kinds[side].append(Kind.FURNITURE)
                    place = len(texts[side]) - 1
                    gold.append(Bead((place,), ()) if side == "ja" else Bead((), (place,)))
                spot = len(texts["ja"]), len(texts["en"])
                for side, lines in (("ja", ja), ("en", en)):
                    texts[side] += lines  # type: ignore[index]
                    numbers[side] += [number[side]] * len(lines)  # type: ignore[index]
                    kinds[side] += [Kind.SENTENCE] * len(lines)  # type: ignore[index]
                run = (
                    tuple(range(spot[0], spot[0] + len(ja))),
                    tuple(range(spot[1], spot[1] + len(en))),
                )
                if ja and en:
                    gold.append(Bead(*run))
                else:
                    gold += [Bead((i,), ()) for i in run[0]] + [Bead((), (j,)) for j in run[1]]
        return Sample(
            name,
            self.side(texts["ja"], numbers["ja"], kinds["ja"], "ja"),
            self.side(texts["en"], numbers["en"], kinds["en"], "en"),
            gold,
            texts["ja"],
            texts["en"],
        )
