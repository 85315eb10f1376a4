"""The segments of a stored text, each made when it is first asked for.

A long document is hundreds of thousands of segments, of which a reviewer sees a few; making them
all takes longer than reading them.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import overload

from alignbench.domain.text import Kind, PlaceholderKind, Segment, Span


class SegmentTable(Sequence[Segment]):
    """Segments in order. What all of them are asked for stands in columns beside them."""

    __slots__ = ("_made", "_make", "kinds", "marked", "paragraphs", "views")

    def __init__(
        self,
        kinds: Sequence[Kind],
        paragraphs: Sequence[int],
        views: Sequence[str],
        make: Callable[[int], Segment],
        marked: Sequence[int],
    ) -> None:
        """`make` makes the segment at a position.

        `marked` are the positions of those that have more than a stretch of the text: cuts, other
        runs, a location, placeholders or readings.
        """
        self.kinds, self.paragraphs, self.views = kinds, paragraphs, views
        self.marked = marked
        self._make = make
        self._made: list[Segment | None] = [None] * len(kinds)

    @overload
    def __getitem__(self, at: int) -> Segment: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Segment, ...]: ...

    def __getitem__(self, at: int | slice) -> Segment | tuple[Segment, ...]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(len(self)))])
        made = self._made[at]
        if made is None:
            made = self._made[at] = self._make(at if at >= 0 else at + len(self))
        return made

    def __len__(self) -> int:
        return len(self._made)

    def __iter__(self) -> Iterator[Segment]:
        return map(self.__getitem__, range(len(self)))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SegmentTable | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(_equal, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return f"SegmentTable of {len(self)}"


class SomeSegments(Sequence[Segment]):
    """Those segments of a text that were asked for, at their places; it is as long as the text."""

    __slots__ = ("_known", "_length")

    def __init__(self, known: Mapping[int, Segment], length: int) -> None:
        self._known, self._length = known, length

    @overload
    def __getitem__(self, at: int) -> Segment: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Segment, ...]: ...

    def __getitem__(self, at: int | slice) -> Segment | tuple[Segment, ...]:
        if isinstance(at, slice):
            return tuple([self[each] for each in range(*at.indices(self._length))])
        if at not in self._known:
            raise IndexError(f"segment {at} was not asked for")
        return self._known[at]

    def __len__(self) -> int:
        return self._length


class LinkedSegments(Sequence[Segment]):
    """The segments of one side of a link, looked up when they are asked for."""

    __slots__ = ("_all", "_at")

    def __init__(self, segments: Sequence[Segment], at: tuple[int, ...]) -> None:
        """Those of `segments` at these positions."""
        self._all, self._at = segments, at

    @overload
    def __getitem__(self, at: int) -> Segment: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[Segment, ...]: ...

    def __getitem__(self, at: int | slice) -> Segment | tuple[Segment, ...]:
        if isinstance(at, slice):
            return tuple([self._all[each] for each in self._at[at]])
        return self._all[self._at[at]]

    def __len__(self) -> int:
        return len(self._at)

    def __iter__(self) -> Iterator[Segment]:
        return map(self._all.__getitem__, self._at)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, LinkedSegments) and other._all is self._all:
            return self._at == other._at
        if not isinstance(other, LinkedSegments | tuple):
            return NotImplemented
        return len(self) == len(other) and all(map(_equal, self, other))

    def __hash__(self) -> int:
        return hash(tuple(self))

    def __repr__(self) -> str:
        return repr(tuple(self))

    @property
    def views(self) -> list[str]:
        """What is read of each, without making any."""
        if type(self._all) is SegmentTable:  # `isinstance` asks an abstract class, which is slow
            return [self._all.views[each] for each in self._at]
        return [segment.view for segment in self]

    @property
    def kinds(self) -> list[Kind]:
        """The kind of each, without making any."""
        if type(self._all) is SegmentTable:  # `isinstance` asks an abstract class, which is slow
            return [self._all.kinds[each] for each in self._at]
        return [segment.kind for segment in self]

    def any_marked(self) -> bool:
        """Whether one may have placeholders or readings, found out without making any."""
        if type(self._all) is not SegmentTable:
            return True
        marked = self._all.marked
        return any(_is_in(marked, at) for at in self._at)


def kinds(segments: Sequence[Segment]) -> Sequence[Kind]:
    """The kind of each segment, without making any where that can be helped."""
    if type(segments) is LinkedSegments or type(segments) is SegmentTable:
        return segments.kinds
    return [segment.kind for segment in segments]


def paragraph_numbers(segments: Sequence[Segment]) -> Sequence[int]:
    """The paragraph of each segment, without making any."""
    if isinstance(segments, SegmentTable):
        return segments.paragraphs
    return [segment.paragraph for segment in segments]


def views(segments: Sequence[Segment]) -> Sequence[str]:
    """What is read of each segment, without making any where that can be helped."""
    if type(segments) is LinkedSegments or type(segments) is SegmentTable:
        return segments.views
    return [segment.view for segment in segments]


def characters(segments: Sequence[Segment]) -> int:
    """How long the views of segments are together, without making any where possible."""
    if type(segments) is LinkedSegments and type(segments._all) is SegmentTable:
        known, at = segments._all.views, segments._at
        return len(known[at[0]]) if len(at) == 1 else sum([len(known[each]) for each in at])
    return sum([len(view) for view in views(segments)])


def kind_at(segments: Sequence[Segment], at: int) -> Kind:
    """The kind of the segment at a position, without making it where that can be helped."""
    return segments.kinds[at] if type(segments) is SegmentTable else segments[at].kind


def views_at(segments: Sequence[Segment], positions: Sequence[int]) -> list[str]:
    """What is read of the segments at these positions, without making any where possible."""
    if type(segments) is SegmentTable:
        known = segments.views
        return [known[at] for at in positions]
    return [segments[at].view for at in positions]


def with_readings(segments: Sequence[Segment]) -> Iterator[Segment]:
    """Those segments that have readings, in order, without making others where possible."""
    where = segments.marked if isinstance(segments, SegmentTable) else range(len(segments))
    return (each for at in where if (each := segments[at]).readings)


def code_spans(segments: Sequence[Segment], joint: str) -> tuple[Span, ...]:
    """Where the file marks code in the joined views of segments; makes few segments for it."""
    if type(segments) is LinkedSegments and not segments.any_marked():
        return ()
    found: list[Span] = []
    start = 0
    for segment in segments:
        found += [
            Span(start + each.start, start + each.end)
            for each in segment.placeholders
            if each.kind is PlaceholderKind.CODE and each.start < each.end
        ]
        start += len(segment.view) + len(joint)
    return tuple(found)


def code_at(
    segments: Sequence[Segment], positions: tuple[int, ...], joint: str
) -> tuple[Span, ...]:
    """Where the file marks code in the joined views of the segments at these positions."""
    if type(segments) is SegmentTable and not segments.marked:
        return ()
    return code_spans(LinkedSegments(segments, positions), joint)


def _is_in(ascending: Sequence[int], number: int) -> bool:
    place = bisect_left(ascending, number)
    return place < len(ascending) and ascending[place] == number


def _equal(one: Segment, other: Segment) -> bool:
    return one == other
