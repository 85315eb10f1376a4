"""An invented commentary: silence about good English, and nearly all of twelve planted errors."""

import re

import pytest

from alignbench.checks import CheckedPair, Context, all_checks, run_checks
from alignbench.checks.names.names import Names, as_spelled, from_ruby
from alignbench.domain.findings import Finding
from tests.checks.commentary import PAIRS, PLANTED, TURNED

_RUBY = re.compile("《[^》]*》")


def findings(planted: dict[int, tuple[str, str]]) -> list[tuple[int, Finding]]:
    """What all checks say of the commentary with `planted` in place of good English."""
    pairs = [
        CheckedPair(_RUBY.sub("", ja), planted[at][0] if at in planted else en)
        for at, (ja, en) in enumerate(PAIRS)
    ]
    known = from_ruby("".join(ja for ja, _ in PAIRS))
    names = Names(tuple(as_spelled(name, pairs) for name in known))
    return list(run_checks(pairs, all_checks(), Context(names=names)))


def test_good_english_is_left_in_peace() -> None:
    assert findings({}) == []


def test_planted_errors_are_found_among_few_findings() -> None:
    found = findings(PLANTED)
    assert {at for at, _ in found} == set(PLANTED)
    assert len({at for at, finding in found if not finding.hint}) >= 11
    assert len(found) <= 20


@pytest.mark.parametrize(("at", "en", "check"), [(at, *error) for at, error in TURNED.items()])
def test_what_was_turned_round_is_seen(at: int, en: str, check: str) -> None:
    assert check in {finding.check for place, finding in findings({at: (en, "")}) if place == at}
