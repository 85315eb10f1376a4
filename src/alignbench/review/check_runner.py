"""What the checks say about the rows of a document, worked out again only where a text changed."""

import json
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from typing import Any, TypeVar

from alignbench.checks import Check, CheckedPair, Context, DocumentCheck, PairCheck
from alignbench.checks.context import Need
from alignbench.checks.engine import NOTHING_KNOWN, FailedChecks
from alignbench.checks.omissions.coverage import SURE_LINK
from alignbench.domain.findings import Finding
from alignbench.domain.flags import FlagDraft
from alignbench.domain.links import Status
from alignbench.domain.progress import Progress, silent
from alignbench.domain.segment_table import code_spans, kinds
from alignbench.domain.text import JOINTS, UNTRANSLATED, Document, Kind, Side, Span
from alignbench.pipeline.pair_risk import EmbeddingEvidence, embedding_evidence
from alignbench.review.check_memory import (
    UNREADABLE,
    WHOLE,
    CheckMemory,
    Known,
    as_bytes,
    name_of,
    packed,
    packed_evidence,
    signature,
    unpacked,
    unpacked_evidence,
)
from alignbench.review.found_in_row import RowFinding
from alignbench.review.proposed_findings import ContextSource, ProposedFindings
from alignbench.review.row_text import read_text, side_text
from alignbench.review.views import Row

T = TypeVar("T")

NO_EVIDENCE = EmbeddingEvidence()


