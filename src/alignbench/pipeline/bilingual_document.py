"""A bilingual file to a document whose links are the file's own pairs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from alignbench.domain.bilingual import BilingualText, FilePair, PairState
from alignbench.domain.links import Bead, Decision, Status
from alignbench.domain.text import NOWHERE, Document, Location, Segment, Text


@dataclass(frozen=True, slots=True)
class LinkedDocument:
    """A document with its links in reading order, and what its file says of each."""

    document: Document
    beads: tuple[Bead, ...]
    decisions: tuple[Decision, ...]


def linked_document(pairs: BilingualText, name: str, who: str, at: str) -> LinkedDocument:
    """The document called `name` that a file's pairs make; `who` brings it in, at the time `at`.

    What the file calls confirmed is confirmed; what it calls a draft, or gives no English for,
    is left to be reviewed. Its notes stand at the links, and a pair's name in its location.
    """
    linked = [(Bead(pair.ja, pair.en), _decision(pair, who, at)) for pair in pairs.pairs]
    linked += [(bead, Decision(Status.SUGGESTED)) for bead in _unpaired(pairs)]
    linked.sort(key=lambda each: (each[0].ja or (_before(pairs, each[0]),), each[0].en))
    ja = _named(pairs.ja, {at: pair.id for pair in pairs.pairs for at in pair.ja})
    en = _named(pairs.en, {at: pair.id for pair in pairs.pairs for at in pair.en})
    left_out = (*pairs.left_out, *ja.left_out)
    return LinkedDocument(
        Document(name, replace(ja, left_out=left_out), en),
        tuple(bead for bead, _ in linked),
        tuple(decision for _, decision in linked),
    )


def _decision(pair: FilePair, who: str, at: str) -> Decision:
    whole = bool(pair.ja and pair.en)
    if pair.state is PairState.CONFIRMED and whole:
        return Decision(Status.CONFIRMED, pair.note, who, at)
    return Decision(Status.SUGGESTED, pair.note)


def _unpaired(pairs: BilingualText) -> Iterator[Bead]:
    """Null links for segments that are in no pair."""
    ja = {at for pair in pairs.pairs for at in pair.ja}
    en = {at for pair in pairs.pairs for at in pair.en}
    yield from (Bead((at,), ()) for at in range(len(pairs.ja.segments)) if at not in ja)
    yield from (Bead((), (at,)) for at in range(len(pairs.en.segments)) if at not in en)


def _before(pairs: BilingualText, bead: Bead) -> int:
    """The Japanese segment before which a bead of English alone is read."""
    later = (pair.ja[0] for pair in pairs.pairs if pair.ja and pair.en and pair.en[0] > bead.en[0])
    return min(later, default=len(pairs.ja.segments))


def _named(text: Text, names: dict[int, str]) -> Text:
    """A text whose segments without a location have the name of their pair for one."""
    return replace(
        text,
        segments=tuple(
            _with_name(segment, names.get(at, "")) for at, segment in enumerate(text.segments)
        ),
    )


def _with_name(segment: Segment, name: str) -> Segment:
    if name and segment.location == NOWHERE:
        return replace(segment, location=Location(part=name))
    return segment
