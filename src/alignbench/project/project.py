"""A project: a folder with `data/ja`, `data/en` and a database in `db`."""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Self

from alignbench.domain.errors import InputError
from alignbench.domain.identity import SOMEONE, Identity
from alignbench.domain.open_issue import OpenIssue
from alignbench.domain.progress import Progress, silent
from alignbench.domain.summary import DocumentSummary
from alignbench.domain.text import Document, Side
from alignbench.messages import t
from alignbench.project.backups import DATABASE, back_up_daily
from alignbench.project.data_files import pairing_in
from alignbench.project.document_name import document_name, new_name, remembered_of
from alignbench.project.doubt_threshold import doubt_threshold
from alignbench.project.file_pairs import FilePair
from alignbench.project.models import ProjectModels
from alignbench.store import Store
from alignbench.system.clock import Clock, now
from alignbench.system.memory import collector_paused

# What a status or a search never asks for is loaded where it is used.
if TYPE_CHECKING:
    from alignbench.embedding.protocol import Encoder
    from alignbench.exchange.pair import Pair
    from alignbench.meaning import PairReader
    from alignbench.pipeline.file_alignment import ReadOptions
    from alignbench.project.concordance import Occurrence
    from alignbench.review.selected_rows import SelectedRows
    from alignbench.review.session import ReviewSession
    from alignbench.review.suggestions import EncoderSource, SuggestionService
    from alignbench.review.views import SearchHit

Suggestions = Callable[[Document, "EncoderSource"], "SuggestionService"]
"""Makes what the model says about a document."""


