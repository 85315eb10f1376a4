"""A tour of eight steps: what one sees, and which key does what, above the screen itself."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Region
from textual.screen import ModalScreen
from textual.widgets import Static

from alignbench.messages import t
from alignbench.tui.widgets.glyphs import key_name

STEPS: tuple[tuple[str, str], ...] = (
    (
        t("Two texts, side by side"),
        t(
            "Left the Japanese, right the English, a row for each link: sentences that say the "
            "same. The program linked them; you decide. j and k, or the arrows, choose a row."
        ),
    ),
    (
        t("Confirm"),
        t(
            "Space says: these sentences belong together. It goes on to the next row. It does not "
            "say that the translation is good. u takes anything back, even tomorrow."
        ),
    ),
    (
        t("Doubt"),
        t(
            "A ? in front of a row: the program is not sure that these belong together. n goes to "
            "the next row to look at. Below stand other choices; 1 to 9 takes one."
        ),
    ),
    (
        t("Mend"),
        t(
            "] and > take the next sentence into the row, [ and < give one back. m joins two rows, "
            "s splits one. o: the English leaves this out; a: this English was added."
        ),
    ),
    (
        t("What the checks found"),
        t(
            "A triangle or a cross: numbers, dates, names or words may differ. e selects the "
            "finding, ! makes an error of it, d says why it is none. v lists them all, V leads "
            "to what most deserves to be read."
        ),
    ),
    (
        t("A better English"),
        t(
            "b writes what the English should read: struck and inserted words are shown. The "
            "file itself is never changed. f marks an error, t writes a note, z comes back later."
        ),
    ),
    (
        t("Only what you want to see"),
        t(
            "& shows only rows in doubt, with findings, notes or certain words; * shows all again. "
            "/ looks for words in both texts. S says how much is left."
        ),
    ),
    (
        t("Take it with you"),
        t(
            "X exports: a translation memory, Word, Excel and more, shown before it is written. "
            "q goes back to the library. ? explains where you are, ctrl+p has every command."
        ),
    ),
)


SUBJECTS: tuple[tuple[str, ...], ...] = (
    ("row",), ("row", "heading"), ("row", "panel"), ("row", "panel"), ("row", "panel"),
    ("row", "panel"), ("row", "heading"), ("row", "keys"),
)  # fmt: skip
"""What each step is about: parts of the review screen."""


class Tour(ModalScreen[None]):
    """Shows one step after another over the screen that it is about, beside what it explains."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,n,ｎ", "turn(1)", t("next"), id="tour-next"),
        Binding("left,backspace,p,ｐ", "turn(-1)", t("back"), id="tour-back"),
        Binding("escape,q,ｑ", "dismiss", t("leave"), id="tour-leave"),
    ]

    def __init__(self, explained: Callable[[str], Sequence[Region]] = lambda _: ()) -> None:
        """`explained` gives where on the screen a thing of `SUBJECTS` stands now."""
        super().__init__()
        self._at = 0
        self._explained = explained

    def compose(self) -> ComposeResult:
        """The text; title and keys stand in the border."""
        with Vertical(classes="dialog wide"):
            yield Static("", id="tour-text", markup=False)

    def on_mount(self) -> None:
        """Begin."""
        self._show()

    def on_click(self) -> None:
        """A click goes on."""
        self.action_turn(1)

    def action_turn(self, step: int) -> None:
        """Go on or back; after the last step the tour ends."""
        self._at = max(0, self._at + step)
        if self._at == len(STEPS):
            self.dismiss()
        else:
            self._show()

    def _show(self) -> None:
        title, text = STEPS[self._at]
        dialog = self.query_one(".dialog")
        head = t("{at} of {all}  {title}", at=self._at + 1, all=len(STEPS), title=title)
        dialog.border_title = Content(head)
        dialog.border_subtitle = Content(key_name(t("enter: next   ←: back   esc leaves")))
        self.query_one("#tour-text", Static).update(text)
        self.call_after_refresh(self._make_way)

    def on_resize(self) -> None:
        """Find another place."""
        self.call_after_refresh(self._make_way)

    def _make_way(self) -> None:
        """Stand where what is explained can be seen: above the panel, at the top or the bottom."""
        if not self.is_attached or self._at >= len(STEPS):
            return
        dialog = self.query_one(".dialog")
        height, screen = dialog.outer_size.height, self.size
        seen = [region for name in SUBJECTS[self._at] for region in self._explained(name)]
        panel = [region.y for region in self._explained("panel")]
        tops = [*(top - height for top in panel), 1, screen.height - height - 1]
        tops = [max(0, min(top, screen.height - height)) for top in tops]
        best = min(tops, key=lambda top: _hidden(Region(0, top, screen.width, height), seen))
        dialog.styles.offset = (0, best)


def _hidden(dialog: Region, seen: Sequence[Region]) -> int:
    """How many lines of these regions a dialog as wide as the screen would hide."""
    return sum(dialog.intersection(region).height for region in seen)
