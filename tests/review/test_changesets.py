"""An edit made ready to be written: ids, revisions, flags and notes."""

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Status
from alignbench.review.changesets import changeset
from alignbench.review.edits import merge, reject, split_at
from tests.review.examples import link


def flag(id_: int, link_id: int) -> Flag:
    return Flag(
        id_, link_id, "accuracy/omission", Severity.MINOR, "", None, None, "me", "2026-01-01"
    )


A = link(1, [0], [0])
B = link(2, [1, 2], [1], note="見直す")


def test_new_links_get_ids_and_all_get_the_changes_number() -> None:
    change = changeset(split_at([A, B], B, 1, 1), [], 10, 7)
    assert [(each.id, each.revision) for each in change.after.links] == [(2, 7), (10, 7)]
    assert [(each.id, each.revision) for each in change.before.links] == [(2, 0)]


def test_a_link_that_stays_keeps_its_flags_and_its_note() -> None:
    change = changeset(split_at([A, B], B, 1, 1), [flag(5, 2)], 10, 7)
    assert change.before.flags == change.after.flags == ()
    assert [each.note for each in change.after.links] == ["見直す", ""]


def test_a_link_that_goes_leaves_its_flags_and_its_note_to_its_heir() -> None:
    change = changeset(merge([A, B], A, B), [flag(5, 2), flag(6, 3)], 10, 7)
    assert [each.note for each in change.after.links] == ["見直す"]
    assert change.before.flags == (flag(5, 2),)
    assert change.after.flags == (flag(5, 1),)


def test_notes_are_put_one_under_the_other_but_none_twice() -> None:
    noted = link(1, [0], [0], note="数字")
    (joined,) = changeset(merge([noted, B], noted, B), [], 10, 7).after.links
    assert joined.note == "数字\n見直す"
    same = link(1, [0], [0], note="見直す")
    (joined,) = changeset(merge([same, B], same, B), [], 10, 7).after.links
    assert joined.note == "見直す"


def test_what_was_said_of_a_rejected_link_goes_to_the_one_that_holds_most_of_it() -> None:
    change = changeset(reject(B), [flag(5, 2)], 10, 7)
    record, first, *others = change.after.links
    assert record.status is Status.REJECTED
    assert (first.id, first.note) == (10, "見直す")
    assert [each.note for each in others] == ["", ""]
    assert change.after.flags == (flag(5, 10),)
