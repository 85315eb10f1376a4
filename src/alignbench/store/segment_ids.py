"""Segments as the database knows them: by id instead of side and position."""

from collections.abc import Collection, Sequence
from functools import cached_property

from alignbench.domain.links import Bead, Link


class SegmentIds:
    """The ids of a document's segments, by side in order of position, and back."""

    def __init__(self, ja: Sequence[int], en: Sequence[int]) -> None:
        self._ja = ja
        self._en = en

    def of(self, link: Link | Bead) -> list[int]:
        """The ids of a link's segments, Japanese first. Raises IndexError for one not there."""
        return [*(self._ja[at] for at in link.ja), *(self._en[at] for at in link.en)]

    def sides(self, ids: Collection[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The positions, Japanese and English, that these ids stand for."""
        if isinstance(self._ja, range) and isinstance(self._en, range):
            return _within(self._ja, ids), _within(self._en, ids)
        ja: list[int] = []
        en: list[int] = []
        for id_ in ids:
            at = self._places[id_]
            if at < 0:
                en.append(~at)
            else:
                ja.append(at)
        return tuple(sorted(ja)), tuple(sorted(en))

    def __len__(self) -> int:
        return len(self._ja) + len(self._en)

    @cached_property
    def _places(self) -> dict[int, int]:
        """Positions by id; those of the English as their complement, so below zero."""
        places = dict(zip(self._ja, range(len(self._ja)), strict=True))
        places.update(zip(self._en, range(-1, -len(self._en) - 1, -1), strict=True))
        return places


def _within(segments: range, ids: Collection[int]) -> tuple[int, ...]:
    """The positions of those `ids` that are of a side whose ids are a range, in order."""
    first, stop = segments.start, segments.stop
    inside = [id_ - first for id_ in ids if first <= id_ < stop]
    if len(inside) > 1:
        inside.sort()
    return tuple(inside)
