from dataclasses import replace

from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.links import Status
from alignbench.exchange.selection import Wanted, kind_of, select
from tests.exchange.examples import DOCUMENT, OMITTED, ONE, TWO_TO_ONE

ALL = Wanted(frozenset(Status))


def test_pairs_of_other_statuses_are_left_out_and_counted() -> None:
    bitext = select(DOCUMENT, Wanted())

    assert bitext.pairs == (ONE, TWO_TO_ONE)
    assert [str(left) for left in bitext.left_out] == ["1 left out: suggested, not confirmed"]


def test_null_links_are_left_out_of_formats_that_need_both_sides() -> None:
    bitext = select(DOCUMENT, replace(ALL, both_sides=True))

    assert OMITTED not in bitext.pairs
    assert [str(left) for left in bitext.left_out] == [
        "1 left out: one side is empty, which this format cannot hold"
    ]


def test_nothing_left_out_is_nothing_said() -> None:
    assert select(DOCUMENT, ALL).left_out == ()


def test_flagged_links_or_those_without_flags() -> None:
    assert select(DOCUMENT, replace(ALL, flagged=True)).pairs == (TWO_TO_ONE,)
    assert select(DOCUMENT, replace(ALL, flagged=False)).pairs == (ONE, OMITTED)


def test_links_with_findings() -> None:
    said = Finding("num.value", Grade.D1, "accuracy/mistranslation", Severity.MAJOR, "4 is not 5.")
    found = replace(ONE, findings=(said,))
    assert select((found, TWO_TO_ONE), replace(ALL, found=True)).pairs == (found,)


def test_links_by_confidence_where_there_is_one() -> None:
    assert select(DOCUMENT, replace(ALL, lowest=0.9)).pairs == (ONE, TWO_TO_ONE)
    assert select(DOCUMENT, replace(ALL, highest=0.6)).pairs == (TWO_TO_ONE, OMITTED)


def test_links_by_kind() -> None:
    assert [kind_of(pair) for pair in DOCUMENT] == ["1-1", "n-1", "null"]
    chosen = select(DOCUMENT, replace(ALL, kinds=frozenset({"n-1", "null"})))
    assert chosen.pairs == (TWO_TO_ONE, OMITTED)


def test_code_is_written_only_if_asked_for() -> None:
    code = replace(ONE, is_code=True)
    assert [str(left) for left in select([code], Wanted()).left_out] == [
        "1 left out: code, which nobody translates"
    ]
    assert select([code], Wanted(code=True)).pairs == (code,)
