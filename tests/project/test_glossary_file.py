"""The project's glossary as people change it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alignbench.checks.terms.glossary import Term
from alignbench.checks.terms.glossary_formats import term_of_line
from alignbench.domain.errors import InputError
from alignbench.project.glossary_file import HEADER, GlossaryFile

OFFICE = Term("事務局", "secretariat")
TBX = (
    '<tbx><text><body><termEntry><langSet xml:lang="ja"><tig><term>市長</term></tig></langSet>'
    '<langSet xml:lang="en"><tig><term>mayor</term></tig></langSet></termEntry></body></text></tbx>'
)


def test_a_term_is_added_once_and_written_anew_when_it_comes_again(tmp_path: Path) -> None:
    glossary = GlossaryFile(tmp_path)
    assert glossary.terms() == []
    assert glossary.add([OFFICE]) == 1
    assert (
        glossary.add([Term("事務局", "secretariat", note="always"), Term("事務局", "bureau", True)])
        == 1
    )
    assert glossary.path.read_text("utf-8").splitlines() == [
        HEADER, "事務局\tsecretariat\t\talways", "事務局\tbureau\t1",
    ]  # fmt: skip


def test_what_people_wrote_beside_the_terms_stays(tmp_path: Path) -> None:
    path = tmp_path / "glossary.tsv"
    path.write_text("# ours\n窓口\tcounter\n\n市長\tmayor\t\tnot the head\n", encoding="utf-8")
    glossary = GlossaryFile(tmp_path)
    glossary.add([OFFICE])
    assert glossary.remove("窓口") == 1
    assert path.read_text("utf-8").splitlines() == [
        "# ours", "", "市長\tmayor\t\tnot the head", "事務局\tsecretariat",
    ]  # fmt: skip
    assert [file.name for file in tmp_path.iterdir()] == ["glossary.tsv"]


def test_one_form_of_a_term_can_go_alone(tmp_path: Path) -> None:
    glossary = GlossaryFile(tmp_path)
    glossary.add([OFFICE, Term("事務局", "office")])
    assert glossary.remove("事務局", "office") == 1
    assert glossary.terms() == [OFFICE]


def test_a_tbx_beside_it_is_read_and_left_alone(tmp_path: Path) -> None:
    (tmp_path / "glossary.tbx").write_text(TBX, encoding="utf-8")
    glossary = GlossaryFile(tmp_path)
    glossary.add([OFFICE])
    assert [term.ja for term in glossary.terms()] == ["事務局", "市長"]
    with pytest.raises(InputError, match=r"stands in glossary\.tbx"):
        glossary.remove("市長")
    with pytest.raises(InputError, match="no term 町長"):
        glossary.remove("町長")


@pytest.mark.parametrize(
    "term",
    [
        Term(" ", "x"), Term("語", ""), Term("語", "a\tb"), Term("語\n句", "x"), Term("#語", "x"),
        Term("語" * 201, "x"),
    ],
)  # fmt: skip
def test_what_no_line_can_hold_is_refused_and_nothing_written(tmp_path: Path, term: Term) -> None:
    glossary = GlossaryFile(tmp_path)
    with pytest.raises(InputError):
        glossary.add([OFFICE, term])
    assert not glossary.path.exists()


def test_a_file_that_is_no_glossary_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "glossary.tsv").write_text("事務局 secretariat\n", encoding="utf-8")
    with pytest.raises(InputError, match="line 1"):
        GlossaryFile(tmp_path).add([OFFICE])
    assert (tmp_path / "glossary.tsv").read_text("utf-8") == "事務局 secretariat\n"


def test_what_others_add_at_the_same_time_is_not_lost(tmp_path: Path) -> None:
    """Programs add terms to one glossary at once; each sees its own acknowledged."""
    adding = (
        "import sys; from pathlib import Path\n"
        "from alignbench.checks.terms.glossary import Term\n"
        "from alignbench.project.glossary_file import GlossaryFile\n"
        "for turn in range(8):\n"
        "    GlossaryFile(Path(sys.argv[1])).add([Term(f'語{sys.argv[2]}{turn}', 'word')])\n"
    )
    running = [
        subprocess.Popen([sys.executable, "-c", adding, str(tmp_path), str(number)])
        for number in range(3)
    ]
    assert [each.wait() for each in running] == [0, 0, 0]
    assert len(GlossaryFile(tmp_path).terms()) == 24


def test_what_an_editor_saves_meanwhile_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    glossary = GlossaryFile(tmp_path)
    glossary.add([OFFICE])
    saves = iter(["市長\tmayor\n"])

    def read(line: str) -> Term | None:
        for saved in saves:
            with glossary.path.open("a", encoding="utf-8") as file:
                file.write(saved)
        return term_of_line(line)

    monkeypatch.setattr("alignbench.project.glossary_file.term_of_line", read)
    glossary.add([Term("窓口", "counter")])
    assert [term.ja for term in glossary.terms()] == ["事務局", "市長", "窓口"]


@pytest.mark.skipif(os.name != "posix", reason="permissions and links")
def test_permissions_and_links_stay(tmp_path: Path) -> None:
    shared = tmp_path / "shared.tsv"
    shared.write_text(f"{HEADER}\n", encoding="utf-8")
    shared.chmod(0o600)
    root = tmp_path / "project"
    root.mkdir()
    (root / "glossary.tsv").symlink_to(shared)
    GlossaryFile(root).add([OFFICE])
    assert (root / "glossary.tsv").is_symlink()
    assert "事務局" in shared.read_text("utf-8")
    assert shared.stat().st_mode & 0o777 == 0o600


def test_a_byte_that_is_no_text_is_told_and_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="bytes that are no text"):
        GlossaryFile(tmp_path).add([Term("\udc83", "word")])
    assert list(tmp_path.iterdir()) == []
