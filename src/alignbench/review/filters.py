"""Which rows of a document a person wants to see. Pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from statistics import median

from alignbench.domain.links import Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.segment_table import views
from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.review.patterns import Pattern, folded
from alignbench.review.row_text import read_text
from alignbench.review.search import search_key
from alignbench.review.views import Row

FAR = 2.0
"""Deviations of its length from which an English is long or short for its Japanese."""
REPORTED = 16
"""Rows between two reports: a pattern may take a while for each."""
_NORMAL = 1.4826
"""Median deviation to standard deviation, of a normal distribution."""


class Kind(StrEnum):
    """What may be the case of a row."""

    UNSETTLED = "unsettled"
    DOUBTFUL = "doubtful"
    FOUND = "found"
    """A finding is open there, hints not counted."""
    FLAGGED = "flagged"
    NOTED = "noted"
    REWORDED = "reworded"
    """A better English is proposed, and not refused."""
    ONE_SIDED = "one-sided"
    """Left out, or added."""
    LONG = "long"
    SHORT = "short"


@dataclass(frozen=True, slots=True)
class RowFilter:
    """Rows of which all these kinds are the case, with these words on each side.

    Words are found whatever their case, width, kana and kanji forms; so are regular expressions,
    which may also match the text as it stands.
    """

    kinds: frozenset[Kind] = frozenset()
    ja: str = ""
    en: str = ""
    is_pattern: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything pass."""
        return not (self.kinds or self.ja or self.en)


@dataclass(frozen=True, slots=True)
class FilterCounts:
    """How many rows pass, and how many would if a kind were asked for too."""

    passing: int
    with_kind: Mapping[Kind, int] = field(default_factory=dict)


class FilterableRows:
    """The rows of a document as a filter looks at them; nothing is worked out before it is asked.

    May be asked in a thread.
    """

    def __init__(self, rows: Sequence[Row], found: Set[int]) -> None:
        """`found` are the links of which a finding is open."""
        self._rows, self._found = rows, found
        self._keys: dict[Side, list[str]] = {}

    def passing(self, by: RowFilter, progress: Progress = silent) -> bytes:
        """1 for each row that passes, 0 for the others. Raises PatternError."""
        asked = [passes for passes in (self._words(by, "ja"), self._words(by, "en")) if passes]
        stage, many = t("looking for rows"), len(self._rows)
        flags = bytearray()
        for at, kinds in enumerate(self._kinds):
            if at % REPORTED == 0:
                progress(stage, at, many)
            flags.append(by.kinds <= kinds and all(passes(at) for passes in asked))
        return bytes(flags)

    def counts(self, by: RowFilter) -> FilterCounts:
        """The numbers beside the kinds. Raises PatternError."""
        with_kind = dict.fromkeys(Kind, 0)
        passing = 0
        for passes, kinds in zip(self.passing(by), self._kinds, strict=True):
            passing += passes
            for kind in kinds if passes else ():
                with_kind[kind] += 1
        return FilterCounts(passing, with_kind)

    @cached_property
    def _kinds(self) -> list[frozenset[Kind]]:
        known: dict[frozenset[Kind], frozenset[Kind]] = {}  # few are different
        lengths = _lengths(self._rows)
        made = (
            frozenset((*_standing(row, row.link.id in self._found), *length))
            for row, length in zip(self._rows, lengths, strict=True)
        )
        return [known.setdefault(kinds, kinds) for kinds in made]

    def _words(self, by: RowFilter, side: Side) -> Callable[[int], bool] | None:
        words = by.ja if side == "ja" else by.en
        if not words:
            return None
        if by.is_pattern:
            plain, wide = Pattern.of(words), Pattern.of(folded(words))
            return lambda at: (
                plain.is_in(read_text(self._rows[at], side)) or wide.is_in(self._key(side, at))
            )
        wanted = search_key(words)
        return lambda at: wanted in self._key(side, at)

    def _key(self, side: Side, at: int) -> str:
        keys = self._keys.get(side)
        if keys is None:
            keys = self._keys[side] = [search_key(read_text(row, side)) for row in self._rows]
        return keys[at]


def _standing(row: Row, found: bool) -> Iterable[Kind]:
    link = row.link
    if link.status is Status.SUGGESTED:
        yield Kind.UNSETTLED
    if row.doubtful:
        yield Kind.DOUBTFUL
    if found:
        yield Kind.FOUND
    if row.flags:
        yield Kind.FLAGGED
    if link.note:
        yield Kind.NOTED
    if link.proposal is not None and link.proposal.state != "refused":
        yield Kind.REWORDED
    if link.is_null:
        yield Kind.ONE_SIDED


def _lengths(rows: Sequence[Row]) -> list[tuple[Kind, ...]]:
    """Which rows are long or short for their Japanese, as this document goes.

    An English of e characters for j Japanese ones deviates by (e - r j) / sqrt(j), where r is the
    document's own rate (Gale and Church, 1993); what is far is measured by the median deviation.
    """
    sizes = [(sum(map(len, views(row.ja))), sum(map(len, views(row.en)))) for row in rows]
    both = [(ja, en) for ja, en in sizes if ja and en]
    if not both:
        return [()] * len(rows)
    rate = sum(en for _, en in both) / sum(ja for ja, _ in both)
    away = [(en - rate * ja) / ja**0.5 if ja and en else 0.0 for ja, en in sizes]
    # A short document may be all alike: then a deviation of a few letters is none.
    spread = max(_NORMAL * median(abs((en - rate * ja) / ja**0.5) for ja, en in both), 1.0)
    return [
        (Kind.LONG,) if each > FAR * spread else (Kind.SHORT,) if each < -FAR * spread else ()
        for each in away
    ]
