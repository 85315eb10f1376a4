"""The click commands, one module per group: a thin skin over `review`."""
