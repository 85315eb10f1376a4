"""The command line as a process of its own: what only a real one can show."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.examples import EN, JA, write

ALIGNBENCH = [sys.executable, "-m", "alignbench"]
HEAVY = ("numpy", "textual", "lxml", "fugashi", "torch", "sentence_transformers", "sqlite3", "rich")
pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals, pipes and pseudo-terminals")


def alignbench(
    *words: object, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*ALIGNBENCH, *map(str, words)], capture_output=True, text=True, encoding="utf-8",
        timeout=60, env=env,
    )  # fmt: skip


def shell(script: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a script in which `alignbench` is ours."""
    python = f"alignbench() {{ '{sys.executable}' -m alignbench \"$@\"; }}\n"
    return subprocess.run(
        ["bash", "-c", python + script], capture_output=True, text=True, cwd=cwd, timeout=60
    )


@pytest.mark.parametrize("words", [["--help"], ["--version"], ["align", "--help"]])
def test_help_loads_nothing_heavy(words: list[str]) -> None:
    script = (
        "import sys, json, atexit\n"
        "atexit.register(lambda: print(json.dumps(sorted(sys.modules)), file=sys.stderr))\n"
        "from alignbench.__main__ import main\n"
        f"sys.argv = ['alignbench', *{words!r}]\n"
        "main()"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0
    loaded = json.loads(done.stderr)
    assert not [name for name in HEAVY if name in loaded]
    assert len(loaded) < 250  # 80 of them come with Python itself


def test_data_goes_to_one_place_and_talk_to_the_other(ja: Path, en: Path) -> None:
    done = alignbench("align", ja, en, "-f", "tmx")
    assert done.returncode == 0
    assert done.stdout.startswith("<?xml")
    assert done.stdout.endswith("</tmx>\n")
    assert done.stderr.startswith(
        "1 left out: one side is empty, which this format cannot hold\n4 of 5 pairs written: "
    )


def test_the_exit_code_of_an_error(tmp_path: Path, en: Path) -> None:
    done = alignbench("align", tmp_path / "none.txt", en)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("alignbench: There is no file")


@pytest.fixture
def nothing_waits(project: Path) -> Path:
    """A project whose texts are all imported: a bare `alignbench` has nothing to import."""
    for side in ("ja", "en"):
        (project / "data" / side / "story.txt").unlink()
    return project


def test_a_reader_that_leaves_early_hears_no_complaint(nothing_waits: Path) -> None:
    project = nothing_waits
    done = shell(f"alignbench -C {project} | head -n 1; echo ${{PIPESTATUS[0]}}", project)
    first, code = done.stdout.splitlines()
    assert first.startswith("notice: ")
    assert code in {"141", "0"}  # 0 where all went into the pipe before it was closed
    assert done.stderr == ""


@pytest.mark.parametrize("words", ["search 0", "export notice --status all", "status --json"])
def test_a_pipe_that_nobody_reads(project: Path, words: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [*ALIGNBENCH, "-C", str(project), *words.split()], stdout=writing, stderr=subprocess.PIPE
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (141, b"")


def test_closed_streams(nothing_waits: Path) -> None:
    project = nothing_waits
    for closed in ("<&-", "2>&-"):
        assert shell(f"alignbench -C . status {closed}", project).returncode == 0
        assert shell(f"alignbench -C . {closed}", project).returncode == 0
    done = shell("alignbench -C . status >&-", project)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "alignbench: Standard output is closed. Send it to a file.\n"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize(
    "words", ["--help", "-C . status --json", "-C . export notice --status all"]
)
def test_a_full_disk_behind_standard_output(project: Path, words: str) -> None:
    done = shell(f"alignbench {words} >/dev/full", project)
    assert done.returncode == 1
    assert "No space left on device" in done.stderr
    assert done.stderr.count("\n") == 1


def test_texts_come_from_a_pipe_too(ja: Path, en: Path) -> None:
    done = shell("cat ja.txt | alignbench align /dev/stdin <(cat en.txt) -f beads", ja.parent)
    assert done.stdout.splitlines()[0].startswith("[0]:[0]:")


def test_ctrl_c_ends_it_with_130_and_nothing_written(tmp_path: Path) -> None:
    ja = "\n".join(f"{line}（{at}）" for at in range(2000) for line in JA)
    en = write(tmp_path / "en.txt", *[f"{line} ({at})" for at in range(2000) for line in EN])
    out = tmp_path / "links.tsv"
    process = subprocess.Popen(
        [*ALIGNBENCH, "align", "/dev/stdin", str(en), "-o", str(out)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        # A shell's background job, and so this test when it is one, ignores the signal.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(ja.encode())  # which is more than a pipe holds: the command reads it
    process.stdin.flush()
    process.send_signal(signal.SIGINT)
    _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.decode().strip() == "Cancelled; nothing was written."
    assert [path.name for path in tmp_path.iterdir()] == ["en.txt"]


def test_a_terminal_without_utf_8(project: Path) -> None:
    environment = {**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "0"}
    done = alignbench("-C", project, "search", "。", env=environment)
    assert done.returncode == 0
    assert "\\u3002" in done.stdout


def test_a_long_work_shows_a_bar_on_a_terminal_and_wipes_it(tmp_path: Path) -> None:
    pexpect = pytest.importorskip("pexpect")
    script = (
        "import time\n"
        "from alignbench.cli.progress import progress_bar\n"
        "with progress_bar() as progress:\n"
        "    for done in range(30):\n"
        "        progress('embedding', done, 30)\n"
        "        time.sleep(0.06)\n"
        "print('ready')\n"
    )
    child = pexpect.spawn(sys.executable, ["-c", script], timeout=30, dimensions=(24, 80))
    child.expect(r"\r\x1b\[Kembedding \[#+\.+\]  ?\d+%")
    child.expect(r"\r\x1b\[K(?!embedding).*ready")
    child.expect(pexpect.EOF)


@pytest.mark.parametrize("words", [["status"], ["search", "。"]])
def test_saying_how_far_one_is_loads_no_review_and_no_format(
    project: Path, words: list[str]
) -> None:
    heavy = (
        "numpy", "lxml", "docutils", "markdown_it", "fugashi", "alignbench.checks",
        "alignbench.review.session", "alignbench.exchange", "alignbench.alignment",
    )  # fmt: skip
    program = (
        "import sys; from alignbench.cli.runner import main; "
        f"main({['-C', str(project), *words]!r}); "
        f"print([each for each in {heavy!r} if each in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert "notice" in done.stdout
    assert done.stderr.splitlines()[-1] == "[]"
