"""Paths cut into chunks and windows, and chunks put together again."""

import numpy as np

from alignbench.alignment.search.chunks import (
    CORE,
    LENGTH,
    MARGIN,
    NARROW,
    WIDTH,
    batch_bands,
    batches,
    cut,
    cut_where_sure,
    join_paths,
    merged,
    stepwise,
    windows,
)


def diagonal(segments: int) -> np.ndarray:
    """The path that takes a Japanese and an English segment in turn."""
    return np.arange(2 * segments + 1, dtype=np.int64) // 2


def test_a_path_never_goes_back_nor_takes_two_steps_at_once() -> None:
    wild = np.array([5, 0, 2, 2, 1, 9, 3])
    assert stepwise(wild, 3, 3).tolist() == [0, 0, 1, 2, 2, 3, 3]


def test_a_cut_knows_where_it_begins_and_ends() -> None:
    part = cut(diagonal(10), 4, 9)
    assert (part.low, part.high, part.first) == ((2, 2), (4, 5), 4)
    assert part.path.tolist() == [0, 0, 1, 1, 2, 2]


def test_windows_overlap_and_their_cores_make_up_the_path() -> None:
    path = diagonal(CORE)
    parts = windows(path)
    assert [(part.first, part.first + len(part.path) - 1) for part in parts] == [
        (0, CORE + MARGIN), (CORE - MARGIN, 2 * CORE),
    ]  # fmt: skip
    cores = [(part.first + part.core[0], part.first + part.core[1]) for part in parts]
    assert cores == [(0, CORE), (CORE, 2 * CORE)]


def test_parts_of_a_path_join_to_the_path() -> None:
    path = diagonal(CORE)
    parts = windows(path)
    beads = []
    for part in parts:
        steps = np.arange(1, (len(part.path) - 1) // 2 + 1)
        beads.append(np.column_stack([steps, steps, np.full(len(steps), 2)]))
    found = join_paths(parts, beads, CORE, CORE)
    assert found[::2].tolist() == path[::2].tolist()


def test_chunks_end_at_sure_nodes_and_are_narrow_where_nothing_else_is_likely() -> None:
    path = diagonal(100)
    sure = np.ones(len(path), dtype=np.bool_)
    sure[LENGTH : LENGTH + 11] = False
    reach = np.zeros(len(path), dtype=np.int64)
    reach[-10:] = 5
    chunks = cut_where_sure(path, sure, reach)
    ends = [part.first + len(part.path) - 1 for part in chunks]
    assert ends[0] == LENGTH + 11
    assert ends[-1] == 200
    assert [part.width for part in chunks] == [NARROW] * (len(chunks) - 1) + [WIDTH]


def test_nothing_sure_leaves_one_chunk() -> None:
    path = diagonal(100)
    unsure = np.zeros(len(path), dtype=np.bool_)
    assert len(cut_where_sure(path, unsure, np.zeros(len(path), dtype=np.int64))) == 1


def test_neighbouring_chunks_merge_to_what_they_were_cut_from() -> None:
    path = diagonal(10)
    whole = merged([cut(path, 0, 7, NARROW), cut(path, 7, 20, WIDTH)])
    assert (whole.low, whole.high, whole.width) == ((0, 0), (10, 10), WIDTH)
    assert whole.path.tolist() == path.tolist()


def test_a_batch_holds_chunks_of_one_width_and_not_too_many_beads() -> None:
    path = diagonal(40)
    parts = [cut(path, at, at + 20, width) for at in (0, 20, 40) for width in (NARROW, WIDTH)]
    found = batches(parts, shapes=3, most=2 * 21 * NARROW * 3)
    assert [(len(batch), batch[0].width) for batch in found] == [
        (2, NARROW), (1, NARROW), (1, WIDTH), (1, WIDTH), (1, WIDTH),
    ]  # fmt: skip


def test_bands_stay_inside_their_lattices() -> None:
    band = batch_bands([cut(diagonal(6), 0, 12), cut(diagonal(6), 0, 4)], 3)
    assert band.lattices.width == 3
    assert band.lattices.ends.tolist() == [[6, 6], [2, 2]]
    assert band.lattices.starts[0].tolist() == [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 5, 6]
    assert band.lattices.starts[1, :5].tolist() == [0, 0, 0, 1, 2]
