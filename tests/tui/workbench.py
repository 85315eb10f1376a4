"""A small project, and the workbench opened on it, with advice that needs no model."""

import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from textual.pilot import Pilot
from textual.worker import WorkerCancelled

from alignbench.domain.identity import Identity
from alignbench.domain.links import Bead, Candidate, Link
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Text
from alignbench.project import Project
from alignbench.review import ReviewSession
from alignbench.review.edits import Edit
from alignbench.review.suggestions import SuggestionService
from alignbench.store import Store
from alignbench.tui.app import Workbench
from alignbench.tui.commands.command import Command
from alignbench.tui.commands.command_screen import CommandScreen
from alignbench.tui.commands.type_ahead import TypingApp
from alignbench.tui.issues.page import IssuesPage
from alignbench.tui.issues.screen import IssuesScreen
from alignbench.tui.library.page import LibraryPage
from alignbench.tui.library.screen import LibraryScreen
from alignbench.tui.review.controls import ReviewControls
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.review.screen import ReviewScreen
from alignbench.tui.widgets.progress_line import ProgressLine

Lines = Sequence[tuple[Sequence[str], Sequence[str], float]]
"""Japanese and English sentences of each link, and its confidence."""

NOTICE: Lines = [
    (["市立図書館からのお知らせ"], ["A Notice from the City Library"], 0.99),
    (["図書館は四月一日から午後八時まで開館します。"],
     ["From April 1 the library stays open until 8 p.m."], 0.97),
    (["貸出は一人十冊以下です。"], ["Each reader may borrow up to ten books."], 0.98),
    (["ただし、六十五歳以上の方は、「特別貸出」として二十冊まで借りることができます。"],
     ["However, readers over 65 may borrow as many as twenty.", "This is a special loan."], 0.62),
    (["休館日は月曜日です。"], [], 0.55),
    (["返却が遅れたときは、次の貸出をお断りすることがあります。"],
     ["If books come back late, we may refuse further loans."], 0.96),
    (["雨の日も開館します。", "雪の日は電話でお確かめください。"],
     ["We open on rainy days too; on snowy days, please telephone."], 0.71),
    ([], ["We look forward to your visit."], 0.9),
    (["駐車場は二十台分あります。"], ["There is room for twenty cars."], 0.95),
    (["自転車は北口にお停めください。"], ["Please leave bicycles at the north entrance."], 0.94),
]  # fmt: skip
PARAGRAPHS = (0, 1, 1, 1, 2, 2, 3, 3, 4, 4)


_patterns = TemporaryDirectory()
_made: dict[str, Path] = {}
"""The projects there are in that folder, by what is in them."""

MORI = Identity("mori", "mori")
"""Who reviews in these tests."""


class CannedSuggestions(SuggestionService):
    """Offers the link itself, the link with the next English, and nothing."""

    @property
    def is_ready(self) -> bool:
        return True

    def prepare(self, links: Sequence[Link], progress: Progress = silent) -> Any:
        return None

    def follow(self, edit: Edit, links: Sequence[Link], *, everywhere: bool = False) -> Edit:
        return edit

    def candidates(self, link: Link, links: Sequence[Link], limit: int) -> list[Candidate]:
        share = link.confidence or 0.5
        found = [Candidate(link.ja, link.en, share, 0.7, "same 65, meaning .70, length fits")]
        if link.ja and link.en:
            if link.en[-1] + 1 < len(self._document.en.segments):
                more = (*link.en, link.en[-1] + 1)
                found.append(Candidate(link.ja, more, 0.21, 0.6, "meaning .60, too long"))
            found.append(Candidate(link.ja, (), 0.02, 0.0))
        return found

    def best_cut(self, link: Link, links: Sequence[Link]) -> tuple[int, int]:
        return (1, len(link.en)) if len(link.ja) > 1 else (len(link.ja), 1)


def document_of(name: str, lines: Lines, paragraphs: Sequence[int] = ()) -> Document:
    """A document of these sentences, headings where a paragraph holds no full stop."""
    where = paragraphs or range(len(lines))

    def text(side: Side, at: int) -> Text:
        sides = [(ja, en)[at] for ja, en, _ in lines]
        pairs = [(view, where[i]) for i, views in enumerate(sides) for view in views]
        segments, place = [], 0
        for view, paragraph in pairs:
            kind = Kind.HEADING if paragraph == 0 and paragraphs else Kind.SENTENCE
            segments.append(Segment(place, place + len(view), kind, paragraph, view))
            place += len(view) + 1
        content = "\n".join(view for view, _ in pairs)
        whole = (Paragraph(0, len(content), Kind.SENTENCE),)
        return Text(side, content, "0" * 64, "utf-8", None, whole, tuple(segments))

    return Document(name, text("ja", 0), text("en", 1))


