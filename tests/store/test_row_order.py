"""The database tells the reading order of links as `reading_order` does."""

import random
from pathlib import Path

import pytest

from alignbench.domain.links import Bead, Status, reading_order
from alignbench.store import Store
from alignbench.store.row_order import links_in_order
from tests.store.examples import document


def beads(chance: random.Random, ja: int, en: int) -> list[Bead]:
    """Links of so many segments in any order: one side may be empty, and one may hold several."""
    places = list(range(en))
    chance.shuffle(places)
    made: list[Bead] = []
    at = 0
    while at < ja:
        run = tuple(range(at, min(at + chance.randint(1, 3), ja)))
        took = [places.pop() for _ in range(min(chance.randint(0, 2), len(places)))]
        made.append(Bead(run, tuple(sorted(took)), 0.5))
        at += len(run)
    made += [Bead((), (place,), 0.5) for place in places]
    chance.shuffle(made)
    return made


@pytest.mark.parametrize("seed", range(8))
def test_added_english_stands_after_the_link_before_it(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    many = chance.randint(3, 30), chance.randint(3, 40)
    ja, en = ([f"{at}." for at in range(count)] for count in many)
    store = Store(tmp_path / "a.db")
    store.add(document("other"), [Bead((at,), (at,), 0.5) for at in range(4)], "tiny")
    store.add(document("notice", ja, en), beads(chance, *many), "tiny")
    stored = store.load("notice")
    _, state = store.history(stored).read()
    wanted = [each.id for each in reading_order(state.links)]
    with store._connection.snapshot() as raw:
        ids = stored.members._ja, stored.members._en
        assert isinstance(ids[0], range)
        assert links_in_order(raw, stored.version, *ids) == wanted
        listed = tuple(ids[0]), tuple(ids[1])
        assert links_in_order(raw, stored.version, *listed) == wanted


def test_rejected_links_have_no_place(tmp_path: Path) -> None:
    store = Store(tmp_path / "a.db")
    store.add(document(), [Bead((at,), (at,), 0.5) for at in range(4)], "tiny")
    stored = store.load("notice")
    with store._connection.transaction() as raw:
        raw.execute("UPDATE link SET status = ? WHERE id = 2", (Status.REJECTED,))
    with store._connection.snapshot() as raw:
        ids = stored.members._ja, stored.members._en
        assert links_in_order(raw, stored.version, *ids) == [1, 3, 4]
