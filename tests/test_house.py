"""The house rules of docs/design.md section 3, held by test: who imports whom, and how much.

Each rule is one test that lists all strays at once.
"""

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

# One process reads the source, for all rules.
pytestmark = pytest.mark.xdist_group("house")

SOURCE = Path(__file__).parents[1] / "src" / "alignbench"
PACKAGE = "alignbench"

GROUND = {"domain", "messages", "system"}
"""What every room above them may look into."""
TEXTS = GROUND | {"language", "documents", "embedding", "alignment", "checks"}
MAY_IMPORT: dict[str, set[str]] = {
    "messages": set(),
    "domain": {"messages"},
    "system": {"domain", "messages"},
    "language": GROUND,
    "documents": GROUND | {"language"},
    "embedding": GROUND | {"language"},
    "meaning": GROUND,
    "alignment": {"domain", "messages", "embedding.protocol"},
    "checks": GROUND | {"language"},
    "store": GROUND,
    "exchange": GROUND,
    "pipeline": TEXTS | {"meaning"},
    "review": TEXTS | {"pipeline", "store", "exchange", "meaning"},
    "project": TEXTS | {"pipeline", "store", "exchange", "review", "meaning"},
    "tui": TEXTS | {"pipeline", "exchange", "review", "project", "meaning"},
    "cli": TEXTS | {"pipeline", "exchange", "review", "project", "tui", "meaning"},
}
"""Each room, and the rooms (or the one module of a room) that it may look into."""

HEAVY = ("textual", "numpy", "torch", "sentence_transformers", "transformers", "fugashi", "lxml")
LONGEST_FILE = 300
LONGEST_CLASS = 400
"""Lines of a class together with its bases in this package."""
NOUNS_IN_ING = 12
"""Modules whose names may end in -ing: encoding and heading are nouns, doubting is none."""


Statement = ast.Import | ast.ImportFrom | ast.ClassDef


@cache
def modules() -> dict[str, tuple[Path, tuple[Statement, ...]]]:
    """Every module of ours by its full name: its path, and its imports and classes anywhere."""
    found = {}
    for path in sorted(SOURCE.rglob("*.py")):
        parts = (PACKAGE, *path.relative_to(SOURCE).with_suffix("").parts)
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        found[name] = path, tuple(node for node in nodes if isinstance(node, Statement))
        for node in found[name][1]:
            if isinstance(node, ast.ClassDef):
                node.body.clear()  # what is kept is walked by every look for garbage
    return found


def imports_of(statements: tuple[Statement, ...]) -> Iterator[tuple[str, int]]:
    """Full names that a module imports from this package, anywhere in it, with line numbers."""
    for node in statements:
        if isinstance(node, ast.ImportFrom):
            module = node.module or ""
            if node.level or module.split(".")[0] == PACKAGE:
                for alias in node.names:
                    yield "." * node.level + f"{module}.{alias.name}", node.lineno
        elif isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name.split(".")[0] == PACKAGE:
                    yield alias.name, node.lineno


def module_of(name: str) -> str:
    """The module that `name` is, or is defined in."""
    return name if name in modules() else name.rpartition(".")[0]


@cache
def room_of(module: str) -> str:
    """The room of a module; empty for the face of the package itself."""
    return (
        module.split(".")[1] if "." in module and (SOURCE / module.split(".")[1]).is_dir() else ""
    )


def test_imports_are_absolute() -> None:
    strays = [
        f"{module}:{line}"
        for module, (_, statements) in modules().items()
        for name, line in imports_of(statements)
        if name.startswith(".")
    ]
    assert not strays


def test_a_room_looks_only_into_the_rooms_below() -> None:
    def allowed(room: str, name: str) -> bool:
        inside = module_of(name).removeprefix(f"{PACKAGE}.")
        return (
            not room_of(module_of(name))
            or inside.split(".")[0] == room
            or any(inside == may or inside.startswith(f"{may}.") for may in MAY_IMPORT[room])
        )

    strays = [
        f"{module}:{line}: {name}"
        for module, (_, statements) in modules().items()
        if room_of(module)
        for name, line in imports_of(statements)
        if not allowed(room_of(module), name)
    ]
    assert not strays


