"""States in the event log: written as JSON and read back as they were."""

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Span
from alignbench.store.events import Changeset, State, decode, encode

RUNS = st.lists(st.integers(0, 99), max_size=4).map(tuple)
SPANS = st.none() | st.builds(Span, st.integers(0, 99), st.integers(0, 99))
LINKS = st.builds(
    Link, st.integers(1, 99), RUNS, RUNS, st.sampled_from(Status), st.sampled_from(Origin),
    st.none() | st.floats(0, 1), st.text(), st.integers(0, 99),
)  # fmt: skip
FLAGS = st.builds(
    Flag, st.integers(1, 99), st.integers(1, 99), st.text(), st.sampled_from(Severity),
    st.text(), SPANS, SPANS, st.text(), st.text(), st.text(),
)  # fmt: skip
STATES = st.builds(
    State, st.lists(LINKS, max_size=3).map(tuple), st.lists(FLAGS, max_size=3).map(tuple)
)


@given(STATES)
def test_a_state_comes_out_of_the_log_as_it_went_in(state: State) -> None:
    assert decode(encode(state)) == state


def test_a_changeset_turned_around_takes_itself_back() -> None:
    link = Link(1, (0,), (0,), Status.SUGGESTED, Origin.ALIGNER, 0.5)
    change = Changeset("merge", "Merged", State((link,)), State())
    assert change.reversed() == Changeset("merge", "Merged", State(), State((link,)))
    assert change.reversed().reversed() == change
