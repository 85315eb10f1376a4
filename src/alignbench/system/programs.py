"""Running another program, never through a shell."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence

from alignbench.domain.errors import InputError
from alignbench.messages import t

LARGEST = 100_000
"""Bytes of an answer that are read."""
_SCRIPTS = (".bat", ".cmd")


def answer_of(arguments: Sequence[str], seconds: float) -> str | None:
    """What a program prints, errors too; None if it still runs after so many seconds.

    Then it goes on running by itself, as a program with a window does.

    Raises:
        InputError: there is no such program, or it cannot be started.
    """
    program = shutil.which(arguments[0])
    if program is None:
        raise InputError(
            t("There is no program {name} here.", name=repr(arguments[0])),
            t("alignbench.toml names it under [lookup]."),
        )
    if os.name == "nt" and program.lower().endswith(_SCRIPTS):
        raise InputError(  # Windows hands such files to its shell
            t("{name} is a script that Windows runs in a shell.", name=repr(arguments[0])),
            t("Name a program under [lookup] in alignbench.toml."),
        )
    # In a file: a program that goes on running would block on a pipe that nobody reads.
    with tempfile.TemporaryFile() as output:
        try:
            running = subprocess.Popen(
                [program, *arguments[1:]], stdin=subprocess.DEVNULL, stdout=output,
                stderr=subprocess.STDOUT, start_new_session=True,
            )  # fmt: skip
        except (OSError, ValueError) as error:
            raise InputError(
                t("{name} could not be started: {error}.", name=repr(arguments[0]), error=error)
            ) from error
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            return None
        output.seek(0)
        return output.read(LARGEST).decode("utf-8", "replace")
