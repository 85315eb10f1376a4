"""Many programs write in one project at once: nothing that was acknowledged may be lost.

    PYTHONPATH=src python benchmarks/many_writers.py [--writers 8] [--seconds 120]

Writers edit one document (notes, confirmations, merges, splits, boundaries, flags, undo), another
program imports and deletes documents all the while, and one exports. After that, or once each
writer has had `--edits`, it is compared what was acknowledged with what there is: the counter of
changes, the notes in the log, each segment in one link, SQLite's own checks, and that undoing all
of it leads back to where it began. The exit code is 1 if anything does not hold.
"""

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from long_project import text

from alignbench.domain.errors import AlignbenchError, ConflictError, EditError, StoreError
from alignbench.domain.flags import FlagDraft, Severity
from alignbench.domain.links import Bead, Link
from alignbench.domain.text import Document
from alignbench.project import Project
from alignbench.review import Change, ReviewSession
from alignbench.review.export import pairs_of
from alignbench.store import Store

NAME = "shared"
LINKS = 400
IMPORTED = 20
"""Links of the documents that come and go."""
DATABASE = Path("db") / "alignbench.db"


def document(name: str, many: int) -> tuple[Document, list[Bead]]:
    """A document of so many links."""
    beads = [Bead((at,), (at,), 0.9) for at in range(many)]
    return Document(name, text("ja", many), text("en", many)), beads


@dataclass(frozen=True, slots=True)
class Limits:
    """When a program ends: at a moment, or after so many edits (0: no such number)."""

    seconds: float
    edits: int

    def turns(self) -> Iterator[int]:
        """Numbers until the time is over."""
        end = time.monotonic() + self.seconds
        turn = 0
        while time.monotonic() < end:
            yield turn
            turn += 1


def write(root: Path, me: str, limits: Limits) -> None:
    """Edit anyhow; each edit that returned is printed: acknowledged."""
    dice = random.Random(me)
    counted: Counter[str] = Counter()
    with Project.open(root) as project:
        session = project.review(NAME)
        for turn in limits.turns():
            try:
                change = deed(session, dice, f"{me}.{turn}")()
            except ConflictError:
                counted["refused"] += 1
            except StoreError:  # waited long enough for the others; nothing was written
                counted["refused"] += 1
            except EditError:
                counted["impossible"] += 1
            else:
                if change is not None:
                    counted["acknowledged"] += 1
            if limits.edits and counted["acknowledged"] >= limits.edits:
                break
    print(counted["acknowledged"], counted["refused"], counted["impossible"])


def deed(session: ReviewSession, dice: random.Random, word: str) -> Callable[[], Change | None]:
    """One edit, drawn by lot."""
    row = dice.randrange(len(session.rows))
    flag = FlagDraft("accuracy/mistranslation", Severity("minor"), word, None, None)
    side = dice.choice(["ja", "en"])
    step = dice.choice([1, -1])
    deeds: list[Callable[[], Change | None]] = [
        lambda: session.note(row, word),
        lambda: session.note(row, word),
        lambda: session.confirm(row),
        lambda: session.unconfirm(row),
        lambda: session.merge(row),
        lambda: session.split_at(row, 1, 1),
        lambda: session.move_boundary(row, "ja" if side == "ja" else "en", step),
        lambda: session.flag(row, flag),
        session.undo,
        session.redo,
    ]
    return dice.choice(deeds)


def come_and_go(root: Path, limits: Limits) -> None:
    """Import and delete documents; how many are there at the end is printed."""
    kept = 0
    with closing(Store(root / DATABASE)) as store:
        for turn in limits.turns():
            name = f"guest {turn}"
            with suppress(StoreError):
                store.add(*document(name, IMPORTED), "none")
                kept += 1
                if turn % 3:
                    store.delete(name)
                    kept -= 1
            if limits.edits and turn >= limits.edits:
                break
    print(kept)


