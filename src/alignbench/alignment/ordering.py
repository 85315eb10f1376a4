"""The order in which beads are read."""

from bisect import bisect_left
from collections.abc import Sequence

from alignbench.domain.links import Bead


def in_order(beads: Sequence[Bead]) -> list[Bead]:
    """Beads by Japanese position; added English follows the bead that holds its predecessor."""
    linked = sorted((bead for bead in beads if bead.ja), key=lambda bead: bead.ja[0])
    place = {en: index for index, bead in enumerate(linked) for en in bead.en}
    known = sorted(place)
    after: dict[int, list[Bead]] = {}
    for bead in sorted((bead for bead in beads if not bead.ja), key=lambda bead: bead.en[0]):
        at = bisect_left(known, bead.en[0]) - 1
        after.setdefault(place[known[at]] if at >= 0 else -1, []).append(bead)
    ordered = after.get(-1, [])
    for index, bead in enumerate(linked):
        ordered += [bead, *after.get(index, [])]
    return ordered
