"""Asking what is wrong with a pair, or why a finding is no error."""

from typing import Any

from textual.app import App

from alignbench.domain.flags import Flag, FlagDraft, Severity
from alignbench.domain.text import Side, Span
from alignbench.messages import t
from alignbench.project.drafts import Draft
from alignbench.review import ReviewSession, Row
from alignbench.review.found_in_row import RowFinding
from alignbench.review.row_text import SideText, side_text
from alignbench.tui.dialogs.flag import CHANGE, DECLARE, NEW, FlagQuestion, Wording
from alignbench.tui.dialogs.flag_answer import as_text
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.dialogs.reason import OWN_WORDS, ReasonQuestion
from alignbench.tui.dialogs.word_marks import WordMark, words_of

SIDES: tuple[Side, Side] = ("ja", "en")


async def ask_flag(
    app: App[Any], session: ReviewSession, row: int, kept: Draft | None = None
) -> FlagDraft | None:
    """Ask what kind of error there is in a row, and where; None if there is none after all.

    An answer is `kept` until whoever asks has written it.
    """
    return await _ask(app, session, row, likely(session.rows[row]), NEW, kept)


async def ask_declared(
    app: App[Any], session: ReviewSession, row: int, kept: Draft | None = None
) -> FlagDraft | None:
    """Ask what kind of error it is that a row leaves its Japanese out, or has English added."""
    link, begin, wording = session.rows[row].link, likely(session.rows[row]), DECLARE
    if not link.is_null:
        begin = FlagDraft("accuracy/omission", Severity.MAJOR)
    elif link.ja:
        wording = DECLARE._replace(title=t("Declare omitted, and flag"))
    else:
        wording = DECLARE._replace(title=t("Declare added, and flag"))
    return await _ask(app, session, row, begin, wording, kept)


def likely(row: Row) -> FlagDraft:
    """What the question begins with: where a side is empty, as bad as the checks have that."""
    if not row.link.en:
        return FlagDraft("accuracy/omission", Severity.MAJOR)
    if not row.link.ja:
        return FlagDraft("accuracy/addition", Severity.MAJOR)
    return FlagDraft()


async def ask_flag_of(
    app: App[Any], session: ReviewSession, row: int, found: RowFinding, kept: Draft | None = None
) -> FlagDraft | None:
    """Ask the same with everything filled in as a finding has it."""
    return await _ask(app, session, row, session.draft(row, found), NEW, kept)


async def ask_change(
    app: App[Any], session: ReviewSession, row: int, flag: Flag, kept: Draft | None = None
) -> FlagDraft | None:
    """Ask the same with everything as a flag has it; None if it stays so."""
    draft = await _ask(app, session, row, flag.draft, CHANGE, kept)
    if draft != flag.draft:
        return draft
    if kept is not None:
        kept.keep("")
    return None


async def _ask(
    app: App[Any],
    session: ReviewSession,
    row: int,
    draft: FlagDraft,
    wording: Wording,
    kept: Draft | None,
) -> FlagDraft | None:
    texts = {side: side_text(session.document, session.rows[row], side) for side in SIDES}
    given: dict[Side, Span | None] = {"ja": draft.ja, "en": draft.en}
    marks = {side: _mark(text, side, given[side]) for side, text in texts.items()}
    answer = await app.push_screen_wait(FlagQuestion(draft, marks, wording, kept))
    if answer is None:
        return None
    if kept is not None:
        kept.keep(as_text(answer))  # until it is written
    kind, severity, comment, spans = answer
    # A mark left alone stays where it was in the file, also where these texts do not show it.
    placed = {
        side: given[side] if span == marks[side].span else span and texts[side].in_content(span)
        for side, span in spans.items()
    }
    return FlagDraft(kind, severity, comment, placed["ja"], placed["en"])


def _mark(text: SideText, side: Side, span: Span | None) -> WordMark:
    """A text to mark words in, with a stretch of the content marked where it is shown."""
    seen = text.in_view(span) if span else None
    return WordMark.of(text.text, words_of(text.text, side), seen)


async def ask_reason(app: App[Any], what: str) -> str:
    """Ask why `what` is no error; empty if it is one after all."""
    reason = await app.push_screen_wait(ReasonQuestion(what))
    if reason == OWN_WORDS:
        reason = await app.push_screen_wait(TextQuestion(t("Why is this no error?")))
    return (reason or "").strip()