def test_the_aligner_is_built_from_its_lattice_up() -> None:
    floors = ["lattice", "scoring", "search", "repair"]
    above = {
        f"alignment.{floor}": tuple(f"alignment.{each}" for each in floors[place + 1 :])
        for place, floor in enumerate(floors)
    }
    strays = [
        f"{module}:{line}: {name}"
        for module, (_, statements) in modules().items()
        for floor, barred in above.items()
        if module.startswith(f"{PACKAGE}.{floor}.")
        for name, line in imports_of(statements)
        if name.removeprefix(f"{PACKAGE}.").startswith(barred)
    ]
    assert not strays


def test_no_import_goes_in_a_circle() -> None:
    """Imports in functions and under TYPE_CHECKING count."""
    graph = {
        module: {module_of(name) for name, _ in imports_of(statements)} - {module}
        for module, (_, statements) in modules().items()
    }
    # A module's bit, and the bits of all that it reaches: a set of numbers would take seconds.
    bit = {module: 1 << place for place, module in enumerate(graph)}
    reach = {
        module: sum(bit[each] for each in targets if each in bit)
        for module, targets in graph.items()
    }
    for middle in graph:
        for module, reached in reach.items():
            if reached & bit[middle]:
                reach[module] = reached | reach[middle]
    assert not sorted(module for module, reached in reach.items() if reached & bit[module])


def test_only_the_tui_knows_textual_and_only_the_store_knows_sql() -> None:
    strays = []
    for module, (_, statements) in modules().items():
        names = {
            (alias.name if isinstance(node, ast.Import) else node.module or "").split(".")[0]
            for node in statements
            if isinstance(node, ast.Import | ast.ImportFrom)
            for alias in node.names
        }
        if "textual" in names and room_of(module) != "tui":
            strays.append(f"{module}: textual")
        if names & {"sqlite3", "sqlite_utils"} and room_of(module) != "store":
            strays.append(f"{module}: sqlite")
    assert not strays


def test_no_file_outgrows_its_room() -> None:
    sizes = {
        path: len(path.read_text(encoding="utf-8").splitlines()) for path, _ in modules().values()
    }
    assert not {str(path): size for path, size in sizes.items() if size > LONGEST_FILE}


def test_a_class_counts_with_its_bases() -> None:
    classes = {
        node.name: (node.end_lineno or node.lineno) - node.lineno + 1
        for _, statements in modules().values()
        for node in statements
        if isinstance(node, ast.ClassDef)
    }
    bases = {
        node.name: [ast.unparse(base).split("[")[0].split(".")[-1] for base in node.bases]
        for _, statements in modules().values()
        for node in statements
        if isinstance(node, ast.ClassDef)
    }

    def family(name: str) -> set[str]:
        return {name}.union(*(family(b) for b in bases[name] if b in classes and b != name))

    sizes = {name: sum(classes[each] for each in family(name)) for name in classes}
    assert not {name: size for name, size in sizes.items() if size > LONGEST_CLASS}


def test_modules_are_named_for_things() -> None:
    grammatical = [name for name in modules() if name.endswith("ing")]
    assert len(grammatical) <= NOUNS_IN_ING, grammatical


NOT_FOR_A_TEXT = (
    "alignbench.checks.registry",
    "alignbench.tui.library.screen",
    "alignbench.tui.issues.screen",
    "alignbench.tui.jobs.export",
    "alignbench.tui.commands.keymap",
    "regex",
)


def test_the_workbench_shows_a_text_before_it_loads_what_only_some_keys_need() -> None:
    shown = "alignbench.tui.app", "alignbench.review.session", "alignbench.tui.review.screen"
    report = (
        f"import sys, {', '.join(shown)}\n"
        f"print(*[each for each in {NOT_FOR_A_TEXT!r} if each in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


@pytest.mark.parametrize("statement", ["import alignbench", "import alignbench.cli"])
def test_importing_loads_nothing_heavy(statement: str) -> None:
    report = f"import sys; {statement}; print(*[m for m in {HEAVY!r} if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
