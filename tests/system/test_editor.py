"""A text that goes to somebody's editor and comes back; nothing of it is lost."""

import sys
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.system.editor import edited, editor_command


def editor(tmp_path: Path, script: str) -> list[str]:
    """An editor that does this to the file at `path`."""
    program = tmp_path / "editor.py"
    head = "import sys\nfrom pathlib import Path\npath = Path(sys.argv[-1])\n"
    program.write_text(head + script, encoding="utf-8")
    return [sys.executable, str(program)]


def test_what_is_written_above_the_comment_comes_back(tmp_path: Path) -> None:
    append = "path.write_text('# 1\\n' + path.read_text('utf-8').replace('cat', 'dog'), 'utf-8')"
    assert edited("The cat.", ["猫。\n犬。"], editor(tmp_path, append)) == "# 1\nThe dog."
    seen = f"Path({str(tmp_path / 'seen')!r}).write_bytes(path.read_bytes())"
    assert edited("The cat.", ["猫。\n犬。"], editor(tmp_path, seen)) == "The cat."
    assert (tmp_path / "seen").read_text("utf-8") == "The cat.\n\n# 猫。\n# 犬。\n"


def test_what_a_terminal_would_obey_is_shown(tmp_path: Path) -> None:
    assert edited("a", [], editor(tmp_path, "path.write_bytes(b'a\\x1b[2J')")) == "a␛[2J"


def test_an_editor_that_fails_leaves_its_text_where_the_error_says(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="code 3") as caught:
        edited("a", [], editor(tmp_path, "path.write_text('half done')\nsys.exit(3)"))
    kept = Path(caught.value.hint.rpartition(" in ")[2].rstrip("."))
    assert kept.read_text() == "half done"
    with pytest.raises(InputError, match="code 3") as caught:
        edited("a", [], editor(tmp_path, "sys.exit(3)"))
    assert caught.value.hint == "What was written here stays as it is."


def test_bytes_that_are_no_text_and_a_program_that_does_not_start_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no text in UTF-8"):
        edited("a", [], editor(tmp_path, "path.write_bytes(b'\\xff\\xfe')"))
    with pytest.raises(InputError, match="could not be started"):
        edited("a", [], [str(tmp_path / "none")])


def test_visual_comes_before_editor_and_no_shell_reads_either() -> None:
    python = sys.executable
    both = {"VISUAL": f"'{python}' -c 'a; b'", "EDITOR": "vi"}
    assert editor_command(both, windows=False) == [python, "-c", "a; b"]
    for said in ({}, {"VISUAL": " "}):
        with pytest.raises(InputError, match="No editor is named"):
            editor_command(said)
    with pytest.raises(InputError, match="There is no editor"):
        editor_command({"EDITOR": "no-such-editor; true"})
    with pytest.raises(InputError, match="cannot be read"):
        editor_command({"EDITOR": "'open"}, windows=False)
