"""What the checks said of a document, kept in the project's database until something changes."""

import contextlib
import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from alignbench.checks.check import Check
from alignbench.domain.errors import AlignbenchError, StoreError
from alignbench.project.user_files import GLOSSARIES, RULES, SETTINGS, read_bytes
from alignbench.store import Store
from alignbench.version import __version__

_OURS = "alignbench."
_ROOMS = ("checks", "language", "pipeline", "embedding", "review")
"""Whose code and tables decide what a check says."""


class StoredCheckMemory:
    """Findings beside the kept vectors, by version of a document and setup of the checks.

    A full disk stops nothing. Checks of other packages may look at anything, so that nothing is
    kept where one is on.
    """

    def __init__(
        self, store: Store, root: Path, version: int, checks: Callable[[], Sequence[Check]]
    ) -> None:
        self._store, self._root, self._checks = store, root, checks
        self._kind = f"checks:{version}:"

    def setup(self) -> str:
        """What the checks depend on beside the texts, now; empty where nothing may be kept."""
        try:
            checks = self._checks()
            if any(not type(check).__module__.startswith(_OURS) for check in checks):
                return ""
            digest = hashlib.sha256(_code().encode())
            for part in self._parts(checks):
                digest.update(part + b"\0")
        except (AlignbenchError, OSError):
            return ""
        return digest.hexdigest()[:32]

    def _parts(self, checks: Sequence[Check]) -> Iterator[bytes]:
        for check in checks:
            plain = {k: v for k, v in vars(check).items() if isinstance(v, str | int | float)}
            yield f"{check.id} {check.severity} {sorted(plain.items())!r}".encode()
        for name in (*GLOSSARIES, RULES, SETTINGS):
            path = self._root / name
            yield read_bytes(path) if path.exists() else b""

    def get(self, setup: str, names: Sequence[str]) -> Mapping[str, bytes]:
        """What is kept under these names."""
        with contextlib.suppress(StoreError):
            return self._store.get_vectors(self._kind + setup, names)
        return {}

    def put(self, setup: str, rows: Mapping[str, bytes]) -> None:
        """Keep bytes under names; those of other setups are forgotten."""
        with contextlib.suppress(StoreError):
            self._store.put_vectors(self._kind + setup, rows, instead_of=self._kind)


@cache
def _code() -> str:
    """Tells this program from an earlier one: its version, and its files where it is developed."""
    home = Path(__file__).parents[1]
    files = sorted(
        path
        for room in _ROOMS
        for path in (home / room).rglob("*")
        if path.suffix in (".py", ".tsv", ".txt", ".json", ".safetensors")
    )
    stamps = [(str(path), path.stat().st_size, path.stat().st_mtime_ns) for path in files]
    return f"{__version__} {stamps!r}"
