"""`alignbench term`: the glossary from the shell."""

import json
from contextlib import closing
from pathlib import Path

from alignbench.project import Project
from tests.cli.examples import Call, complaint, write


def test_terms_are_added_listed_and_removed(call: Call, project: Path) -> None:
    term = ("-C", project, "term")
    assert "empty" in call(*term, "list").err
    done = call(*term, "add", "手続き", "procedure")
    assert (done.code, done.out, done.err) == (0, "", "")
    call(*term, "add", "手続き", "formality", "--forbidden", "--note", "sounds like etiquette")
    assert call(*term, "list").lines == [
        "ja\ten\tforbidden\tnote", "手続き\tprocedure",
        "手続き\tformality\t1\tsounds like etiquette",
    ]  # fmt: skip
    (first, second) = json.loads(call(*term, "list", "--json").out)
    assert (first["forbidden"], second["forbidden"]) == (False, True)
    assert "Removed 2 lines" in call(*term, "remove", "手続き").err
    assert "no term 手続き" in complaint(call(*term, "remove", "手続き"))


def test_a_term_that_was_added_is_checked(call: Call, project: Path, tmp_path: Path) -> None:
    pairs = write(tmp_path / "p.tsv", "ja\ten", "手続きをする。\tDo the paperwork.")
    check = ("-C", project, "check", pairs, "--only", "term.glossary", "--exit-code")
    assert call(*check).code == 0
    call("-C", project, "term", "add", "手続き", "procedure")
    assert call(*check).code == 1


def test_a_glossary_is_brought_in_whole_or_not_at_all(
    call: Call, project: Path, tmp_path: Path
) -> None:
    term = ("-C", project, "term")
    good = write(tmp_path / "good.tsv", "窓口\tcounter", "市長\tmayor")
    assert "2 terms read, 2 of them new" in call(*term, "import", good).err
    assert "2 terms read, 0 of them new" in call(*term, "import", good).err
    bad = write(tmp_path / "bad.tsv", "図書館\tlibrary", "書庫")
    assert "bad.tsv, line 2" in complaint(call(*term, "import", bad))
    assert len(call(*term, "list").lines) == 3


def test_suggestions_are_a_glossary_from_confirmed_links(
    call: Call, project: Path, tmp_path: Path
) -> None:
    for side, texts in (
        ("ja", ("海洋委員会が開かれた。", "昨日、海洋委員会は決めた。", "彼は海洋委員会に出た。")),
        ("en", ("The Marine Commission met.", "Yesterday the Marine Commission decided.",
                "He attended the Marine Commission.")),
    ):  # fmt: skip
        write(project / "data" / side / "sea.txt", *texts)
    call("-C", project, "import", "--segmented")
    suggest = ("-C", project, "term", "suggest", "--document", "sea")
    assert "Confirm links, or add --suggested" in call(*suggest).err
    assert call(*suggest, "--suggested").lines[1].startswith("海洋委員会\tMarine Commission\t")
    with closing(Project.open(project)) as opened:
        opened.review("sea").confirm_through(2)
    (found,) = json.loads(call(*suggest, "--json").out)
    assert found == {"ja": "海洋委員会", "en": "Marine Commission", "pairs": 3, "together": 3}
    file = tmp_path / "new.tsv"
    file.write_text(call(*suggest).out, encoding="utf-8")
    assert call("-C", project, "term", "import", file).code == 0
    assert call(*suggest).out == "", "the glossary has it now"


def test_a_folder_without_a_project_has_no_glossary(call: Call, tmp_path: Path) -> None:
    assert "not an alignbench project" in complaint(
        call("-C", tmp_path, "term", "add", "語", "word")
    )
