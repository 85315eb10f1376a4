"""A bilingual file to the same file with what a review changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from alignbench.documents.source_file import SourceFile
from alignbench.documents.updates.pair_change import PairChange
from alignbench.domain.bilingual import FilePair, PairState
from alignbench.domain.errors import InputError
from alignbench.messages import t

UPDATED = ("xliff", "sdlxliff", "mqxliff", "tmx", "po")
"""Formats that have a way back, by their readers' names."""


@dataclass(frozen=True, slots=True)
class FileUpdate:
    """The file's bytes with the changes, and those that have no place in it, with the reason.

    `left_out` has a pair's number twice where two of its changes have none.
    """

    data: bytes
    left_out: tuple[tuple[int, str], ...]


class _Update(Protocol):
    left: list[tuple[int, str]]

    def unit_of(self, place: int) -> object: ...

    def put(self, place: int, change: PairChange, state_of_all: PairState | None) -> None: ...

    def changed(self) -> bytes: ...


def updated(
    file: SourceFile,
    format: str,
    pairs: Sequence[FilePair],
    changes: Sequence[PairChange],
    *,
    encoding: str | None = None,
) -> FileUpdate:
    """The file with these changes.

    `pairs` are all that it holds, as they were read, with `encoding` where it does not say one.

    Raises:
        InputError: the format has no way back, or the file's encoding has none.
    """
    update = _update_of(file, format, encoding)
    states: dict[object, set[PairState]] = {}
    changed: Mapping[int, PairChange] = {change.place: change for change in changes}
    for pair in pairs:
        change = changed.get(pair.place)
        state = change.state if change and change.state is not None else pair.state
        states.setdefault(update.unit_of(pair.place), set()).add(state)
    for change in changes:
        found = states[update.unit_of(change.place)]
        update.put(change.place, change, next(iter(found)) if len(found) == 1 else None)
    return FileUpdate(update.changed(), tuple(update.left))


def _update_of(file: SourceFile, format: str, encoding: str | None) -> _Update:
    from alignbench.documents.updates.po import PoUpdate

    if format == "po":
        return PoUpdate(file, encoding)
    from alignbench.documents.formats.xml_tree import parsed
    from alignbench.documents.updates.tmx import TmxUpdate
    from alignbench.documents.updates.xliff1 import Xliff1Update
    from alignbench.documents.updates.xliff2 import Xliff2Update

    if format not in UPDATED:
        raise InputError(
            t("What is changed in a review cannot be written back into {format}.", format=format),
            t("It can into XLIFF, SDLXLIFF, MQXLIFF, TMX and PO."),
        )
    root = parsed(file.data, file.path)
    if format == "tmx":
        return TmxUpdate(file.data, root)
    if (root.get("version") or "").startswith("2"):
        return Xliff2Update(file.data, root, file.path)
    return Xliff1Update(file.data, root, file.path)
