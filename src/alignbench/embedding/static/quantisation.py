"""Tables in few bits: whole numbers with a scale a row, and what training sees of them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alignbench.embedding.protocol import Vectors

STEPS = {2: 0.9957, 3: 0.5860, 4: 0.3352, 5: 0.1881, 6: 0.1041}
"""By bits, the distance of neighbouring levels in standard deviations that costs a Gaussian the
least squared error (Max 1960, "Quantizing for minimum distortion", table II)."""
_SMALLEST = 1e-6


@dataclass(frozen=True, slots=True)
class RoundedTable:
    """Rows whose numbers have a few bits each; a row is unpacked when it is asked for.

    A number is odd, from 1 - 2**bits to 2**bits - 1, times its row's scale; zero is none of them.

    Attributes:
        planes: for each row and bit, the highest first, that bit of all numbers, eight in a byte;
            shape (rows, bits, ceil(dimension / 8)).
        scale: what the whole numbers of each row are multiplied by; shape (rows,).
        dimension: numbers in a row.
    """

    planes: NDArray[np.uint8]
    scale: NDArray[np.float16]
    dimension: int

    @property
    def shape(self) -> tuple[int, int]:
        """Rows and numbers in a row."""
        return len(self.scale), self.dimension

    def __getitem__(self, rows: NDArray[np.int64]) -> Vectors:
        """The rows with these numbers, float32, shape (len(rows), dimension)."""
        bits = np.unpackbits(self.planes[rows], axis=2, count=self.dimension)
        levels = bits[:, 0]
        for plane in range(1, bits.shape[1]):
            levels <<= 1
            levels |= bits[:, plane]
        vectors = levels.astype(np.float32)
        scale = self.scale[rows].astype(np.float32)[:, None]
        vectors *= 2 * scale
        vectors -= (2 ** bits.shape[1] - 1) * scale
        return vectors


def quantise(table: Vectors, bits: int) -> RoundedTable:
    """`table`, shape (rows, dimension), with `bits` a number, 2 to 6.

    A table that was rounded to so many bits before stays as it is, unless a row lacks the largest
    of its numbers.
    """
    steps = _steps(table, bits)
    full = 2 * np.abs(table).max(axis=1, initial=0) / (2**bits - 1)
    steps = np.where(_error(table, full, bits) < _error(table, steps, bits), full, steps)
    scale = np.maximum(steps / 2, _SMALLEST).astype(np.float16)
    levels = _levels(table, 2 * scale.astype(np.float32)[:, None], bits) + 2 ** (bits - 1)
    whole = levels.astype(np.uint8)
    planes = [np.packbits((whole >> bit) & 1, axis=1) for bit in range(bits - 1, -1, -1)]
    return RoundedTable(np.stack(planes, axis=1), scale, table.shape[1])


def rounded(table: Vectors, bits: int) -> Vectors:
    """What `table` is with so few bits, each row at the scale that suits a Gaussian."""
    steps = np.maximum(_steps(table, bits), _SMALLEST)[:, None]
    levels = _levels(table, steps, bits)
    levels += np.float32(0.5)
    levels *= steps
    return levels


def _steps(table: Vectors, bits: int) -> Vectors:
    spread = np.sqrt(np.einsum("ij,ij->i", table, table) / max(table.shape[1], 1))
    result: Vectors = (spread * np.float32(STEPS[bits])).astype(np.float32)
    return result


def _error(table: Vectors, steps: Vectors, bits: int) -> Vectors:
    safe = np.maximum(steps, _SMALLEST)[:, None]
    error = (_levels(table, safe, bits) + np.float32(0.5)) * safe - table
    result: Vectors = np.einsum("ij,ij->i", error, error)
    return result


def _levels(table: Vectors, steps: Vectors, bits: int) -> Vectors:
    """The number of the level below each cell, from -2**(bits - 1) to 2**(bits - 1) - 1."""
    levels = table / steps
    np.floor(levels, out=levels)
    np.clip(levels, -(2 ** (bits - 1)), 2 ** (bits - 1) - 1, out=levels)
    return levels
