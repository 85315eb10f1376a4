"""Our two themes: ink on paper, and paper on ink."""

from textual.theme import Theme

PAPER_LIGHT = Theme(
    name="paper-light",
    primary="#2f5d8a",
    secondary="#7a5c99",
    accent="#2f5d8a",
    foreground="#2b2a27",
    background="#faf7f0",
    surface="#f3efe4",
    panel="#e9e3d3",
    success="#3f7a3a",
    warning="#a8620a",
    error="#b3372f",
    dark=False,
)
INK_DARK = Theme(
    name="ink-dark",
    primary="#8fb4dc",
    secondary="#c3a6e0",
    accent="#8fb4dc",
    foreground="#e6e1d6",
    background="#16181d",
    surface="#1c1f26",
    panel="#262a33",
    success="#93c48b",
    warning="#e5b567",
    error="#e5786d",
    dark=True,
)
THEMES = (INK_DARK, PAPER_LIGHT)
