"""The command that adds a term to the project's glossary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.domain.errors import AlignbenchError
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.checks.glossary import Term
    from alignbench.tui.review.screen import ReviewScreen

HINT = "! in front forbids it"


class AddTerm(ReviewCommand):
    """Add a term to the glossary, a file that undo leaves alone: its Japanese, then its English."""

    group = "Issues"
    keys = ("T",)

    def run(self, screen: ReviewScreen) -> None:
        """Ask for both, and check the document against it."""
        screen.run_worker(ask_term(screen))


async def ask_term(screen: ReviewScreen) -> None:
    """Ask for a term, proposing one that stands in the chosen link."""
    from alignbench.project.glossary_file import GlossaryFile

    ask = screen.app.push_screen_wait
    ja = await ask(TextQuestion("Add a term: its Japanese", likely_term(screen)))
    if not ja or not ja.strip():
        return
    en = await ask(TextQuestion(f"The English for {ja.strip()}", hint=HINT))
    if not en or not en.strip():
        return
    term = as_term(ja, en)
    try:
        GlossaryFile(screen.project.root).add([term])
    except AlignbenchError as error:
        screen.complain(error)
        return
    said = f"{term.ja} {'≠' if term.forbidden else '='} {term.en}"
    screen.say(f"In the glossary: {said} (undo leaves it there)")
    screen.check_document()


def as_term(ja: str, en: str) -> Term:
    """What was typed as a term; `!` before the English forbids it."""
    from alignbench.checks.glossary import Term

    en = en.strip()
    forbidden = en.startswith(("!", "！"))
    return Term(ja.strip(), en[1:].strip() if forbidden else en, forbidden)


def likely_term(screen: ReviewScreen) -> str:
    """The Japanese term that a person probably means: a finding's, or the first in the link."""
    from alignbench.project.term_candidates import terms_in

    if screen.findings:
        finding = screen.findings[screen.finding_at].finding
        if finding.check.startswith("term."):
            return finding.ja_value
    return next(iter(terms_in("".join(part.view for part in screen.current.ja))), "")


TERMING = (AddTerm(),)
