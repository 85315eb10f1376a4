"""The report as the workbench writes it: what `alignbench report` writes without options."""

from pathlib import Path
from typing import TYPE_CHECKING

from alignbench.domain.quality import Profile
from alignbench.project.settings import switched_off
from alignbench.review.report import Shown, report_of

if TYPE_CHECKING:
    from alignbench.review import ReviewSession


def write_page(root: Path, session: "ReviewSession", path: Path) -> None:
    """Write the report of a document of the project in `root` to `path`, whole or not at all.

    Raises:
        OutputError: it cannot be written. InputError: the project's settings make no sense.
    """
    from alignbench.exchange.report import write
    from alignbench.system.atomic_files import written_whole

    made = report_of(session, session.document.name, Shown(Profile(), off=switched_off(root)))
    with written_whole(path) as out:
        write(made, out)
