"""The risk of a pair: what raises it, what is said of it, and the threshold of hints."""

from alignbench.checks.context import Context
from alignbench.checks.pair import CheckedPair
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.judgements import Judgement, Mark, Reason
from alignbench.domain.text import Span
from alignbench.pipeline.document_scale import DocumentScale
from alignbench.pipeline.pair_risk import (
    PairRisk,
    hint_risk,
    hint_risks,
    pair_risk,
    pair_risks,
    unlikeness,
)
from alignbench.pipeline.risk_features import PairEvidence
from alignbench.pipeline.risk_model import risk_model

PAIR = CheckedPair("門は閉まっている。", "The gate is closed.")
SURE = Judgement(5.0, (Reason("negation", 0.9),), (), (Mark(Span(12, 18), 0.9),))
FINE = Judgement(-4.0, (Reason("omission", 0.3),))


def finding(check: str = "num.value", severity: Severity = Severity.MAJOR) -> Finding:
    return Finding(check, Grade.D1, "accuracy/mistranslation", severity, f"{check} says so")


def risk_of(known: PairEvidence) -> PairRisk:
    found = pair_risk(known)
    assert found is not None
    return found


def test_what_sounds_wrong_is_riskier_and_says_why() -> None:
    wrong, right = (risk_of(PairEvidence(PAIR, each)) for each in (SURE, FINE))
    assert wrong.value > right.value
    assert "yes and no" in wrong.reasons[0]
    assert right.reasons == ()


def test_the_same_logit_is_riskier_where_others_are_low() -> None:
    low, high = DocumentScale(-4.0, 1.5), DocumentScale(2.0, 1.5)
    judgement = Judgement(1.0)
    risks = [risk_of(PairEvidence(PAIR, judgement, scale)).value for scale in (low, high)]
    assert risks[0] > risks[1]


def test_a_finding_of_meaning_raises_the_risk_and_one_of_form_does_not() -> None:
    plain = risk_of(PairEvidence(PAIR, FINE))
    wrong = risk_of(PairEvidence(PAIR, FINE, findings=[finding()]))
    form = risk_of(PairEvidence(PAIR, FINE, findings=[finding("en.mechanics")]))
    assert wrong.value > plain.value == form.value
    assert wrong.reasons == ("num.value says so",)


def test_what_the_reader_hints_at_is_not_counted_twice() -> None:
    own = risk_of(PairEvidence(PAIR, SURE, findings=[finding("sem.meaning")]))
    assert own == risk_of(PairEvidence(PAIR, SURE))


def test_an_empty_side_is_risky_only_if_a_check_says_so() -> None:
    empty = CheckedPair("門は閉まっている。", "")
    assert pair_risk(PairEvidence(empty)) is None
    assert pair_risk(PairEvidence(empty, findings=[finding("cov.omission")])) is not None


def test_a_hint_goes_by_the_reader_and_not_by_findings_or_the_embedding() -> None:
    assert hint_risk(PairEvidence(PAIR)) is None
    known = PairEvidence(PAIR, SURE, unlikeness=2.0, findings=[finding()])
    assert hint_risk(known) == hint_risk(PairEvidence(PAIR, SURE))


def test_hints_are_measured_on_the_scale_of_their_document() -> None:
    odd = Judgement(1.5)
    alone, among = (hint_risks([PAIR] * (rows + 1), [*[FINE] * rows, odd])[-1] for rows in (0, 60))
    assert alone is not None
    assert among is not None
    assert among > alone
    assert hint_risks([PAIR], [None]) == [None]


def test_a_smaller_share_of_good_pairs_asks_for_a_higher_risk() -> None:
    thresholds = [risk_model().threshold(each) for each in (50.0, 5.0, 2.0, 0.0)]
    assert thresholds == sorted(thresholds)
    assert thresholds[0] < thresholds[-1]


def test_what_a_hint_goes_by_needs_no_embedding_and_no_check() -> None:
    names = set(risk_model().hint.by_feature)
    assert "standing" in names
    assert not any(name.startswith(("found", "hinted", "un")) for name in names)


def test_documents_know_their_own_spread_of_likeness() -> None:
    values = unlikeness([1.0, 2.0, 3.0, 4.0, 20.0, None])
    assert values[-1] is None
    assert max(each for each in values if each is not None) == values[4]
    assert unlikeness([1.0, 9.0]) == [None, None]


def test_pairs_without_a_model_have_a_risk_by_what_is_known() -> None:
    pairs = [PAIR, CheckedPair("金利は3%だ。", "The rate is 5%.")]
    found = pair_risks(pairs, Context(), [[], [finding()]])
    values = [each.value for each in found if each]
    assert values[1] > values[0]
