"""What the program knows of labelled rows: read, embedded and checked in their documents.

Slow, so what the reader says is kept in a file by the texts it said it of.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.embedding_outliers import risks
from alignbench.checks.registry import all_checks
from alignbench.domain.findings import Finding
from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span
from alignbench.meaning import PairInContext, load_reader
from alignbench.pipeline.document_scale import DocumentScale, document_scale
from alignbench.pipeline.pair_risk import unlikeness
from alignbench.pipeline.risk_features import LEAST_CHANCE, PairEvidence
from alignbench.project.check_context import CheckContextBuilder
from benchmarks.meaning.labelled_rows import LabelledRow

Texts = tuple[str, str]


def read_all(pairs: Iterable[Texts], kept: Path) -> dict[Texts, Judgement]:
    """The judgement of each pair; what the file `kept` has is not read again, new ones go there."""
    known = dict(_kept(kept)) if kept.exists() else {}
    news = [pair for pair in dict.fromkeys(pairs) if pair not in known]
    with kept.open("a", encoding="utf-8") as out:
        for start in range(0, len(news), 128):
            part = news[start : start + 128]
            asked = [PairInContext(ja, en) for ja, en in part]
            for at, judgement in load_reader().read(asked):
                record = _record(part[at], judgement)
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
                known[part[at]] = _judgement(record)
            out.flush()
    return known


def evidence(rows: Sequence[LabelledRow], kept: Path) -> list[PairEvidence]:
    """All that is known of each row, in order.

    The wrong row of a document stands among its good ones, as it would in real work; its scale is
    the good ones'. Rows of no document are checked beside others of the same answer, so that two
    versions of one Japanese are not held against each other, and have the usual scale.
    """
    said = read_all(((row.ja, row.en) for row in rows), kept)
    scales = _scales(rows, said)
    found: dict[int, PairEvidence] = {}
    builder, checks = CheckContextBuilder(), all_checks()
    for places, asked in _texts(rows):
        pairs = [CheckedPair(rows[at].ja, rows[at].en) for at in places]
        context = builder(pairs)
        alike = unlikeness(risks(pairs, context))
        findings: list[list[Finding]] = [[] for _ in pairs]
        for number, finding in run_checks(pairs, checks, context):
            findings[number].append(finding)
        for number, at in enumerate(places):
            if at in asked:
                row = rows[at]
                found[at] = PairEvidence(
                    pairs[number],
                    said[row.ja, row.en],
                    scales.get((row.source, row.document), DocumentScale()),
                    alike[number],
                    context.uncovered_ja[number],
                    context.uncovered_en[number],
                    findings[number],
                )
    return [found[at] for at in range(len(rows))]


def _texts(rows: Sequence[LabelledRow]) -> Iterable[tuple[list[int], set[int]]]:
    """Places of rows that make one text, and those of them that are asked about."""
    groups: dict[tuple[str, str, str], list[int]] = {}
    for at, row in enumerate(rows):
        version = row.kind if row.kind in ("good", "paraphrase") else str(row.wrong)
        groups.setdefault((row.source, row.document, version), []).append(at)
    for (source, document, version), places in groups.items():
        if document and version == "1":
            good = {rows[at].place: at for at in groups.get((source, document, "good"), ())}
            good |= {rows[at].place: at for at in places}
            yield [good[place] for place in sorted(good)], set(places)
        else:
            yield places, set(places)


def _scales(
    rows: Sequence[LabelledRow], said: dict[Texts, Judgement]
) -> dict[tuple[str, str], DocumentScale]:
    """The scale of each document, from its good rows."""
    logits: dict[tuple[str, str], list[float]] = {}
    for row in rows:
        if row.document and row.kind == "good":
            there = logits.setdefault((row.source, row.document), [])
            there.append(said[row.ja, row.en].logit)
    return {document: document_scale(values) for document, values in logits.items()}


def _record(texts: Texts, judgement: Judgement) -> list[Any]:
    marks = (
        [[mark.span.start, mark.span.end, round(mark.chance, 4)] for mark in side]
        for side in (judgement.ja, judgement.en)
    )
    reasons = [[each.kind, round(each.share, 4)] for each in judgement.reasons]
    return [*texts, judgement.logit, reasons, *marks]


def _judgement(record: list[Any]) -> Judgement:
    _, _, logit, reasons, *sides = record
    ja, en = (
        tuple(
            Mark(Span(start, end), chance) for start, end, chance in side if chance >= LEAST_CHANCE
        )
        for side in sides
    )
    return Judgement(logit, tuple(Reason(kind, share) for kind, share in reasons), ja, en)


def _kept(path: Path) -> Iterable[tuple[Texts, Judgement]]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            yield (record[0], record[1]), _judgement(record)
