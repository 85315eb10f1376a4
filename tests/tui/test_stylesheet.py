"""Nothing is styled a second time as it is styled already, and all that changes is."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.css.styles import StylesBase
from textual.css.stylesheet import Stylesheet
from textual.dom import DOMNode
from textual.widgets import Button, Checkbox, Input, Static

from alignbench.tui.stylesheet import LastingStylesheet
from alignbench.tui.widgets.bilingual import BilingualView
from tests.tui.workbench import opened, review

Look = tuple[str, dict[str, str], dict[str, dict[str, str]]]
"""A widget, its styles and those of its parts."""


class Framed(App[None]):
    """An app whose styles ask for classes, ids, states, places and ancestors."""

    CSS = """
    .warm Static { color: red; }
    Vertical:focus-within Static { text-style: bold; }
    #first:disabled { background: blue; }
    Static:first-child { margin: 1; }
    Input.-wrong:focus { border: heavy $error; }
    .cold > .inner { background: $primary; }
    """

    def __init__(self, stylesheet: type[Stylesheet]) -> None:
        super().__init__()
        self.stylesheet = stylesheet(variables=self.get_css_variables())

    def compose(self) -> ComposeResult:
        with Vertical(id="frame"):
            yield Static("one", id="first", classes="inner")
            yield Input()
        yield Button("go on")


def look(app: App[None]) -> list[Look]:
    """How everything looks that there is."""

    def described(styles: StylesBase) -> dict[str, str]:
        return {name: repr(value) for name, value in styles.get_rules().items()}

    return [
        (
            repr(node),
            described(node.styles.base),
            {name: described(part) for name, part in node._component_styles.items()},
        )
        for node in app.screen.walk_children(with_self=True)
    ]


async def looks(stylesheet: type[Stylesheet]) -> list[list[Look]]:
    """How an app looks after one change and another."""
    app, found = Framed(stylesheet), []
    async with app.run_test() as pilot:
        frame, first = app.query_one("#frame"), app.query_one("#first")
        changes: list[Callable[[], object]] = [
            lambda: frame.add_class("warm"),
            lambda: app.query_one(Input).focus(),
            lambda: app.query_one(Input).add_class("-wrong"),
            lambda: app.query_one(Button).focus(),
            lambda: setattr(first, "disabled", True),
            lambda: frame.remove_class("warm").add_class("cold"),
            lambda: frame.mount(Static("none"), before=0),
            lambda: setattr(app, "theme", "textual-light"),
            lambda: app.screen.mount(Checkbox("below", classes="inner")),
            lambda: setattr(app, "theme", "textual-dark"),
            lambda: setattr(frame, "classes", ""),
        ]
        for change in changes:
            change()
            await pilot.pause()
            found.append(look(app))
    return found


async def test_whatever_changes_all_looks_as_textual_would_have_it() -> None:
    by_textual = await looks(Stylesheet)
    assert all(before != after for before, after in pairwise(by_textual))
    for lasting, expected in zip(await looks(LastingStylesheet), by_textual, strict=True):
        assert lasting == expected


async def test_the_focus_comes_and_goes_and_the_thirty_parts_of_the_texts_stay(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with opened(root) as (app, pilot):
        view = review(app).view
        styled: list[DOMNode] = []
        apply = Stylesheet.apply

        def noted(self: Stylesheet, node: DOMNode, **how: Any) -> None:
            styled.append(node)
            apply(self, node, **how)

        monkeypatch.setattr(Stylesheet, "apply", noted)
        await pilot.press("slash")
        assert not view.has_focus
        await pilot.press("escape")
        assert view.has_focus
        assert not [each for each in styled if isinstance(each, BilingualView)]
        view.add_class("-of-no-rule")
        assert not [each for each in styled if isinstance(each, BilingualView)]
        view.disabled = True
        assert view in styled
