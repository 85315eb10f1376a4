"""The tests of the terminal app share the fixtures of every opened workbench."""

from tests.tui.fixtures import lasting_words, no_patience, own_state, root, styles_read_once

__all__ = ["lasting_words", "no_patience", "own_state", "root", "styles_read_once"]
