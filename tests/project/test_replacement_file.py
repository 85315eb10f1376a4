"""Named sets of replacements in a project's folder."""

from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.project.replacement_file import ReplacementFile
from alignbench.review.replacements import Replacement

SPELLING = Replacement(r"\bgrey\b", "gray", ignores_case=True)


def test_a_set_grows_step_by_step_and_the_owner_s_lines_stay(tmp_path: Path) -> None:
    file = ReplacementFile(tmp_path)
    assert file.sets() == {}
    file.add("American", SPELLING)
    file.path.write_text("# ours\n" + file.path.read_text(encoding="utf-8"), encoding="utf-8")
    file.add("American", Replacement("colour", "color", is_pattern=False))
    file.add("dashes", Replacement(" - ", "—"))
    assert file.path.read_text(encoding="utf-8").startswith("# ours\nset\tfind\treplace\thow\n")
    assert file.sets() == {
        "American": [SPELLING, Replacement("colour", "color", is_pattern=False)],
        "dashes": [Replacement(" - ", "—")],
    }


@pytest.mark.parametrize(
    ("name", "step"),
    [("", SPELLING), ("#x", SPELLING), ("a\tb", SPELLING), ("a", Replacement("", "x"))],
)
def test_what_no_table_can_hold_is_refused(tmp_path: Path, name: str, step: Replacement) -> None:
    file = ReplacementFile(tmp_path)
    with pytest.raises(InputError):
        file.add(name, step)
    assert not file.path.exists()


def test_a_wrong_line_is_named(tmp_path: Path) -> None:
    file = ReplacementFile(tmp_path)
    file.path.write_text("American\tgrey\tgray\tsomehow\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"Line 1 of replacements\.tsv"):
        file.sets()
