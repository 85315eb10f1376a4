"""How much a row deserves a look: doubt, findings, and what both models say."""

from alignbench.checks.pair import CheckedPair, Uncovered
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.links import Link, Origin, Status
from alignbench.domain.text import Span
from alignbench.pipeline.document_scale import DocumentScale
from alignbench.pipeline.pair_risk import EmbeddingEvidence
from alignbench.review.check_memory import packed_evidence, unpacked_evidence
from alignbench.review.check_runner import NO_EVIDENCE
from alignbench.review.row_risk import ReadPair, RowRisk, row_risk

PAIR = CheckedPair("館は九時に開く。", "The hall opens at ten.")
SURE = Link(1, (0,), (0,), Status.CONFIRMED, Origin.HAND, None)
FOUND = Finding("num.value", Grade.D1, "accuracy/mistranslation", Severity.MAJOR, "9 and 10 differ")
RISKY = ReadPair(
    Judgement(8.0, (Reason("number", 0.9),), (), (Mark(Span(0, 3), 0.8),)), DocumentScale()
)
FINE = ReadPair(Judgement(-4.0), DocumentScale())


def risk(
    link: Link = SURE,
    pair: CheckedPair = PAIR,
    findings: tuple[Finding, ...] = (),
    evidence: EmbeddingEvidence = NO_EVIDENCE,
    read: ReadPair | None = None,
) -> RowRisk:
    return row_risk(link, pair, findings, evidence, read)


def test_a_row_of_which_nothing_is_known_is_no_risk_and_has_no_reason() -> None:
    assert risk() == RowRisk(0.0, ())


def test_doubt_about_the_link_counts_with_and_without_reading() -> None:
    unsure = Link(1, (0,), (0,), Status.SUGGESTED, Origin.ALIGNER, 0.4)
    for read in (None, FINE):
        assert risk(unsure, read=read).chance >= 0.6 > risk(read=read).chance


def test_what_was_read_and_what_was_found_raise_it_and_say_why() -> None:
    quiet, found, heard = (
        risk(findings=said, read=read) for said, read in (((), FINE), ((FOUND,), FINE), ((), RISKY))
    )
    assert quiet.chance < found.chance
    assert quiet.chance < heard.chance
    assert found.reasons[0] == "9 and 10 differ"
    assert "number" in heard.reasons[0]


def test_answers_to_hints_move_it() -> None:
    milder = ReadPair(RISKY.judgement, RISKY.scale, -2.0)
    assert risk(read=milder).chance < risk(read=RISKY).chance


def test_the_pair_least_alike_in_its_document_is_riskier_before_it_is_read() -> None:
    far, near = (risk(evidence=EmbeddingEvidence(by)).chance for by in (2.5, -2.5))
    assert near < 0.01 < far


def test_of_a_sentence_that_nothing_answers_the_finding_speaks() -> None:
    alone = CheckedPair("館は九時に開く。", "")
    assert risk(pair=alone) == RowRisk(0.0, ())
    said = risk(pair=alone, findings=(FOUND,))
    assert said.chance > 0.4
    assert said.reasons == ("9 and 10 differ",)


def test_what_the_embedding_says_is_kept_and_read_again() -> None:
    evidence = EmbeddingEvidence(1.25, (Uncovered(Span(0, 2), 0.5),), ())
    assert unpacked_evidence(packed_evidence(evidence)) == evidence
    assert unpacked_evidence(packed_evidence(NO_EVIDENCE)) == NO_EVIDENCE
