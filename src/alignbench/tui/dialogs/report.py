"""Writing the report from the workbench: where to, and whether to replace what is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.screen import Screen

from alignbench.domain.progress import Progress
from alignbench.review import ReviewSession
from alignbench.tui.dialogs.questions import Question, TextQuestion
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain

ReportWriter = Callable[[ReviewSession, Path], None]
"""Writes the report of a document to a file, whole or not at all. Raises OutputError."""


async def ask_report(
    screen: Screen[Any], session: ReviewSession, folder: Path, write: ReportWriter,
    say: Callable[[str], None],
) -> None:  # fmt: skip
    """Ask where the report should stand, from `folder` on, and write it in a thread."""
    app = screen.app
    text = await app.push_screen_wait(
        TextQuestion("Write the report to", f"{session.document.name}.html", "a file's name")
    )
    if not text or not text.strip():
        return
    path = folder / Path(text.strip()).expanduser()
    if path.is_file():
        replace = Question(f"Replace {path.name}?", "There is a file of this name already.")
        if not await app.push_screen_wait(replace):
            return

    def job(progress: Progress) -> None:
        if not session.findings.is_checked:
            session.findings.check(progress)
        write(session, path)

    run_job(
        app, "Writing the report", job, lambda _: say(f"Wrote {path.name}."),
        lambda error: complain(app, error),
    )  # fmt: skip