def beads_of(lines: Lines) -> list[Bead]:
    beads, ja, en = [], 0, 0
    for mine, theirs, confidence in lines:
        beads.append(
            Bead(
                tuple(range(ja, ja + len(mine))), tuple(range(en, en + len(theirs))), confidence
            )
        )  # fmt: skip
        ja, en = ja + len(mine), en + len(theirs)
    return beads


def make_project(
    root: Path, lines: Lines = NOTICE, name: str = "notice", paragraphs: Sequence[int] = PARAGRAPHS
) -> Path:
    """A project in `root` with one document, which is made once and copied from then on."""
    like = repr((lines, name, paragraphs))
    if like not in _made:
        _made[like] = Path(_patterns.name) / str(len(_made))
        Project.create(_made[like]).close()
        store = Store(_made[like] / "db" / "alignbench.db")
        document = document_of(name, lines, paragraphs if lines is NOTICE else ())
        store.add(document, beads_of(lines), "canned")
        store.close()
    return Path(shutil.copytree(_made[like], root, dirs_exist_ok=True))


def open_canned(root: Path) -> Project:
    """A project whose suggestions need no model, whose day and reviewer are always the same."""
    return Project.open(
        root, MORI, clock=lambda: "2026-04-01T09:00:00+00:00", suggestions=CannedSuggestions
    )


@asynccontextmanager
async def opened(
    root: Path, document: str | None = "notice", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[tuple[Workbench, Pilot[None]]]:
    """The workbench on a project, all at rest."""
    project = open_canned(root)
    app = Workbench(project, document)
    app.animation_level = "none"
    try:
        async with app.run_test(size=size) as pilot:
            await at_rest(pilot)
            yield app, pilot
    finally:
        project.close()


async def at_rest(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way."""
    for _ in range(3):
        await pilot.pause()
        await workers_done(pilot)
    app = pilot.app
    await until(pilot, lambda: not isinstance(app, TypingApp) or app.is_drawn)
    await pilot.pause()


async def workers_done(pilot: Pilot[None]) -> None:
    """Wait for all workers, those too that take the place of one that is cancelled meanwhile."""
    for _ in range(100):
        try:
            await pilot.app.workers.wait_for_complete()
        except WorkerCancelled:
            await pilot.pause()
        else:
            return
    raise AssertionError("One worker after another was cancelled.")


async def until(pilot: Pilot[None], true: Callable[[], object]) -> None:
    """Wait until something is the case, however long a busy machine takes."""
    for _ in range(1_000):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError("It did not come to pass.")


def review_screen(app: Workbench) -> ReviewScreen:
    screen = app.screen
    assert isinstance(screen, ReviewScreen), screen
    return screen


def controls(app: Workbench) -> ReviewControls:
    return review_screen(app).controls


def review(app: Workbench) -> ReviewPage:
    return controls(app).page


def library(app: Workbench) -> LibraryPage:
    screen = app.screen
    assert isinstance(screen, LibraryScreen), screen
    return screen.controls


def issues(app: Workbench) -> IssuesPage:
    screen = app.screen
    assert isinstance(screen, IssuesScreen), screen
    return screen.controls.page


async def do(pilot: Pilot[None], *commands: str) -> None:
    """Do commands by their id, as the palette does."""
    for command in commands:
        screen = pilot.app.screen
        assert isinstance(screen, CommandScreen)
        assert screen.check_action("command", (command,)), f"{command} does not apply"
        screen.action_command(command)
        await at_rest(pilot)


def links(session: ReviewSession) -> list[tuple[tuple[int, ...], tuple[int, ...], str]]:
    return [(row.link.ja, row.link.en, str(row.link.status)) for row in session.rows]


def toasts(app: Workbench) -> list[str]:
    """Titles and texts of what was told as toasts, oldest first."""
    return [f"{note.title} {note.message}".strip() for note in app._notifications]


def told(app: Workbench) -> str:
    """What the progress line says was just done."""
    return app.screen.query_one(ProgressLine).told


def names(commands: Sequence[Command[Any]]) -> list[str]:
    return [command.id for command in commands]


def screen_text(app: Workbench) -> str:
    """The characters on the screen."""
    size = app.size
    strips = app.screen._compositor.render_strips(size) if size.height else []
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)
