"""What people decided holds exactly, whatever the texts say."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignbench.alignment import align, realign
from alignbench.domain.errors import EditError
from alignbench.domain.links import Bead, Constraints
from tests.alignment.examples import document, pairs

PLAN = [(1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 1), (0, 1), (1, 1)]


@st.composite
def decisions(draw: st.DrawFn, ja: int, en: int) -> Constraints:
    """Links anywhere, also crossing ones, of neighbours or not; and beads not to come back."""

    def members(free: list[int], most: int) -> tuple[int, ...]:
        picked = draw(st.lists(st.sampled_from(free), max_size=most, unique=True)) if free else []
        for at in picked:
            free.remove(at)
        return tuple(sorted(picked))

    free_ja, free_en = list(range(ja)), list(range(en))
    fixed = []
    for _ in range(draw(st.integers(0, 4))):
        bead = Bead(members(free_ja, 2), members(free_en, 2))
        if bead.ja or bead.en:
            fixed.append(bead)
    kept = pairs(fixed)
    anywhere = st.tuples(st.integers(0, ja - 1), st.integers(0, en - 1))
    barred = [
        Bead((i,), (j,))
        for i, j in draw(st.lists(anywhere, max_size=5))
        if ((i,), (j,)) not in kept
    ]
    return Constraints(tuple(fixed), tuple(barred))


@settings(max_examples=40)
@given(data=st.data(), seed=st.integers(0, 20))
def test_decisions_are_kept_exactly(data: st.DataObject, seed: int) -> None:
    ja, en, _ = document(PLAN, seed, noise=0.6)
    wanted = data.draw(decisions(ja.size, en.size))
    for found in (align(ja, en, wanted), realign(align(ja, en), wanted)):
        assert pairs(wanted.fixed) <= pairs(found.beads)
        assert not pairs(wanted.forbidden) & pairs(found.beads)
        assert sorted(at for bead in found.beads for at in bead.ja) == list(range(ja.size))
        assert sorted(at for bead in found.beads for at in bead.en) == list(range(en.size))


def test_a_rejected_link_gives_way_to_the_next_best() -> None:
    ja, en, gold = document([(1, 1)] * 9, seed=1)
    found = realign(align(ja, en), Constraints(forbidden=(Bead((4,), (4,)),)))
    assert ((4,), (4,)) not in pairs(found.beads)
    assert pairs(gold[:3] + gold[6:]) <= pairs(found.beads)


def test_a_crossing_link_does_not_cut_the_document() -> None:
    ja, en, gold = document([(1, 1)] * 30, seed=2)
    moved = Bead((3,), (25,))
    found = align(ja, en, Constraints(fixed=(moved,)))
    assert pairs([moved]) | (pairs(gold) - {((3,), (3,)), ((25,), (25,))}) <= pairs(found.beads)


def test_confirmed_links_lead_the_way_where_the_texts_do_not() -> None:
    # Without meaning to go by, all that is known is what was confirmed.
    ja, en, _ = document([(1, 0)] * 40 + [(1, 1)] * 3 + [(0, 1)] * 40, seed=3)
    fixed = tuple(Bead((at,), (at + 30,)) for at in range(2, 12))
    found = align(ja, en, Constraints(fixed=fixed))
    assert pairs(fixed) <= pairs(found.beads)


def test_a_decision_taken_back_leaves_no_trace() -> None:
    ja, en, _ = document(PLAN * 6, seed=4, noise=0.8)
    first = align(ja, en)
    changed = realign(first, Constraints(fixed=(Bead((7,), (9,)),)))
    again = realign(changed, Constraints()).beads
    assert [(bead.ja, bead.en) for bead in again] == [(bead.ja, bead.en) for bead in first.beads]
    confidences = [bead.confidence for bead in first.beads]
    assert [bead.confidence for bead in again] == pytest.approx(confidences, abs=5e-4)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (Constraints(fixed=(Bead((99,), (0,)),)), "no Japanese segment 99"),
        (Constraints(fixed=(Bead((0,), (0,)), Bead((0,), (1,)))), "two kept links"),
        (Constraints((Bead((0,), (0,)),), (Bead((0,), (0,)),)), "both kept and rejected"),
    ],
)
def test_decisions_that_make_no_sense_are_refused(wanted: Constraints, said: str) -> None:
    ja, en, _ = document(PLAN)
    with pytest.raises(EditError, match=said):
        align(ja, en, wanted)
