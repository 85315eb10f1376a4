"""Where results go, and what may reach a terminal."""

import os
from pathlib import Path

import pytest

from alignbench.cli.output import STDOUT, opened, show, talk
from alignbench.system.safe_text import printable
from tests.cli.examples import Call, complaint, write

Captured = pytest.CaptureFixture[bytes]
ESCAPES = "\x1b[31m\x07\x9b2J\x7f\u202e"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("図書館\x1b[31m", "図書館␛[31m"),
        ("a\tb\nc\r", "a␉b␊c␍"),
        ("\x9b2J", "\ufffd2J"),
        ("\x7f", "␡"),
        ("\u202eabc\u2066", "\ufffdabc\ufffd"),
        ("\udcff", "\ufffd"),
        ("　全角の空白　", "　全角の空白　"),
    ],
)
def test_controls_are_shown_by_signs(raw: str, shown: str) -> None:
    assert printable(raw) == shown


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output as if it were a terminal."""
    monkeypatch.setattr("alignbench.cli.output.on_terminal", lambda: True)


@pytest.mark.usefixtures("terminal")
def test_results_on_a_terminal_hold_no_controls(capsysbinary: Captured) -> None:
    with opened(STDOUT) as out:
        out.write(f"one\ttwo{ESCAPES}\n".encode())
    assert capsysbinary.readouterr().out.decode() == "one\ttwo␛[31m␇\ufffd2J␡\ufffd\n"


def test_results_for_another_program_are_what_they_are(capsysbinary: Captured) -> None:
    with opened(STDOUT) as out:
        out.write(ESCAPES.encode())
    assert capsysbinary.readouterr().out.decode() == ESCAPES


def test_nothing_is_printed_of_what_went_wrong_half_way(capsysbinary: Captured) -> None:
    def half() -> None:
        with opened(STDOUT) as out:
            out.write(b"the first half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        half()
    assert capsysbinary.readouterr().out == b""


@pytest.mark.usefixtures("terminal")
def test_json_on_a_terminal_holds_no_controls(capsysbinary: Captured) -> None:
    show('{"name": "\x9b2J\u202e"}')
    assert capsysbinary.readouterr().out.decode() == '{"name": "\ufffd2J\ufffd"}\n'


def test_what_is_said_holds_no_controls(call: Call, en: Path, capsysbinary: Captured) -> None:
    said = complaint(call("align", f"no\x1b[31m\nfile{ESCAPES}.txt", en))
    assert not set(said) & set(ESCAPES) - set("[31m2J")
    assert not set(call("align", en, en, "\x1b[2J").err) & {"\x1b"}  # click's own words
    talk("two\nlines\x1b")
    assert capsysbinary.readouterr().err == "two\nlines␛\n".encode()


def test_a_missing_folder_is_known_before_the_work_begins(
    call: Call, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr("alignbench.documents.text_files.read")
    out = ja.parent / "missing" / "links.tsv"
    said = complaint(call("align", ja, en, "-o", out))
    assert f"there is no folder {out.parent}" in said
    assert not out.parent.exists()
    assert "is a folder" in complaint(call("align", ja, en, "-o", ja.parent))


def test_what_stood_there_stays_when_writing_fails(
    call: Call, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    out = write(ja.parent / "links.tsv", "from yesterday")
    monkeypatch.setattr("alignbench.exchange.formats.write", broken)
    assert "Input/output error" in complaint(call("align", ja, en, "-o", out))
    assert out.read_text(encoding="utf-8") == "from yesterday\n"
    assert sorted(path.name for path in ja.parent.iterdir()) == ["en.txt", "ja.txt", "links.tsv"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_device_that_is_full(call: Call, ja: Path, en: Path) -> None:
    assert "No space left" in complaint(
        call("align", ja, en, "-o", os.devnull.replace("null", "full"))
    )


def test_a_defect_of_ours_is_told_in_one_line_too(
    call: Call, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by a row")

    monkeypatch.setattr("alignbench.alignment.align", broken)
    done = call("align", ja, en)
    assert done.code == 1
    assert "should not have happened (ZeroDivisionError: by a row)" in done.err
    assert "Traceback" not in done.err
    monkeypatch.setenv("ALIGNBENCH_DEBUG", "1")
    assert "Traceback" in call("align", ja, en).err


def test_a_panic_of_a_library_is_no_traceback_either(
    call: Call, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class PanicException(BaseException):
        """As libraries written in Rust raise it."""

    def panic(*_: object, **__: object) -> None:
        raise PanicException("not a char boundary")

    monkeypatch.setattr("alignbench.alignment.align", panic)
    done = call("align", ja, en)
    assert (done.code, "PanicException" in done.err) == (1, True)
    assert "Traceback" not in done.err