class CheckRunner:
    """Runs checks over rows and keeps what they said, by the texts they said it of."""

    def __init__(self, checks: Callable[[], Sequence[Check]]) -> None:
        """`checks` gives the checks to run; it is called when the first row is looked at."""
        self._checks = checks
        self._proposed = ProposedFindings(lambda: (*self._one_by_one, *self._together))
        self._found: dict[Known, tuple[Finding, ...]] = {}
        self._compared: dict[Known, tuple[Finding, ...]] = {}
        self._shared = NOTHING_KNOWN
        self._seen: tuple[list[tuple[Known, bool]], Context, bool] | None = None
        """What was compared last: the pairs in order, whether declared, what was known, and whether
        a model was asked."""
        self._evidence: dict[Known, EmbeddingEvidence] = {}
        self._read: dict[int, tuple[Row, CheckedPair]] = {}
        """Pairs by link: putting views together costs more than most checks."""
        self._setup = ""
        self._kept: set[str] = set()
        """Names of the pairs whose findings are kept under this setup."""
        self.failed = FailedChecks()
        """Checks and rules that raised: for this session they are switched off."""
        self.fresh = 0
        """Pairs that were looked at in the last call, the others being known."""

    @cached_property
    def _one_by_one(self) -> list[PairCheck]:
        return [check for check in self._checks() if isinstance(check, PairCheck)]

    @cached_property
    def _together(self) -> list[DocumentCheck]:
        return [check for check in self._checks() if isinstance(check, DocumentCheck)]

    @property
    def needs_model(self) -> bool:
        """Whether a check whose findings are no hints asks the model."""
        return any(Need.MODEL in check.needs and not check.hint for check in self._checks())

    def inspect(
        self,
        rows: Sequence[Row],
        context: Context = NOTHING_KNOWN,
        progress: Progress = silent,
        jobs: int | None = 1,
    ) -> None:
        """Look at all rows: at each by itself, if it is new, and at all together, if one is.

        `context` is about these rows, in order; `jobs` processes share the work.
        """
        shared = replace(
            context, similarity=(), neighbour_margin=(), uncovered_ja=(), uncovered_en=()
        )
        before = self._shared
        if before is not NOTHING_KNOWN and (shared.glossary, shared.user_rules) != (
            before.glossary,
            before.user_rules,
        ):
            self._found.clear()
        self._shared = shared
        pairs = [self.pair(row) for row in rows]
        self._look(pairs, context, progress, jobs)
        known = [(_known(pair), pair.declared) for pair in pairs]
        seen = (known, shared, bool(context.similarity))
        if seen != self._seen:
            self._compare(pairs, context, progress, jobs)
            self._seen = seen

    def _compare(
        self, pairs: Sequence[CheckedPair], context: Context, progress: Progress, jobs: int | None
    ) -> None:
        from alignbench.checks.worker_processes import run_checks_in

        compared: dict[Known, list[Finding]] = {}
        for at, finding in run_checks_in(
            jobs, pairs, self._together, context, progress, self.failed
        ):
            said = compared.setdefault(_known(pairs[at]), [])
            if finding not in said:  # pairs of the same texts share what is said of them
                said.append(finding)
        self._compared = {known: tuple(found) for known, found in compared.items()}
        self._evidence = _evidence(pairs, context)

    def recall(self, rows: Sequence[Row], memory: CheckMemory, *, hints: bool = True) -> bool:
        """Know again what was said of these texts before; whether nothing is left to look at.

        Without `hints` it is enough to know what is said where no model is asked.
        """
        setup = memory.setup()
        if setup != self._setup:
            self._found.clear()
            self._kept.clear()
        self._setup = setup
        if not setup:
            return False
        pairs = [self.pair(row) for row in rows]
        names = {name_of(known): known for known in map(_known, pairs) if known not in self._found}
        kept = memory.get(setup, [*names, WHOLE])
        with suppress(*UNREADABLE):
            for name in names.keys() & kept.keys():
                self._found[names[name]] = unpacked(json.loads(kept[name]))
                self._kept.add(name)
            if WHOLE in kept and all(_known(pair) in self._found for pair in pairs):
                whole = json.loads(kept[WHOLE])
                return bool(whole["hints"] or not hints) and self._recall_all(pairs, whole)
        return False

    def _recall_all(self, pairs: Sequence[CheckedPair], kept: Any) -> bool:
        if kept["of"] != signature((_known(pair), pair.declared) for pair in pairs):
            return False
        known = {name_of(each): each for each in map(_known, pairs)}
        compared = {known[name]: unpacked(said) for name, said in kept["compared"].items()}
        evidence = {known[name]: unpacked_evidence(each) for name, each in kept["evidence"].items()}
        self._compared, self._evidence = compared, evidence
        return True

    def remember(self, rows: Sequence[Row], memory: CheckMemory, *, hints: bool = True) -> None:
        """Let a later session recall what was said in the last `inspect`; not where one failed.

        `hints`: whether a model was asked.
        """
        if not self._setup or self.failed.any:
            return
        pairs = [self.pair(row) for row in rows]
        names = {name_of(known): known for known in map(_known, pairs)}
        put = {
            name: as_bytes(packed(self._found[known]))
            for name, known in names.items()
            if name not in self._kept and known in self._found
        }
        whole = {
            "hints": hints,
            "of": signature((_known(pair), pair.declared) for pair in pairs),
            "compared": {name_of(known): packed(said) for known, said in self._compared.items()},
            "evidence": {
                name_of(known): packed_evidence(each) for known, each in self._evidence.items()
            },
        }
        memory.put(self._setup, {**put, WHOLE: as_bytes(whole)})
        self._kept.update(put)

    def inspect_proposed(
        self, rows: Sequence[Row], context: Context | None, context_of: ContextSource,
        progress: Progress = silent, *, hints: bool = True,
    ) -> None:  # fmt: skip
        """Look at the better English of these rows; `context` is None where it was recalled."""
        pairs = [self.pair(row) for row in rows]
        self._proposed.look(
            rows, pairs, context, lambda each, told: context_of(each, told, hints),
            (self._setup, hints), self.failed, progress,
        )  # fmt: skip

    def evidence(self, row: Row) -> EmbeddingEvidence:
        """What the embedding says of a row's sides; nothing where it has nothing to say yet."""
        return self._evidence.get(_known(self.pair(row)), NO_EVIDENCE)

    def of(self, row: Row) -> tuple[RowFinding, ...] | None:
        """The findings of a row, none of them dismissed; None for texts not looked at yet.

        Runs no check: it is asked between a key and the screen.
        """
        pair = self.pair(row)
        known = _known(pair)
        if known not in self._found:
            return None
        found = (*self._found[known], *self._compared.get(known, ()))
        said = [RowFinding(finding, finding.key(pair.ja, pair.en)) for finding in found]
        return tuple(self._proposed.compared(row, pair, said))

    def pair(self, row: Row) -> CheckedPair:
        """A row as checks see it. A running head or a page number misses nothing."""
        known = self._read.get(row.link.id)
        if known is None or known[0] is not row:
            known = self._read[row.link.id] = (row, self._pair(row))
        return replace(known[1], shared={})  # each its own: two threads may check at a time

    def _pair(self, row: Row) -> CheckedPair:
        ja, en = read_text(row, "ja"), read_text(row, "en")
        kinds_of = {*kinds(row.ja), *kinds(row.en)}
        furniture = kinds_of <= {Kind.FURNITURE}
        settled = row.link.status is Status.CONFIRMED
        confidence = None if settled else row.link.confidence
        return CheckedPair(
            ja,
            en,
            declared=furniture or settled,
            confidence=confidence,
            ja_code=code_spans(row.ja, JOINTS["ja"]),
            en_code=code_spans(row.en, JOINTS["en"]),
            is_code=Kind.CODE in kinds_of and kinds_of <= UNTRANSLATED,
        )

    def _look(
        self, pairs: Sequence[CheckedPair], context: Context, progress: Progress, jobs: int | None
    ) -> None:
        from alignbench.checks.worker_processes import run_checks_in

        news = [at for at, pair in enumerate(pairs) if _known(pair) not in self._found]
        chosen = [pairs[at] for at in news]
        found: dict[int, list[Finding]] = {at: [] for at in range(len(chosen))}
        for at, finding in run_checks_in(
            jobs, chosen, self._one_by_one, _of(context, news), progress, self.failed
        ):
            found[at].append(finding)
        self._found.update({_known(chosen[at]): tuple(each) for at, each in found.items()})
        self.fresh = len(news)


