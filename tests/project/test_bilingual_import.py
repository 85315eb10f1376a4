"""A bilingual file in a project: its pairs are links, with what the file says of them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.project import Project

PO = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Language: en\\n"

#. shown on the gate
msgctxt "gate.open"
msgid "門を開ける。"
msgstr "Open the gate."

#, fuzzy
msgid "門を閉める。"
msgstr "Shut the door."

msgid "鍵を掛ける。"
msgstr ""
"""


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with Project.create(tmp_path / "project") as project:
        yield project


def test_pairs_are_links_with_the_states_and_notes_of_the_file(
    project: Project, tmp_path: Path
) -> None:
    file = tmp_path / "gate.po"
    file.write_text(PO, encoding="utf-8")
    summary = project.import_bilingual(file)
    assert (summary.name, summary.confirmed, summary.suggested) == ("gate", 1, 2)
    rows = list(project.review("gate").rows)
    assert [("".join(s.view for s in row.ja), row.link.status) for row in rows] == [
        ("門を開ける。", Status.CONFIRMED),
        ("門を閉める。", Status.SUGGESTED),
        ("鍵を掛ける。", Status.SUGGESTED),
    ]
    assert not rows[2].en
    assert "shown on the gate" in rows[0].link.note


def test_a_text_in_one_language_needs_its_other_side(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "gate.txt"
    file.write_text("門を開ける。\n", encoding="utf-8")
    with pytest.raises(InputError, match="is a text in one language"):
        project.import_bilingual(file)


def test_a_name_in_use_is_refused(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "gate.po"
    file.write_text(PO, encoding="utf-8")
    project.import_bilingual(file)
    with pytest.raises(InputError, match="already a document called 'gate'"):
        project.import_bilingual(file)
