"""Flags put on a link, changed and taken off, findings dismissed: as changes.

Pure but for the clock.
"""

import getpass
from collections.abc import Sequence
from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import FLAG_STATES, FLAG_TYPES, Flag, FlagDraft
from alignbench.domain.links import Link
from alignbench.messages import t
from alignbench.review.check_runner import RowFinding
from alignbench.store import Changeset, Maker, State
from alignbench.system.clock import now

FLAGGED = "flagged"
"""The reason kept with a finding that a person made a flag of."""

# The link gets a new revision each time, which tells other windows that its flags are not as they
# were: an edit of theirs takes a link's flags along, and must know them all.


def flagged(link: Link, draft: FlagDraft, who: str) -> Maker:
    """The change that flags a link. Raises EditError for a type that does not exist."""
    kind = _kind(draft)

    def make(_next_link: int, next_flag: int, number: int) -> Changeset:
        flag = Flag(
            next_flag, link.id, draft.type, draft.severity, draft.comment, draft.ja, draft.en,
            who, now(),
        )  # fmt: skip
        after = State((replace(link, revision=number),), (flag,))
        return Changeset("flag", f"Flagged: {kind}", State((link,)), after)

    return make


def edited(link: Link, flag: Flag, draft: FlagDraft) -> Maker:
    """The change that makes a flag say something else.

    Its author, its date and what became of it stay; who changed it and when is in the event, and
    what it said before too. Raises EditError for a type that does not exist, or if nothing changes.
    """
    label = f"Changed a flag: {_kind(draft)}"
    if draft == flag.draft:
        raise EditError(t("Nothing changes: the flag says this already."))
    new = replace(
        flag, type=draft.type, severity=draft.severity, comment=draft.comment,
        ja=draft.ja, en=draft.en,
    )  # fmt: skip

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),), (new,))
        return Changeset("edit-flag", label, State((link,), (flag,)), after)

    return make


def _kind(draft: FlagDraft) -> str:
    """`Omission, major`. Raises EditError for a type that does not exist."""
    if draft.type not in FLAG_TYPES:
        raise EditError(
            t("There is no flag type {type}.", type=repr(draft.type)),
            t("Use one of: {flag_types}.", flag_types=", ".join(FLAG_TYPES)),
        )
    return f"{FLAG_TYPES[draft.type]}, {draft.severity}"


def agreed(link: Link, draft: FlagDraft, found: RowFinding, who: str) -> Maker:
    """The change that makes a flag of a finding, which then is settled."""
    make_flag = flagged(link, draft, who)

    def make(next_link: int, next_flag: int, number: int) -> Changeset:
        change = make_flag(next_link, next_flag, number)
        settled = (_dismissal(found, FLAGGED, who),)
        return replace(change, after=replace(change.after, dismissals=settled))

    return make


def dismissed(found: Sequence[RowFinding], reason: str, who: str) -> Maker:
    """The change that dismisses findings. Raises EditError without a reason, or without any."""
    if not (reason := reason.strip()):
        raise EditError(t("Say why it is no error."), t("It is kept with the finding."))
    if not found:
        raise EditError(t("There is no finding to dismiss."))
    # Rows of the same texts share a finding's key, and one dismissal settles all of them.
    by_key = {each.key: each for each in found}
    before = State(dismissals=tuple(each.dismissed for each in by_key.values() if each.dismissed))
    after = State(dismissals=tuple(_dismissal(each, reason, who) for each in by_key.values()))
    label = "Dismissed a finding" if len(found) == 1 else f"Dismissed {len(found)} findings"
    return lambda _link, _flag, _number: Changeset("dismiss", label, before, after)


def reopened(found: RowFinding) -> Maker:
    """The change that takes a dismissal back. Raises EditError if there is none."""
    if found.dismissed is None:
        raise EditError(t("This finding is open."))
    before = State(dismissals=(found.dismissed,))
    return lambda _link, _flag, _number: Changeset("reopen", "Reopened a finding", before, State())


def _dismissal(found: RowFinding, reason: str, who: str) -> Dismissal:
    return Dismissal(found.key, found.finding.check, reason, who, now())


def unflagged(link: Link, flag: Flag) -> Maker:
    """The change that takes a flag off its link."""

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),))
        return Changeset("unflag", "Removed a flag", State((link,), (flag,)), after)

    return make


def settled(link: Link, flag: Flag, state: str) -> Maker:
    """The change that says what became of a flag. Raises EditError for a state that is none."""
    if state not in FLAG_STATES:
        raise EditError(
            t("A flag cannot be {state}.", state=repr(state)),
            t("It is one of: {flag_states}.", flag_states=", ".join(FLAG_STATES)),
        )

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),), (replace(flag, state=state),))
        return Changeset("settle", f"A flag is {state}", State((link,), (flag,)), after)

    return make


def user() -> str:
    """Who is at the keyboard, as the system knows them."""
    try:
        return getpass.getuser()
    except (ImportError, KeyError, OSError):
        return "someone"
