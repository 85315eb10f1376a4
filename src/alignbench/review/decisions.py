"""Links made by a person: chosen, linked by hand, or one side declared left out or added."""

from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FlagDraft
from alignbench.domain.links import Link
from alignbench.messages import t
from alignbench.review import edits, issue_changes
from alignbench.review.document_state import DocumentState
from alignbench.review.edit_log import EditLog
from alignbench.review.edits import Run
from alignbench.review.suggestions import SuggestionService
from alignbench.review.views import Change


class Decisions:
    """Edits that put a confirmed link in place of whatever holds its segments."""

    def __init__(self, state: DocumentState, log: EditLog, suggestions: SuggestionService) -> None:
        self._state, self._log, self._suggestions = state, log, suggestions

    def omit(self, row: int, flag: FlagDraft | None = None) -> Change:
        """Declare that the English leaves a row's Japanese out; with `flag`, that this is an error.

        Both are one change. Raises EditError where the row has no Japanese.
        """
        link = self._state.row(row).link
        if not link.ja:
            raise EditError(t("This row has no Japanese to be omitted."))
        flag = replace(flag, en=None) if flag else None  # that English is another link's now
        return self.decide("omit", t("Declared omitted"), link, link.ja, (), flag)

    def add(self, row: int, flag: FlagDraft | None = None) -> Change:
        """Declare that a row's English answers no Japanese; with `flag`, that this is an error.

        Both are one change. Raises EditError where the row has no English.
        """
        link = self._state.row(row).link
        if not link.en:
            raise EditError(t("This row has no English to be added."))
        flag = replace(flag, ja=None) if flag else None
        return self.decide("add", t("Declared added"), link, (), link.en, flag)

    def decide(
        self, name: str, label: str, own: Link | None, ja: Run, en: Run,
        flag: FlagDraft | None = None,
    ) -> Change:  # fmt: skip
        """Make a link by hand, and flag it; what it leaves open is aligned anew if that is quick.

        `own` is the link being edited, None where there is none.
        """
        edit = edits.decide(name, label, self._state.holding(ja, en), own, ja, en)
        if self._suggestions.is_ready:
            edit = self._suggestions.follow(edit, self._state.links)
        if flag is None:
            return self._log.commit(edit)
        by = issue_changes.By(self._log.who.name, self._log.clock())
        return self._log.do(issue_changes.flagged_too(self._log.maker(edit), (ja, en), flag, by))
