"""Pairs for the tests of every format: hand-written ones, and any that hypothesis can think of."""

from datetime import UTC, datetime

from hypothesis import strategies as st

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import FLAG_STATES, FLAG_TYPES, Severity
from alignbench.domain.links import Status
from alignbench.domain.text import Span
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import DECIMALS, Pair, PairFlag

ONE = Pair(
    id="notice:0:0",
    document="notice",
    ja_segments=("図書館は四月一日に開館する。",),
    en_segments=("The library opens on April 1.",),
    status=Status.CONFIRMED,
    confidence=0.9312,
    ja_positions=(0,),
    en_positions=(0,),
)
TWO_TO_ONE = Pair(
    id="notice:1,2:1",
    document="notice",
    ja_segments=("雨が降った。", "それでも人は並んだ。"),
    en_segments=("It rained, and still people queued.",),
    status=Status.CONFIRMED,
    confidence=None,
    note="文を一つにした。\nIs that all right?",
    flags=2,
    ja_positions=(1, 2),
    en_positions=(1,),
)
OMITTED = Pair(
    id="notice:3:",
    document="notice",
    ja_segments=("以上。",),
    en_segments=(),
    status=Status.SUGGESTED,
    confidence=0.5,
    ja_positions=(3,),
)
DOCUMENT = (ONE, TWO_TO_ONE, OMITTED)
OPTIONS = ExportOptions(datetime(2026, 11, 23, 12, 0, tzinfo=UTC), name="notice")

TEXT = st.text(min_size=1, max_size=30)
"""Anything at all: tabs, line breaks, quotes, escapes, control characters, 𠮷."""


@st.composite
def sides(draw: st.DrawFn, smallest: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Segments of one side, and their positions."""
    segments = draw(st.lists(TEXT, min_size=smallest, max_size=3))
    first = draw(st.integers(0, 99))
    return tuple(segments), tuple(range(first, first + len(segments)))


SPANS = st.none() | st.builds(lambda a, b: Span(min(a, b), max(a, b)), *[st.integers(0, 99)] * 2)
FLAGS = st.builds(
    PairFlag, st.sampled_from(list(FLAG_TYPES)), st.sampled_from(Severity), TEXT, SPANS, SPANS,
    TEXT, TEXT, st.sampled_from(list(FLAG_STATES)),
)  # fmt: skip
FINDINGS = st.builds(
    Finding, TEXT, st.sampled_from(Grade), st.sampled_from(list(FLAG_TYPES)),
    st.sampled_from(Severity), TEXT, SPANS, SPANS, TEXT, TEXT, st.booleans(),
)  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn, null_links: bool = True, issues: bool = False) -> Pair:
    """A pair such as no aligner would make, but a format must carry.

    With `issues`, its flags and findings too.
    """
    ja, ja_positions = draw(sides(0 if null_links else 1))
    en, en_positions = draw(sides(0 if null_links and ja else 1))
    confidence = st.floats(0, 1).map(lambda number: round(number, DECIMALS))
    return Pair(
        id=draw(TEXT),
        document=draw(TEXT),
        ja_segments=ja,
        en_segments=en,
        status=draw(st.sampled_from(Status)),
        confidence=draw(st.none() | confidence),
        note=draw(st.text(max_size=20)),
        flags=draw(st.integers(0, 9)),
        flag_list=tuple(draw(st.lists(FLAGS, max_size=2))) if issues else (),
        findings=draw(st.none() | st.lists(FINDINGS, max_size=2).map(tuple)) if issues else None,
        ja_positions=ja_positions,
        en_positions=en_positions,
    )
