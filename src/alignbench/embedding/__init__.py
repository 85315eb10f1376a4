"""Text to vectors: the bundled static model, any sentence-transformers model, training."""

from alignbench.embedding.loader import bundled, load

__all__ = ["bundled", "load"]
