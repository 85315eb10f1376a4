"""Documents with gold links, joined and disturbed as the aligner's measurements need them."""

import hashlib
import importlib
import json
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np

from alignbench.alignment import SideInput
from alignbench.alignment.inputs import MOST_EN, MOST_JA
from alignbench.domain.links import Bead
from alignbench.domain.text import Kind, Side
from alignbench.embedding.protocol import Encoder
from alignbench.embedding.spans import span_vectors
from alignbench.language.discourse import inner_sentences, open_quotations
from alignbench.language.keys import keys
from alignbench.pipeline.text_words import text_words

MAX_SPAN: dict[str, int] = {"ja": MOST_JA, "en": MOST_EN}
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


def _unit(vectors: np.ndarray) -> np.ndarray:
    norms = np.linalg.norm(vectors, axis=-1, keepdims=True)
    return np.where(norms > 1e-6, vectors / np.maximum(norms, 1e-6), 0.0).astype(np.float32)


def twisted(vectors: np.ndarray, twist: str, rng: np.random.Generator) -> np.ndarray:
    """Span vectors (S, n, d) as another kind of model might give them.

    `noise` blurs them, `half` keeps half of the dimensions, `small` projects them at random to a
    sixth, `cone` crowds them around one direction so that unrelated texts have high cosines,
    `uneven` also makes each span's vector its own, not the sum of its segments'.
    """
    present = np.linalg.norm(vectors, axis=-1, keepdims=True) > 0.5
    dimension = vectors.shape[2]
    fixed = np.random.default_rng(20)
    if twist == "noise":
        vectors = vectors + rng.normal(0, 0.5 / dimension**0.5, vectors.shape)
    elif twist == "half":
        vectors = vectors[:, :, ::2]
    elif twist == "small":
        vectors = vectors @ fixed.normal(0, 1, (dimension, dimension // 6))
    elif twist == "cone":
        vectors = vectors + 1.5 * fixed.normal(0, dimension**-0.5, dimension)
    elif twist == "uneven":
        vectors = vectors + rng.normal(0, 0.4 / dimension**0.5, vectors.shape)
        vectors = vectors + fixed.normal(0, dimension**-0.5, dimension)
    return _unit(np.where(present, vectors, 0.0))


def nearer(sample: "Sample", share: float) -> "Sample":
    """The sample as a better model would see it: linked segments moved towards each other."""
    pulls = [np.zeros(side.vectors.shape[1:]) for side in (sample.ja, sample.en)]
    for bead in sample.gold:
        within = len(bead.ja) <= MAX_SPAN["ja"] and len(bead.en) <= MAX_SPAN["en"]
        if bead.ja and bead.en and within:
            pulls[0][list(bead.ja)] = sample.en.vectors[len(bead.en) - 1, bead.en[0]]
            pulls[1][list(bead.en)] = sample.ja.vectors[len(bead.ja) - 1, bead.ja[0]]
    sides = []
    for side, pull in zip((sample.ja, sample.en), pulls, strict=True):
        running = np.concatenate([np.zeros_like(pull[:1]), np.cumsum(pull, axis=0)])
        moved = side.vectors.copy()
        for span in range(1, len(moved) + 1):
            end = max(side.size - span + 1, 0)
            moved[span - 1, :end] += share / span * (running[span:] - running[:-span])[:end]
        present = np.linalg.norm(side.vectors, axis=-1, keepdims=True) > 0.5
        sides.append(replace(side, vectors=_unit(np.where(present, moved, 0.0))))
    return replace(sample, ja=sides[0], en=sides[1])


def bare(sample: "Sample") -> "Sample":
    """The sample as one who has vectors and lengths alone would give it."""
    sides = [
        replace(side, keys=(), sentences=(), quoted=(), words=None)
        for side in (sample.ja, sample.en)
    ]
    return replace(sample, ja=sides[0], en=sides[1])


class Maker:
    """Turns groups of texts into samples, with vectors kept in a folder between runs.

    `name` is an encoder's, with twists after it: `bundled~noise~bare`.
    """

    def __init__(self, name: str, cache: Path) -> None:
        self.name, *self.twists = name.split("~")
        self.cache = cache
        self._encoder: Encoder | None = None
        cache.mkdir(parents=True, exist_ok=True)

    def _vectors(self, texts: list[str], side: Side) -> np.ndarray:
        # By the model's own name and version, so that vectors of a former one are not taken.
        self._encoder = self._encoder or encoder(self.name)
        longest = MAX_SPAN[side]
        named = "\n".join([self._encoder.name, f"{side} {longest}", *texts])
        digest = hashlib.sha256(named.encode()).hexdigest()[:20]
        path = self.cache / f"{digest}.npy"
        if not path.exists():
            np.save(path, span_vectors(self._encoder, texts, side, longest).astype(np.float16))
        vectors = np.load(path).astype(np.float32)
        for twist in self.twists:
            if twist not in ("bare", "near"):
                vectors = twisted(vectors, twist, np.random.default_rng(int(digest[:12], 16)))
        return vectors  # type: ignore[no-any-return]

    def side(
        self, texts: list[str], paragraphs: list[int], kinds: list[Kind], side: Side
    ) -> SideInput:
        """One side as the aligner sees it."""
        return SideInput(
            self._vectors(texts, side),
            np.array([len(text) for text in texts], dtype=np.int64),
            np.array(paragraphs, dtype=np.int64),
            kinds,
            [keys(text, side) for text in texts],
            [inner_sentences(text, side) for text in texts],
            open_quotations(texts),
            None if "bare" in self.twists else text_words(texts, side),
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
        made = Sample(
            name,
            self.side(texts["ja"], numbers["ja"], kinds["ja"], "ja"),
            self.side(texts["en"], numbers["en"], kinds["en"], "en"),
            gold,
            texts["ja"],
            texts["en"],
        )
        return self.finished(made)

    def finished(self, made: Sample) -> Sample:
        """A sample under the twists that need the whole of it."""
        made = nearer(made, 0.4) if "near" in self.twists else made
        return bare(made) if "bare" in self.twists else made
