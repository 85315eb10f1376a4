"""Mines the prepared pairs for what the makers of errors and of groups want to know.

    python -m benchmarks.meaning.training.mine DATA [--dictionary TABLE] [--weights FOLDER]
        [--tokenizer FILE]

`DATA` is what `prepare.py` wrote. A dictionary is a table of term and gloss. Neighbours of words
come from the vocabulary's vectors in the weights that training begins from; without them there are
none. Writes contrasts, alternatives, glosses, names, neighbours, rare rules and topics beside the
pairs.
"""

import argparse
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.kinds import FUNCTION, Knowledge
from benchmarks.meaning.maker.rules import RULES
from benchmarks.meaning.maker.words import SISTER_WORDS
from benchmarks.meaning.training.examples import Row, read_knowledge, read_rows

RARE = (
    "condition", "exception", "cause", "unit", "rise", "comparison", "degree", "aspect", "item",
    "role", "modality", "higher", "quantity", "number", "question", "referent", "tense",
)  # fmt: skip
"""Rules that seldom apply, for which rows are listed."""
MOST_RARE, MOST_TOPICS, MOST_CONTRASTS, MOST_NAMES = 9_000, 14_000, 110_000, 8_000
_WORD = re.compile(r"[A-Za-z0-9']+")
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][a-z]{2,}\b")
_KANJI = re.compile("[\u4e00-\u9fff]")
_MARKS = re.compile(r"[\s。、！？!?.,]")
_LITTLE = frozenset(("a", "an", "the", "of", "to", "in", "is", "are", "was", "were", "and", "that",
    "it", "for", "on", "with", "as", "at", "be", "this"))  # fmt: skip
Places = list[tuple[int, int]]


def glosses_of(rows: Sequence[Row], dictionary: Path | None) -> dict[str, list[str]]:
    """Short glosses of the dictionary's terms that occur twice in the Japanese."""
    if dictionary is None:
        return {}
    glosses: dict[str, list[str]] = defaultdict(list)
    for line in dictionary.read_text(encoding="utf-8").splitlines():
        term, gloss = line.split("\t")[:2]
        gloss = re.sub(r"\([^()]*\)", "", gloss).strip()
        is_term = len(term) <= 8 and (_KANJI.search(term) or len(term) >= 3)
        if is_term and gloss and len(gloss.split()) <= 3 and len(glosses[term]) < 24:
            glosses[term].append(gloss)
    counts: Counter[str] = Counter()
    know = Knowledge(glosses=glosses)
    for row in rows:
        counts.update(know.terms(row.ja))
    return {term: glosses[term] for term, count in counts.items() if count >= 2 and glosses[term]}


