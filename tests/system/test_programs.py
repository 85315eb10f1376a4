"""Programs that answer, that go on running, and that are not there."""

import sys

import pytest

from alignbench.domain.errors import InputError
from alignbench.system.programs import LARGEST, answer_of

ECHO = "import sys; print(sys.argv[1:]); print('warned', file=sys.stderr)"


def test_arguments_arrive_as_they_are_and_all_that_is_printed_comes_back() -> None:
    answer = answer_of([sys.executable, "-c", ECHO, "$(id); 'x' *"], 60)
    assert answer is not None
    assert "[\"$(id); 'x' *\"]" in answer
    assert "warned" in answer


def test_of_an_endless_answer_the_beginning_is_read() -> None:
    answer = answer_of([sys.executable, "-c", f"print('a' * {LARGEST * 3})"], 60)
    assert answer == "a" * LARGEST


def test_a_program_that_goes_on_is_left_running() -> None:
    assert answer_of([sys.executable, "-c", "import time; time.sleep(2)"], 0.01) is None


def test_a_program_that_is_not_there_is_told() -> None:
    with pytest.raises(InputError, match="There is no program 'no-such-dictionary'"):
        answer_of(["no-such-dictionary", "x"], 1)
