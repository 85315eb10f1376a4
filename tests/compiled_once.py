"""What each test process would compile for itself, compiled once by all of them together.

On a clean clone every process rewrites the asserts of all tests, compiles the whole source and
looks for numbers and words in it that Hypothesis may try: half of what collecting costs then. So
each does its share before it collects, and finds in the caches what the others did.
"""

import compileall
from contextlib import suppress
from importlib import import_module
from importlib.util import cache_from_source
from pathlib import Path
from types import ModuleType

import pytest
from _pytest.assertion import rewrite

TESTS = Path(__file__).parent
SOURCE = TESTS.parent / "src"


def compile_share(config: pytest.Config, share: int, shares: int) -> None:
    """Fill the caches for each file whose number, divided by `shares`, leaves `share`.

    What is there but out of date is left to whoever imports it. Where pytest or Hypothesis keep
    such things in another way, each process does all by itself.
    """
    with suppress(AttributeError, KeyError, OSError):
        for path in _share(TESTS, "test_*.py", share, shares):
            _rewrite_asserts(path, config)
    for path in _share(SOURCE, "*.py", share, shares):
        if Path(cache_from_source(str(path))).exists():
            continue
        compileall.compile_file(path, quiet=2)
        with suppress(ImportError, AttributeError):
            _find_constants(path)


def _share(folder: Path, pattern: str, share: int, shares: int) -> list[Path]:
    return sorted(folder.rglob(pattern))[share::shares]


def _find_constants(path: Path) -> None:
    """Have Hypothesis write down what it would try of a module."""
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    import_module("hypothesis.internal.constants_ast").constants_from_module(module)


def _rewrite_asserts(path: Path, config: pytest.Config) -> None:
    """Write the byte code that pytest's import hook looks for, unless there is some."""
    cache = rewrite.get_cache_dir(path)
    compiled = cache / (path.stem + rewrite.PYC_TAIL)
    if not compiled.exists() and rewrite.try_makedirs(cache):
        stat, code = rewrite._rewrite_test(path, config)
        rewrite._write_pyc(config.stash[rewrite.assertstate_key], code, stat, compiled)
