"""The click commands, one module per group: a thin skin over `review`.

Nothing here imports a heavy package when it is itself imported; commands import what they need
in their bodies, so that `alignbench --help` answers at once.
"""

from alignbench.cli.runner import run

__all__ = ["run"]
