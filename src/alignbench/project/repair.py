"""What can be put right in a project without anybody deciding anything."""

from collections.abc import Iterator
from pathlib import Path

from alignbench.messages import Message, t, tn
from alignbench.project.backups import DATABASE
from alignbench.store import Store
from alignbench.system.atomic_files import clear_all_parts

_FOLDERS = (".", "db", "db/backups", "data/ja", "data/en", "models")


def repair(root: Path) -> Iterator[Message]:
    """Put right what can be, each thing told when it is done.

    Files that were left half written by killed programs are removed; of the database, after a
    copy of it, indexes are built anew and what can be made again (search keys, kept findings) is
    forgotten. No text and no decision is touched.

    Raises:
        StoreError: the database cannot be read or written, or the disk is full.
    """
    strays = [stray for folder in _FOLDERS for stray in clear_all_parts(root / folder)]
    yield tn(
        "{count} half-written file removed", "{count:,} half-written files removed", len(strays)
    )
    if not (root / DATABASE).exists():
        return
    store = Store(root / DATABASE)
    try:
        if store.is_read_only:
            yield t("the database may only be read: nothing done to it")
            return
        copy = store.back_up("before-repair")
        yield t("database copied to {path}", path=copy)
        store.rebuild()
        yield t("indexes of the database built anew")
    finally:
        store.close()
