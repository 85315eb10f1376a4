"""What the model says about a document under review: candidates, cuts, links aligned anew."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from alignbench.domain.links import Candidate, Link, Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.text import Document
from alignbench.review.edits import Edit
from alignbench.review.realigning import after, constraints_of, follow
from alignbench.review.reasons import Reasons
from alignbench.review.suggest import inputs

if TYPE_CHECKING:
    from alignbench.alignment import Alignment
    from alignbench.embedding.protocol import Encoder

EncoderSource = Callable[[Progress], "Encoder"]
WAIT = 0.1
"""Seconds between two reports of a thread that waits for another."""


class Advisor:
    """The alignment of one document, made when first needed and remade when decisions change."""

    def __init__(self, document: Document, encoder: EncoderSource) -> None:
        self._document = document
        self._encoder = encoder
        self._alignment: Alignment | None = None
        self._reasons = Reasons(document)
        self._preparing = threading.Lock()

    @property
    def is_ready(self) -> bool:
        """Whether the model and the vectors are there, so that asking is quick."""
        return self._alignment is not None

    def prepare(self, links: Sequence[Link], progress: Progress = silent) -> "Alignment":
        """Load the model and align, if that has not been done."""
        if self._alignment is None:
            from alignbench.alignment import align

            with self._alone(progress):
                if self._alignment is None:
                    ja, en = inputs(self._document, self._encoder(progress), progress)
                    self._alignment = align(ja, en, constraints_of(links), progress=progress)
        return self._alignment

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
        """`edit` with the suggestions around it aligned anew."""
        from alignbench.alignment import realign

        alignment = self.prepare(links)
        self._alignment = realign(alignment, constraints_of(after(edit, links)))
        return follow(edit, links, self._alignment.beads, everywhere=everywhere)

    def candidates(self, link: Link, links: Sequence[Link], limit: int) -> list[Candidate]:
        """What may answer a link, likeliest first, without what is confirmed elsewhere."""
        alignment = self.prepare(links)
        taken_ja = _confirmed(links, link, "ja")
        taken_en = _confirmed(links, link, "en")
        found = (
            alignment.candidates(link.ja, limit + len(taken_en))
            if link.ja
            else alignment.candidates_for_english(link.en, limit + len(taken_ja))
        )
        open_ = [c for c in found if not (taken_ja & set(c.ja) or taken_en & set(c.en))]
        return [replace(c, reason=self._reasons.reason(c)) for c in open_[:limit]]

    def best_cut(self, link: Link, links: Sequence[Link]) -> tuple[int, int]:
        """Where to cut a link in two: how many segments of each side go into the first part.

        The cut whose parts are most alike in meaning. Where one side has a single segment, that
        stays with the run it fits best and the rest stands alone.
        """
        problem = self.prepare(links).problem
        ja, en = problem.ja.vectors, problem.en.vectors

        def likeness(a: Sequence[int], b: Sequence[int]) -> float:
            if not a or not b or len(a) > len(ja) or len(b) > len(en):
                return 0.0
            return float(ja[len(a) - 1, a[0]] @ en[len(b) - 1, b[0]])

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


def _confirmed(links: Sequence[Link], own: Link, side: str) -> set[int]:
    return {
        at
        for link in links
        if link.status is Status.CONFIRMED and link.id != own.id
        for at in (link.ja if side == "ja" else link.en)
    }
