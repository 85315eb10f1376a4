"""Reading a Word table back from the shell."""

from pathlib import Path

from tests.cli.examples import Call
from tests.tui.workbench import make_project


def test_an_untouched_table_changes_nothing_and_a_letter_is_refused(
    call: Call, tmp_path: Path
) -> None:
    root = make_project(tmp_path / "p")
    table = tmp_path / "notice.docx"
    assert call("-C", root, "revise", "propose", "notice", "3", "Ten books each.").code == 0
    assert call("-C", root, "export", "notice", "--status", "all", "-o", table).code == 0
    done = call("-C", root, "revise", "read", "notice", table)
    assert (done.code, done.err) == (0, "0 proposals, 0 accepted, 0 refused, 0 notes.\n")
    table.write_bytes(b"Dear Sir")
    assert "is not a Word document" in call("-C", root, "revise", "read", "notice", table).err
