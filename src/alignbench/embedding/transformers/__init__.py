"""Any sentence-transformers model, through the same protocol."""
