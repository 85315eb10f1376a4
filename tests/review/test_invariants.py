"""Whatever a reviewer does, in whatever order: what must always hold."""

import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FLAG_TYPES, FlagDraft
from alignbench.domain.links import Candidate, Origin, Status
from alignbench.domain.text import Side
from alignbench.project import Project
from alignbench.review import Change, Row
from alignbench.store import State
from tests.review.examples import EN, JA, TinyEncoder, project_with

ROWS = st.integers(0, 8)
SIDES: st.SearchStrategy[Side] = st.sampled_from(["ja", "en"])
STEPS = st.sampled_from([1, -1])


class Reviewing(RuleBasedStateMachine):
    """Edits of a small document, in any order, among undoing, redoing and opening again."""

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        project_with(self.root).close()
        self.open()
        self.past = [self.state()]
        """The states that undoing leads back through; the last is the present one."""
        self.future: list[State] = []

    def state(self) -> State:
        return self.session.history.read()[1]

    def open(self) -> None:
        self.project = Project.open(self.root)
        self.session = self.project.review("notice", TinyEncoder())

    @rule()
    def reopen(self) -> None:
        rows = self.session.rows
        self.project.close()
        self.open()
        assert self.session.rows == rows

    def edit(self, deed: Callable[[], Change]) -> None:
        """Do something: it is one step of history, or refused and nothing has happened."""
        before = self.session.rows
        try:
            change = deed()
        except EditError:
            assert self.state() == self.past[-1]
            assert self.session.rows == before
        else:
            self.past.append(self.state())
            self.future.clear()
            self.check_redrawn(before, change)

    def check_redrawn(self, before: tuple[Row, ...], change: Change) -> None:
        """Rows outside the change are as they were."""
        first, last = change.first_row, change.last_row
        rows = self.session.rows
        after = len(rows) - 1 - last
        assert rows[:first] == before[:first]
        assert after == 0 or rows[-after:] == before[-after:]

    def confirmed(self) -> set[tuple[object, ...]]:
        return {
            (row.link.id, row.link.ja, row.link.en)
            for row in self.session.rows
            if row.link.status is Status.CONFIRMED
        }

    @rule(row=ROWS)
    def confirm(self, row: int) -> None:
        self.edit(lambda: self.session.confirm(row))

    @rule(row=ROWS)
    def confirm_through(self, row: int) -> None:
        self.edit(lambda: self.session.confirm_through(row))

    @rule(row=ROWS)
    def unconfirm(self, row: int) -> None:
        self.edit(lambda: self.session.unconfirm(row))

    @rule(row=ROWS)
    def reject(self, row: int) -> None:
        others = self.confirmed()
        if row < len(self.session.rows):
            link = self.session.rows[row].link
            others -= {(link.id, link.ja, link.en)}
        self.edit(lambda: self.session.reject(row))
        assert others <= self.confirmed(), "a rejection leaves what is confirmed alone"

    @rule(row=ROWS)
    def omit(self, row: int) -> None:
        self.edit(lambda: self.session.omit(row))

    @rule(row=ROWS)
    def add(self, row: int) -> None:
        self.edit(lambda: self.session.add(row))

    @rule(row=ROWS, number=st.integers(0, 3))
    def choose(self, row: int, number: int) -> None:
        if row < len(self.session.rows):
            offered = self.session.candidates(row)
            self.check_offered(offered)
            if number < len(offered):
                self.edit(lambda: self.session.choose(row, offered[number]))

    def check_offered(self, offered: Sequence[Candidate]) -> None:
        records = self.rejected()
        for candidate in offered:
            assert (candidate.ja, candidate.en) not in records

    @rule(
        ja=st.sets(st.integers(0, len(JA) - 1), min_size=1, max_size=2),
        en=st.sets(st.integers(0, len(EN) - 1), min_size=1, max_size=2),
    )
    def link(self, ja: set[int], en: set[int]) -> None:
        self.edit(lambda: self.session.link(list(ja), list(en)))

    @rule(row=ROWS, step=STEPS)
    def merge(self, row: int, step: int) -> None:
        self.edit(lambda: self.session.merge(row, step))

    @rule(row=ROWS)
    def split(self, row: int) -> None:
        self.edit(lambda: self.session.split(row))

    @rule(row=ROWS, ja_at=st.integers(0, 3), en_at=st.integers(0, 3))
    def split_at(self, row: int, ja_at: int, en_at: int) -> None:
        self.edit(lambda: self.session.split_at(row, ja_at, en_at))

    @rule(row=ROWS, side=SIDES, step=STEPS)
    def move_boundary(self, row: int, side: Side, step: int) -> None:
        self.edit(lambda: self.session.move_boundary(row, side, step))

    @rule(row=ROWS, text=st.sampled_from(["", "数字", "look"]))
    def note(self, row: int, text: str) -> None:
        self.edit(lambda: self.session.note(row, text))

    @rule(row=ROWS)
    def flag(self, row: int) -> None:
        self.edit(lambda: self.session.flag(row, FlagDraft()))

    @rule(kind=st.sampled_from([*FLAG_TYPES][:3]))
    def edit_flag(self, kind: str) -> None:
        flags = [flag.id for row in self.session.rows for flag in row.flags]
        if flags:
            self.edit(lambda: self.session.edit_flag(flags[-1], FlagDraft(kind)))

    @rule()
    def unflag(self) -> None:
        flags = [flag.id for row in self.session.rows for flag in row.flags]
        if flags:
            self.edit(lambda: self.session.unflag(flags[-1]))

    @rule()
    def realign(self) -> None:
        confirmed = self.confirmed()
        by_hand = {row.link for row in self.session.rows if row.link.origin is Origin.HAND}
        self.edit(self.session.realign)
        assert self.confirmed() == confirmed
        assert by_hand <= {row.link for row in self.session.rows}

    @rule()
    def undo(self) -> None:
        before = self.session.rows
        change = self.session.undo()
        assert (change is None) == (len(self.past) == 1)
        if change is not None:
            self.future.append(self.past.pop())
            self.check_redrawn(before, change)
        assert self.state() == self.past[-1]

    @rule()
    def redo(self) -> None:
        before = self.session.rows
        change = self.session.redo()
        assert (change is None) == (not self.future)
        if change is not None:
            self.past.append(self.future.pop())
            self.check_redrawn(before, change)
        assert self.state() == self.past[-1]

    @rule()
    def undo_everything_and_redo_it(self) -> None:
        end, steps = self.state(), len(self.past) - 1
        for _ in range(steps):
            assert self.session.undo()
        assert self.session.undo() is None
        assert self.state() == self.past[0]
        for _ in range(steps):
            assert self.session.redo()
        assert self.state() == end

    def rejected(self) -> set[tuple[tuple[int, ...], tuple[int, ...]]]:
        """What was rejected and is not now kept by hand."""
        links = self.state().links
        kept = {
            (link.ja, link.en)
            for link in links
            if link.status is Status.CONFIRMED
            or (link.status is Status.SUGGESTED and link.origin is Origin.HAND)
        }
        return {(each.ja, each.en) for each in links if each.status is Status.REJECTED} - kept

    @invariant()
    def each_segment_is_in_one_link_that_stands(self) -> None:
        links = [row.link for row in self.session.rows]
        assert sorted(at for link in links for at in link.ja) == list(range(len(JA)))
        assert sorted(at for link in links for at in link.en) == list(range(len(EN)))

    @invariant()
    def the_screen_shows_what_is_stored(self) -> None:
        fresh = self.project.review("notice", TinyEncoder())
        assert fresh.rows == self.session.rows
        assert fresh.summary == self.session.summary

    @invariant()
    def the_list_of_documents_counts_alike(self) -> None:
        (listed,) = self.project.documents()
        assert replace(listed, updated="") == self.session.summary

    @invariant()
    def what_was_rejected_is_never_suggested_again(self) -> None:
        """A null link may return where nothing else is possible."""
        suggested = {
            (link.ja, link.en)
            for link in self.state().links
            if link.status is Status.SUGGESTED and link.confidence is not None and not link.is_null
        }
        assert not suggested & self.rejected()

    @invariant()
    def nothing_said_is_lost(self) -> None:
        assert self.session.summary.flags == len(self.state().flags)

    def teardown(self) -> None:
        if hasattr(self, "project"):
            self.project.close()
            shutil.rmtree(self.root)


TestReviewing = Reviewing.TestCase
TestReviewing.settings = settings(max_examples=15, stateful_step_count=25)
