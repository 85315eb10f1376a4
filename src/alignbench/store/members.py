"""Segments as the database knows them: by id instead of side and position."""

from collections.abc import Iterable, Sequence
from functools import cached_property

from alignbench.domain.links import Bead, Link
from alignbench.domain.text import Side


class Members:
    """The ids of a document's segments, by side in order of position, and back."""

    def __init__(self, ja: Sequence[int], en: Sequence[int]) -> None:
        self._ja = ja
        self._en = en

    def of(self, link: Link | Bead) -> list[int]:
        """The ids of a link's segments, Japanese first. Raises IndexError for one not there."""
        return [*(self._ja[at] for at in link.ja), *(self._en[at] for at in link.en)]

    def sides(self, ids: Iterable[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The positions, Japanese and English, that these ids stand for."""
        places = sorted(self._places[id_] for id_ in ids)
        ja = tuple(at for side, at in places if side == "ja")
        return ja, tuple(at for side, at in places if side == "en")

    def __len__(self) -> int:
        return len(self._ja) + len(self._en)

    @cached_property
    def _places(self) -> dict[int, tuple[Side, int]]:
        ja: dict[int, tuple[Side, int]] = {id_: ("ja", at) for at, id_ in enumerate(self._ja)}
        return ja | {id_: ("en", at) for at, id_ in enumerate(self._en)}
