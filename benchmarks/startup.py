"""How long people wait for an answer: --help, status, search, and the workbench's first frame.

python benchmarks/startup.py [--runs N]

The workbench is opened in a pseudo-terminal on a project that is imported and aligned; its first
frame is there when the document's first Japanese words stand on the screen.
"""

import argparse
import os
import pty
import select
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ

import pyte
from processes import ALIGNBENCH, PYTHON, Spent, bare_python, best, once, table

DATA = Path(__file__).parents[1] / "data"
LINES, COLUMNS = 40, 120
PATIENCE = 60.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        project = aligned_project(Path(folder))
        bare = bare_python(runs)
        rows = [["", "seconds", "CPU", "times python -c pass", "modules", "target"]]
        rows.append(["python -c pass", f"{bare.wall:.3f}", f"{bare.cpu:.3f}", "1.0", "", ""])
        for name, words, target in (
            ("alignbench --help", ("--help",), "0.2"),
            ("alignbench --version", ("--version",), "0.2"),
            ("alignbench status", ("-C", str(project), "status"), "0.2"),
            ("alignbench search", ("-C", str(project), "search", "の"), "0.3"),
            ("alignbench flag list", ("-C", str(project), "flag", "list"), "0.3"),
        ):
            spent = best((*ALIGNBENCH, *words), runs)
            ratio = f"{spent.wall / bare.wall:.1f}"
            count = str(modules(words))
            rows.append([name, f"{spent.wall:.3f}", f"{spent.cpu:.3f}", ratio, count, target])
        frames = [first_frame(project) for _ in range(runs)]
        wall = min(frame.wall for frame in frames)
        cpu = min(frame.cpu for frame in frames)
        ratio = f"{wall / bare.wall:.1f}"
        rows.append(["workbench, first frame", f"{wall:.3f}", f"{cpu:.3f}", ratio, "", "1.0"])
        table(rows)


def aligned_project(root: Path) -> Path:
    """A project with one document of the sample, imported."""
    for side in ("ja", "en"):
        (root / "data" / side).mkdir(parents=True)
        shutil.copy(DATA / side / "commentary.md", root / "data" / side)
    once((*ALIGNBENCH, "-C", str(root), "import"))
    return root


def modules(words: tuple[str, ...]) -> int:
    """How many modules a command has loaded when it ends."""
    script = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(len(sys.modules), file=sys.stderr))\n"
        f"sys.argv = ['alignbench', *{words!r}]\n"
        "from alignbench.__main__ import main\n"
        "main()"
    )
    done = subprocess.run([PYTHON, "-c", script], capture_output=True, text=True, check=True)
    return int(done.stderr.split()[-1])


def first_frame(project: Path) -> Spent:
    """From the start of the process until its first row of text is on the screen."""
    wanted = first_words(project)
    screen = pyte.Screen(COLUMNS, LINES)
    stream = pyte.ByteStream(screen)
    began = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLORTERM="truecolor")
        os.environ["ALIGNBENCH_STATE"] = str(project / "state")
        os.execv(PYTHON, [*ALIGNBENCH, "-C", str(project)])
    ioctl(terminal, TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
    try:
        while wanted not in "".join("".join(screen.display).split()):
            if time.perf_counter() - began > PATIENCE:
                raise SystemExit("the workbench did not show its first frame")
            if select.select([terminal], [], [], 1)[0]:
                stream.feed(os.read(terminal, 65536))
        wall = time.perf_counter() - began
    finally:
        os.kill(child, signal.SIGKILL)
        _, _, usage = os.wait4(child, 0)
        os.close(terminal)
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def first_words(project: Path) -> str:
    """The beginning of the first Japanese segment, which the screen must show."""
    from alignbench.project import Project

    opened = Project.open(project)
    (summary,) = opened.documents()
    view = opened.review(summary.name).rows[0].ja[0].view
    opened.close()
    return view[:4]


if __name__ == "__main__":
    main()
