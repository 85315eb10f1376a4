"""Errors as toasts: what failed as the title, what to do as the text."""

from typing import Any

from textual.app import App
from textual.notifications import SeverityLevel

from alignbench.domain.errors import AlignbenchError, Cancelled, EditError


def complain(app: App[Any], error: AlignbenchError) -> None:
    """Tell what failed and what to do; what people stopped themselves is no error."""
    if isinstance(error, Cancelled):
        app.notify(error.what, markup=False, timeout=4)
        return
    title = error.what if error.hint else ""
    body = error.hint or error.what
    grave: SeverityLevel = "warning" if isinstance(error, EditError) else "error"
    app.notify(body, title=title, severity=grave, markup=False, timeout=8)
