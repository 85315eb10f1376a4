"""The database of a project, as the rest of the house sees it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from alignbench.domain.errors import StoreError
from alignbench.domain.links import Bead, Decision
from alignbench.domain.open_issue import OpenIssue
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side, Text
from alignbench.store import backups, documents, search_keys, vectors
from alignbench.store.connection import Connection
from alignbench.store.documents import StoredDocument
from alignbench.store.events import Event, read_events
from alignbench.store.history import History
from alignbench.store.migrations import migrate
from alignbench.store.open_issues import open_issues
from alignbench.store.search_keys import Fold, SearchedText
from alignbench.store.selected_rows import SelectedRows, load_rows
from alignbench.system.clock import Clock, now


class Store:
    """One SQLite file. Every method raises StoreError for what SQLite cannot do."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path` and bring it up to this version, a copy kept.

        A file that may not be written, or whose disk is full, is read into memory: everything can
        be seen and exported, and writing raises StoreError.
        """
        self._counted: tuple[tuple[float, ...], list[DocumentSummary]] | None = None
        try:
            self._connection = _opened(Connection(path))
        except StoreError as error:
            if not error.cannot_write or not path.is_file():
                raise
            try:
                self._connection = _opened(Connection.in_memory(path))
            except StoreError:
                raise error from None
            self._connection.refuse_writing()

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written: the file or its folder is protected, or the disk full."""
        return self._connection.is_read_only

    def back_up(self, why: str, clock: Clock = now) -> Path:
        """Keep a copy of the database as it is now in `backups/` beside it; where it is.

        `why` is a word for its name. Of all copies the last few are kept.
        """
        return backups.back_up(self._connection, why, clock)

    def backup(self, path: Path) -> None:
        """Copy the database as it is now to `path`, all or nothing."""
        backups.copy_to(self._connection, path)

    def condition(self) -> str:
        """`ok`, or the first thing that is wrong with the file."""
        return self._connection.condition()

    def rebuild(self) -> None:
        """Build indexes anew and forget what can be made again; no text and no decision."""
        self._connection.rebuild()

    def events(self, name: str | None = None) -> Iterator[Event]:
        """The log of the document called `name`, or of all, in order."""
        return read_events(self._connection, name)

    def add(
        self,
        document: Document,
        beads: Sequence[Bead],
        model: str,
        decisions: Sequence[Decision] = (),
    ) -> None:
        """Store a new document with its links, all or nothing. Its name must be new.

        They are suggestions, or, with `decisions`, one a bead, what a bilingual file says.
        """
        documents.insert_document(self._connection, document, beads, model, decisions)

    def add_version(
        self, name: str, texts: Mapping[Side, Text], beads: Sequence[Bead], model: str
    ) -> None:
        """Store a new version of a document with its suggested links, all or nothing.

        A side that is not in `texts` stays as it was.
        """
        documents.insert_version(self._connection, name, texts, beads, model)

    def load(self, name: str) -> StoredDocument:
        """The document called `name`."""
        return documents.load_document(self._connection, name)

    def load_rows(self, name: str, number: int | None) -> SelectedRows:
        """Some rows of the document called `name`, without the others."""
        return load_rows(self._connection, name, number)

    def history(self, stored: StoredDocument) -> History:
        """The decisions about a document."""
        return History(self._connection, stored.id, stored.version, stored.members)

    def delete(self, name: str, settings: Iterable[str] = ()) -> None:
        """Forget a document, every decision about it, and the `settings` of these keys."""
        documents.delete_document(self._connection, name, settings)

    def names(self) -> list[str]:
        """Names of the documents, in order."""
        rows = self._connection.rows("SELECT name FROM document ORDER BY name")
        return [str(row["name"]) for row in rows]

    def flagged_names(self) -> list[str]:
        """Names of the documents whose version that is shown has flags, in order."""
        rows = self._connection.tuples(
            "SELECT DISTINCT document.name FROM flag JOIN link ON link.id = link_id"
            " JOIN version ON version.id = link.version_id"
            " JOIN shown_version USING (document_id, number)"
            " JOIN document ON document.id = version.document_id ORDER BY document.name"
        )
        return [name for (name,) in rows]

    def counts(self, threshold: float) -> list[DocumentSummary]:
        """The numbers of every document; links below `threshold` count as doubtful.

        They are counted again only where something has been written since, by whomever.
        """
        state = (*self._connection.state(), threshold)
        if self._counted is None or self._counted[0] != state:
            self._counted = state, documents.counts(self._connection, threshold)
        return list(self._counted[1])

    def open_issues(self) -> list[OpenIssue]:
        """Open findings, as the checks last made them, and open flags of all documents."""
        return open_issues(self._connection)

    def searched_texts(
        self, side: Side | None, name: str | None, folding: str, fold: Fold
    ) -> Iterator[SearchedText]:
        """The texts shown, with the keys that a search compares, by document, Japanese first.

        `fold` makes the keys of a text from its views; they are kept as those of `folding`.
        """
        return search_keys.searched_texts(self._connection, side, name, folding, fold)

    def linked_views(
        self, text: SearchedText, positions: Sequence[int]
    ) -> list[tuple[int, int, str]]:
        """Position, link and view of segments of a text, in order."""
        return search_keys.linked_views(self._connection, text, positions)

    def link_views(self, links: Sequence[int]) -> list[tuple[int, Side, str]]:
        """Id, side and view of every segment of links of these ids, in order on each side."""
        return search_keys.link_views(self._connection, links)

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the project, or `default`."""
        rows = self._connection.rows("SELECT value FROM setting WHERE key = ?", key)
        return str(rows[0]["value"]) if rows else default

    def setting_keys(self) -> list[str]:
        """The keys of the settings that there are, in order."""
        return [key for (key,) in self._connection.tuples("SELECT key FROM setting ORDER BY key")]

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        with self._connection.transaction() as raw:
            raw.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def get_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        """Those vectors of `model` that are kept, by hash of their text."""
        return vectors.get(self._connection, model, hashes)

    def put_vectors(self, model: str, kept: Mapping[str, bytes], instead_of: str = "") -> None:
        """Keep vectors of `model` by hash of their text.

        Those of other models whose names begin with `instead_of` are forgotten.
        """
        vectors.put(self._connection, model, kept, instead_of)

    def vector_sizes(self) -> list[tuple[str, int, int]]:
        """For each model whose vectors are kept: its name, how many, and their bytes."""
        return vectors.sizes(self._connection)

    def clear_vectors(self, model: str | None = None) -> int:
        """Forget the kept vectors, all or those of `model`, and give their room back to the disk.

        Returns:
            How many there were.
        """
        return vectors.clear(self._connection, model)

    def trim_vectors(self, limit: int, model: str) -> None:
        """Forget vectors until they take `limit` bytes at most: other models' first, then all."""
        vectors.trim(self._connection, limit, model)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()


def _opened(connection: Connection) -> Connection:
    try:
        migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection
