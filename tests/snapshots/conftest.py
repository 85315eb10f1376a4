"""Pictures show no clock, nothing that blinks, no path, nothing of the developer's."""

import sys

import pytest
import textual
from textual.widgets import Input

from tests.tui.fixtures import lasting_words, no_patience, own_state, styles_read_once

__all__ = ["lasting_words", "no_patience", "own_state", "styles_read_once"]

DRAWN_WITH = ((3, 11), "8.2.8")
"""The Python and the Textual that the pictures were made with: others draw a cell otherwise."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    if (sys.version_info[:2], textual.__version__) != DRAWN_WITH:
        reason = "pictures are compared on Python {}.{} with Textual {} only".format(
            *DRAWN_WITH[0], DRAWN_WITH[1]
        )
        for item in items:
            if "snapshots" in item.path.parts:
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(autouse=True)
def _no_blinking(monkeypatch: pytest.MonkeyPatch) -> None:
    mount = Input._on_mount

    def still(self: Input, event: object) -> None:
        self.cursor_blink = False
        mount(self, event)  # type: ignore[arg-type]

    monkeypatch.setattr(Input, "_on_mount", still)