def alternatives(rows: Sequence[Row]) -> Places:
    """Places of rows of one Japanese in two English versions."""
    by_ja: dict[str, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        by_ja[_MARKS.sub("", row.ja)].append(at)
    found: Places = []
    for places in by_ja.values():
        for n, first in enumerate(places[:8]):
            for second in places[n + 1 : 8]:
                if _plain(rows[first].en) != _plain(rows[second].en):
                    found.append((first, second))
    return found


def same_words(rows: Sequence[Row], pairs: Places) -> set[tuple[str, str]]:
    """Words that two translators exchanged at least twice: to exchange them is no error."""
    counts: Counter[tuple[str, str]] = Counter()
    for first, second in pairs:
        a, b = (_words(rows[at].en) for at in (first, second))
        differ = [pair for pair in zip(a, b, strict=False) if pair[0] != pair[1]]
        if len(a) == len(b) and len(differ) == 1:
            counts[differ[0]] += 1
            counts[differ[0][::-1]] += 1
    return {pair for pair, count in counts.items() if count >= 2}


def contrasts(
    rows: Sequence[Row], know: Knowledge, rng: random.Random
) -> tuple[Places, dict[str, list[str]]]:
    """Places of rows whose English differs in one word that matters, and words so exchanged."""
    slots: dict[tuple[str, ...], Places] = defaultdict(list)
    words = {at: _words(row.en) for at, row in enumerate(rows)}
    for at, each in words.items():
        if 3 <= len(each) <= 16:
            for place in range(len(each)):
                slots[(str(place), *each[:place], *each[place + 1 :])].append((at, place))
    synonyms = lx.pairs(lx.words_of("synonyms"))
    found: set[tuple[int, int]] = set()
    counts: Counter[tuple[str, str]] = Counter()
    for filled in slots.values():
        rng.shuffle(filled)
        for n, (first, place) in enumerate(filled[:7]):
            for second, _ in filled[n + 1 : 7]:
                a, b = words[first][place], words[second][place]
                is_apart = not (
                    a == b
                    or rows[first].ja == rows[second].ja
                    or (a in _LITTLE and b in _LITTLE)
                    or (a[:4] == b[:4] and len(a) > 4)
                    or b in synonyms.get(a, ())
                    or (a, b) in know.same
                    or b[:5] in know.allowed(rows[first].ja)
                    or a[:5] in know.allowed(rows[second].ja)
                    or abs(len(rows[first].ja) - len(rows[second].ja)) > 8
                )
                if is_apart:
                    found.add((first, second))
                    counts.update([(a, b), (b, a)])
    mined: dict[str, list[str]] = defaultdict(list)
    for (a, b), count in counts.most_common():
        if count >= 2 and min(len(a), len(b)) > 2 and len(mined[a]) < 25:
            mined[a].append(b)
    places = sorted(found)
    rng.shuffle(places)
    return places[:MOST_CONTRASTS], dict(mined)


def neighbours(
    rows: Sequence[Row], vocabulary: Sequence[str], vectors: np.ndarray
) -> dict[str, list[str]]:
    """The nearest other words of each word that occurs a dozen times, by the model's vectors."""
    counts = Counter(word for row in rows for word in _WORD.findall(row.en))
    chosen = [
        at
        for at, piece in enumerate(vocabulary)
        if len(piece) >= 4 and piece[0] == "▁" and piece[1:].isascii() and piece[1:].isalpha()
        and counts[piece[1:]] >= 12
    ]  # fmt: skip
    near = vectors[chosen] - vectors[chosen].mean(0)
    near /= np.linalg.norm(near, axis=1, keepdims=True)
    names = [vocabulary[at][1:] for at in chosen]
    synonyms = lx.pairs(lx.words_of("synonyms"))
    found = {}
    for at, word in enumerate(names):
        order = np.argsort(-(near @ near[at]))[1:41]
        others = [names[other] for other in order]
        found[word] = [
            other
            for other in others
            if other.lower()[:4] != word.lower()[:4]
            and other.lower() not in word.lower()
            and word.lower() not in other.lower()
            and other not in synonyms.get(word, ())
            and other[:1].isupper() == word[:1].isupper()
        ][:14]
    return found


def rare_rows(rows: Sequence[Row], know: Knowledge, rng: random.Random) -> dict[str, list[int]]:
    """Rows that each of the `RARE` rules applies to."""
    found: dict[str, list[int]] = {kind: [] for kind in RARE}
    for at in rng.sample(range(len(rows)), len(rows)):
        row = rows[at]
        open_kinds = [kind for kind in RARE if len(found[kind]) < MOST_RARE]
        for kind in open_kinds:
            made = RULES[kind][0](row.en, row.ja, rng, know)
            if made and made.text != row.en:
                found[kind].append(at)
        if not open_kinds:
            break
    return found


def topics(rows: Sequence[Row], know: Knowledge) -> list[tuple[int, str]]:
    """Words of the English that its Japanese does not have and the sentence before does."""
    found = []
    for at, row in enumerate(rows):
        if not row.follows:
            continue
        before, allowed = set(_words(rows[at - 1].en)), know.allowed(row.ja)
        for word in _words(row.en):
            is_content = len(word) > 3 and word not in FUNCTION
            is_known = word in know.neighbours or word in SISTER_WORDS
            is_said = {word[:5], word.rstrip("s")[:5]} & allowed
            if is_content and is_known and word in before and not is_said:
                found.append((at, word))
                break
    return found[:MOST_TOPICS]


def names_of(rows: Sequence[Row]) -> list[str]:
    """Capitalised words inside sentences that occur three times, the commonest first."""
    counts = Counter(match for row in rows for match in _NAME.findall(row.en))
    return [name for name, count in counts.most_common(MOST_NAMES) if count >= 3]


def mine(
    data: Path, dictionary: Path | None, vectors: tuple[Sequence[str], np.ndarray] | None
) -> None:
    """Write everything that `corpus.load_corpus` reads beside the prepared pairs."""
    rows, rng = read_rows(data / "keep.tsv"), random.Random(5)
    pairs = alternatives(rows)
    glosses, same = glosses_of(rows, dictionary), same_words(rows, pairs)
    found, mined = contrasts(rows, Knowledge(glosses=glosses, same=frozenset(same)), rng)
    near: Mapping[str, list[str]] = neighbours(rows, *vectors) if vectors else {}
    for name, value in (
        ("glosses", glosses), ("same", sorted(same)), ("mined", mined),
        ("neighbours", near), ("names", names_of(rows)),
    ):  # fmt: skip
        _write_json(data / f"{name}.json", value)
    _write_places(data / "contrasts.tsv", found)
    _write_places(data / "alternatives.tsv", pairs)
    know = read_knowledge(data)
    _write_json(data / "rare.json", {**rare_rows(rows, know, rng), "topics": topics(rows, know)})
    print(f"{len(found):,} contrasts, {len(pairs):,} alternatives, {len(glosses):,} glosses")


def _write_json(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _write_places(path: Path, places: Places) -> None:
    path.write_text("".join(f"{a}\t{b}\n" for a, b in places), encoding="utf-8")


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def main() -> None:
    from benchmarks.meaning.training.network import arrays_of

    parser = argparse.ArgumentParser(description="Mine the prepared pairs.")
    parser.add_argument("data", type=Path)
    parser.add_argument("--dictionary", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--tokenizer", type=Path)
    asked = parser.parse_args()
    vectors = None
    if asked.weights and asked.tokenizer:
        there = json.loads(asked.tokenizer.read_text(encoding="utf-8"))["model"]["vocab"]
        vectors = [piece for piece, _ in there], arrays_of(asked.weights)["emb.weight"]
    mine(asked.data, asked.dictionary, vectors)


if __name__ == "__main__":
    main()
