"""Reading a stream that has to be UTF-8."""

from typing import BinaryIO

from alignbench.domain.errors import InputError
from alignbench.messages import t


def utf8(source: BinaryIO, name: str) -> str:
    """All of `source` as text, a byte order mark included.

    Raises:
        InputError: it is not UTF-8.
    """
    try:
        return source.read().decode("utf-8")
    except UnicodeDecodeError as error:
        raise InputError(
            t("{name} is not UTF-8 (byte {start} cannot be read).", name=name, start=error.start),
            t("Save it as UTF-8 and try again."),
        ) from error
