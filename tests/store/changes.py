"""Changes of all sorts, as an edit makes them, for the tests of the history."""

from dataclasses import replace

from alignbench.domain.findings import Dismissal
from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Link
from alignbench.store import Changeset, History, Maker, State


def altering(link: Link, **values: object) -> Maker:
    """A change that gives a link other values."""

    def make(_link: int, _flag: int, number: int) -> Changeset:
        new = replace(link, revision=number, **values)  # type: ignore[arg-type]
        return Changeset("alter", f"Altered {number}", State((link,)), State((new,)))

    return make


def merging(first: Link, second: Link) -> Maker:
    """A change that joins two links."""

    def make(_link: int, _flag: int, number: int) -> Changeset:
        joined = replace(
            first, ja=(*first.ja, *second.ja), en=(*first.en, *second.en), revision=number
        )
        return Changeset("merge", "Merged", State((first, second)), State((joined,)))

    return make


def splitting(link: Link) -> Maker:
    """A change that parts a link into its two sides, the second with a new id."""

    def make(next_link: int, _flag: int, number: int) -> Changeset:
        ja = replace(link, en=(), revision=number)
        en = replace(link, ja=(), id=next_link, revision=number)
        return Changeset("split", "Split", State((link,)), State((ja, en)))

    return make


def flagging(link: Link) -> Maker:
    """A change that puts a flag on a link."""

    def make(_link: int, next_flag: int, number: int) -> Changeset:
        flag = Flag(
            next_flag, link.id, "accuracy/omission", Severity.MAJOR, "何かが足りない", None, None,
            "me", "2026-01-01T00:00:00+00:00",
        )  # fmt: skip
        marked = replace(link, revision=number)
        return Changeset("flag", "Flagged", State((link,)), State((marked,), (flag,)))

    return make


def dismissing(reason: str) -> Maker:
    """A change that dismisses a finding."""
    dismissal = Dismissal("key", "num.value", reason, "me", "2026-01-01T00:00:00+00:00")
    return lambda *_: Changeset("dismiss", "Dismissed", State(), State(dismissals=(dismissal,)))


def links(past: History) -> list[Link]:
    return list(past.read()[1].links)
