"""The library's face: its page is run, and its names are what the page says."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

import alignbench

PAGE = Path(__file__).parents[2] / "docs" / "api.md"
JA = "図書館は四月一日に開館します。\n貸出は一人十冊までです。\n"
EN = "The library opens on April 1.\nEach reader may borrow up to ten books.\n"


def test_every_example_of_the_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ja.txt").write_text(JA, encoding="utf-8")
    (tmp_path / "en.txt").write_text(EN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    examples = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    assert len(examples) > 3
    for example in examples:
        exec(compile(example, str(PAGE), "exec"), {})


def test_the_page_names_what_there_is() -> None:
    named = set(re.findall(r"^\| `(\w+)", PAGE.read_text(encoding="utf-8"), re.MULTILINE))
    values = {"AlignedPair", "PairFinding", "__version__"}
    assert named == set(alignbench.__all__) - values
    assert set(dir(alignbench)) == set(alignbench.__all__)
    assert all(getattr(alignbench, name) for name in alignbench.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'align_everything'"):
        _ = alignbench.align_everything


def test_asking_for_a_name_loads_no_model() -> None:
    report = (
        "import sys, alignbench; alignbench.align_files, alignbench.Project;"
        " print(*[m for m in ('numpy', 'textual', 'torch') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert run.stdout.split() == []


def test_texts_need_sentences() -> None:
    from alignbench.domain.errors import InputError

    with pytest.raises(InputError, match="needs a sentence"):
        alignbench.align_texts([], ["A sentence."])
