"""Finding and replacing in the English of the rows that are shown, as proposals."""

from collections.abc import Sequence, Set
from pathlib import Path

from alignbench.domain.errors import AlignbenchError
from alignbench.tui.review.controllers.links import LinksController
from alignbench.tui.review.page import ReviewPage


class ReplacementsController:
    """Asks for replacements, previews them and proposes what they make."""

    def __init__(self, page: ReviewPage, links: LinksController, root: Path) -> None:
        """`root` is the project's folder, where named sets stand."""
        self._page, self._links = page, links
        self._root = root

    def ask(self) -> None:
        """Ask what to replace by what."""
        self._page.screen.ask(self._ask())

    async def _ask(self) -> None:
        from alignbench.project.replacement_file import ReplacementFile
        from alignbench.review.replacements import Key, Replaced, Replacement, replaced
        from alignbench.tui.dialogs.replacement import ReplacementQuestion

        page, file = self._page, ReplacementFile(self._root)
        try:
            sets = file.sets()
        except AlignbenchError as error:
            page.complain(error)
            return
        rows = [(at, row) for at, row in enumerate(page.session.rows) if page.shown.has(at)]

        def find(steps: Sequence[Replacement], without: Set[Key]) -> list[Replaced]:
            return replaced(rows, steps, without)

        question = ReplacementQuestion(find, sets, file.add)
        changed = await page.app.push_screen_wait(question)
        if changed is not None:
            wordings = [(each.row, each.wording) for each in changed]
            self._links.edit(lambda session: session.proposals.propose_all(wordings))
