"""Flags put on a link and taken off again, as changes. Pure but for the clock."""

from dataclasses import replace

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FLAG_TYPES, Flag, FlagDraft
from alignbench.domain.links import Link
from alignbench.store import Changeset, Maker, State
from alignbench.store.moment import now

# The link gets a new revision each time, which tells other windows that its flags are not as they
# were: an edit of theirs takes a link's flags along, and must know them all.


def flagged(link: Link, draft: FlagDraft, who: str) -> Maker:
    """The change that flags a link. Raises EditError for a type that does not exist."""
    if draft.type not in FLAG_TYPES:
        raise EditError(
            f"There is no flag type {draft.type!r}.", f"Use one of: {', '.join(FLAG_TYPES)}."
        )

    def make(_next_link: int, next_flag: int, number: int) -> Changeset:
        flag = Flag(
            next_flag, link.id, draft.type, draft.severity, draft.comment, draft.ja, draft.en,
            who, now(),
        )  # fmt: skip
        label = f"Flagged: {FLAG_TYPES[draft.type]}, {draft.severity}"
        after = State((replace(link, revision=number),), (flag,))
        return Changeset("flag", label, State((link,)), after)

    return make


def unflagged(link: Link, flag: Flag) -> Maker:
    """The change that takes a flag off its link."""

    def make(_next_link: int, _next_flag: int, number: int) -> Changeset:
        after = State((replace(link, revision=number),))
        return Changeset("unflag", "Removed a flag", State((link,), (flag,)), after)

    return make
