"""The errors a user may meet. Anything else that escapes is a defect of ours."""


class AlignbenchError(Exception):
    """Something the user can understand and act on.

    `what` is one sentence: what failed and where. `hint` says what to do about it.
    `exit_code` is what the command line exits with.
    """

    exit_code = 1

    def __init__(self, what: str, hint: str = "") -> None:
        super().__init__(what)
        self.what = what
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.what} {self.hint}".strip()


class InputError(AlignbenchError):
    """A file or a text that cannot be used as it is: missing, empty, unreadable, not text."""


class OutputError(AlignbenchError):
    """A file that could not be written: no such folder, not permitted, a full disk."""


class StoreError(AlignbenchError):
    """The database could not be opened, read or written.

    `cannot_write` says that it may still be read: it is write-protected, or the disk is full;
    `is_damaged` that it is no database, or no longer one that can be read.
    """

    cannot_write = False
    is_damaged = False


class ConflictError(AlignbenchError):
    """Another window changed what this edit was about; nothing was written."""


class EditError(AlignbenchError):
    """An edit that makes no sense where it was asked for; nothing was written."""


class ModelError(AlignbenchError):
    """An embedding model that is not there or cannot be used."""


class Cancelled(AlignbenchError):
    """The user stopped a long job; nothing was written."""

    exit_code = 130
