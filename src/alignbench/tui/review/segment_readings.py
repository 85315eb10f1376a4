"""How Japanese segments are read, found for those that are drawn, and no others."""

from collections import OrderedDict
from collections.abc import Sequence

from alignbench.domain.text import Reading, Segment
from alignbench.language.readings import readings

KEPT = 4_096
"""Segments whose readings are kept."""
WAITING = 256
"""Segments that wait at most; those asked for first have long left the screen."""

Read = Sequence[Sequence[Reading]]
"""The readings of each segment of a row."""


class SegmentReadings:
    """Readings that are known, and segments that are yet to be read: slow, so in a worker."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[str, tuple[Reading, ...]], tuple[Reading, ...]] = (
            OrderedDict()
        )
        self._waiting: OrderedDict[tuple[str, tuple[Reading, ...]], None] = OrderedDict()

    def of(self, segments: Sequence[Segment]) -> Read:
        """The readings of each segment; for now its file's own where it is yet to be read."""
        return [self._of(segment) for segment in segments]

    def _of(self, segment: Segment) -> Sequence[Reading]:
        key = segment.view, segment.readings
        known = self._known.get(key)
        if known is not None:
            self._known.move_to_end(key)
            return known
        self._waiting[key] = None
        self._waiting.move_to_end(key)
        while len(self._waiting) > WAITING:
            self._waiting.popitem(last=False)
        return segment.readings

    @property
    def are_wanted(self) -> bool:
        """Whether segments wait to be read."""
        return bool(self._waiting)

    def read_waiting(self) -> None:
        """Read all that waited when it was called; in any thread, one at a time."""
        for key in list(self._waiting):
            self._known[key] = tuple(readings(*key))
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            self._waiting.pop(key, None)
