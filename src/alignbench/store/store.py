"""The database of a project, as the rest of the house sees it."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from alignbench.domain.links import Bead
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side
from alignbench.store import documents, vectors
from alignbench.store.connection import Connection
from alignbench.store.documents import StoredDocument
from alignbench.store.history import History
from alignbench.store.migrations import migrate


class Store:
    """One SQLite file. Every method raises StoreError for what SQLite cannot do."""

    def __init__(self, path: Path) -> None:
        """Open or make the file at `path` and bring it up to this version."""
        self._connection = Connection(path)
        try:
            migrate(self._connection)
        except BaseException:
            self._connection.close()
            raise

    def add(self, document: Document, beads: Sequence[Bead], model: str) -> None:
        """Store a new document with its suggested links, all or nothing. Its name must be new."""
        documents.insert_document(self._connection, document, beads, model)

    def load(self, name: str) -> StoredDocument:
        """The document called `name`."""
        return documents.load_document(self._connection, name)

    def history(self, stored: StoredDocument) -> History:
        """The decisions about a document."""
        return History(self._connection, stored.id, stored.members)

    def delete(self, name: str) -> None:
        """Forget a document and every decision about it."""
        documents.delete_document(self._connection, name)

    def names(self) -> list[str]:
        """Names of the documents, in order."""
        rows = self._connection.rows("SELECT name FROM document ORDER BY name")
        return [str(row["name"]) for row in rows]

    def counts(self, threshold: float) -> list[DocumentSummary]:
        """The numbers of every document; links below `threshold` count as doubtful."""
        return documents.counts(self._connection, threshold)

    def views(
        self, side: Side | None, name: str | None
    ) -> Iterator[tuple[str, Side, int, int, str]]:
        """Document, side, position, link and view of every segment, for searching."""
        rows = self._connection.rows(
            "SELECT document.name, text.side, segment.position, link.id AS link, segment.view"
            " FROM segment JOIN text ON text.id = text_id"
            " JOIN document ON document.id = text.document_id"
            " JOIN link_segment ON segment_id = segment.id"
            " JOIN link ON link.id = link_id AND link.status <> 'rejected'"
            " WHERE (?1 IS NULL OR text.side = ?1) AND (?2 IS NULL OR document.name = ?2)"
            " ORDER BY document.name, segment.position, text.side DESC",
            side,
            name,
        )
        for row in rows:
            yield (
                str(row["name"]), cast(Side, row["side"]), cast(int, row["position"]),
                cast(int, row["link"]), str(row["view"]),
            )  # fmt: skip

    def setting(self, key: str, default: str = "") -> str:
        """A setting of the project, or `default`."""
        rows = self._connection.rows("SELECT value FROM setting WHERE key = ?", key)
        return str(rows[0]["value"]) if rows else default

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting."""
        with self._connection.transaction() as raw:
            raw.execute("INSERT OR REPLACE INTO setting VALUES (?, ?)", (key, value))

    def get_vectors(self, model: str, hashes: Sequence[str]) -> dict[str, bytes]:
        """Those vectors of `model` that are kept, by hash of their text."""
        return vectors.get(self._connection, model, hashes)

    def put_vectors(self, model: str, kept: Mapping[str, bytes]) -> None:
        """Keep vectors of `model` by hash of their text."""
        vectors.put(self._connection, model, kept)

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
