"""Some nodes of a band, weighed by what stands about them in all of it."""

from dataclasses import replace

import numpy as np

from alignbench.alignment.lattice.document_band import DocumentBand
from alignbench.alignment.lattice.seen_nodes import SeenNodes
from alignbench.alignment.search.chunks import batch_bands, cut, stepwise

SIZE = 6


def band() -> DocumentBand:
    """Every node of a document of six and six segments."""
    path = stepwise(np.arange(2 * SIZE + 1) // 2, SIZE, SIZE)
    return batch_bands([cut(path, 0, 2 * SIZE)], SIZE + 1)


def middle(whole: DocumentBand) -> SeenNodes:
    """Two nodes of each of five diagonals in the middle."""
    rows = np.arange(4, 9)[None]
    return replace(SeenNodes.all_of(whole), rows=rows, starts=rows // 2, width=2)


def test_nodes_know_where_they_are() -> None:
    ja, en = middle(band()).places()
    assert (ja[0, 0].tolist(), en[0, 0].tolist()) == ([2, 3], [2, 1])
    assert (ja + en == np.arange(4, 9)[None, :, None]).all()


def test_values_are_looked_up_beyond_the_nodes_that_are_seen() -> None:
    whole = band()
    ja, en = whole.places()
    values = (10 * ja + en).astype(np.float32)
    seen = middle(whole)
    own_ja, own_en = seen.places()
    flat = np.append(values.reshape(-1), -1.0)
    assert (seen.look(values, -1.0) == 10 * own_ja + own_en).all()
    away = flat.take(seen.there(1, -1))
    assert (away == 10 * (own_ja + 1) + own_en - 1).all()


def test_what_lies_outside_the_band_is_missing() -> None:
    whole = band()
    seen = SeenNodes.all_of(whole)
    values = np.ones((*whole.lattices.starts.shape, whole.lattices.width), dtype=np.float32)
    flat = np.append(values.reshape(-1), -1.0)
    before_the_first = flat.take(seen.there(-1, -1))
    assert (before_the_first[0, :2] == -1.0).all()
    assert (before_the_first[0, 2:] >= -1.0).any()


def test_the_band_knows_which_of_its_nodes_are_seen() -> None:
    whole = band()
    seen = middle(whole)
    owners = seen.owners()
    ja, en = (places.reshape(-1) for places in whole.places())
    own_ja, own_en = (places.reshape(-1) for places in seen.places())
    met = np.flatnonzero(owners >= 0)
    assert len(met) == 10
    assert (own_ja[owners[met]] == ja[met]).all()
    assert (own_en[owners[met]] == en[met]).all()
