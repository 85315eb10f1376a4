"""A check that gives way is silent where another one spoke of the same words."""

from collections.abc import Iterator, Sequence

import pytest

from alignbench.checks import CheckedPair, Context, PairCheck, run_checks
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span

PAIR = CheckedPair("猫は庭に、犬は家にいる。", "The dog is in the garden, the cat at home.")
CAT_AND_DOG = Span(0, 6), Span(4, 34)


class Pointing(PairCheck):
    """Points at two places."""

    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = "The two animals changed places."

    def __init__(self, id_: str, ja: Span | None, en: Span | None, *, way: bool = False) -> None:
        self.id, self.gives_way = id_, way  # type: ignore[misc]
        self._places = ja, en

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterator[Finding]:
        yield self.finding("Look here.", ja=self._places[0], en=self._places[1])


def said(*checks: PairCheck) -> list[str]:
    found: Sequence[tuple[int, Finding]] = list(run_checks([PAIR], checks))
    return [finding.check for _, finding in found]


def test_the_same_words_are_spoken_of_once() -> None:
    first = Pointing("lex.first", Span(0, 1), Span(30, 33))
    assert said(first, Pointing("order.later", *CAT_AND_DOG, way=True)) == ["lex.first"]
    assert said(first, Pointing("order.later", *CAT_AND_DOG)) == ["lex.first", "order.later"]


@pytest.mark.parametrize(
    ("ja", "en"), [(Span(7, 10), Span(4, 7)), (Span(0, 1), Span(35, 42)), (Span(0, 1), None)]
)
def test_it_speaks_where_the_other_is_about_other_words(ja: Span, en: Span | None) -> None:
    later = Pointing("order.later", *CAT_AND_DOG, way=True)
    assert said(Pointing("lex.first", ja, en), later) == ["lex.first", "order.later"]


def test_it_speaks_where_it_stands_alone() -> None:
    assert said(Pointing("order.later", *CAT_AND_DOG, way=True)) == ["order.later"]
