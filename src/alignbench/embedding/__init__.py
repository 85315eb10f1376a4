"""Text to vectors: the bundled static model, any sentence-transformers model, training."""

from alignbench.embedding.loader import load

__all__ = ["load"]
