"""A check that fires on many pairs of a document is told to be the likelier fault."""

from alignbench.checks.misfit import misfits


def doubted(check: str, pairs: int) -> list[tuple[int, str]]:
    return [(at, check) for at in range(pairs)]


def test_a_check_that_doubts_one_pair_in_ten_probably_does_not_fit() -> None:
    (odd,) = misfits([*doubted("name.missing", 40), *doubted("num.value", 3)], 400)
    assert odd.said() == "name.missing doubts 40 of 400 pairs: it probably does not fit this text."
    assert "--skip name.missing" in odd.advice()


def test_several_findings_on_one_pair_count_once() -> None:
    assert misfits([(0, "quote.pair")] * 40, 100) == ()


def test_short_documents_and_what_says_how_the_document_is_are_left_alone() -> None:
    assert misfits(doubted("quote.pair", 20), 40) == ()
    assert misfits(doubted("cov.omission", 90), 100) == ()
