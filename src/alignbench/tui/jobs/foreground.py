"""Giving the terminal to another program until it ends."""

from collections.abc import Callable
from typing import Any, TypeVar

from textual.app import App, SuspendNotSupported

from alignbench.domain.errors import AlignbenchError, InputError
from alignbench.messages import t

T = TypeVar("T")


def in_foreground(app: App[Any], run: Callable[[], T]) -> T:
    """What `run` returns, which has the terminal for itself meanwhile.

    Raises what `run` raises, once the workbench is back, and InputError where the terminal cannot
    be given away.
    """
    done: list[T] = []
    failed: AlignbenchError | None = None
    try:
        with app.suspend():  # which does not come back by itself after an error
            try:
                done.append(run())
            except AlignbenchError as error:
                failed = error
    except SuspendNotSupported as error:
        raise InputError(
            t("No other program can take over this terminal."),
            t("What was written here stays as it is."),
        ) from error
    if failed is not None:
        raise failed
    return done[0]
