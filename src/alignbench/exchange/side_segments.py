"""Numbers of segments in formats that hold the two texts apart from their links."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.domain.text import Side
from alignbench.exchange.pair import Pair


@dataclass(frozen=True, slots=True)
class SideSegments:
    """The segments of one side in the order of the text, and which of them each pair has.

    `runs` are numbers into `texts`, a tuple a pair.
    """

    texts: tuple[str, ...]
    runs: tuple[tuple[int, ...], ...]


def side_segments(pairs: Sequence[Pair], side: Side) -> SideSegments:
    """The segments of one side; those without positions stand in the order of the pairs.

    Pairs may cross, and a text stays a text: its segments are put back in their own order.
    """
    places: list[tuple[int, int, int, str]] = []
    latest = -1
    for number, pair in enumerate(pairs):
        segments = pair.ja_segments if side == "ja" else pair.en_segments
        given = pair.ja_positions if side == "ja" else pair.en_positions
        for at, text in enumerate(segments):
            latest = given[at] if len(given) == len(segments) else latest
            places.append((latest, number, at, text))
    order = sorted(range(len(places)), key=lambda at: places[at][:3])
    numbers = {place: number for number, place in enumerate(order)}
    runs: list[list[int]] = [[] for _ in pairs]
    for at, (_, pair_number, _, _) in enumerate(places):
        runs[pair_number].append(numbers[at])
    return SideSegments(tuple(places[at][3] for at in order), tuple(map(tuple, runs)))
