"""An edit made ready to be written: ids, revisions, and what people said carried along. Pure."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from alignbench.domain.flags import Flag
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.proposals import Proposal
from alignbench.review.edits import NEW, Edit
from alignbench.store import Changeset, State


def changeset(
    edit: Edit,
    flags: Iterable[Flag],
    next_link: int,
    number: int,
    who: str = "",
    at: str = "",
) -> Changeset:
    """An edit with ids from `next_link` on and the change's `number` as revision.

    Links that the edit makes other than they were are decided by `who`, an identity's id, `at`
    this time; suggestions of the aligner by nobody.

    Flags, notes and proposals of links that no longer stand go to the link that now holds most
    of their segments: an edit of links never loses what a person wrote.
    """
    ids = count(next_link)
    before = {link.id: link for link in edit.out}
    into = [
        replace(
            _decided(link, before.get(link.id), who, at),
            id=next(ids) if link.id == NEW else link.id,
            revision=number,
        )
        for link in edit.into
    ]
    standing = {link.id: link for link in into if link.status is not Status.REJECTED}
    heirs = {link.id: _heir(link, standing) for link in edit.out if link.id not in standing}
    for link in edit.out:
        if link.id in heirs and (link.note or link.proposal):
            heir = standing[heirs[link.id]]
            standing[heir.id] = replace(
                heir,
                note=_joined(heir.note, link.note),
                proposal=_both(heir.proposal, link.proposal),
            )
    carried = tuple(flag for flag in flags if flag.link_id in heirs)
    return Changeset(
        edit.name,
        edit.label,
        State(edit.out, carried),
        State(
            tuple(standing.get(link.id, link) for link in into),
            tuple(replace(flag, link_id=heirs[flag.link_id]) for flag in carried),
        ),
    )


def _decided(link: Link, before: Link | None, who: str, at: str) -> Link:
    """A link as decided now, or as it was decided before if it holds what it held."""
    if before is not None and _decision(link) == _decision(before):
        return replace(link, decided_by=before.decided_by, decided_at=before.decided_at)
    if link.status is Status.SUGGESTED and link.origin is Origin.ALIGNER:
        return replace(link, decided_by="", decided_at="")
    return replace(link, decided_by=who, decided_at=at)


def _decision(link: Link) -> tuple[object, ...]:
    return link.ja, link.en, link.status, link.origin


def _heir(gone: Link, standing: dict[int, Link]) -> int:
    """The link that holds most of the segments of a link that goes."""
    shared = {
        id_: len(set(link.ja) & set(gone.ja)) + len(set(link.en) & set(gone.en))
        for id_, link in standing.items()
    }
    return max(shared, key=lambda id_: (shared[id_], -id_))


def _both(one: Proposal | None, other: Proposal | None) -> Proposal | None:
    """Two proposals as one, for a link that now holds the English of both."""
    if one is None or other is None or one.text == other.text:
        return one or other
    return replace(one, text=f"{one.text} {other.text}", state="open")


def _joined(note: str, other: str) -> str:
    return note if other in note.split("\n") else "\n".join(filter(None, (note, other)))
