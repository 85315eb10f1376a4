"""What the model says about a document under review: candidates, cuts, links aligned anew."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignbench.domain.errors import EditError
from alignbench.domain.links import Candidate, Constraints, Link, Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document
from alignbench.pipeline.candidate_reasons import reason_for
from alignbench.review.edits import Edit
from alignbench.review.realignment import after, constraints_of, follow, is_open

if TYPE_CHECKING:
    from alignbench.alignment import Alignment, SideInput
    from alignbench.embedding.protocol import Encoder

EncoderSource = Callable[[Progress], "Encoder"]
WAIT = 0.1
"""Seconds between two reports of a thread that waits for another."""


@dataclass(frozen=True, slots=True)
class _AlignedDocument:
    """The sides of a document and their alignment under what was decided when it was made."""

    ja: "SideInput"
    en: "SideInput"
    alignment: "Alignment"
    decided: Constraints


class SuggestionService:
    """The alignment of one document, made when first needed and remade when decisions change.

    What is known is one frozen value, replaced as a whole: a worker that asks for candidates
    while an edit aligns anew gets an answer, and whoever comes last does no harm.
    """

    def __init__(self, document: Document, encoder: EncoderSource) -> None:
        self._document = document
        self._encoder = encoder
        self._known: _AlignedDocument | None = None
        self._preparing = threading.Lock()

    @property
    def is_ready(self) -> bool:
        """Whether the model and the vectors are there, so that asking is quick."""
        return self._known is not None

    def prepare(self, links: Sequence[Link], progress: Progress = silent) -> _AlignedDocument:
        """Load the model and align, if that has not been done."""
        known = self._known
        if known is None:
            with self._alone(progress):
                known = self._known = self._known or self._made(links, progress)
        return known

    def _made(self, links: Sequence[Link], progress: Progress) -> _AlignedDocument:
        from alignbench.alignment import align
        from alignbench.pipeline.document_alignment import inputs

        ja, en = inputs(self._document, self._encoder(progress), progress)
        decided = constraints_of(links)
        alignment = _possible(
            lambda constraints: align(ja, en, constraints, progress=progress), decided
        )
        return _AlignedDocument(ja, en, alignment, decided)

    @contextmanager
    def _alone(self, progress: Progress) -> Iterator[None]:
        """One thread prepares, others wait for it, and may be told to stop waiting."""
        while not self._preparing.acquire(timeout=WAIT):
            progress("preparing", 0, 0)
        try:
            yield
        finally:
            self._preparing.release()

    def follow(self, edit: Edit, links: Sequence[Link], *, everywhere: bool = False) -> Edit:
        """`edit` with the suggestions around it aligned anew; at once where it leaves none open."""
        if not everywhere and not is_open(edit):
            return edit
        known = self._under(constraints_of(after(edit, links)), self.prepare(links))
        return follow(edit, links, known.alignment.beads, everywhere=everywhere)

    def candidates(self, link: Link, links: Sequence[Link], limit: int) -> list[Candidate]:
        """What may answer a link, likeliest first, with reasons.

        Left out is what needs a segment of a confirmed link, and what was rejected.
        """
        known, decided = self.prepare(links), constraints_of(links)
        # Under fewer decisions than there are now the ranking is still good; it is wrong under
        # one that has been taken back.
        if not _holds(known.decided, decided):
            known = self._under(decided, known)
        taken_ja = _confirmed(links, link, "ja")
        taken_en = _confirmed(links, link, "en")
        barred = {(bead.ja, bead.en) for bead in decided.forbidden}
        many = limit + len(barred) + (len(taken_en) if link.ja else len(taken_ja))
        found = (
            known.alignment.candidates(link.ja, many)
            if link.ja
            else known.alignment.candidates_for_english(link.en, many)
        )
        open_ = [
            candidate
            for candidate in found
            if (candidate.ja, candidate.en) not in barred
            and taken_ja.isdisjoint(candidate.ja)
            and taken_en.isdisjoint(candidate.en)
        ]
        return [
            replace(candidate, reason=candidate.reason or reason_for(candidate, known.ja, known.en))
            for candidate in open_[:limit]
        ]

    def _under(self, decided: Constraints, known: _AlignedDocument) -> _AlignedDocument:
        """What is known, aligned under these decisions."""
        from alignbench.alignment import realign

        if decided != known.decided:
            alignment = _possible(
                lambda constraints: realign(known.alignment, constraints), decided
            )
            known = replace(known, alignment=alignment, decided=decided)
            self._known = known
        return known

    def best_cut(self, link: Link, links: Sequence[Link]) -> tuple[int, int]:
        """Where to cut a link in two: how many segments of each side go into the first part.

        The cut whose parts are most alike in meaning. Where one side has a single segment, that
        stays with the run it fits best and the rest stands alone.
        """
        known = self.prepare(links)
        ja, en = known.ja.vectors, known.en.vectors

        def likeness(a: Sequence[int], b: Sequence[int]) -> float:
            if not a or not b or len(a) > len(ja) or len(b) > len(en):
                return 0.0
            return float(ja[len(a) - 1][a[0]] @ en[len(b) - 1][b[0]])

        def worth(cut: tuple[int, int]) -> float:
            i, j = cut
            first, second = likeness(link.ja[:i], link.en[:j]), likeness(link.ja[i:], link.en[j:])
            sizes = (i + j, len(link.ja) + len(link.en) - i - j)
            return first * sizes[0] + second * sizes[1]

        return max(_cuts(len(link.ja), len(link.en)), key=worth)


def _cuts(m: int, n: int) -> list[tuple[int, int]]:
    """Cuts of an m-n link: inside both sides if both have two segments, else off one end."""
    if m > 1 and n > 1:
        return [(i, j) for i in range(1, m) for j in range(1, n)]
    if n > 1:
        return [(i, j) for i in (0, m) for j in range(1, n)]
    return [(i, j) for i in range(1, m) for j in (0, n)]


def _possible(align: "Callable[[Constraints], Alignment]", constraints: Constraints) -> "Alignment":
    """An alignment under constraints; where none keeps them, null links may return.

    A rejected null link whose neighbours are all confirmed can be nothing else.
    """
    try:
        return align(constraints)
    except EditError:
        links = tuple(bead for bead in constraints.forbidden if not bead.is_null)
        return align(replace(constraints, forbidden=links))


def _holds(some: Constraints, all_: Constraints) -> bool:
    """Whether everything decided in `some` is decided in `all_`."""
    return set(some.fixed) <= set(all_.fixed) and set(some.forbidden) <= set(all_.forbidden)


def _confirmed(links: Sequence[Link], own: Link, side: str) -> set[int]:
    return {
        at
        for link in links
        if link.status is Status.CONFIRMED and link.id != own.id
        for at in (link.ja if side == "ja" else link.en)
    }
