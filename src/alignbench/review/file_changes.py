"""What a review changed in the pairs of the bilingual file that its document came from. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.documents.updates import PairChange
from alignbench.domain.bilingual import BilingualText, FilePair, PairState
from alignbench.domain.flags import FLAG_TYPES
from alignbench.domain.links import Status
from alignbench.review.row_text import read_text
from alignbench.review.views import Row


@dataclass(frozen=True, slots=True)
class FileChanges:
    """Changes, and rows with something to write that cannot be written.

    `rows` are the rows of the changes; of the others the link is no pair of the file any more,
    or the file has it locked.
    """

    changes: tuple[PairChange, ...]
    rows: tuple[int, ...]
    other_links: tuple[int, ...]
    locked: tuple[int, ...]


def is_same_text(rows: Sequence[Row], pairs: BilingualText) -> bool:
    """Whether the segments of a review are those that the file is read as now."""
    return all(
        tuple(segment.view for segment in segments)
        == tuple(text.segments[at].view for at in places if at < len(text.segments))
        for row in rows
        for segments, places, text in (
            (row.ja, row.link.ja, pairs.ja),
            (row.en, row.link.en, pairs.en),
        )
    )


def file_changes(rows: Sequence[Row], pairs: BilingualText, *, author: str, at: str) -> FileChanges:
    """What differs between the rows of a review and the pairs of its file.

    A confirmed link makes its pair confirmed, one that is confirmed no more a draft; an accepted
    proposal becomes the English; what was added to the note, and flags that are not settled,
    become comments by `author`, made at the time `at`.
    """
    known = {(pair.ja, pair.en): pair for pair in pairs.pairs}
    changes: list[PairChange] = []
    changed, other_links, locked = [], [], []
    for number, row in enumerate(rows):
        pair = known.get((row.link.ja, row.link.en))
        change = _change(row, pair or FilePair((), ()), author, at)
        if change is None:
            continue
        if pair is None:
            other_links.append(number)
        elif pair.locked:
            locked.append(number)
        else:
            changes.append(change)
            changed.append(number)
    return FileChanges(tuple(changes), tuple(changed), tuple(other_links), tuple(locked))


def _change(row: Row, pair: FilePair, author: str, at: str) -> PairChange | None:
    proposal = row.link.proposal
    text = proposal.text if proposal and proposal.state == "accepted" else None
    if text == read_text(row, "en"):
        text = None
    confirmed = row.link.status is Status.CONFIRMED
    state: PairState | None = PairState.CONFIRMED if confirmed else PairState.DRAFT
    translated = bool(row.en) or text is not None
    was = pair.state if row.ja and row.en else PairState.UNTRANSLATED
    if not translated or not row.ja or confirmed == (was is PairState.CONFIRMED):
        state = None if text is None or row.en else state
    comments = (*_added(row.link.note, pair.note), *_flags(row))
    if state is None and text is None and not comments:
        return None
    return PairChange(pair.place, state, text, comments, author, at)


def _added(note: str, before: str) -> tuple[str, ...]:
    """What a note says beyond what it said in the file."""
    added = note.removeprefix(before).strip() if before else note.strip()
    return (added,) if added else ()


def _flags(row: Row) -> list[str]:
    said = []
    for flag in row.flags:
        if not flag.is_settled:
            kind = f"{FLAG_TYPES.get(flag.type, flag.type)}, {flag.severity}"
            said.append(f"{kind}: {flag.comment}" if flag.comment else kind)
    return said