def _known(pair: CheckedPair) -> Known:
    """A confirmed pair with both sides is checked as a suggested one: nothing is looked at anew."""
    if pair.ja and pair.en:
        return pair.ja, pair.en, _code_of(pair)
    unsure = pair.confidence is not None and pair.confidence < SURE_LINK
    return pair.ja, pair.en, "declared" if pair.declared else "in doubt" if unsure else ""


def _code_of(pair: CheckedPair) -> str:
    """What tells a pair with code in it from one of the same texts without; mostly nothing."""
    if not (pair.is_code or pair.ja_code or pair.en_code):
        return ""
    places = [f"{span.start}-{span.end}" for span in (*pair.ja_code, *pair.en_code)]
    return " ".join([f"code {pair.is_code:d}", *places])


def _evidence(pairs: Sequence[CheckedPair], context: Context) -> dict[Known, EmbeddingEvidence]:
    if not context.similarity:
        return {}
    said = zip(pairs, embedding_evidence(pairs, context), strict=True)
    return {_known(pair): each for pair, each in said if each.unlikeness is not None}


def _of(context: Context, chosen: Sequence[int]) -> Context:
    """The context of these pairs alone."""

    def picked(values: Sequence[T]) -> Sequence[T]:
        return [values[at] for at in chosen] if values else ()

    return replace(
        context,
        similarity=picked(context.similarity),
        neighbour_margin=picked(context.neighbour_margin),
        uncovered_ja=picked(context.uncovered_ja),
        uncovered_en=picked(context.uncovered_en),
    )


def flag_of(document: Document, row: Row, finding: Finding) -> FlagDraft:
    """The flag that a finding becomes when a person agrees: its type, severity and spans."""

    def placed(side: Side, span: Span | None) -> Span | None:
        return None if span is None else side_text(document, row, side).in_content(span)

    ja, en = placed("ja", finding.ja), placed("en", finding.en)
    return FlagDraft(finding.type, finding.severity, finding.message, ja, en)
