"""The prepared texts with the indices that drawing groups needs."""

import json
import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.meaning.maker.kinds import Knowledge
from benchmarks.meaning.training.examples import (
    Row,
    Sense,
    read_knowledge,
    read_rows,
    read_senses,
)

EVERYDAY = ("tatoeba", "tanaka", "jec", "tufs", "renpy")
LOOSE = ("tatoeba", "tanaka", "jec")
"""Sources of sentences that belong to no document."""
POOLS: tuple[tuple[float, tuple[str, ...]], ...] = (
    (0.40, EVERYDAY),
    (0.29, ("kyoto",)),
    (0.23, ("d365", "dotnet_ht", "ms_alchemy", "ms_partner")),
    (0.08, ("bible_bungo", "rust_book", "mozilla_www", "os_guide", "mozilla_legal")),
)
"""Kinds of text with the share of groups that begin from them."""
PERSONS = {
    "he": "彼",
    "she": "彼女",
    "they": "彼ら",
    "I": "私|僕|俺",
    "we": "私たち|我々|私達|僕たち",
}
"""Pronouns that a Japanese sentence may begin with, by the English one."""
WHO = {
    "he": "彼|トム|太郎|父|兄|弟|ジョン|ボブ|ジム|息子|叔父|おじ|ケン|その男|少年|王",
    "she": "彼女|メアリー|花子|母|姉|妹|ジェーン|娘|叔母|おば|ナンシー|その女|少女|メアリ|ルーシー",
    "they": "彼ら|両親|子供たち|子どもたち|生徒たち|人々|二人",
    "I": "私|僕|俺",
    "we": "私たち|我々|私達|僕たち",
}
"""Who a sentence before may be about, by the pronoun that then stands for them."""
_HE_OR_SHE = re.compile(r"\b(?:he|she|his|him|her|He|She|His|Her)\b")


@dataclass(frozen=True)
class Corpus:
    """Good pairs and what is known about them; indices are places among `rows`."""

    rows: Sequence[Row]
    know: Knowledge = field(default_factory=Knowledge)
    contrasts: Sequence[tuple[int, int]] = ()
    """Pairs of rows whose English differs in one word."""
    alternatives: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Rows of the same Japanese in another English."""
    revisions: Sequence[tuple[str, str, str]] = ()
    """Japanese, English before and after a reviser."""
    senses: Sequence[Sense] = ()
    rare: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Rows that a rule which seldom applies does apply to."""
    topics: Sequence[tuple[int, str]] = ()
    """Rows with an English word that the Japanese leaves out since the sentence before has it."""
    by_source: dict[str, list[int]] = field(init=False, default_factory=dict)
    begun: dict[str, list[int]] = field(init=False, default_factory=dict)
    """Rows that begin with a pronoun on both sides, by the English one."""
    about: dict[str, list[int]] = field(init=False, default_factory=dict)
    """Rows that begin with somebody, by the pronoun that stands for them."""
    gendered: list[int] = field(init=False, default_factory=list)
    """Rows whose English has a he or she that only the sentence before explains."""

    def __post_init__(self) -> None:
        """Work out the indices."""
        for at, row in enumerate(self.rows):
            self.by_source.setdefault(row.source, []).append(at)
            if row.source in LOOSE and len(row.ja) < 45:
                self._note_persons(at, row)
            before = self.rows[at - 1].en if row.follows and at else ""
            is_said = _HE_OR_SHE.search(row.en) and _HE_OR_SHE.search(before)
            if is_said and not re.search("彼|かれ", row.ja):
                self.gendered.append(at)

    def _note_persons(self, at: int, row: Row) -> None:
        for person, pattern in PERSONS.items():
            begins = re.match(rf"(?:{pattern})[はがも]", row.ja)
            if begins and re.match(rf"{person}\b", row.en, re.IGNORECASE):
                self.begun.setdefault(person, []).append(at)
        for person, pattern in WHO.items():
            if re.match(rf"(?:{pattern})[はがも]", row.ja):
                self.about.setdefault(person, []).append(at)

    def draw(self, rng: random.Random) -> int:
        """A row, the kinds of text mixed by share."""
        (_, sources), *_ = rng.choices(POOLS, [share for share, _ in POOLS])
        there = [name for name in sources if name in self.by_source]
        if not there:
            return rng.randrange(len(self.rows))
        sizes = [len(self.by_source[name]) for name in there]
        return rng.choice(self.by_source[rng.choices(there, sizes)[0]])

    def other(self, at: int, rng: random.Random) -> Row:
        """Another row of the document or, for loose sentences, of the source."""
        row = self.rows[at]
        if row.follows or rng.random() < 0.6:
            near = at + rng.choice((-4, -3, -2, -1, 1, 2, 3, 4))
            if 0 <= near < len(self.rows) and self.rows[near].source == row.source:
                return self.rows[near]
        return self.rows[rng.choice(self.by_source[row.source])]

    def before(self, at: int, rng: random.Random) -> tuple[str, str]:
        """The sentence before, often left out; now and then one that has nothing to do with it."""
        chance = rng.random()
        if self.rows[at].follows and chance < 0.5:
            return self.rows[at - 1].ja, self.rows[at - 1].en
        if chance > 0.9:
            far = self.other(at, rng)
            return far.ja, far.en
        return "", ""


def load_corpus(folder: Path) -> Corpus:
    """The corpus that `prepare.py` and `mine.py` wrote to a folder."""
    alternatives: dict[int, list[int]] = {}
    for first, second in _places(folder / "alternatives.tsv"):
        alternatives.setdefault(first, []).append(second)
        alternatives.setdefault(second, []).append(first)
    revised = folder / "revisions.tsv"
    lines = revised.read_text(encoding="utf-8").splitlines() if revised.exists() else []
    cells = (line.split("\t") for line in lines)
    rare = json.loads((folder / "rare.json").read_text(encoding="utf-8"))
    topics = [(int(at), str(word)) for at, word in rare.pop("topics", ())]
    return Corpus(
        read_rows(folder / "keep.tsv"),
        read_knowledge(folder),
        _places(folder / "contrasts.tsv"),
        alternatives,
        [(ja, before, after) for ja, before, after in cells],
        read_senses(folder / "senses.txt"),
        {kind: places for kind, places in rare.items() if places},
        topics,
    )


def _places(path: Path) -> list[tuple[int, int]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [(int(first), int(second)) for first, second in (line.split("\t") for line in lines)]
