"""`alignbench train` and `alignbench adapt` as typed."""

from pathlib import Path

import pytest

from alignbench.cli.runner import main
from tests.embedding.training.invented import sentences, table

SMALL = [
    *("--steps", "8", "--set", "dimension=8", "--set", "features=40", "--set", "pairs=4"),
    *("--set", "buckets=4", "--set", "batch=16", "--set", "evaluations=2"),
]


@pytest.fixture
def pairs(tmp_path: Path) -> Path:
    return table(tmp_path / "letters.tsv", sentences()[:100])


def test_train_writes_a_model_that_embed_can_use(
    pairs: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    model, lines = tmp_path / "mine", tmp_path / "lines.txt"
    lines.write_text("The dog ran yesterday.\n", encoding="utf-8")
    assert main(["train", str(pairs), "-o", str(model), *SMALL]) == 0
    said = capsys.readouterr().err
    assert "step 8: loss" in said
    assert f"--model {model}" in said
    vectors = tmp_path / "out.npy"
    given = ["--language", "en", "--model", str(model), "-o", str(vectors)]
    assert main(["embed", str(lines), *given]) == 0
    assert vectors.exists()
    assert not [path for path in model.iterdir() if "pairs" in path.name], "no text goes with it"


def test_train_takes_two_files_that_answer_each_other(tmp_path: Path) -> None:
    ja, en = tmp_path / "letters.ja", tmp_path / "letters.en"
    for path, column in ((ja, 0), (en, 1)):
        path.write_text("".join(f"{pair[column]}\n" for pair in sentences()[:60]), "utf-8")
    assert main(["train", "--lines", str(ja), str(en), "-o", str(tmp_path / "mine"), *SMALL]) == 0
    assert (tmp_path / "mine" / "model.safetensors").exists()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ([], "nothing to train on"),
        (["missing.tsv"], "no file missing.tsv"),
        (["--set", "depth=3"], "no option 'depth'"),
        (["--set", "batch=2.5"], "whole number"),
        (["--set", "batch"], "name=number"),
        (["--weight", "letters=often"], "name=number"),
        (["--set", "dropout=1"], "dropout must be"),
        (["--weight", "invented=0"], "No pair is left"),
        (["--weight", "invented=-1"], "must not be negative"),
        (["--weight", "letters=2"], "source called 'letters'"),
        (["--from", "no-such-model"], "no-such-model"),
    ],
)
def test_train_says_what_is_wrong(
    pairs: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    given: list[str],
    said: str,
) -> None:
    files = [] if not given or given[0].endswith(".tsv") else [str(pairs)]
    code = main(["train", *files, "-o", str(tmp_path / "mine"), *SMALL, *given])
    assert code == 1
    assert said in capsys.readouterr().err
    assert not (tmp_path / "mine" / "model.safetensors").exists()


def test_adapt_asks_for_confirmed_links(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path)]) == 0
    assert main(["-C", str(tmp_path), "adapt"]) == 1
    assert "0 confirmed pairs" in capsys.readouterr().err


def test_adapt_can_be_undone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["init", str(tmp_path)]) == 0
    assert main(["-C", str(tmp_path), "adapt", "--undo"]) == 0
    assert "bundled model again" in capsys.readouterr().err
