"""Suggestions that follow a decision: only what the decision touches is replaced. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import count

from alignbench.domain.links import Bead, Constraints, Link, Origin, Status
from alignbench.review.edits import NEW, Edit, Run, draft

Member = tuple[str, int]


def constraints_of(links: Iterable[Link]) -> Constraints:
    """What people decided: confirmed and hand-made links stay, rejected ones do not come back."""
    listed = list(links)
    fixed = {(link.ja, link.en) for link in listed if _is_fixed(link)}
    forbidden = {(link.ja, link.en) for link in listed if link.status is Status.REJECTED} - fixed
    return Constraints(_beads(fixed), _beads(forbidden))


def _beads(runs: Iterable[tuple[Run, Run]]) -> tuple[Bead, ...]:
    return tuple(Bead(ja, en) for ja, en in sorted(runs))


def after(edit: Edit, links: Iterable[Link]) -> list[Link]:
    """The links as the edit leaves them; new ones with ids below zero."""
    gone = {link.id for link in edit.out}
    fresh = count(-1, -1)
    into = [link if link.id != NEW else replace(link, id=next(fresh)) for link in edit.into]
    return [*(link for link in links if link.id not in gone), *into]


def is_open(edit: Edit) -> bool:
    """Whether an edit leaves segments to suggestions that nobody has looked at."""
    return any(_is_free(link) for link in edit.into)


def follow(
    edit: Edit, links: Sequence[Link], beads: Sequence[Bead], *, everywhere: bool = False
) -> Edit:
    """`edit` with what it leaves open aligned anew, as `beads` has it.

    `beads` is an alignment that keeps all decisions as they are after the edit. It replaces
    suggestions wherever they hang together with what the edit set free, or `everywhere`.
    """
    standing = after(edit, links)
    free = [link for link in standing if _is_free(link)]
    fixed = {(link.ja, link.en) for link in standing if _is_fixed(link)}
    offered = [bead for bead in beads if (bead.ja, bead.en) not in fixed]
    regions = _Regions([*map(_members, free), *map(_members, offered)])
    gone = {link.id for link in edit.out}
    seeds = {
        regions.of(_members(link)[0])
        for link in free
        if everywhere or link.id < 0 or link.id in gone
    }
    old = [link for link in free if regions.of(_members(link)[0]) in seeds]
    new = [bead for bead in offered if regions.of(_members(bead)[0]) in seeds]
    return _combined(edit, links, standing, old, new)


def _combined(
    edit: Edit, links: Sequence[Link], standing: Sequence[Link], old: Sequence[Link],
    new: Sequence[Bead],
) -> Edit:  # fmt: skip
    """The edit and the replacement of `old` suggestions by `new` beads as one edit."""
    stored = {link.id: link for link in links}
    replaced = {link.id for link in old}
    same = {(link.ja, link.en): link for link in old}
    out = {link.id: link for link in edit.out}
    out |= {id_: stored[id_] for id_ in replaced if id_ in stored}
    into = [
        link if link.id > 0 else replace(link, id=NEW)
        for link in standing
        if link.id not in replaced and (link.id < 0 or link.id in out)
    ]
    for bead in new:
        twin = same.get((bead.ja, bead.en))
        if twin is not None and twin == stored.get(twin.id) and twin.confidence is not None:
            del out[twin.id]
        elif twin is not None and twin.id > 0:
            into.append(replace(twin, confidence=bead.confidence))
        else:
            into.append(draft(bead.ja, bead.en, confidence=bead.confidence))
    return Edit(edit.name, edit.label, tuple(out.values()), tuple(into))


def _is_fixed(link: Link) -> bool:
    """Whether the aligner must keep this link."""
    by_hand = link.origin is Origin.HAND and link.status is Status.SUGGESTED
    return link.status is Status.CONFIRMED or by_hand


def _is_free(link: Link) -> bool:
    return link.status is Status.SUGGESTED and link.origin is Origin.ALIGNER


def _members(link: Link | Bead) -> list[Member]:
    return [*(("ja", at) for at in link.ja), *(("en", at) for at in link.en)]


class _Regions:
    """Groups of segments that some link or bead holds together (disjoint sets)."""

    def __init__(self, groups: Iterable[Sequence[Member]]) -> None:
        self._parent: dict[Member, Member] = {}
        for group in groups:
            for member in group:
                self._parent[self.of(member)] = self.of(group[0])

    def of(self, member: Member) -> Member:
        """The member that stands for its region."""
        parent = self._parent.setdefault(member, member)
        while parent != self._parent[parent]:
            self._parent[parent] = self._parent[self._parent[parent]]
            parent = self._parent[parent]
        self._parent[member] = parent
        return parent
