"""Segments as the database knows them: by id instead of side and position."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from alignbench.domain.links import Bead, Link

Positions = dict[int, tuple[int, ...]]
"""Positions of segments of one side, in order, by the link that holds them; nothing for none."""


class SegmentIds:
    """The ids of a document's segments, by side in order of position, and back."""

    def __init__(self, ja: Sequence[int], en: Sequence[int]) -> None:
        self._ja = ja
        self._en = en

    def of(self, link: Link | Bead) -> list[int]:
        """The ids of a link's segments, Japanese first. Raises IndexError for one not there."""
        return [self._ja[at] for at in link.ja] + [self._en[at] for at in link.en]

    def by_link(self, held: Iterable[tuple[int, int]]) -> tuple[Positions, Positions]:
        """Which positions, Japanese and English, each link holds; `held` are link and segment.

        Ids of no side are passed over. One loop without calls: a long document has 200,000.
        """
        ja: Positions = {}
        en: Positions = {}
        if not isinstance(self._ja, range) or not isinstance(self._en, range):
            places = self._places
            held = ((link, places[id_]) for link, id_ in held)
            first_ja, stop_ja, first_en, stop_en = 0, len(self._ja), len(self._ja), len(self)
        else:
            first_ja, stop_ja = self._ja.start, self._ja.stop
            first_en, stop_en = self._en.start, self._en.stop
        for link, id_ in held:
            if first_ja <= id_ < stop_ja:
                side, at = ja, id_ - first_ja
            elif first_en <= id_ < stop_en:
                side, at = en, id_ - first_en
            else:
                continue
            if link in side:
                side[link] = tuple(sorted((*side[link], at)))
            else:
                side[link] = (at,)
        return ja, en

    def __len__(self) -> int:
        return len(self._ja) + len(self._en)

    @cached_property
    def _places(self) -> dict[int, int]:
        """A number for each id: that of its place, the Japanese first."""
        return {id_: at for at, id_ in enumerate((*self._ja, *self._en))}
