"""A proposed wording as text: struck words, inserted words. Pure."""

from collections.abc import Mapping

from rich.text import Text

from alignbench.domain.proposals import Proposal
from alignbench.domain.word_changes import compare
from alignbench.messages import t
from alignbench.review import Row
from alignbench.review.row_text import read_text
from alignbench.system.safe_text import printable
from alignbench.tui.widgets import glyphs

Colours = Mapping[str, str]


def difference(old: str, new: str, colours: Colours) -> Text:
    """Both wordings in one: struck words lined through, inserted ones underlined."""
    styles = {
        "kept": "",
        "struck": f"strike {colours.get('error', 'red')}",
        "inserted": f"bold underline {colours.get('success', 'green')}",
    }
    text = Text()
    for piece in compare(old, new):
        text.append(printable(piece.text), styles[piece.kind])
        if piece.kind == "struck" and glyphs.is_ascii():
            text.append(" ")
    return text


def proposal_line(row: Row, proposal: Proposal, colours: Colours) -> Text:
    """`≋ who proposes  the old wording with the new`, in one line."""
    state = "" if proposal.state == "open" else t("  {state}", state=proposal.state)
    line = Text(
        f"{glyphs.REWORDED} {printable(proposal.author)}{state}  ",
        colours.get("secondary", ""), no_wrap=True, overflow="ellipsis",
    )  # fmt: skip
    return line.append_text(difference(read_text(row, "en"), proposal.text, colours))
