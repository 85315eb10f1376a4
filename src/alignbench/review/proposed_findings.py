"""What the checks say of the better English that is proposed: which findings it answers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from alignbench.checks import Check, CheckedPair, Context, DocumentCheck, PairCheck
from alignbench.checks.engine import FailedChecks, run_checks
from alignbench.domain.findings import Finding
from alignbench.domain.progress import Progress, silent
from alignbench.messages import t
from alignbench.review.found_in_row import RowFinding
from alignbench.review.views import Row

ContextSource = Callable[[Sequence[CheckedPair], Progress, bool], Context]
"""Makes the context of pairs, in order: what the project knows, and a model if it is asked."""
Texts = tuple[str, str]
"""A Japanese and the better English for it."""
LONG = 5_000
"""Pairs from which on names are learned from the rows with proposals alone, where nothing more is
known of the document: reading all of them again would take too long."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """All that an answer depends on."""

    pairs: tuple[tuple[str, str, bool], ...]
    setup: tuple[object, ...]


class ProposedFindings:
    """Runs the checks over rows as their proposals have them, and compares what they say."""

    def __init__(self, checks: Callable[[], Sequence[Check]]) -> None:
        self._checks = checks
        self._found: dict[Texts, tuple[Finding, ...]] = {}
        self._asked: _Asked | None = None
        self._known: Context | None = None
        """What was known of the document when it was last read whole."""

    def look(
        self, rows: Sequence[Row], pairs: Sequence[CheckedPair], context: Context | None,
        context_of: Callable[[Sequence[CheckedPair], Progress], Context], setup: object,
        failed: FailedChecks, progress: Progress = silent,
    ) -> None:  # fmt: skip
        """Look at all rows with a proposal that nobody has refused; `pairs` are the rows' own.

        `context` is about `pairs`, None where nothing was read anew; `setup` names what the checks
        depend on beside texts and context.
        """
        better = {
            at: replace(pairs[at], en=text, shared={})
            for at, row in enumerate(rows)
            if (text := proposed_text(row))
        }
        if context is not None:
            self._known = context
        if not better:
            self._asked = None
            return
        there = [better.get(at, pair) for at, pair in enumerate(pairs)]
        known = self._known
        rules = (known.glossary, known.user_rules) if known is not None else ()
        asked = _Asked(tuple((p.ja, p.en, p.declared) for p in there), (setup, rules))
        if asked == self._asked:
            return
        if known is None and len(pairs) <= LONG:
            known = self._known = context_of(pairs, progress)
        chosen = list(better.values())
        about = context_of(chosen, progress)
        about = replace(about, names=known.names) if known is not None else about
        found: dict[int, list[Finding]] = {at: [] for at in better}
        alone = [check for check in self._checks() if isinstance(check, PairCheck)]
        places = list(better)
        for at, finding in run_checks(chosen, alone, about, progress, failed):
            found[places[at]].append(finding)
        together = [check for check in self._checks() if isinstance(check, DocumentCheck)]
        read = _merged(known, about, places, len(pairs))
        for at, finding in run_checks(there, together, read, progress, failed):
            if at in found and finding not in found[at]:
                found[at].append(finding)
        self._found.update({(better[at].ja, better[at].en): tuple(f) for at, f in found.items()})
        self._asked = asked

    def compared(
        self, row: Row, pair: CheckedPair, found: Sequence[RowFinding]
    ) -> list[RowFinding]:
        """The findings of a row, with those marked that its proposal answers, hints left alone.

        What the checks say of the proposal alone is added, without its place in the English.
        """
        text = proposed_text(row)
        said = self._found.get((pair.ja, text)) if text else None
        if said is None:
            return list(found)
        marked = [
            replace(
                each,
                answered=not each.finding.hint and not _stands(each.finding, pair.en, said, text),
            )
            for each in found
        ]
        before = [each.finding for each in found]
        fresh = [
            each for each in said
            if not each.hint and not _stands(each, text, before, pair.en)
        ]  # fmt: skip
        return marked + [RowFinding(_placeless(each), each.key(pair.ja, text)) for each in fresh]


def proposed_text(row: Row) -> str:
    """The better English of a row that nobody has refused; empty where there is none."""
    said = row.link.proposal
    return said.text if said is not None and said.state != "refused" else ""


def _placeless(found: Finding) -> Finding:
    """What is found in a proposal: it has no place in the English that stands."""
    said = t("In the better English: {what}", what=found.message)
    return replace(found, en=None, message=said)


def _stands(one: Finding, english: str, others: Sequence[Finding], other_english: str) -> bool:
    """Whether a finding on one English is among those on another English of the same Japanese."""
    return any(_is_same(one, english, other, other_english) for other in others)


def _is_same(one: Finding, english: str, other: Finding, other_english: str) -> bool:
    if one.check != other.check:
        return False
    if one.ja is not None or other.ja is not None or one.ja_value or other.ja_value:
        return (one.ja, one.ja_value) == (other.ja, other.ja_value)
    words = [
        text[each.en.start : each.en.end] if each.en else each.en_value
        for each, text in ((one, english), (other, other_english))
    ]
    return words[0] == words[1]


def _merged(known: Context | None, better: Context, places: Sequence[int], many: int) -> Context:
    """What is known of all pairs, with what is known of the better ones at their places."""

    def put(name: str, nothing: object) -> list[object]:
        whole = list(getattr(known, name)) if known is not None else []
        values: list[object] = whole if len(whole) == many else [nothing] * many
        for at, value in zip(places, getattr(better, name), strict=False):
            values[at] = value
        return values if getattr(better, name) else []

    lists: Mapping[str, object] = {
        name: put(name, nothing)
        for name, nothing in (
            ("similarity", None), ("neighbour_margin", None), ("uncovered_ja", ()),
            ("uncovered_en", ()), ("judgements", None),
        )
    }  # fmt: skip
    return replace(better, **lists)  # type: ignore[arg-type]
