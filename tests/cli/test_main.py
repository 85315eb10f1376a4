"""Where `-C` may stand, and a document's name as a command."""

from pathlib import Path

import pytest

from alignbench.cli.main import project_first
from tests.cli.examples import Call
from tests.tui.workbench import make_project


@pytest.mark.parametrize(
    ("given", "read"),
    [
        (["doctor", "-C", "x"], ["-C", "x", "doctor"]),
        (["check", "--project", "x", "a.tsv"], ["--project", "x", "check", "a.tsv"]),
        (["check", "--", "-C", "x"], ["check", "--", "-C", "x"]),
        (["status", "-C"], ["status", "-C"]),
    ],
)
def test_the_project_is_named_before_a_command_or_after_it(
    given: list[str], read: list[str]
) -> None:
    assert project_first(given) == read


def test_a_document_is_opened_by_its_name_alone(call: Call, tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    assert "needs a terminal" in call("-C", root, "notice").err
    assert "No such command 'notixe'" in call("-C", root, "notixe").err
    assert "No such command 'notice'" in call("-C", tmp_path, "notice").err
    assert call("status", "-C", root).code == 0