class Project:
    """The door to a project: its files, its documents, its settings."""

    def __init__(
        self,
        root: Path,
        who: Identity = SOMEONE,
        *,
        clock: Clock = now,
        suggestions: Suggestions | None = None,
        reader: "PairReader | None" = None,
    ) -> None:
        """`who` makes the decisions; `clock` and `suggestions` are for tests to replace.

        `reader` reads rows for meaning; None: no row is read.
        """
        self.root = root
        self.who = who
        self._clock = clock
        self._suggestions = suggestions
        self._reader = reader
        self._is_backed_up = False
        self.database = root / DATABASE
        self._store = Store(self.database)
        self.models = ProjectModels(root, self._store)

    @classmethod
    def open(
        cls,
        root: Path,
        who: Identity = SOMEONE,
        *,
        clock: Clock = now,
        suggestions: Suggestions | None = None,
        reader: "PairReader | None" = None,
    ) -> Self:
        """The project in `root`. Raises InputError if that folder holds none."""
        if not root.is_dir():
            raise InputError(t("There is no folder {root}.", root=root), t("Check the name."))
        folders = all((root / "data" / side).is_dir() for side in ("ja", "en"))
        if not folders and not (root / DATABASE).exists():
            raise InputError(
                t("{root} is not an alignbench project: it has no data/ja and data/en.", root=root),
                t("`alignbench init` makes one; `alignbench demo` shows one."),
            )
        return cls(root, who, clock=clock, suggestions=suggestions, reader=reader)

    @classmethod
    def create(cls, root: Path) -> Self:
        """A project in `root`, its folders made if they are not there."""
        try:
            for folder in ("data/ja", "data/en", "db"):
                (root / folder).mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise InputError(
                t("{root} cannot be made a project: {why}.", root=root, why=error.strerror),
                t("Choose another folder."),
            ) from error
        return cls(root)

    def pairs(self) -> list[FilePair]:
        """Japanese and English files of the same name, by name; `pairing` says which those are."""
        known = set(self._store.names())
        pairs = pairing_in(self.root).pairs.items()
        return [FilePair(name, ja, en, name in known) for name, (ja, en) in pairs]

    def unpaired(self) -> list[Path]:
        """Files in the data folders that belong to no pair."""
        return list(pairing_in(self.root).unpaired)

    def passed_over(self) -> list[tuple[Path, str]]:
        """Files in the data folders that belong to no pair, each with the reason."""
        return list(pairing_in(self.root).reasons.items())

    def documents(self) -> list[DocumentSummary]:
        """The documents and their numbers, by name."""
        return self._store.counts(doubt_threshold(self._store))

    def import_document(
        self,
        ja: Path,
        en: Path,
        *,
        name: str | None = None,
        encoder: "Encoder | None" = None,
        model: str | None = None,
        options: "ReadOptions | None" = None,
        progress: Progress = silent,
    ) -> DocumentSummary:
        """Read, segment, embed and align two files, and store them, all or nothing.

        They are aligned by `encoder`, or else by the `model` of that name, or else by the model
        that the project has chosen, which is loaded once the files have been read.

        Raises InputError for what is wrong with a file, ModelError for a model that cannot be
        used, StoreError for a name in use or a database that cannot be written, Cancelled when
        `progress` says so.
        """
        from alignbench.pipeline.document_alignment import suggest
        from alignbench.pipeline.file_alignment import read_document
        from alignbench.project.search import prepare_search

        name = new_name(ja.stem if name is None else name, self._store.names())
        progress(t("reading"), 0, 0)
        document = read_document(ja, en, options, name)
        encoder = self.models.keeping(encoder or self.models.encoder(model, progress))
        beads = suggest(document, encoder, progress=progress).beads
        progress(t("storing"), 0, 1)
        # The last word: whoever cancels after this finds the document stored.
        self._store.add(document, beads, encoder.name)
        prepare_search(self._store, name)
        return self._summary(name)

    def import_bilingual(
        self, path: Path, *, name: str | None = None, encoding: str | None = None
    ) -> DocumentSummary:
        """Store a bilingual file as a document whose links are the file's pairs, all or nothing.

        What the file calls confirmed is confirmed, by whoever imports it.

        Raises InputError for what is wrong with the file, or where it is in one language only,
        StoreError for a database that cannot be written.
        """
        from alignbench.documents import read_bilingual
        from alignbench.pipeline.bilingual_document import linked_document
        from alignbench.project.search import prepare_search

        name = new_name(path.stem if name is None else name, self._store.names())
        pairs = read_bilingual(path, encoding=encoding)
        if pairs is None:
            raise InputError(
                t("{path} is a text in one language.", path=path),
                t("Name the Japanese file and the English file."),
            )
        if not pairs.pairs:
            raise InputError(
                t("{path} has no pairs in it.", path=path), t("Give a file with texts in it.")
            )
        linked = linked_document(pairs, name, self.who.id, self._clock())
        model = self.models.encoder(None, silent).name
        self._store.add(linked.document, linked.beads, model, linked.decisions)
        prepare_search(self._store, name)
        return self._summary(name)

    def review(self, name: str, encoder: "Encoder | None" = None) -> "ReviewSession":
        """Open a document for review. The model is not loaded until it is needed.

        Before the first one of the day, a copy of the database is made.
        """
        from alignbench.project.check_context import CheckContextBuilder, checks, with_ruby
        from alignbench.project.check_memory import StoredCheckMemory
        from alignbench.project.meaning_evidence import meaning_evidence
        from alignbench.review.check_runner import CheckRunner
        from alignbench.review.session import ReviewSession
        from alignbench.review.suggestions import SuggestionService

        self._back_up()
        with collector_paused():
            stored = self._store.load(document_name(name))

            def source(progress: Progress) -> "Encoder":
                return self.models.keeping(encoder or self.models.advising(stored.model, progress))

            own_checks = checks(self.root)
            return ReviewSession(
                stored.document,
                self._store.history(stored),
                (self._suggestions or SuggestionService)(stored.document, source),
                doubt_threshold(self._store),
                CheckRunner(own_checks),
                CheckContextBuilder.of_project(self.root, with_ruby(stored.document.ja)),
                self.who,
                self._clock,
                meaning_evidence(self.root, self._store, self._reader),
                StoredCheckMemory(self._store, self.root, stored.version, own_checks),
            )

    def rows(
        self, name: str, number: int | None = None, *, to_change: bool = False
    ) -> "SelectedRows":
        """The row of a document of this number, from 0, or all with flags: quick at any length.

        Before rows are opened `to_change` them for the first time of the day, a copy of the
        database is made.
        """
        from alignbench.project.selected_rows import open_rows

        if to_change:
            self._back_up()
        return open_rows(self._store, document_name(name), number, self.who, self._clock)

    def linked_pairs(self, name: str) -> "list[Pair]":
        """The pairs of a document as they go out, with their flags."""
        from alignbench.review.export import stored_pairs

        return stored_pairs(self._store, document_name(name))

    def search(
        self, query: str, *, side: Side | None = None, document: str | None = None, limit: int = 200
    ) -> "list[SearchHit]":
        """Segments that hold `query`, whatever its width and case, in order.

        Raises InputError if there is no document of that name.
        """
        from alignbench.project.search import search

        return list(islice(search(self._store, query, side, document), limit))

    def concordance(self, query: str, limit: int = 500) -> "list[Occurrence]":
        """Links that hold `query` on either side, with both, in order of the documents."""
        from alignbench.project.concordance import concordance

        return list(islice(concordance(self._store, query), limit))

    def flagged_documents(self) -> list[str]:
        """The documents of which a flag stands, by name."""
        return self._store.flagged_names()

    def open_issues(self) -> list[OpenIssue]:
        """Open findings, as the checks last made them, and open flags of all documents."""
        return self._store.open_issues()

    def delete_document(self, name: str) -> None:
        """Forget a document and every decision about it; its files stay."""
        self._store.delete(name, remembered_of(name, self._store.setting_keys()))

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be decided: the database may not be written, or its disk is full."""
        return self._store.is_read_only

    def condition(self) -> str:
        """`ok`, or the first thing that is wrong with the database."""
        return self._store.condition()

    def setting(self, key: str, default: str = "") -> str:
        """A setting kept in the database."""
        return self._store.setting(key, default)

    def set_setting(self, key: str, value: str) -> None:
        """Keep a setting in the database."""
        self._store.set_setting(key, value)

    def close(self) -> None:
        """Close the database."""
        self._store.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _back_up(self) -> None:
        if not self._is_backed_up:
            back_up_daily(self._store, self.database, self._clock)
            self._is_backed_up = True

    def _summary(self, name: str) -> DocumentSummary:
        return next(each for each in self.documents() if each.name == name)
