"""Flags put on a link, changed and taken off, findings dismissed: as changes. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignbench.domain.errors import EditError
from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import FLAG_STATES, FLAG_TYPES, Flag, FlagDraft
from alignbench.domain.links import Link, Status
from alignbench.messages import t, tn
from alignbench.store import Changeset, Maker, State

if TYPE_CHECKING:
    from alignbench.review.found_in_row import RowFinding

FLAGGED = "flagged"
"""The reason kept with a finding that a person made a flag of."""


@dataclass(frozen=True, slots=True)
class By:
    """Who says something, by the name that is shown, and when: UTC, ISO 8601."""

    author: str
    at: str


# The link gets a new revision each time, which tells other windows that its flags are not as they
# were: an edit of theirs takes a link's flags along, and must know them all.


def flagged(link: Link, draft: FlagDraft, by: By) -> Maker:
    """The change that flags a link. Raises EditError for a type that does not exist."""
    label = _said(t("Flagged"), draft)

    def make(_next_link: int, next_flag: int, number: int) -> Changeset:
        flag = Flag(
            next_flag, link.id, draft.type, draft.severity, draft.comment, draft.ja, draft.en,
            by.author, by.at,
        )  # fmt: skip
        after = State((replace(link, revision=number),), (flag,))
        return Changeset("flag", label, State((link,)), after)

    return make


def flagged_too(
    make_links: Maker, held: tuple[tuple[int, ...], tuple[int, ...]], draft: FlagDraft, by: By
) -> Maker:
    """An edit of links that also flags the link which then holds exactly the segments `held`.

    Raises EditError for a type that does not exist.
    """
    _said("", draft)

    def make(next_link: int, next_flag: int, number: int) -> Changeset:
        change = make_links(next_link, next_flag, number)
        standing = (link for link in change.after.links if link.status is not Status.REJECTED)
        link = next(each for each in standing if (each.ja, each.en) == held)
        flag = Flag(
            next_flag, link.id, draft.type, draft.severity, draft.comment, draft.ja, draft.en,
            by.author, by.at,
        )  # fmt: skip
        after = replace(change.after, flags=(*change.after.flags, flag))
        label = _said(t("{what} and flagged", what=change.label), draft)
        return replace(change, label=label, after=after)

    return make


def edited(link: Link, flag: Flag, draft: FlagDraft) -> Maker:
    """The change that makes a flag say something else.

    Its author, its date and what became of it stay; who changed it and when is in the event, and
    what it said before too. Raises EditError for a type that does not exist, or if nothing changes.
    """
    label = _said(t("Changed a flag"), draft)
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


def _said(what: str, draft: FlagDraft) -> str:
    """`Flagged: Omission, major`. Raises EditError for a type that does not exist."""
    if draft.type not in FLAG_TYPES:
        raise EditError(
            t("There is no flag type {type}.", type=repr(draft.type)),
            t("Use one of: {flag_types}.", flag_types=", ".join(FLAG_TYPES)),
        )
    kind = FLAG_TYPES[draft.type]
    return t("{what}: {kind}, {severity}", what=what, kind=kind, severity=draft.severity)


def agreed(link: Link, draft: FlagDraft, found: "RowFinding", by: By) -> Maker:
    """The change that makes a flag of a finding, which then is settled."""
    make_flag = flagged(link, draft, by)

    def make(next_link: int, next_flag: int, number: int) -> Changeset:
        change = make_flag(next_link, next_flag, number)
        settled = (_dismissal(found, FLAGGED, by),)
        return replace(change, after=replace(change.after, dismissals=settled))

    return make


def dismissed(found: "Sequence[RowFinding]", reason: str, by: By) -> Maker:
    """The change that dismisses findings. Raises EditError without a reason, or without any."""
    if not (reason := reason.strip()):
        raise EditError(t("Say why it is no error."), t("It is kept with the finding."))
    if not found:
        raise EditError(t("There is no finding to dismiss."))
    # Rows of the same texts share a finding's key, and one dismissal settles all of them.
    by_key = {each.key: each for each in found}
    before = State(dismissals=tuple(each.dismissed for each in by_key.values() if each.dismissed))
    after = State(dismissals=tuple(_dismissal(each, reason, by) for each in by_key.values()))
    label = tn("Dismissed a finding", "Dismissed {count:,} findings", len(found))
    return lambda _link, _flag, _number: Changeset("dismiss", label, before, after)


def reopened(found: "RowFinding") -> Maker:
    """The change that takes a dismissal back. Raises EditError if there is none."""
    if found.dismissed is None and found.answered:
        raise EditError(
            t("The better English answers this finding."),
            t("It is open again once the proposal is withdrawn or refused."),
        )
    if found.dismissed is None:
        raise EditError(t("This finding is open."))
    before = State(dismissals=(found.dismissed,))
    label = t("Reopened a finding")
    return lambda _link, _flag, _number: Changeset("reopen", label, before, State())


def _dismissal(found: "RowFinding", reason: str, by: By) -> Dismissal:
    return Dismissal(found.key, found.finding.check, reason, by.author, by.at)


def unflagged(link: Link, flag: Flag) -> Maker:
    """The change that takes a flag off its link."""

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),))
        return Changeset("unflag", t("Removed a flag"), State((link,), (flag,)), after)

    return make


def settled(link: Link, flag: Flag, state: str) -> Maker:
    """The change that says what became of a flag. Raises EditError for a state that is none."""
    if state not in FLAG_STATES:
        raise EditError(
            t("A flag cannot be {state}.", state=repr(state)),
            t("It is one of: {flag_states}.", flag_states=", ".join(FLAG_STATES)),
        )

    label = t("A flag is {state}", state=state)

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),), (replace(flag, state=state),))
        return Changeset("settle", label, State((link,), (flag,)), after)

    return make
