"""A tour of eight steps: what one sees, and which key does what, above the screen itself."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Label, Static

from alignbench.messages import t

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
            "the next such row. Below stand other choices; 1 to 9 takes one."
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
            "finding, ! makes an error of it, d says why it is none. v lists them all."
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


class Tour(ModalScreen[None]):
    """Shows one step after another over the screen that it is about."""

    CSS_PATH = "dialogs.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space,right,n,ｎ", "turn(1)", "next", id="tour-next"),
        Binding("left,backspace,p,ｐ", "turn(-1)", "back", id="tour-back"),
        Binding("escape,q,ｑ", "dismiss", "leave", id="tour-leave"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._at = 0

    def compose(self) -> ComposeResult:
        """Title, text, keys."""
        with Vertical(classes="dialog wide"):
            yield Label("", id="tour-title", classes="title", markup=False)
            yield Static("", id="tour-text", markup=False)
            yield Label(t("enter: next   ←: back   esc leaves the tour"), classes="hint")

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
        head = t("{at} of {all}  {title}", at=self._at + 1, all=len(STEPS), title=title)
        self.query_one("#tour-title", Label).update(head)
        self.query_one("#tour-text", Static).update(text)
