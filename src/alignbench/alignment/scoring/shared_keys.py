"""What the keys that both sides of a bead have are worth."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import log

import numpy as np

from alignbench.alignment.inputs import Floats, Ints
from alignbench.alignment.lattice.band import Shapes
from alignbench.alignment.lattice.document_band import Float32
from alignbench.alignment.lattice.seen_nodes import SeenNodes

Keys = Sequence[frozenset[str]]


@dataclass(frozen=True, slots=True)
class KeyPlaces:
    """Where one text has keys that both have: segment i has `numbers[starts[i]:starts[i + 1]]`."""

    numbers: Ints
    starts: Ints

    def between(self, start: int, stop: int) -> tuple[Ints, Ints]:
        """The keys of segments `start` up to `stop`, and in which of these each stands."""
        low, high = (min(max(at, 0), len(self.starts) - 1) for at in (start, stop))
        high = max(low, high)
        places = np.repeat(np.arange(low, high) - start, np.diff(self.starts[low : high + 1]))
        return self.numbers[self.starts[low] : self.starts[high]], places


@dataclass(frozen=True, slots=True)
class SharedKeys:
    """The keys that both texts have, by number, and what each is `worth`.

    That is the log of how few segments have it; what a third of them have is worth nothing.
    """

    names: tuple[str, ...]
    worth: Floats
    ja: KeyPlaces
    en: KeyPlaces

    @classmethod
    def of(cls, ja: Keys, en: Keys) -> "SharedKeys":
        """Those of two texts; none if either has no keys."""
        in_ja, in_en = Counter(chain.from_iterable(ja)), Counter(chain.from_iterable(en))
        size = max(len(ja), len(en), 1)
        often = {key: max(in_ja[key], in_en[key]) for key in sorted(in_ja.keys() & in_en.keys())}
        worth = {key: log((size + 1.0) / met) for key, met in often.items() if met < size / 3}
        numbers = {key: number for number, key in enumerate(worth)}
        return cls(
            tuple(worth),
            np.array(list(worth.values()), dtype=np.float64),
            _places(ja, numbers),
            _places(en, numbers),
        )


def _places(keys: Keys, numbers: dict[str, int]) -> KeyPlaces:
    # In one order, whatever the hash seed: what is summed must be the same on every run.
    each = [sorted(map(numbers.__getitem__, numbers.keys() & own)) for own in keys]
    starts = np.concatenate([[0], np.cumsum([len(own) for own in each], dtype=np.int64)])
    return KeyPlaces(np.fromiter(chain.from_iterable(each), dtype=np.int64), starts)


def shared_worth(seen: SeenNodes, keys: SharedKeys, shapes: Shapes) -> Float32:
    """Summed worth of the keys that the spans of each shape share: (T, B, K, W), else 0."""
    reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
    out = seen.empty(shapes)
    for block in seen.band.blocks():
        item, low, high, left, right = block
        shift_ja, shift_en = (int(shift) for shift in seen.band.origins[item])
        table = _summed(
            keys,
            (low + shift_ja - reach_ja, high + shift_ja - 1),
            (left + shift_en - reach_en, right + shift_en - 1),
        )
        if table is None:
            continue
        kept, where = seen.kept(block)
        rows, columns = np.divmod(kept, right - left)
        stride = table.shape[1]
        corner = (rows + reach_ja) * stride + columns + reach_en
        table = table.reshape(-1)
        corners = {(0, 0): table.take(corner)}
        for t, (a, b) in enumerate(shapes):
            if a and b:
                for at in ((a, 0), (0, b)):
                    if at not in corners:
                        corners[at] = table.take(corner - at[0] * stride - at[1])
                box = corners[0, 0] - corners[a, 0] - corners[0, b]
                box += table.take(corner - a * stride - b)
                out[t].reshape(-1)[where] = box
    return out


def _summed(keys: SharedKeys, ja: tuple[int, int], en: tuple[int, int]) -> Floats | None:
    """Worth of shared keys summed from the corner up to each pair of segments; None if nothing."""
    own, rows = keys.ja.between(*ja)
    others, columns = keys.en.between(*en)
    order = np.argsort(others, kind="stable")
    others = others[order]
    first = np.searchsorted(others, own)
    counts = np.searchsorted(others, own, side="right") - first
    found = int(counts.sum())
    if not found:
        return None
    shape = ja[1] - ja[0] + 1, en[1] - en[0] + 1
    each = np.repeat(first - np.cumsum(counts) + counts, counts) + np.arange(found)
    cells = (np.repeat(rows, counts) + 1) * shape[1] + columns[order[each]] + 1
    table = np.bincount(cells, np.repeat(keys.worth[own], counts), shape[0] * shape[1])
    return np.asarray(table.reshape(shape).cumsum(axis=0).cumsum(axis=1))
