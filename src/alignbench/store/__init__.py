"""SQLite: schema, migrations, queries. The only place that knows SQL."""

from alignbench.store import backups
from alignbench.store.documents import StoredDocument
from alignbench.store.events import Changeset, Event, State
from alignbench.store.history import History, Maker, Written
from alignbench.store.store import Store

__all__ = [
    "Changeset",
    "Event",
    "History",
    "Maker",
    "State",
    "Store",
    "StoredDocument",
    "Written",
    "backups",
]
