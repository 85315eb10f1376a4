"""Files written whole or not at all, and files of other people's changed without losing theirs."""

import contextlib
import errno
import os
import re
import stat
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

from alignbench.domain.errors import OutputError
from alignbench.messages import t

FULL = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
PATIENCE = 10.0
"""Seconds to wait for another program that changes the same file."""
_GLANCE = 0.02
_LONGEST = 180
"""Bytes of a file's name that its part is called by: names may have 255 on most systems."""
_PART = re.compile(r"\..+\.(\d+)\.part")

Seen = tuple[int, int, int] | None
"""What tells whether a file has changed: which it is, its time and its size."""


@contextlib.contextmanager
def written_whole(path: Path, *, keep_rights: bool = True) -> Iterator[BinaryIO]:
    """A file to write, put in place of `path` at the end if all went well.

    Until then it stands beside it under another name; on any error it is removed and `path`
    stays as it was. It keeps the permissions of what it replaces, unless `keep_rights` is off, and
    a link stays one. A device or a pipe is written directly.

    Raises:
        OutputError: it cannot be written: no such folder, not permitted, the disk is full.
    """
    with _telling(path):
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as out:
                yield out
            return
        target = _resolved(path)
        clear_parts(target)
        part = _part_of(target)
        try:
            with part.open("xb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            if keep_rights and target.is_file():
                part.chmod(stat.S_IMODE(target.stat().st_mode))
            part.replace(target)
            _sync_folder(target.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise


def write_whole(path: Path, data: bytes, *, keep_rights: bool = True) -> None:
    """Write a file, its folder made if it is not there. Raises OutputError as `written_whole`."""
    with _telling(path):
        path.parent.mkdir(parents=True, exist_ok=True)
    with written_whole(path, keep_rights=keep_rights) as out:
        out.write(data)


def change_file(path: Path, change: Callable[[bytes], bytes]) -> None:
    """Put what `change` makes of a file in its place, as one step to all who do it this way.

    What another program writes meanwhile without asking is not lost: `change` is called again
    with it. A file that is not there is empty.

    Raises:
        OutputError: it cannot be read or written, or another program does not let go of it.
    """
    with _telling(path):
        target = _resolved(path)
    with _alone(target):
        while True:
            with _telling(path):
                seen = _seen(target)
                data = target.read_bytes() if seen else b""
            new = change(data)
            if new == data:
                return
            with contextlib.suppress(_ChangedError), written_whole(target) as out:
                out.write(new)
                out.flush()
                if _seen(target) != seen:
                    raise _ChangedError
                return


class _ChangedError(Exception):
    """The file was written by someone else meanwhile."""


def clear_parts(path: Path) -> None:
    """Remove what programs that were killed left of writing `path`."""
    with contextlib.suppress(OSError):
        stem = _part_of(path).name.rpartition(".part")[0].rpartition(".")[0]
        for stray in path.parent.glob(f"{_literal(stem)}.*.part"):
            named = _PART.fullmatch(stray.name)
            if named and not _is_running(int(named[1])):
                stray.unlink(missing_ok=True)


def clear_all_parts(folder: Path) -> list[Path]:
    """Remove what killed programs left of writing any file in a folder; what was removed."""
    gone = []
    with contextlib.suppress(OSError):
        for stray in sorted(folder.glob(".*.part")):
            named = _PART.fullmatch(stray.name)
            if named and not _is_running(int(named[1])):
                stray.unlink(missing_ok=True)
                gone.append(stray)
    return gone


def _part_of(target: Path) -> Path:
    short = target.name.encode("utf-8", "surrogateescape")[:_LONGEST]
    name = short.decode("utf-8", "ignore")
    return target.with_name(f".{name}.{os.getpid()}.part")


def _literal(name: str) -> str:
    return re.sub(r"([*?[])", r"[\1]", name)


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return True
    if os.name != "posix":
        return True  # there is no harmless way to ask
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (OSError, OverflowError):
        return True
    return True


def _seen(path: Path) -> Seen:
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size


def _sync_folder(folder: Path) -> None:
    """Let a file's new name outlive a power cut, where the system can say so."""
    if os.name != "posix":
        return
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


@contextlib.contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One program at a time changes files of a folder this way. Raises OutputError."""
    deadline = time.monotonic() + PATIENCE
    with _telling(path):
        while (held := _hold(path)) is None:
            if time.monotonic() > deadline:
                raise OutputError(
                    t("{path} is being changed by another program.", path=path),
                    t("Try again when that is done."),
                )
            time.sleep(_GLANCE)
    try:
        yield
    finally:
        held()


def _hold(path: Path) -> Callable[[], None] | None:
    """Hold the folder of `path` if nobody else does; what lets go of it again."""
    try:
        import fcntl
    except ImportError:
        return _hold_by_file(path.with_name(f".{path.name}.lock"))
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(handle)
        return None
    return lambda: os.close(handle)


def _hold_by_file(lock: Path) -> Callable[[], None] | None:
    """The same where folders cannot be locked; a lock left by a killed program is taken over."""
    with contextlib.suppress(OSError):
        if time.time() - lock.stat().st_mtime > PATIENCE:
            lock.unlink()
    try:
        lock.open("xb").close()
    except FileExistsError:
        return None
    return lambda: lock.unlink(missing_ok=True)


@contextlib.contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or error
        hint = t("Check the folder, or choose another place.")
        if error.errno in FULL:
            hint = t("Free some space, or choose another place.")
        raise OutputError(
            t("Could not write {path}: {reason}.", path=path, reason=reason), hint
        ) from error


def _resolved(path: Path) -> Path:
    try:
        return path.resolve()
    except RuntimeError as error:  # a circle of links, before Python 3.13
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP)) from error
