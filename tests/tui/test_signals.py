"""What a system that shuts down and a terminal that is closed ask for."""

import os
import signal
from pathlib import Path

import pytest

from tests.tui.workbench import at_rest, make_project, opened, until


@pytest.mark.skipif(os.name != "posix", reason="only POSIX has these signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_a_signal_to_end_closes_the_workbench_in_order(tmp_path: Path, name: str) -> None:
    number = getattr(signal, name)
    make_project(tmp_path)
    async with opened(tmp_path, None) as (app, pilot):
        await at_rest(pilot)
        os.kill(os.getpid(), number)
        await until(pilot, lambda: app.return_code is not None)
        assert app.return_code == 128 + number
