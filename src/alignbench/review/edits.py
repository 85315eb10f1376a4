"""What each edit does to the links, as pure functions: links in, an `Edit` out.

An edit says which links go and which come. A segment taken from another link leaves that link
smaller; a segment that nothing holds any longer becomes a null link of its own, suggested and
without confidence, so that the reviewer is led to it.

The `links` that these functions are given are those that hold the segments concerned; what else is
among them is looked over.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from alignbench.domain.errors import EditError
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Side
from alignbench.messages import t

NEW = 0
"""The id of a link that is not stored yet."""

Run = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """A change to make: its name in the log, its label for people, links out and links in.

    A link in with the id of a link out is that link, altered; `NEW` is a new one.
    """

    name: str
    label: str
    out: tuple[Link, ...]
    into: tuple[Link, ...]


def alter(name: str, label: str, old: Sequence[Link], **values: object) -> Edit:
    """An edit that gives each of `old` other values and touches no segment.

    Raises EditError where all of them have these values.
    """
    new = [replace(link, **values) for link in old]  # type: ignore[arg-type]
    if new == list(old):
        raise EditError(t("Nothing changes: that is so already."))
    return Edit(name, label, tuple(old), tuple(new))


def draft(ja: Iterable[int], en: Iterable[int], *, status: Status = Status.SUGGESTED,
          origin: Origin = Origin.ALIGNER, confidence: float | None = None,
          note: str = "", id_: int = NEW) -> Link:  # fmt: skip
    """A link to be; each segment is taken once."""
    ja, en = tuple(sorted(set(ja))), tuple(sorted(set(en)))
    return Link(id_, ja, en, status, origin, confidence, note)


def relink(
    name: str, label: str, links: Iterable[Link], own: Link | None, new: Sequence[Link]
) -> Edit:
    """Put the `new` links in place, out of `own` (the link being edited) and whatever they need.

    The first of `new` keeps the id, note and proposal of `own`. Raises EditError if a segment
    wanted is not there, or belongs to a confirmed link other than `own`.
    """
    wanted = {member for link in new for member in _members(link)}
    standing = (link for link in links if link.status is not Status.REJECTED)
    touched = [link for link in standing if link != own and not wanted.isdisjoint(_members(link))]
    held = {member for link in (*touched, *([own] if own else [])) for member in _members(link)}
    if wanted - held:
        raise EditError(t("There is no such segment."))
    if any(link.status is Status.CONFIRMED for link in touched):
        raise EditError(
            t("A segment wanted here belongs to a confirmed link."),
            t("Make that link a suggestion again first (U)."),
        )
    into = list(new)
    if own is not None:
        into[0] = replace(into[0], id=own.id, note=own.note, proposal=own.proposal)
        into += _singles(set(_members(own)) - wanted)
    for link in touched:
        into += _rest(link, wanted)
    out = (*((own,) if own else ()), *touched)
    return Edit(name, label, out, tuple(into))


def _rest(link: Link, taken: set[tuple[Side, int]]) -> list[Link]:
    """What is left of a suggested link, still one link if it has both sides."""
    ja = [at for at in link.ja if ("ja", at) not in taken]
    en = [at for at in link.en if ("en", at) not in taken]
    if ja and en:
        return [replace(link, ja=tuple(ja), en=tuple(en), confidence=None)]
    singles = _singles({*(("ja", at) for at in ja), *(("en", at) for at in en)})
    kept = {"id": link.id, "note": link.note, "proposal": link.proposal}
    return [replace(singles[0], **kept), *singles[1:]] if singles else []  # type: ignore[arg-type]


def _singles(left: set[tuple[Side, int]]) -> list[Link]:
    """A null link for each segment left over, Japanese first."""
    return [
        draft([at], []) if side == "ja" else draft([], [at])
        for side, at in sorted(left, key=lambda member: (member[0] == "en", member[1]))
    ]


def _members(link: Link) -> Iterator[tuple[Side, int]]:
    yield from (("ja", at) for at in link.ja)
    yield from (("en", at) for at in link.en)


def merge(links: Iterable[Link], own: Link, other: Link) -> Edit:
    """Join a link with the one beside it."""
    if other.status is Status.CONFIRMED:
        raise EditError(
            t("The link beside this one is confirmed."), t("Make it a suggestion first (U).")
        )
    joined = draft((*own.ja, *other.ja), (*own.en, *other.en), origin=Origin.HAND)
    return relink("merge", t("Merged two links"), links, own, [joined])


def split_at(links: Iterable[Link], own: Link, ja_at: int, en_at: int) -> Edit:
    """Cut a link in two: the first `ja_at` and `en_at` segments, and the others."""
    first = draft(own.ja[:ja_at], own.en[:en_at], origin=Origin.HAND)
    second = draft(own.ja[ja_at:], own.en[en_at:], origin=Origin.HAND)
    if not (first.ja or first.en) or not (second.ja or second.en):
        raise EditError(t("A link cannot be split there."), t("Leave a segment on either side."))
    return relink("split", t("Split a link in two"), links, own, [first, second])


def split_singly(links: Iterable[Link], own: Link) -> Edit:
    """Cut a null link into one for each segment."""
    parts = _singles(set(_members(own)))
    if len(parts) < 2:
        raise EditError(t("This link is one segment: there is nothing to split."))
    return relink("split", t("Split into {count}", count=len(parts)), links, own, parts)


def take_next(links: Sequence[Link], own: Link, side: Side, at: int) -> Edit:
    """Take segment `at` of `side` into a link from the link that holds it."""
    if all(at != place for link in links for place in _side(link, side)):
        raise EditError(t("There is nothing left to take."))
    ja, en = (own.ja, (*own.en, at)) if side == "en" else ((*own.ja, at), own.en)
    return relink(
        "boundary", t("Moved the boundary"), links, own, [draft(ja, en, origin=Origin.HAND)]
    )


def give_last(links: Sequence[Link], own: Link, side: Side, taker: Link | None) -> Edit:
    """Give a link's last segment of `side` to `taker`, or let it stand alone."""
    run = _side(own, side)
    if not run:
        raise EditError(t("This link has nothing to give on that side."))
    if taker is not None and taker.status is Status.CONFIRMED:
        raise EditError(t("The next link is confirmed."), t("Make it a suggestion first (U)."))
    ja, en = (own.ja, own.en[:-1]) if side == "en" else (own.ja[:-1], own.en)
    last = ((), run[-1:]) if side == "en" else (run[-1:], ())
    kept = [draft(ja, en, origin=Origin.HAND)] if ja or en else []
    if taker is None:
        if not kept:
            raise EditError(t("There is no link to give it to."))
        return relink("boundary", t("Moved the boundary"), links, own, [*kept, draft(*last)])
    grown = replace(
        draft((*last[0], *taker.ja), (*last[1], *taker.en), origin=Origin.HAND),
        id=taker.id, note=taker.note, proposal=taker.proposal,
    )  # fmt: skip
    own_words = {"id": own.id, "note": own.note, "proposal": own.proposal}
    into = (*(replace(link, **own_words) for link in kept), grown)  # type: ignore[arg-type]
    return Edit("boundary", t("Moved the boundary"), (own, taker), into)


def decide(
    name: str, label: str, links: Iterable[Link], own: Link | None, ja: Run, en: Run
) -> Edit:
    """Make a link by hand, confirmed."""
    if not ja and not en:
        raise EditError(t("A link needs a segment."))
    made = draft(ja, en, status=Status.CONFIRMED, origin=Origin.HAND)
    return relink(name, label, links, own, [made])


def reject(own: Link) -> Edit:
    """Keep a link as a record of what it is not, and leave its segments alone."""
    record = replace(own, status=Status.REJECTED)
    parts = _singles(set(_members(own)))
    return Edit("reject", t("Rejected a link"), (own,), (record, *parts))


def _side(link: Link, side: Side) -> Run:
    return link.ja if side == "ja" else link.en
