"""What the keys that both sides of a bead have are worth."""

from collections.abc import Mapping, Sequence

import numpy as np

from alignbench.alignment.inputs import Floats
from alignbench.alignment.search.band import Float32
from alignbench.alignment.search.lattice import Shapes
from alignbench.alignment.search.seen_nodes import SeenNodes

Keys = Sequence[frozenset[str]]


def shared_worth(
    seen: SeenNodes, ja: Keys, en: Keys, worth: Mapping[str, float], shapes: Shapes
) -> Float32:
    """Summed worth of the keys that the spans of each shape share: (T, B, K, W), else 0."""
    reach_ja, reach_en = (max(side) for side in zip(*shapes, strict=True))
    out = seen.empty(shapes)
    for block in seen.band.blocks():
        item, low, high, left, right = block
        shift_ja, shift_en = (int(shift) for shift in seen.band.origins[item])
        table = _shared_keys(
            (ja, low + shift_ja - reach_ja, high + shift_ja - 1),
            (en, left + shift_en - reach_en, right + shift_en - 1),
            worth,
        )
        if table is None:
            continue
        kept, where = seen.kept(block)
        rows, columns = np.divmod(kept, right - left)
        stride = table.shape[1]
        corner = (rows + reach_ja) * stride + columns + reach_en
        for t, (a, b) in enumerate(shapes):
            if a and b:
                box = table.take(corner) - table.take(corner - a * stride)
                box -= table.take(corner - b) - table.take(corner - a * stride - b)
                out[t].reshape(-1)[where] = box
    return out


def _shared_keys(
    ja: tuple[Keys, int, int], en: tuple[Keys, int, int], worth: Mapping[str, float]
) -> Floats | None:
    """Worth of shared keys summed from the corner up to each pair of segments; None if nothing."""
    where: dict[str, list[int]] = {}
    for place in range(max(en[1], 0), en[2]):
        for key in en[0][place]:
            if key in worth:
                where.setdefault(key, []).append(place - en[1] + 1)
    table = None
    for place in range(max(ja[1], 0), ja[2]):
        for key in sorted(ja[0][place]):  # sums in one order, whatever the hash seed
            if key in where:
                if table is None:
                    table = np.zeros((ja[2] - ja[1] + 1, en[2] - en[1] + 1))
                table[place - ja[1] + 1, where[key]] += worth[key]
    return None if table is None else table.cumsum(axis=0).cumsum(axis=1)
