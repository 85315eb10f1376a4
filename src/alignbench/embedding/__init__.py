"""Text to vectors: the bundled static model, any sentence-transformers model, training."""
