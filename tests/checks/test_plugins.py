"""Checks of other packages come through the entry-point group, like the example in the docs."""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import EntryPoint
from pathlib import Path
from types import ModuleType

import pytest

from alignbench.checks import CheckedPair, Context, registry, run_checks
from alignbench.checks.engine import FailedChecks
from alignbench.checks.registry import all_checks, chosen
from alignbench.domain.errors import Cancelled, InputError

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


def bring(monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    """A package whose entry point `ours` is the function `checks` of `source`."""
    module = ModuleType("broken_checks")
    exec(source, module.__dict__)
    monkeypatch.setitem(sys.modules, "broken_checks", module)
    point = EntryPoint("ours", "broken_checks:checks", registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])


@pytest.mark.usefixtures("installed")
def test_an_installed_check_is_registered_switched_and_run_like_ours() -> None:
    assert all_checks()[-1].id == "sem.qe"
    (check,) = chosen(only=["sem.qe"])
    assert "sem.qe" not in {check.id for check in chosen(skip=["sem.*"])}
    pair = CheckedPair("図書館は月曜に休む。", "Nobody knows.")
    ((_, finding),) = run_checks([pair], [check], Context())
    assert (finding.check, finding.grade, finding.hint) == ("sem.qe", "D4", True)


def test_a_package_whose_checks_fail_to_load_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, "def checks():\n    return 1 / 0")
    with pytest.raises(InputError, match=r"'ours'.*division by zero"):
        all_checks.__wrapped__()
    bring(monkeypatch, "")
    with pytest.raises(InputError, match="broken_checks:checks"):
        all_checks.__wrapped__()


def test_an_error_type_that_no_flag_can_have_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    source = (
        "from alignbench.checks.quantities.numbers import CHECKS\n"
        "class Odd(CHECKS[0]):\n    id, type = 'odd', 'style/odd'\n"
        "def checks():\n    return [Odd()]"
    )
    bring(monkeypatch, source)
    with pytest.raises(InputError, match=r"odd of 'ours'.*'style/odd'"):
        all_checks.__wrapped__()


def test_what_a_check_prints_is_no_data_and_it_cannot_end_the_program(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (
        "import sys\n"
        "from alignbench.checks.quantities.numbers import CHECKS\n"
        "print('loading')\n"
        "class Loud(CHECKS[0]):\n"
        "    id = 'loud'\n"
        "    def check(self, pair, at, context):\n"
        "        print('looking')\n"
        "        return ()\n"
        "class Leaving(Loud):\n"
        "    id = 'leaving'\n"
        "    def check(self, pair, at, context):\n"
        "        sys.exit(3)\n"
        "def checks():\n"
        "    print('bringing')\n"
        "    return [Loud(), Leaving()]"
    )
    bring(monkeypatch, source)
    capsys.readouterr()  # what the module itself printed when this test ran it
    loud, leaving = all_checks.__wrapped__()[-2:]
    failed = FailedChecks()
    pairs = [CheckedPair("館は開く。", "It opens."), CheckedPair("館は閉まる。", "It closes.")]
    assert list(run_checks(pairs, [loud, leaving], Context(), failed=failed)) == []
    (told,) = failed.take()
    assert "leaving of the package broken_checks failed" in str(told)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.split() == ["bringing", "looking", "looking"]


def test_a_check_that_never_returns_is_named_and_asked_no_more(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = (
        "import time\n"
        "from alignbench.checks.quantities.numbers import CHECKS\n"
        "class Slow(CHECKS[0]):\n"
        "    id = 'slow'\n"
        "    def check(self, pair, at, context):\n"
        "        while True:\n"
        "            time.sleep(0.001)\n"
        "def checks():\n"
        "    return [Slow()]"
    )
    bring(monkeypatch, source)
    slow = all_checks.__wrapped__()[-1]
    monkeypatch.setattr("alignbench.checks.engine.OF_A_PAIR", 0.05)
    failed = FailedChecks()
    pairs = [CheckedPair("館は開く。", "It opens."), CheckedPair("館は閉まる。", "It closes.")]
    assert list(run_checks(pairs, [slow], Context(), failed=failed)) == []
    (told,) = failed.take()
    assert "slow" in str(told)
    assert "took longer" in str(told)


def test_who_stops_the_checks_is_not_held_up_by_one_that_hangs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    source = (
        "import time\n"
        "from alignbench.checks.check import DocumentCheck\n"
        "from alignbench.checks.quantities.numbers import CHECKS\n"
        "class Slow(DocumentCheck):\n"
        "    id, type, needs = 'slow', CHECKS[0].type, CHECKS[0].needs\n"
        "    grade, severity, explanation = CHECKS[0].grade, CHECKS[0].severity, 'Slow.'\n"
        "    def check(self, pairs, context):\n"
        "        while True:\n"
        "            time.sleep(0.001)\n"
        "def checks():\n"
        "    return [Slow()]"
    )
    bring(monkeypatch, source)
    slow = all_checks.__wrapped__()[-1]
    reports: list[str] = []

    def progress(stage: str, done: int, total: int) -> None:
        reports.append(stage)
        if len(reports) > 1:
            raise Cancelled("stopped")

    with pytest.raises(Cancelled):
        list(run_checks([CheckedPair("館は開く。", "It opens.")], [slow], Context(), progress))
