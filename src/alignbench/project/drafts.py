"""What was typed into a dialog of a row and neither kept nor thrown away; kept in the database."""

from dataclasses import dataclass

from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import Side
from alignbench.project.document_name import DRAFT
from alignbench.project.project import Project


class Drafts:
    """The drafts of one document, by dialog and by the first segment of their row.

    They are no decisions: undo leaves them alone.
    """

    def __init__(self, project: Project, document: str) -> None:
        self._project, self._document = project, document
        self._unwritten: dict[str, str] = {}
        """Kept for this run at least where the disk refuses."""

    def at(self, dialog: str, place: tuple[Side, int]) -> "Draft":
        """The draft of a dialog on the row that begins with a segment."""
        side, number = place
        return Draft(self, f"{DRAFT}:{self._document}:{dialog}:{side}{number}")

    def read(self, key: str) -> str:
        """A draft; empty where there is none."""
        return self._unwritten.get(key) or self._project.setting(key)

    def write(self, key: str, text: str) -> None:
        """Keep a draft, or forget it where it is empty."""
        if text == self.read(key):
            return
        try:
            self._project.set_setting(key, text)
            self._unwritten.pop(key, None)
        except AlignbenchError:
            self._unwritten[key] = text


@dataclass(frozen=True, slots=True)
class Draft:
    """Where one dialog keeps what was typed."""

    drafts: Drafts
    key: str

    @property
    def text(self) -> str:
        """What was typed; empty: nothing."""
        return self.drafts.read(self.key)

    def keep(self, text: str) -> None:
        """Keep this for the next time, or nothing any more if it is empty."""
        self.drafts.write(self.key, text)

    def moved_to(self, place: "Draft") -> "Draft":
        """The same draft at another place, as where the row that it is about begins now."""
        if place.key != self.key:
            place.keep(self.text)
            self.keep("")
        return place
