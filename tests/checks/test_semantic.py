from alignbench.checks import CheckedPair, Context
from alignbench.checks.embedding_outliers import risk, risks
from alignbench.checks.pair import Uncovered
from alignbench.domain.findings import Grade
from alignbench.domain.text import Span
from tests.checks.asking import ask, found_at

PAIR = CheckedPair("図書館は月曜に休む。", "The library is closed on Mondays.")
WORD = Uncovered(Span(0, 3), 1.5)


def test_less_alike_shorter_or_unanswered_is_riskier() -> None:
    plain = risk(PAIR, 0.6)
    assert risk(PAIR, 0.4) > plain
    assert risk(PAIR, 0.6, [WORD]) > plain
    assert risk(CheckedPair(PAIR.ja, "The library."), 0.6) > plain
    assert risk(CheckedPair("3月" + PAIR.ja, PAIR.en), 0.6) > risk(
        CheckedPair("３月" + PAIR.ja, PAIR.en + " 3"), 0.6
    )


def test_a_pair_without_similarity_has_no_risk() -> None:
    assert risks([PAIR, PAIR, CheckedPair("", "x")], Context(similarity=[0.5, None, 0.1]))[1:] == [
        None,
        None,
    ]


def test_only_the_riskiest_of_a_document_stand_out() -> None:
    pairs = [(PAIR.ja, PAIR.en)] * 150
    similarity = [0.6] * 149 + [0.1]
    context = Context(similarity=similarity, uncovered_ja=[()] * 149 + [(WORD,)])
    ((at, finding),) = ask("sem.outlier", pairs, context)
    assert (at, finding.grade, finding.hint) == (149, Grade.D4, True)
    assert "図書館" in finding.message


def test_a_neighbour_that_fits_better_means_a_doubtful_link() -> None:
    context = Context(neighbour_margin=[0.0, 0.3])
    assert found_at("sem.outlier", [(PAIR.ja, PAIR.en)] * 2, context) == [1]


def test_nothing_is_said_without_evidence() -> None:
    assert found_at("sem.outlier", [(PAIR.ja, PAIR.en)] * 200) == []


def test_unanswered_words_and_a_short_english_are_a_clause_left_out() -> None:
    ja = "漁師は網を繕い、子どもたちは浜で貝を拾い、老人は焚き火のそばで昔の話をした。"
    words = tuple(Uncovered(Span(at, at + 1), 0.75) for at in (8, 14, 16, 18))
    short, long = "The fishermen mended nets.", "The fishermen mended their nets there. " * 3
    context = Context(uncovered_ja=[words, words, ()])
    ((at, finding),) = ask("sem.omission", [(ja, short), (ja, long), (ja, short)], context)
    assert at == 0
    assert finding.hint
    assert finding.ja == Span(8, 19)
