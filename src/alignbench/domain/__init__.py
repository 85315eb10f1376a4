"""The words every other package shares: texts, links, errors, progress. Frozen values, no I/O."""
