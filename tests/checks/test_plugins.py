"""Checks of other packages come through the entry-point group, like the example in the docs."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from alignbench.checks import CheckedPair, Context, registry, run_checks
from alignbench.checks.registry import all_checks, chosen

PAGE = Path(__file__).parents[2] / "docs" / "own-checks.md"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The plug-in of the docs, as if its package were installed."""
    block = re.search(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert block
    module = ModuleType("house_checks")
    exec(block[1], module.__dict__)
    point = EntryPoint("sem.qe", "house_checks:QualityEstimation", registry.GROUP)
    monkeypatch.setitem(sys.modules, "house_checks", module)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    all_checks.cache_clear()
    yield
    all_checks.cache_clear()


@pytest.mark.usefixtures("installed")
def test_an_installed_check_is_registered_switched_and_run_like_ours() -> None:
    assert all_checks()[-1].id == "sem.qe"
    (check,) = chosen(only=["sem.qe"])
    assert "sem.qe" not in {check.id for check in chosen(skip=["sem.*"])}
    pair = CheckedPair("図書館は月曜に休む。", "Nobody knows.")
    ((_, finding),) = run_checks([pair], [check], Context())
    assert (finding.check, finding.grade, finding.hint) == ("sem.qe", "D4", True)
