"""Files written whole or not at all."""

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from alignbench.domain.errors import OutputError
from alignbench.messages import t

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))


@contextlib.contextmanager
def written_whole(path: Path) -> Iterator[BinaryIO]:
    """A file to write, put in place of `path` at the end if all went well.

    Until then it stands beside it under another name; on any error it is removed and `path`
    stays as it was. A device or a pipe is written directly.

    Raises:
        OutputError: it cannot be written: no such folder, not permitted, the disk is full.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as out:
                yield out
            return
        target = path.resolve()
        part = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            with part.open("xb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            if target.is_file():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        hint = "Free some space" if error.errno in FULL else "Check the folder"
        raise OutputError(
            t("Could not write {path}: {value}.", path=path, value=error.strerror or error),
            t("{hint}, or choose another place.", hint=hint),
        ) from error
