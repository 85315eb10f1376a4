"""`alignbench import`."""

import json
from pathlib import Path

import pytest

from alignbench.domain.errors import Cancelled
from alignbench.project import Project
from tests.cli.examples import EN, JA, Call, complaint, write


def names(call: Call, root: Path) -> list[str]:
    return [
        each["name"] for each in json.loads(call("-C", root, "status", "--json").out)["documents"]
    ]


def test_two_files_become_a_document(call: Call, project: Path, ja: Path, en: Path) -> None:
    done = call("-C", project, "import", ja, en, "--name", "rules")
    assert (done.code, done.out) == (0, "")
    assert done.err.startswith("Imported rules: 5 Japanese and 4 English segments in 5 links")
    assert names(call, project) == ["notice", "rules"]


def test_without_a_name_the_japanese_file_gives_it(
    call: Call, project: Path, ja: Path, en: Path
) -> None:
    call("-C", project, "import", ja, en)
    assert names(call, project) == ["ja", "notice"]


def test_without_files_the_waiting_pairs_are_imported(call: Call, project: Path) -> None:
    done = call("-C", project, "import")
    assert done.code == 0
    assert done.err.startswith("Imported story: ")
    assert names(call, project) == ["notice", "story"]
    assert call("-C", project, "import").err == "All pairs of the project are imported.\n"


def test_a_pair_that_fails_does_not_stop_the_others(call: Call, project: Path) -> None:
    write(project / "data/ja/blank.txt", "　")
    write(project / "data/en/blank.txt", "Nothing was said.")
    done = call("-C", project, "import")
    assert done.code == 1
    first, second, third = done.err.splitlines()
    assert first.startswith("alignbench: blank: ")
    assert "is empty" in first
    assert second.startswith("Imported story: ")
    assert third == "alignbench: 1 of the project's pairs could not be imported."


def test_segmented_holds_for_the_waiting_pairs_too(call: Call, tmp_path: Path) -> None:
    Project.create(tmp_path).close()
    write(tmp_path / "data/ja/rules.txt", JA[0] + JA[1], JA[3])
    write(tmp_path / "data/en/rules.txt", f"{EN[0]} {EN[1]}", EN[2])
    done = call("-C", tmp_path, "import", "--segmented")
    assert done.err.startswith("Imported rules: 2 Japanese and 2 English segments")


def test_a_project_without_pairs_says_how_they_are_made(call: Call, tmp_path: Path) -> None:
    Project.create(tmp_path).close()
    done = call("-C", tmp_path, "import")
    assert done.code == 0
    assert "under the same name" in done.err


def test_a_name_in_use(call: Call, project: Path, ja: Path, en: Path) -> None:
    said = complaint(call("-C", project, "import", ja, en, "--name", "notice"))
    assert "'notice'" in said
    assert "--name" in said
    assert names(call, project) == ["notice"]


@pytest.mark.parametrize("name", ["", "  ", "\n"])
def test_a_document_needs_a_name(call: Call, project: Path, ja: Path, en: Path, name: str) -> None:
    assert "needs a name" in complaint(call("-C", project, "import", ja, en, "--name", name))


def test_a_file_s_name_becomes_one_line_of_text(
    call: Call, project: Path, ja: Path, en: Path
) -> None:
    odd = ja.rename(ja.with_name("第一\n章\x1b[31m.txt"))
    done = call("-C", project, "import", odd, en)
    assert done.code == 0
    assert done.err.startswith("Imported 第一 章 [31m: ")
    assert call("-C", project, "export", "第一 章 [31m", "--status", "all").code == 0


def test_a_file_s_name_that_is_no_text_is_shown_with_a_sign(
    call: Call, project: Path, ja: Path, en: Path
) -> None:
    try:
        odd = ja.rename(ja.with_name("章\udcff.txt"))
    except (OSError, UnicodeError):
        pytest.skip("this file system keeps only names that are text")
    assert call("-C", project, "import", odd, en).code == 0
    assert names(call, project) == ["notice", "章\ufffd"]


@pytest.mark.parametrize("words", [["--json"], ["--name", "x"], ["--dry-run"]])
def test_options_without_the_file_that_they_are_about_are_too_little(
    call: Call, project: Path, words: list[str]
) -> None:
    assert call("-C", project, "import", *words).code == 2


def test_one_file_in_one_language_lacks_its_other_side(call: Call, project: Path, ja: Path) -> None:
    done = call("-C", project, "import", ja)
    assert done.code == 1
    assert "is a text in one language. Name the Japanese file and the English file." in done.err


def test_nothing_is_written_when_it_is_cancelled(
    call: Call, project: Path, ja: Path, en: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("alignbench.pipeline.document_alignment.suggest", stop)
    done = call("-C", project, "import", ja, en)
    assert (done.code, done.err) == (130, "\nCancelled; nothing was written.\n")
    assert names(call, project) == ["notice"]


def test_cancelling_the_second_pair_keeps_the_first(
    call: Call, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(project / "data/ja/zoo.txt", *JA)
    write(project / "data/en/zoo.txt", *EN)
    whole = Project.import_document

    def until_zoo(self: Project, ja: Path, en: Path, **others: object) -> object:
        if ja.stem == "zoo":
            raise Cancelled("Cancelled.")
        return whole(self, ja, en, **others)  # type: ignore[arg-type]

    monkeypatch.setattr(Project, "import_document", until_zoo)
    done = call("-C", project, "import")
    assert done.code == 130
    assert done.err.endswith("Stopped; 1 of 2 pairs are imported.\n")
    assert names(call, project) == ["notice", "story"]
