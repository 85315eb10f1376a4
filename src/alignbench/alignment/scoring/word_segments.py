"""The words of neighbouring segments, and how far those of two texts say each other."""

import numpy as np
from numpy.typing import NDArray

from alignbench.alignment.inputs import Ints, Words

Float32 = NDArray[np.float32]
_NOT_AT_ALL, _WHOLLY = -0.12, 0.28
"""Cosines, less half of both words' backgrounds, from which on a word begins to be said and is."""


class WordSegments:
    """The words of the segments `start` up to `stop` of a document, `count` of them.

    `vectors` and `background` are of the distinct words, `places` tells of each word which it is,
    `weights` what it weighs; the words of segment `start + s` begin at `starts[s]`, and one entry
    more tells where the last ones end.
    """

    def __init__(self, words: Words, start: int, stop: int) -> None:
        span = slice(int(words.starts[start]), int(words.starts[stop]))
        rows = words.rows[span]
        distinct, self.places = np.unique(rows, return_inverse=True)
        self.vectors = words.vectors[distinct]
        self.background = words.background[distinct]
        self.weights = words.weights[rows]
        self.starts: Ints = words.starts[start : stop + 1] - words.starts[start]
        self.count = stop - start

    def said_by(self, other: "WordSegments") -> Float32:
        """How far each distinct word here translates each there: 0 or less to 1 or more."""
        cosines = self.vectors @ other.vectors.T
        cosines -= np.float32(0.5) * self.background[:, None]
        cosines -= np.float32(0.5) * other.background + np.float32(_NOT_AT_ALL)
        cosines *= np.float32(1.0 / (_WHOLLY - _NOT_AT_ALL))
        return np.asarray(cosines)

    def best(self, said: Float32) -> Float32:
        """How far these segments say words of the other text, from 0 to 1: (segments, others).

        `said` (others, distinct words here): how far each word here translates each of those.
        """
        if not self.count:
            return np.zeros((0, len(said)), dtype=np.float32)
        found = _greatest(np.ascontiguousarray(said.T), self.places, self.starts)
        np.maximum(found, np.float32(0.0), out=found)
        return np.minimum(found, np.float32(1.0), out=found)


def _greatest(rows: Float32, places: Ints, starts: Ints) -> Float32:
    """The greatest values of runs of rows, each from one of `starts` of `places` to the next.

    Runs' first rows are compared at once, then their second ones, and so on: ten times as fast as
    `np.maximum.reduceat` along the first axis. No run is empty.
    """
    counts = np.diff(starts)
    longest_first = np.argsort(-counts, kind="stable")
    firsts, lengths = starts[longest_first], -counts[longest_first]
    best = rows.take(places[firsts], axis=0)
    room = np.empty_like(best)
    for place in range(1, -int(lengths[0])):
        left = int(np.searchsorted(lengths, -place))
        some = rows.take(places[firsts[:left] + place], axis=0, out=room[:left], mode="clip")
        np.maximum(best[:left], some, out=best[:left])
    found = np.empty_like(best)
    found[longest_first] = best
    return found
