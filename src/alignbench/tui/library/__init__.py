"""The library: the project's documents, and what waits to be imported."""
