"""Commands that change what is linked with what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignbench.tui.review.commands.review_command import ReviewCommand

if TYPE_CHECKING:
    from alignbench.domain.text import Side
    from alignbench.tui.review.screen import ReviewScreen


class Shaping(ReviewCommand):
    """A command that changes what is linked."""

    group = "Changing links"


class MergeWithNext(Shaping):
    """Make one link of this and the next one."""

    keys = ("m",)
    footer = "merge"

    def run(self, screen: ReviewScreen) -> None:
        """Merge downwards."""
        row = screen.row
        screen.edit(lambda session: session.merge(row, +1))


class MergeWithPrevious(Shaping):
    """Make one link of this and the previous one."""

    keys = ("M",)

    def run(self, screen: ReviewScreen) -> None:
        """Merge upwards."""
        row = screen.row
        screen.edit(lambda session: session.merge(row, -1))


class Split(Shaping):
    """Split this link where it fits best; move the boundary afterwards if needed."""

    keys = ("s",)
    footer = "split"

    def run(self, screen: ReviewScreen) -> None:
        """Split."""
        row = screen.row
        screen.edit_aligning("Splitting", lambda session: session.split(row), needs_model=True)


class MovesBoundary(Shaping):
    """Moves the boundary between this link and the next on one side."""

    side: Side
    step: int

    def run(self, screen: ReviewScreen) -> None:
        """Take or give a segment."""
        row = screen.row
        screen.edit(lambda session: session.move_boundary(row, self.side, self.step))


class TakeEnglish(MovesBoundary):
    """Take the first English segment of the next link into this one."""

    keys = (">",)
    side, step = "en", +1


class GiveEnglish(MovesBoundary):
    """Give the last English segment of this link to the next one."""

    keys = ("<",)
    side, step = "en", -1


class TakeJapanese(MovesBoundary):
    """Take the first Japanese segment of the next link into this one."""

    keys = ("]",)
    side, step = "ja", +1


class GiveJapanese(MovesBoundary):
    """Give the last Japanese segment of this link to the next one."""

    keys = ("[",)
    side, step = "ja", -1


class ChooseCandidate(Shaping):
    """Link what the candidate of this number says."""

    def __init__(self, number: int) -> None:
        self.number = number
        self.keys = (str(number),)
        self.explained = number == 1
        self.footer = "choose" if number == 1 else ""
        self.shown_keys = "1-9" if number == 1 else ""

    @property
    def title(self) -> str:
        """With the number."""
        return f"Choose candidate {self.number}"

    @property
    def palette_keys(self) -> str:
        """Its own."""
        return str(self.number)

    def is_offered(self, screen: ReviewScreen) -> bool:
        """Where there are so many."""
        return super().is_offered(screen) and self.number <= len(screen.candidates.shown)

    def run(self, screen: ReviewScreen) -> None:
        """Choose it."""
        screen.choose(self.number)


class LinkByHand(Shaping):
    """Mark Japanese and English segments anywhere in the document, then link them."""

    keys = ("l",)

    def run(self, screen: ReviewScreen) -> None:
        """Begin marking, with this link's Japanese marked."""
        screen.begin_linking()


class Realign(Shaping):
    """Align everything that is not settled anew, between the settled links."""

    keys = ("R",)

    def run(self, screen: ReviewScreen) -> None:
        """Align anew."""
        screen.edit_aligning("Aligning anew", lambda session: session.realign(), needs_model=True)


class PrepareCandidates(Shaping):
    """Prepare the candidates of a document so long that this waits until asked for."""

    keys = ("p",)

    def is_offered(self, screen: ReviewScreen) -> bool:
        """While they are not prepared."""
        return self.applies(screen) and not screen.session.is_prepared

    def run(self, screen: ReviewScreen) -> None:
        """Prepare, with progress."""
        screen.prepare_candidates()


SHAPING = (
    *(ChooseCandidate(number) for number in range(1, 10)),
    MergeWithNext(), MergeWithPrevious(), Split(), TakeEnglish(), GiveEnglish(), TakeJapanese(),
    GiveJapanese(), LinkByHand(), Realign(), PrepareCandidates(),
)  # fmt: skip
