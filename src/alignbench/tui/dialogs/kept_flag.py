"""Asking for a flag until it is written or given up; what was typed is lost in neither case."""

from collections.abc import Awaitable, Callable

from alignbench.domain.flags import Flag, FlagDraft
from alignbench.domain.text import Side
from alignbench.messages import t
from alignbench.project.drafts import Draft, Drafts
from alignbench.review import Change, ReviewSession, Row
from alignbench.review.found_in_row import RowFinding

Ask = Callable[[int, Draft], Awaitable[FlagDraft | None]]
"""Asks of a row, with a draft; None where it was given up."""
Write = Callable[[int, FlagDraft], bool]
"""Writes a flag of a row; whether it was refused and may be tried again."""


async def ask_until_written(
    session: ReviewSession, drafts: Drafts, name: str, row: int, ask: Ask, write: Write
) -> str:
    """Ask for a flag and write it; where another window was quicker, ask again.

    That is asked of the row that then holds the beginning of this one, with what was typed. It is
    kept under the `name` of the dialog until it is written. Returns what is to be told.
    """
    at: int | None = row
    place = _place(session.rows[row])
    kept = drafts.at(name, place)
    while at is not None:
        draft = await ask(at, kept)
        if draft is None:
            break
        if not write(at, draft):
            kept.keep("")
            return ""
        at = session.row_holding(*place)
        if at is not None:
            place = _place(session.rows[at])
            kept = kept.moved_to(drafts.at(name, place))
    return t("What you typed is kept as your draft.") if kept.text else ""


def _place(row: Row) -> tuple[Side, int]:
    return ("ja", row.link.ja[0]) if row.link.ja else ("en", row.link.en[0])


def changed(session: ReviewSession, row: int, flag: Flag, draft: FlagDraft) -> Change:
    """Change a flag; where another window took it away, flag the row so."""
    if any(each.id == flag.id for each in session.rows[row].flags):
        return session.edit_flag(flag.id, draft)
    return session.flag(row, draft)


def agreed(session: ReviewSession, row: int, found: RowFinding, draft: FlagDraft) -> Change:
    """Make a flag of a finding; where the row has it no more, flag the row so."""
    if any(each.key == found.key for each in session.findings.of(row)):
        return session.agree(row, found, draft)
    return session.flag(row, draft)
