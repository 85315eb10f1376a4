"""What is asked of a terminal, and what is opened in one."""

import os
import sys
from pathlib import Path

import pytest

from alignbench.cli import doctor
from tests.cli.examples import Call

pytestmark = pytest.mark.skipif(os.name != "posix", reason="needs a pseudo-terminal")
ASK = "from alignbench.cli.terminal import measured_width; print('width', measured_width('○●'))"


@pytest.mark.parametrize(
    ("answer", "width"), [("\x1b[7;3R", "2"), ("\x1b[7;5R", "4"), ("", "None")]
)
def test_a_terminal_is_asked_how_wide_it_draws(answer: str, width: str) -> None:
    pexpect = pytest.importorskip("pexpect")
    child = pexpect.spawn(sys.executable, ["-c", ASK], timeout=30, encoding="utf-8", echo=False)
    child.expect_exact("○●\x1b[6n")
    child.send(answer)
    child.expect(rf"\r\x1b\[Kwidth {width}\r\n")
    child.expect(pexpect.EOF)


@pytest.mark.parametrize(
    ("width", "said"),
    [
        (None, "does not say where its cursor is"),
        (len(doctor.AMBIGUOUS), "as it should"),
        (2 * len(doctor.AMBIGUOUS), "narrow"),
    ],
)
def test_doctor_says_what_the_width_means(
    call: Call, monkeypatch: pytest.MonkeyPatch, width: int | None, said: str
) -> None:
    monkeypatch.setattr(doctor, "has_terminal", lambda: True)
    monkeypatch.setattr(doctor, "measured_width", lambda _: width)
    assert said in call("doctor").out


def test_in_a_terminal_the_workbench_opens(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr("alignbench.cli.open.has_terminal", lambda: True)
    monkeypatch.setattr("alignbench.tui.run", lambda root, document: opened.append(root))
    done = call("-C", project)
    assert (done.code, done.out, opened) == (0, "", [project])
