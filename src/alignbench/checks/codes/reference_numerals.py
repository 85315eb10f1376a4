"""The numerals of a drawing, 12a and 12b, that a patent names its parts by."""

from collections import Counter, defaultdict

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.folded_text import value_view
from alignbench.domain.text import Span

_NUMERAL = lazy(r"(?<![A-Za-z\d.,:/-])(\d{1,4})([a-h])(?![A-Za-z\d'’])")


def exchanged_numeral(ja: str, en: str) -> tuple[Span, Span, str, str] | None:
    """A numeral whose letter is another one: with the same number, one too few and one too many.

    Gives both places, and what stands there.
    """
    view = value_view(ja)
    ours, theirs = _by_number(view.text), _by_number(en)
    for number, said in ours.items():
        read = theirs.get(number, Counter())
        few = [letter for letter in said if read[letter] < said[letter]]
        many = [letter for letter in read if read[letter] > said[letter]]
        if few and many and sum(said.values()) == sum(read.values()):
            return (
                Span(*view.source_span(*_place(view.text, number + few[0]))),
                Span(*_place(en, number + many[0])),
                number + few[0],
                number + many[0],
            )
    return None


def _by_number(text: str) -> dict[str, Counter[str]]:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for match in _NUMERAL.finditer(text):
        found[match[1]][match[2]] += 1
    return found


def _place(text: str, numeral: str) -> tuple[int, int]:
    return next(match.span() for match in _NUMERAL.finditer(text) if match[0] == numeral)
