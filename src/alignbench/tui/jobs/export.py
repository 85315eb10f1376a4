"""Exporting a document's links from the workbench: asking, then writing all of it or nothing."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from textual.app import App

from alignbench.domain.progress import Progress
from alignbench.exchange.bitext_files import chosen_pairs, share_written, write_files
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.proposals import as_proposed, wordings_told
from alignbench.messages import t
from alignbench.project import Project
from alignbench.project.export_choices import (
    is_as_written,
    keep_choices,
    note_written,
    read_choices,
)
from alignbench.review import ReviewSession
from alignbench.review.bilingual_update import bilingual_update, has_way_back
from alignbench.review.export import pairs_of
from alignbench.system.atomic_files import write_whole
from alignbench.system.clock import now
from alignbench.tui.dialogs.export import WITH_FINDINGS, ExportAnswer, ExportQuestion
from alignbench.tui.dialogs.questions import Question
from alignbench.tui.jobs.job_dialog import run_job
from alignbench.tui.notices import complain


async def ask_export(app: App[Any], session: ReviewSession, project: Project) -> None:
    """Ask what to export of a document, from the project's folder on, and write it."""
    document = session.document
    source = Path(document.ja.path or document.name) if has_way_back(document) else None
    pairs = await asyncio.to_thread(pairs_of, session)
    checked = session.findings.is_checked
    question = ExportQuestion(
        pairs, project.root, document.name, checked=checked, source=source,
        choices=read_choices(project),
    )  # fmt: skip
    answer = await app.push_screen_wait(question)
    if answer is None:
        return
    if answer.path.is_file() and not is_as_written(project, answer.path):
        replace = Question(
            t("Replace {name}?", name=answer.path.name),
            t("There is a file of this name already."),
        )
        if not await app.push_screen_wait(replace):
            return

    def job(progress: Progress) -> tuple[tuple[Path, ...], str]:
        if answer.choices.format_name in WITH_FINDINGS and not session.findings.is_checked:
            session.findings.check(progress)
        if answer.source is not None:
            return _give_back(session, answer.path, answer.source, project.who.name)
        return _write(session, answer)

    def wrote(outcome: tuple[tuple[Path, ...], str]) -> None:
        paths, said = outcome
        note_written(project, paths)
        if keep_choices(project, answer.choices):
            said = t("{said} Format, links, English and folder are remembered.", said=said)
        names = ", ".join(path.name for path in paths)
        where = t("In {folder}\n{said}", said=said, folder=paths[0].resolve().parent)
        app.notify(where, title=t("Wrote {names}", names=names), markup=False, timeout=12)

    run_job(app, t("Exporting"), job, wrote, lambda error: complain(app, error))


def _give_back(
    session: ReviewSession, path: Path, source: Path, author: str
) -> tuple[tuple[Path, ...], str]:
    made = bilingual_update(session, source, path, author=author, at=now())
    write_whole(path, made.data)
    return (path,), " ".join(made.said)


def _write(session: ReviewSession, answer: ExportAnswer) -> tuple[tuple[Path, ...], str]:
    pairs, choices = pairs_of(session), answer.choices
    chosen = chosen_pairs(pairs, answer.wanted, choices.format_name)
    excel = bool(choices.spreadsheet)
    options = ExportOptions(datetime.now(UTC), spreadsheet=excel, name=answer.path.stem)
    written = as_proposed(chosen.pairs) if choices.english == "proposed" else chosen.pairs
    paths = write_files(choices.format_name, written, answer.path, options)
    told = wordings_told(chosen.pairs, choices.format_name, choices.english)
    return paths, " ".join(filter(None, (share_written(pairs, chosen), told)))
