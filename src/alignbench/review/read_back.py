"""A reviewed Word table read back into a document: better English and notes, nothing else."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alignbench.domain.errors import EditError
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.text import JOINTS
from alignbench.exchange.pair import Pair
from alignbench.messages import tn
from alignbench.review.export import pairs_of
from alignbench.review.row_text import read_text
from alignbench.review.session import ReviewSession
from alignbench.review.views import Change, Row


@dataclass(frozen=True, slots=True)
class ReadBack:
    """How many links got what, and how many rows of the file are of no link that stands."""

    proposed: int = 0
    accepted: int = 0
    refused: int = 0
    notes: int = 0
    unknown: int = 0

    @property
    def said(self) -> str:
        """What came of it, for people."""
        told = [
            tn("{count:,} proposal", "{count:,} proposals", self.proposed),
            tn("{count:,} accepted", "{count:,} accepted", self.accepted),
            tn("{count:,} refused", "{count:,} refused", self.refused),
            tn("{count:,} note", "{count:,} notes", self.notes),
        ]
        if self.unknown:
            told.append(
                tn(
                    "{count:,} row left alone, its link is no longer so",
                    "{count:,} rows left alone, their links are no longer so",
                    self.unknown,
                )
            )
        return ", ".join(told)


def read_back(session: ReviewSession, pairs: Sequence[Pair]) -> ReadBack:
    """Take over what a reviewer wrote into an exported Word table; each edit can be undone.

    `pairs` are as `exchange.docx_reader` gives them: their texts with all changes accepted, with a
    proposal where changes are still tracked. Raises ConflictError as edits do.
    """
    rows = {pair.id: at for at, pair in enumerate(pairs_of(session))}
    counts = dict.fromkeys(("proposed", "accepted", "refused", "notes", "unknown"), 0)
    for pair in pairs:
        at = rows.get(pair.id)
        if at is None:
            counts["unknown"] += 1
            continue
        if did := _take_wording(session, at, pair):
            counts[did] += 1
        if _take_note(session, at, pair):
            counts["notes"] += 1
    return ReadBack(**counts)


def _take_wording(session: ReviewSession, at: int, pair: Pair) -> str:
    """Propose, accept or refuse what a row of the file says; empty: nothing to do."""
    row, wanted = session.rows[at], _flat(pair.en)
    said = row.link.proposal
    if not row.en or not wanted:
        return ""
    if said is not None and wanted == said.text:
        settled = not pair.proposal and said.state == "open"
        return _did("accepted", lambda: session.proposals.settle(at, "accepted"), settled)
    if wanted == _flat(read_text(row, "en")):
        opened = said is not None and said.state != "refused" and not pair.proposal
        return _did("refused", lambda: session.proposals.settle(at, "refused"), opened)
    return _did("proposed", lambda: session.proposals.propose(at, wanted))


def _did(what: str, edit: Callable[[], Change], wanted: bool = True) -> str:
    if not wanted:
        return ""
    try:
        edit()
    except EditError:
        return ""
    return what


def _take_note(session: ReviewSession, at: int, pair: Pair) -> bool:
    row = session.rows[at]
    flags = set(_flag_lines(row))
    note = "\n".join(line for line in pair.note.split("\n") if line not in flags).strip()
    if not note or note == row.link.note.strip():
        return False
    session.note(at, note)
    return True


def _flag_lines(row: Row) -> list[str]:
    """How the exported table writes the flags of a row into its comments."""
    return [
        f"[{FLAG_TYPES.get(flag.type, flag.type)}, {flag.severity}] {flag.comment}".rstrip()
        for flag in row.flags
    ]


def _flat(text: str) -> str:
    return JOINTS["en"].join(text.split())
