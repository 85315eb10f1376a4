"""As a new user, in a real terminal, by keyboard only."""

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from alignbench.project import Project
from tests.e2e.terminal import PATIENCE, Terminal

SAMPLE = Path(__file__).parents[2] / "data"

Open = Callable[..., Terminal]


@pytest.fixture
def open_terminal(tmp_path: Path) -> Iterator[Open]:
    opened: list[Terminal] = []

    def open_(*arguments: str, size: tuple[int, int] = (120, 40)) -> Terminal:
        opened.append(Terminal(tmp_path, *arguments, size=size))
        return opened[-1]

    yield open_
    for terminal in opened:
        terminal.close()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for side in ("ja", "en"):
        folder = tmp_path / "data" / side
        folder.mkdir(parents=True)
        shutil.copy(SAMPLE / side / "notice.txt", folder)
    return tmp_path


@pytest.fixture(scope="session")
def imported_notice(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with the notice in it, which therefore opens at once. To be copied.

    It is not read for meaning: only the test of ten links pays for that.
    """
    root = tmp_path_factory.mktemp("notice")
    project = Project.create(root)
    (root / "alignbench.toml").write_text("[meaning]\nread = false\n", encoding="utf-8")
    for side in ("ja", "en"):
        shutil.copy(SAMPLE / side / "notice.txt", root / "data" / side)
    project.import_document(root / "data/ja/notice.txt", root / "data/en/notice.txt")
    project.close()
    return root


@pytest.fixture
def imported(imported_notice: Path, tmp_path: Path) -> Path:
    """A project of this test's own with the notice in it."""
    return Path(shutil.copytree(imported_notice, tmp_path, dirs_exist_ok=True))


def confirmed(project: Path) -> int:
    connection = sqlite3.connect(project / "db" / "alignbench.db")
    try:
        return int(
            connection.execute("SELECT count(*) FROM link WHERE status = 'confirmed'").fetchone()[0]
        )
    finally:
        connection.close()


def is_imported(text: str) -> bool:
    """Whether the library shows the document, and nothing over it."""
    return all(words not in text for words in ("not imported", "Importing")) and "0%" in text


def wait_for_library(terminal: Terminal) -> None:
    """Until the import's dialog has gone, and a moment longer, as people take one."""
    terminal.until(is_imported)
    time.sleep(1)
    terminal.until(is_imported)


def test_ten_links_quit_reopen_undo(project: Path, open_terminal: Open) -> None:
    terminal = open_terminal()
    wait_for_library(terminal)
    terminal.press("\r")
    terminal.until("space confirm")
    for count in range(1, 11):
        terminal.press(" ")
        terminal.until(f"✓ {count} ")
    terminal.press("q")
    terminal.until("enter open")
    terminal.press("q")
    assert terminal.ended() == 0
    assert confirmed(project) == 10

    terminal = open_terminal()
    terminal.until("✓ 10 ")
    terminal.press("u")
    terminal.until("Undid: Confirmed")
    terminal.until("✓ 9 ")
    terminal.press("\x12")
    terminal.until("✓ 10 ")
    terminal.press("?")
    terminal.until("escape closes")
    terminal.press("\x1b")
    terminal.until("space confirm")
    terminal.press("\x11")
    assert terminal.ended() == 0
    assert confirmed(project) == 10


def test_killed_after_a_key_nothing_confirmed_is_lost(imported: Path, open_terminal: Open) -> None:
    seen = 0
    for seed in range(2):
        terminal = open_terminal()
        terminal.until("space confirm")
        text = terminal.until(f"✓ {seen} ")
        if re.search(r"link \d+/\d+  confirmed", text):  # reopened a row before: space goes on
            terminal.press(" ")
            terminal.until(lambda text: re.search(r"link \d+/\d+  suggested", text) is not None)
        for _ in range(random.Random(seed).randint(1, 5)):
            terminal.press(" ")
            seen += 1
            terminal.until(f"✓ {seen} ")
        terminal.press(" ")
        terminal.kill()
        # The last key may have arrived or not; what the screen showed is there.
        assert confirmed(imported) - seen in (0, 1)
        seen = confirmed(imported)


def test_a_folder_that_is_no_project(tmp_path: Path, open_terminal: Open) -> None:
    terminal = open_terminal()
    terminal.child.expect("is not an alignbench project")
    terminal.child.expect("alignbench init")
    assert terminal.ended() == 1
    text = terminal.text
    assert "Traceback" not in text
    assert not (tmp_path / "db").exists()


def test_a_small_terminal_and_a_wide_letter(imported: Path, open_terminal: Open) -> None:
    terminal = open_terminal(size=(40, 10))
    terminal.until("link 1/")
    terminal.press("ｊ", "\u3000")
    terminal.until(lambda text: confirmed(imported) == 1)
    terminal.press("ｑ")
    terminal.until("enter open")


def test_findings_are_listed_settled_and_brought_back(imported: Path, open_terminal: Open) -> None:
    terminal = open_terminal(size=(80, 24))
    terminal.until("space confirm")
    terminal.until("⚠")
    terminal.press("v")
    before = terminal.until("[all ")
    assert "enter go to pair" in before
    many = int(before.split("[all ")[1].split("]")[0])
    terminal.press("d")
    terminal.until("Why is this no error?")
    terminal.press("2")
    terminal.until(f"[all {many - 1}]")
    terminal.press("V")
    terminal.until("style choice: ")
    terminal.press("D")
    terminal.until("[dismissed 0]")
    terminal.press("\x1b")
    terminal.until(f"[all {many}]")
    terminal.press("\r")
    terminal.until("space confirm")
    terminal.press("\x11")
    assert terminal.ended() == 0


def test_own_keys_are_heeded_and_shown(imported: Path, open_terminal: Open) -> None:
    config = imported / "config"
    config.mkdir(exist_ok=True)
    keys = config / "keys.toml"
    keys.write_text('confirm-and-go-on = "V"\nnext-doubtful = []\n', encoding="utf-8")
    terminal = open_terminal()
    terminal.until("V confirm")
    terminal.press("V")
    terminal.until("✓ 1 ")
    assert "next doubt" not in terminal.text


def test_a_keymap_that_is_wrong_is_told_before_anything_opens(
    project: Path, open_terminal: Open
) -> None:
    (project / "config").mkdir()
    (project / "config" / "keys.toml").write_text('confirm = "z"\n', encoding="utf-8")
    terminal = open_terminal()
    assert terminal.ended() == 1
    assert "thereisnocommandconfirm" in "".join(terminal.text.split()), "wrapped anywhere"


@pytest.mark.skipif(sys.platform == "win32", reason="no pseudo-terminals")
def test_a_terminal_that_goes_without_a_word_ends_it(imported: Path) -> None:
    """Nobody is told by a signal where the terminal is not the one that commands come from."""
    ours, theirs = os.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "alignbench"],
        stdin=theirs, stdout=theirs, stderr=theirs, cwd=imported,
        env={**os.environ, "TERM": "xterm-256color", "ALIGNBENCH_STATE": str(imported / "state")},
    )  # fmt: skip
    os.close(theirs)
    shown = b""
    while b"settled" not in shown:
        shown += os.read(ours, 65536)
    os.close(ours)
    try:
        assert child.wait(PATIENCE) == 129
    finally:
        child.kill()
