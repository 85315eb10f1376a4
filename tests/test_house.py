"""The house rules of docs/design.md section 3, held by test: who imports whom, and how much."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src" / "alignbench"
PACKAGE = "alignbench"

# Each room and the rooms it may look into. `domain` holds the values everyone shares.
MAY_IMPORT: dict[str, set[str]] = {
    "domain": set(),
    "system": {"domain"},
    "language": {"domain", "system"},
    "documents": {"domain", "system", "language"},
    "embedding": {"domain", "system", "language"},
    "alignment": {"domain", "embedding.protocol"},
    "checks": {"domain", "system", "language"},
    "pipeline": {"domain", "system", "language", "documents", "embedding", "alignment", "checks"},
    "store": {"domain", "system"},
    "exchange": {"domain", "system"},
    "review": {
        "domain", "system", "language", "documents", "embedding", "alignment", "checks",
        "pipeline", "store", "exchange",
    },
    "project": {
        "domain", "system", "language", "documents", "embedding", "alignment", "checks",
        "pipeline", "store", "review",
    },
    "tui": {
        "domain", "system", "language", "documents", "embedding", "alignment", "checks",
        "pipeline", "exchange", "review", "project",
    },
    "cli": {
        "domain", "system", "language", "documents", "embedding", "alignment", "checks",
        "pipeline", "exchange", "review", "project", "tui",
    },
}  # fmt: skip

HEAVY = ("textual", "numpy", "torch", "sentence_transformers", "transformers", "fugashi", "lxml")


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def imports_of(path: Path) -> Iterator[tuple[str, int]]:
    """Full names of the modules of ours that `path` imports, lazily or not, with line numbers."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: imports are absolute here"
            if node.module and node.module.split(".")[0] == PACKAGE:
                for alias in node.names:
                    yield f"{node.module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == PACKAGE:
                    yield alias.name, node.lineno


def allowed(room: str, imported: str) -> bool:
    name = imported.removeprefix(f"{PACKAGE}.")
    if name.split(".")[0] == room or name.split(".")[0] not in MAY_IMPORT:
        return name.split(".")[0] == room or not (SOURCE / name.split(".")[0]).exists()
    return any(name == may or name.startswith(f"{may}.") for may in MAY_IMPORT[room])


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_a_room_looks_only_into_the_rooms_below(path: Path) -> None:
    parts = path.relative_to(SOURCE).parts
    if len(parts) == 1:
        return
    strays = [
        f"line {line}: {name}" for name, line in imports_of(path) if not allowed(parts[0], name)
    ]
    assert not strays


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_only_the_tui_knows_textual_and_only_the_store_knows_sql(path: Path) -> None:
    room = path.relative_to(SOURCE).parts[0]
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {
        (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
    }
    if room != "tui":
        assert "textual" not in names
    if room != "store":
        assert not names & {"sqlite3", "sqlite_utils"}


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(SOURCE)))
def test_no_file_outgrows_its_room(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("statement", ["import alignbench", "import alignbench.cli"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    report = f"import sys; {statement}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