def export(root: Path, limits: Limits) -> None:
    """Read all pairs anew each time; how often every segment was in one of them is printed."""
    whole = read = 0
    with Project.open(root) as project:
        for turn in limits.turns():
            pairs = pairs_of(project.review(NAME))
            read += 1
            whole += sorted(at for pair in pairs for at in pair.ja_positions) == list(range(LINKS))
            if limits.edits and turn >= limits.edits // 5:
                break
    print(whole, read)


def holds(what: str, found: object, wanted: object) -> bool:
    """Say whether something is as it should be."""
    is_right = found == wanted
    print(f"{'ok  ' if is_right else 'LOST'}  {what}: {found}" + f" of {wanted}" * (not is_right))
    return is_right


def plain(links: list[Link]) -> list[tuple[object, ...]]:
    """What links say, whatever their ids and revisions."""
    return sorted(
        (each.ja, each.en, str(each.status), str(each.origin), each.note) for each in links
    )


def attack(root: Path, writers: int, limits: Limits) -> bool:
    """Let all loose on a project in `root`; whether everything holds afterwards."""
    Project.create(root).close()
    with closing(Store(root / DATABASE)) as store:
        store.add(*document(NAME, LINKS), "none")
        first = store.history(store.load(NAME)).read()[1]

    def started(*words: object) -> subprocess.Popen[str]:
        command = [sys.executable, __file__, "--in", str(root), "--seconds", str(limits.seconds)]
        return subprocess.Popen(
            [*command, "--edits", str(limits.edits), "--as", *map(str, words)],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip

    hands = [started(f"writer{number}") for number in range(writers)]
    others = [started("guests"), started("reader")]
    said = [each.communicate() for each in (*hands, *others)]
    errors = [error for _, error in said if error]
    print(*errors, sep="\n", end="")
    if errors or any(each.returncode for each in (*hands, *others)):
        return holds("programs that failed", len(errors), 0)
    done, refused, impossible = (
        sum(each)
        for each in zip(*(map(int, out.split()) for out, _ in said[:writers]), strict=True)
    )
    (kept,), (whole, read) = ([*map(int, out.split())] for out, _ in said[writers:])
    print(
        f"{done} edits acknowledged, {refused} refused (another's change, a long wait),"
        f" {impossible} impossible"
    )
    with closing(Store(root / DATABASE)) as store:
        history = store.history(store.load(NAME))
        number, state = history.read()
        standing = [link for link in state.links if str(link.status) != "rejected"]
        results = [
            holds("changes counted", number, done),
            holds("Japanese segments linked once",
                  sorted(at for link in standing for at in link.ja) == [*range(LINKS)], True),
            holds("English segments linked once",
                  sorted(at for link in standing for at in link.en) == [*range(LINKS)], True),
            holds("documents of guests", len(store.names()) - 1, kept),
            holds("whole exports", whole, read),
            holds("database", store.condition(), "ok"),
        ]  # fmt: skip
        undone = 0
        while history.undo(history.number()) is not None:
            undone += 1
        print(f"{undone} edits taken back")
        last = history.read()[1]
        results.append(
            holds("back at the beginning", plain([*last.links]) == plain([*first.links]), True)
        )
        results.append(holds("flags left", len(last.flags), 0))
    return all(results)


def main() -> None:
    """Attack a project in a temporary folder; or be one of the attackers."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--writers", type=int, default=8)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--edits", type=int, default=0, help="edits of each writer; 0: no limit")
    parser.add_argument("--in", dest="root", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--as", dest="me", help=argparse.SUPPRESS)
    given = parser.parse_args()
    limits = Limits(given.seconds, given.edits)
    if given.me is None:
        with tempfile.TemporaryDirectory() as folder:
            sys.exit(0 if attack(Path(folder), given.writers, limits) else 1)
    try:
        if given.me == "guests":
            come_and_go(given.root, limits)
        elif given.me == "reader":
            export(given.root, limits)
        else:
            write(given.root, given.me, limits)
    except AlignbenchError as error:
        sys.exit(f"{given.me}: {error}")


if __name__ == "__main__":
    main()
