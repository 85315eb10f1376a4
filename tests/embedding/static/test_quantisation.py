"""Tables in few bits: how near they stay, and that rounding twice is rounding once."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.embedding.static.quantisation import STEPS, quantise, rounded

LARGEST_ERROR = {2: 0.4, 3: 0.23, 4: 0.14, 5: 0.08, 6: 0.05}
"""By bits, of the length of a row of Gaussian numbers."""


def gaussian(rows: int, columns: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).standard_normal((rows, columns), dtype=np.float32)


def every_row(table: np.ndarray, bits: int) -> np.ndarray:
    return quantise(table, bits)[np.arange(len(table))]


@pytest.mark.parametrize("bits", STEPS)
def test_rows_stay_near(bits: int) -> None:
    table = gaussian(40, 300)
    error = np.linalg.norm(every_row(table, bits) - table, axis=1)
    assert np.all(error < LARGEST_ERROR[bits] * np.linalg.norm(table, axis=1))


@pytest.mark.parametrize("bits", STEPS)
def test_training_sees_what_is_kept(bits: int) -> None:
    table = gaussian(20, 64)
    apart = np.linalg.norm(rounded(table, bits) - table, axis=1)
    kept = np.linalg.norm(every_row(table, bits) - table, axis=1)
    assert np.all(kept < 1.05 * apart)


@given(st.sampled_from(list(STEPS)), st.integers(1, 70), st.integers(0, 1000), st.floats(1e-2, 1e2))
def test_rounding_again_changes_nothing(bits: int, columns: int, seed: int, size: float) -> None:
    table = gaussian(4, columns, seed) * np.float32(size)
    table[:, 0] = np.abs(table).max(axis=1)  # the largest number is there
    once = every_row(table, bits)
    largest = np.abs(once).max(axis=1)
    full = quantise(table, bits).scale.astype(np.float32) * (2**bits - 1)
    same = np.isclose(largest, full, rtol=1e-3)
    np.testing.assert_allclose(every_row(once, bits)[same], once[same], rtol=2e-3)


def test_rows_of_zeros_and_empty_tables_pass() -> None:
    assert np.abs(every_row(np.zeros((2, 8), np.float32), 3)).max() < 1e-4
    assert quantise(np.zeros((0, 8), np.float32), 3).shape == (0, 8)


def test_a_number_takes_its_bits_and_no_more() -> None:
    assert quantise(gaussian(10, 384), 3).planes.nbytes == 10 * 384 * 3 // 8
