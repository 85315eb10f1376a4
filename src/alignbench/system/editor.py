"""A text changed in the editor of a person's choice, which VISUAL or EDITOR names."""

import contextlib
import os
import shlex
import shutil
import signal
import subprocess
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from alignbench.domain.errors import InputError
from alignbench.messages import t
from alignbench.system.safe_text import printable

LARGEST = 1 << 20
"""Bytes that are read back."""
_MARK = "# "


def editor_command(environment: Mapping[str, str], *, windows: bool = os.name == "nt") -> list[str]:
    """The program and arguments that VISUAL names, else EDITOR; never given to a shell.

    Raises:
        InputError: neither is set, it cannot be taken apart, or there is no such program.
    """
    said = (environment.get("VISUAL") or environment.get("EDITOR") or "").strip()
    what_to_do = t("Set EDITOR to one that ends when you close the text, such as `nano`.")
    if not said:
        raise InputError(t("No editor is named by VISUAL or EDITOR."), what_to_do)
    try:
        command = shlex.split(said, posix=not windows)
    except ValueError as error:
        raise InputError(
            t("The editor {command} cannot be read: {error}.", command=repr(said), error=error),
            what_to_do,
        ) from error
    command = [part.strip('"') for part in command] if windows else command
    program = shutil.which(command[0]) if command else None
    if program is None:
        raise InputError(
            t("There is no editor {command} here.", command=printable(said)), what_to_do
        )
    return [program, *command[1:]]


def edited(text: str, comments: Sequence[str], command: Sequence[str]) -> str:
    """`text` as somebody changed it in a file; `comments` stand below it, each line behind `# `.

    Lines of comment are taken away again, and no others: a text may have lines that begin so.
    Returns `text` with a visible sign for each character that a terminal would obey.

    Raises:
        InputError: the editor did not start or ended badly, or what it left is no text. What it
            wrote is then kept, and the error says where.
    """
    folder = Path(tempfile.mkdtemp(prefix="alignbench-"))
    path = folder / "english.txt"
    marked = [f"{_MARK}{line}".rstrip() for part in comments for line in part.splitlines()]
    given = "\n".join([text, "", *marked, ""])
    try:
        path.write_text(given, encoding="utf-8", errors="replace", newline="\n")
        before = path.read_bytes()
        with _interruptions_ignored():
            ended = subprocess.run([*command, str(path)], check=False).returncode
    except OSError as error:
        shutil.rmtree(folder, ignore_errors=True)
        raise InputError(
            t("The editor could not be started: {error}.", error=error.strerror or error),
            t("What was written here stays as it is."),
        ) from error
    try:
        left = path.read_bytes() if path.stat().st_size <= LARGEST else None
        read = None if left is None else left.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError):
        read = None
    if ended == 0 and read is not None:
        shutil.rmtree(folder, ignore_errors=True)
        lines = [line for line in read.splitlines() if line.rstrip() not in marked]
        return printable("\n".join(lines).strip(), keep="\n\t")
    what = (
        t("The editor ended with code {code}.", code=ended) if ended
        else t("What the editor left is no text in UTF-8 of at most 1 MB.")
    )  # fmt: skip
    if not path.exists() or (read is not None and read.encode("utf-8") == before):
        shutil.rmtree(folder, ignore_errors=True)
        raise InputError(what, t("What was written here stays as it is."))
    raise InputError(
        what, t("What was written here stays as it is; the editor's text is in {path}.", path=path)
    )


@contextlib.contextmanager
def _interruptions_ignored() -> Iterator[None]:
    """Ctrl+C is the editor's while it runs; a handler, unlike SIG_IGN, is not handed down to it."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
