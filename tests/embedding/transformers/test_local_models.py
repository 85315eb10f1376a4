"""Models on this disk, told from their files alone."""

import json
from pathlib import Path

import pytest

from alignbench.embedding.transformers.local_models import find_model, hub_cache, models_in_cache


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))
    return tmp_path / "hub"


def fake(folder: Path, *, weights: bool = True) -> Path:
    """Files as a saved model has them, with nothing in the weights."""
    folder.mkdir(parents=True)
    modules = [{"idx": 0, "path": ""}, {"idx": 1, "path": "1_Pooling"}]
    (folder / "modules.json").write_text(json.dumps(modules))
    (folder / "config.json").write_text(json.dumps({"hidden_size": 48}))
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"embedding_dimension": 24}))
    if weights:
        (folder / "model.safetensors").write_bytes(b"0" * 1000)
    return folder


def snapshot(cache: Path, name: str, commit: str, *, weights: bool = True) -> Path:
    return fake(
        cache / f"models--{name.replace('/', '--')}" / "snapshots" / commit, weights=weights
    )


def point_main(cache: Path, name: str, commit: str) -> None:
    refs = cache / f"models--{name.replace('/', '--')}" / "refs"
    refs.mkdir()
    (refs / "main").write_text(commit)


def test_a_folder_is_found_with_size_and_dimension(tmp_path: Path) -> None:
    found = find_model(str(fake(tmp_path / "mine")))
    assert found is not None
    assert (found.name, found.dimension) == (str(tmp_path / "mine"), 24)
    assert found.size > 1000


def test_its_version_changes_with_its_files(tmp_path: Path) -> None:
    folder = fake(tmp_path / "mine")
    before = find_model(str(folder))
    (folder / "model.safetensors").write_bytes(b"1" * 1001)
    after = find_model(str(folder))
    assert before is not None
    assert after is not None
    assert before.revision != after.revision


def test_a_hub_name_leads_to_what_main_points_at(cache: Path) -> None:
    for commit in ("a" * 40, "b" * 40):
        snapshot(cache, "some/model", commit)
    point_main(cache, "some/model", "a" * 40)
    found = find_model("some/model")
    assert found is not None
    assert (found.folder.name, found.revision) == ("a" * 40, "a" * 12)


def test_a_version_is_found_and_another_does_if_it_is_gone(cache: Path) -> None:
    for commit in ("a" * 40, "b" * 40):
        snapshot(cache, "some/model", commit)
    point_main(cache, "some/model", "a" * 40)
    wanted = find_model("some/model", "bbbbbbb")
    gone = find_model("some/model", "ccccccc")
    assert wanted is not None
    assert gone is not None
    assert (wanted.folder.name, gone.folder.name) == ("b" * 40, "a" * 40)


def test_a_short_name_is_one_of_sentence_transformers(cache: Path) -> None:
    snapshot(cache, "sentence-transformers/LaBSE", "a" * 40)
    found = find_model("LaBSE")
    assert found is not None
    assert found.name == "sentence-transformers/LaBSE"


def test_a_download_cut_off_is_no_model(cache: Path) -> None:
    snapshot(cache, "some/model", "a" * 40, weights=False)
    assert find_model("some/model") is None


@pytest.mark.parametrize("name", ["nobody/nothing", "nothing", "../..", "", "a/b/c", "\0"])
def test_what_is_not_there_is_not_found(cache: Path, name: str) -> None:
    assert find_model(name) is None


def test_the_cache_is_listed_by_name(cache: Path) -> None:
    for name in ("b/two", "a/one"):
        snapshot(cache, name, "a" * 40)
    snapshot(cache, "c/half", "a" * 40, weights=False)
    assert [model.name for model in models_in_cache()] == ["a/one", "b/two"]


def test_an_absent_cache_lists_nothing(cache: Path) -> None:
    assert list(models_in_cache()) == []


def test_the_cache_is_where_the_environment_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("HF_HUB_CACHE", raising=False)
    monkeypatch.delenv("HUGGINGFACE_HUB_CACHE", raising=False)
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    assert hub_cache() == tmp_path / "hub"
