"""How the bilingual view looks in the colours of a theme."""

from rich.style import Style
from textual.widget import Widget

from alignbench.tui.widgets.painter import STYLES, Palette

APPEARANCE = """
BilingualView {
    background: $background;
    color: $foreground;
    & .bilingual--confirmed { color: $success; }
    & .bilingual--doubtful { color: $warning; text-style: bold; }
    & .bilingual--suggested { color: $text-muted; }
    & .bilingual--nothing { color: $text-muted; text-style: italic; }
    & .bilingual--crossing { color: $secondary; }
    & .bilingual--flag { color: $error; }
    & .bilingual--note { color: $secondary; }
    & .bilingual--heading { text-style: bold; }
    & .bilingual--furniture { color: $text-muted; }
    & .bilingual--reading { color: $text-muted; }
    & .bilingual--rule { color: $foreground 25%; }
    & .bilingual--cursor { color: $primary; text-style: bold; }
    & .bilingual--chosen { background: $primary 12%; }
    & .bilingual--match { background: $warning 30%; text-style: underline; }
    & .bilingual--current-match {
        background: $warning; color: $background; text-style: bold underline;
    }
    & .bilingual--marked { background: $success 30%; text-style: underline; }
    & .bilingual--pointer { color: $primary; text-style: bold underline; }
    & .bilingual--unanswered { color: $warning; text-style: italic underline; }
    & .bilingual--term { text-style: underline; }
    & .bilingual--lit { background: $primary 35%; text-style: bold underline; }
    & .bilingual--answer { background: $secondary 35%; text-style: bold underline; }
    & .bilingual--struck { color: $text-muted; text-style: strike dim; }
    & .bilingual--inserted { color: $success; text-style: bold; }
    & .bilingual--sign { color: $text-muted; }
    & .bilingual--flagged { color: $error; text-style: underline; }
    & .bilingual--finding { text-style: underline; }
    & .bilingual--this-finding { color: $error; text-style: bold underline; }
    & .bilingual--hint { color: $secondary; text-style: italic; }
    & .bilingual--this-hint { color: $secondary; text-style: bold italic; }
    & .bilingual--found { color: $warning; }
    & .bilingual--found-major { color: $error; text-style: bold; }
    & .bilingual--selection { background: $primary 40%; }
}
"""
"""How each style of `painter.STYLES` looks in the colours of a theme."""


def component(style: str) -> str:
    """The name that the style sheet has for a style of `painter.STYLES`."""
    return f"bilingual--{style}"


def palette_of(view: Widget) -> Palette:
    """The styles of a view as its style sheet has them now."""
    return Palette(view.rich_style, {name: _over(view, component(name)) for name in STYLES})


def _over(view: Widget, name: str) -> Style:
    """Only what the component sets, its colours blended with the background."""
    whole = view.get_component_rich_style(name)
    own = view.get_component_rich_style(name, partial=True)
    return own + Style(
        color=whole.color if own.color else None,
        bgcolor=whole.bgcolor if own.bgcolor else None,
    )
