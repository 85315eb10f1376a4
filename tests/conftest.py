"""What holds for all tests."""

import gc
import os
import sys

import pytest
from hypothesis import HealthCheck, settings

from tests.compiled_once import compile_share

EXAMPLES = 60
"""Of each thing that must always hold, other ones in each run."""
THOROUGH = 2_000
"""With `--hypothesis-profile thorough`, for a night."""

# No test may fail because the machine is busy.
settings.register_profile(
    "calm",
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
    print_blob=True,
)
settings.register_profile("thorough", settings.get_profile("calm"), max_examples=THOROUGH)
settings.load_profile("calm")

# Until all tests are collected hardly anything becomes garbage: looking for it takes a third.
gc.disable()

# Byte code is kept, whatever the shell says: compiling everything anew, and rewriting the asserts
# of all tests, takes longer than many a room's tests do.
sys.dont_write_bytecode = False
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)

# Tests run in more processes than there are cores: a second thread for sums would have none.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def pytest_xdist_auto_num_workers() -> int:
    """One worker more than there are cores: tests of terminals wait for seconds and need none."""
    return (os.cpu_count() or 1) + 1


@pytest.hookimpl(trylast=True)  # after Hypothesis, which warns of whom asks it for anything sooner
def pytest_sessionstart(session: pytest.Session) -> None:
    """Compile, among several processes, what all of them need."""
    if worker := os.environ.get("PYTEST_XDIST_WORKER"):
        workers = int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
        compile_share(session.config, int(worker.removeprefix("gw")), workers)


def pytest_collection_finish() -> None:
    """Look for unreachable objects less often, and never among what is imported by now."""
    gc.enable()
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
