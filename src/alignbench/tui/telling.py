"""Errors as toasts: what failed as the title, what to do as the text."""

from typing import Any

from textual.app import App

from alignbench.domain.errors import AlignbenchError, Cancelled


def complain(app: App[Any], error: AlignbenchError) -> None:
    """Tell what failed and what to do; what people stopped themselves is no error."""
    if isinstance(error, Cancelled):
        app.notify(error.what, markup=False, timeout=4)
        return
    title = error.what if error.hint else ""
    body = error.hint or error.what
    app.notify(body, title=title, severity="error", markup=False, timeout=8)
