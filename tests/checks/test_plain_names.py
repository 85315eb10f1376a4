"""Every check has a name for people."""

from alignbench.checks import all_checks
from alignbench.checks.plain_names import PLAIN_NAMES, plain_name


def test_every_check_has_a_plain_name_of_its_own() -> None:
    ids = {check.id for check in all_checks()}
    assert set(PLAIN_NAMES) == ids
    assert len(set(PLAIN_NAMES.values())) == len(ids)
    assert not any("." in name for name in PLAIN_NAMES.values())
    assert max(map(len, PLAIN_NAMES.values())) <= 20, "a column of the list holds them"


def test_a_check_of_somebody_else_is_called_by_its_id() -> None:
    assert plain_name("house.style") == "house.style"
