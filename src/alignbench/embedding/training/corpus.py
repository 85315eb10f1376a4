"""Pairs of sentences as numbered words, kept on disk so that each corpus is read once."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Side
from alignbench.embedding.training.pairs import Pair
from alignbench.language import lemmas
from alignbench.system.atomic_files import written_whole

SIDES: tuple[Side, Side] = ("ja", "en")
_AT_ONCE = 1000
"""Pairs between two reports of progress."""
_FORM = 1
"""Counts the changes to what is kept; older files are then read anew."""

Features = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Texts:
    """One side of a corpus: text i is `words[starts[i]:starts[i + 1]]`, numbers into `lexicon`."""

    words: NDArray[np.int32]
    starts: NDArray[np.int64]
    lexicon: tuple[Features, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Pairs of texts. `source[i]` says which of `sources` pair i came from."""

    sources: tuple[str, ...]
    source: NDArray[np.int16]
    ja: Texts
    en: Texts

    def __len__(self) -> int:
        return len(self.source)

    def side(self, side: Side) -> Texts:
        """The Japanese or the English texts."""
        return self.ja if side == "ja" else self.en


def read_corpus(pairs: Iterable[Pair], progress: Progress = silent) -> Corpus:
    """Take pairs apart into words; a text costs about 0.1 ms."""
    sources: dict[str, int] = {}
    source: list[int] = []
    words: dict[Side, list[int]] = {"ja": [], "en": []}
    counts: dict[Side, list[int]] = {"ja": [], "en": []}
    numbers: dict[Side, dict[Features, int]] = {"ja": {}, "en": {}}
    for batch in _batches(pairs):
        source += [sources.setdefault(pair.source, len(sources)) for pair in batch]
        for side in SIDES:
            texts = [pair.ja if side == "ja" else pair.en for pair in batch]
            known, flat = numbers[side], words[side]
            for text in lemmas.features(texts, side):
                found = [known.setdefault(word, len(known)) for word in text if word]
                flat += found
                counts[side].append(len(found))
        progress("reading pairs", len(source), 0)
    ja, en = (
        Texts(np.array(words[side], np.int32), _starts(counts[side]), tuple(numbers[side]))
        for side in SIDES
    )
    return Corpus(tuple(sources), np.array(source, np.int16), ja, en)


def joined(corpora: Sequence[Corpus]) -> Corpus:
    """Several corpora as one, in order."""
    sources: dict[str, int] = {}
    source = [
        np.array([sources.setdefault(name, len(sources)) for name in each.sources], np.int16)[
            each.source
        ]
        for each in corpora
    ]
    ja, en = (_joined_texts([each.side(side) for each in corpora]) for side in SIDES)
    return Corpus(tuple(sources), np.concatenate(source), ja, en)


def _joined_texts(sides: Sequence[Texts]) -> Texts:
    numbers: dict[Features, int] = {}
    words = [
        np.array([numbers.setdefault(word, len(numbers)) for word in each.lexicon], np.int32)[
            each.words
        ]
        for each in sides
    ]
    counts = [np.diff(each.starts) for each in sides]
    return Texts(np.concatenate(words), _starts(np.concatenate(counts)), tuple(numbers))


def kept_corpus(
    pairs: Iterable[Pair], key: str, folder: Path, progress: Progress = silent
) -> Corpus:
    """`read_corpus(pairs)`, or what it gave last time for the same `key`, kept in `folder`.

    What is kept is numbers and single words, in the order of the texts: it is as confidential as
    the texts themselves.
    """
    digest = hashlib.sha256(f"{_FORM} {lemmas.VERSION} {key}".encode()).hexdigest()[:16]
    path = folder / f"pairs-{digest}.npz"
    if path.exists():
        try:
            return _load(path)
        except (OSError, ValueError, KeyError, BadZipFile):
            path.unlink()
    corpus = read_corpus(pairs, progress)
    folder.mkdir(parents=True, exist_ok=True)
    _save(corpus, path)
    return corpus


def _save(corpus: Corpus, path: Path) -> None:
    text = json.dumps([corpus.sources, corpus.ja.lexicon, corpus.en.lexicon], ensure_ascii=False)
    with written_whole(path) as out:
        np.savez(
            out,
            source=corpus.source,
            ja=corpus.ja.words,
            ja_starts=corpus.ja.starts,
            en=corpus.en.words,
            en_starts=corpus.en.starts,
            text=np.frombuffer(text.encode(), np.uint8),
        )


def _load(path: Path) -> Corpus:
    with np.load(path, allow_pickle=False) as kept:
        sources, ja, en = json.loads(kept["text"].tobytes())
        return Corpus(
            tuple(sources),
            kept["source"],
            Texts(kept["ja"], kept["ja_starts"], tuple(map(tuple, ja))),
            Texts(kept["en"], kept["en_starts"], tuple(map(tuple, en))),
        )


def _starts(counts: Sequence[int] | NDArray[np.int64]) -> NDArray[np.int64]:
    starts = np.zeros(len(counts) + 1, np.int64)
    np.cumsum(counts, out=starts[1:])
    return starts


def _batches(pairs: Iterable[Pair]) -> Iterator[list[Pair]]:
    rest = iter(pairs)
    while batch := list(islice(rest, _AT_ONCE)):
        yield batch
