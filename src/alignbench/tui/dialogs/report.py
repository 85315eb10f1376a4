"""Writing the report from the workbench: where to, and whether to replace what is there."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.app import App

from alignbench.domain.progress import Progress
from alignbench.domain.quality import Profile
from alignbench.messages import t
from alignbench.project.settings import switched_off
from alignbench.review import ReviewSession
from alignbench.review.report import Shown, write_page
from alignbench.tui.dialogs.questions import Question, TextQuestion
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain


async def ask_report(
    app: App[Any], session: ReviewSession, folder: Path, say: Callable[[str], None]
) -> None:
    """Ask where the report should stand, from the project's `folder` on, and write it there."""
    question = TextQuestion(
        t("Write the report to"),
        f"{session.document.name}.html",
        t("a file's name"),
        t("enter writes it"),
    )
    text = await app.push_screen_wait(question)
    if not text or not text.strip():
        return
    path = folder / Path(text.strip()).expanduser()
    if path.is_file():
        replace = Question(
            t("Replace {name}?", name=path.name), t("There is a file of this name already.")
        )
        if not await app.push_screen_wait(replace):
            return

    def job(progress: Progress) -> None:
        if not session.findings.is_checked:
            session.findings.check(progress)
        write_page(session, path, Shown(Profile(), off=switched_off(folder)))

    run_job(
        app, t("Writing the report"), job, lambda _: say(t("Wrote {path}.", path=path)),
        lambda error: complain(app, error),
    )  # fmt: skip
