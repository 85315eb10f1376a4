"""A proposed wording as text: struck words, inserted words. Pure."""

from collections.abc import Mapping

from rich.text import Text

from alignbench.domain.proposals import Proposal
from alignbench.messages import t
from alignbench.review import Row
from alignbench.review.row_text import read_text
from alignbench.system.safe_text import printable
from alignbench.tui.review.proposed_english import runs
from alignbench.tui.widgets import glyphs

Colours = Mapping[str, str]


def difference(old: str, new: str, colours: Colours) -> Text:
    """Both wordings in one: struck words lined through, inserted ones underlined, or in signs."""
    styles = {
        "kept": "",
        "struck": f"strike {colours.get('error', 'red')}",
        "inserted": f"bold underline {colours.get('success', 'green')}",
    }
    text = Text()
    for run in runs(old, new):
        style = styles[run.change.kind]
        text.append(run.before, style if run.before.strip() else "")
        text.append(printable(run.change.text), style)
        text.append(run.after, style)
    return text


def proposal_line(row: Row, proposal: Proposal, colours: Colours) -> Text:
    """`≋ who proposes  ... the words from the first change on`, in one line."""
    state = "" if proposal.state == "open" else t("  {state}", state=proposal.state)
    line = Text(
        f"{glyphs.REWORDED} {printable(proposal.author)}{state}  ",
        colours.get("secondary", ""), no_wrap=True, overflow="ellipsis",
    )  # fmt: skip
    changed = difference(read_text(row, "en"), proposal.text, colours)
    first = min((span.start for span in changed.spans), default=0)
    if first > len(glyphs.MORE) + 1:
        line.append(f"{glyphs.MORE} ")
        changed = changed[first:]
    return line.append_text(changed)
