"""A sense of meaning: a small encoder that reads a pair and says how probably they disagree.

What it hears and what it does not is in docs/methods/meaning.md. Nothing heavy is imported here:
ONNX Runtime comes with the first pair that is read.
"""

from alignbench.meaning.loader import load_reader, shipped_reader
from alignbench.meaning.reader import PairInContext, PairReader, Reader, chance

__all__ = ["PairInContext", "PairReader", "Reader", "chance", "load_reader", "shipped_reader"]
