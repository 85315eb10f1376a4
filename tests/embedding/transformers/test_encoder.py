"""Transformer models through sentence-transformers itself, with a tiny one made here.

All that import sentence-transformers stand in this file and run in one process: the import takes
ten seconds and more.
"""

import socket
from pathlib import Path
from typing import NoReturn

import numpy as np
import pytest

from alignbench.domain.errors import Cancelled, ModelError
from alignbench.embedding import load
from alignbench.embedding.loader import BUNDLED
from alignbench.embedding.model_notes import set_trust
from alignbench.embedding.transformers.encoder import TransformerEncoder
from alignbench.embedding.transformers.local_models import models_in_cache
from tests.embedding.tiny_model import add_code, as_in_hub_cache, save_tiny_model

pytestmark = pytest.mark.xdist_group("sentence-transformers")

TEXTS = ["図書館は本のある館", "", "a quick fox.", "b" * 90, "海", "   ", "where the road ends"] * 9


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_tiny_model(tmp_path_factory.mktemp("models") / "tiny")


@pytest.fixture(autouse=True)
def away(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """No state of the user's, an empty hub cache, and no network."""
    monkeypatch.setenv("ALIGNBENCH_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))

    def refuse(*_: object) -> NoReturn:
        raise AssertionError("Something wants to go online.")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    return tmp_path / "hub"


def transformer(name: str | Path) -> TransformerEncoder:
    found = load(str(name))
    assert isinstance(found, TransformerEncoder)
    return found


def test_a_folder_is_loaded_and_gives_unit_vectors(tiny: Path) -> None:
    encoder = transformer(tiny)
    vectors = encoder.encode(TEXTS, "ja")
    assert vectors.shape == (len(TEXTS), encoder.dimension) == (len(TEXTS), 32)
    assert vectors.dtype == np.float32
    lengths = np.linalg.norm(vectors, axis=1)
    np.testing.assert_allclose(lengths, [float(bool(t.strip())) for t in TEXTS], atol=1e-5)
    assert not encoder.additive


def test_batches_by_length_give_what_one_by_one_gives(tiny: Path) -> None:
    encoder = transformer(tiny)
    alone = np.concatenate([encoder.encode([text], "en") for text in TEXTS])
    np.testing.assert_allclose(encoder.encode(TEXTS, "en"), alone, atol=1e-5)


def test_its_name_tells_its_version_and_is_understood_again(tiny: Path) -> None:
    encoder = transformer(f"{tiny},device=cpu,max_length=20")
    assert encoder.name.startswith(f"{tiny}@")
    assert encoder.name.endswith(",max_length=20")
    assert load(encoder.name).name == encoder.name


def test_a_model_in_the_hub_cache_is_found_by_name_and_listed(tiny: Path, away: Path) -> None:
    as_in_hub_cache(tiny, away, "some/tiny")
    encoder = transformer("some/tiny")
    assert encoder.name == "some/tiny@0123456789ab"
    assert [(model.name, model.dimension) for model in models_in_cache()] == [("some/tiny", 32)]
    np.testing.assert_array_equal(
        encoder.encode(TEXTS, "ja"), transformer(tiny).encode(TEXTS, "ja")
    )


def test_prompts_of_its_own_files_are_put_before_each_text(tmp_path: Path) -> None:
    own = {"query": "query: ", "passage": "passage: "}
    with_prompts = transformer(save_tiny_model(tmp_path / "prompted", own))
    bare = transformer(f"{tmp_path / 'prompted'},prompt=")
    assert with_prompts.prompt == "query: "
    np.testing.assert_allclose(
        with_prompts.encode(["the road"], "en"), bare.encode(["query: the road"], "en"), atol=1e-6
    )
    assert np.abs(with_prompts.encode(["road"], "en") - bare.encode(["road"], "en")).max() > 0.01


def test_a_family_known_to_need_a_prompt_gets_it_by_name(tiny: Path, away: Path) -> None:
    as_in_hub_cache(tiny, away, "intfloat/multilingual-e5-tiny")
    assert transformer("intfloat/multilingual-e5-tiny").prompt == "query: "
    assert transformer(tiny).prompt == ""


def test_max_length_cuts_what_is_read(tiny: Path) -> None:
    encoder = transformer(f"{tiny},max_length=6")
    short, long = encoder.encode(["abcd", "abcd and so on"], "en")
    np.testing.assert_allclose(short, long, atol=1e-6)


def test_max_length_stays_within_what_the_model_has_places_for(tiny: Path) -> None:
    vectors = transformer(f"{tiny},max_length=100000").encode(["a b " * 500], "en")
    assert np.isfinite(vectors).all()


@pytest.mark.parametrize(("dtype", "near"), [("float16", 1e-2), ("bfloat16", 5e-2)])
def test_half_precision_is_near_single(tiny: Path, dtype: str, near: float) -> None:
    half = transformer(f"{tiny},dtype={dtype}").encode(TEXTS, "ja")
    single = transformer(tiny).encode(TEXTS, "ja")
    assert 0 < np.abs(half - single).max() < near


def test_progress_counts_texts_and_may_cancel(tiny: Path) -> None:
    encoder = transformer(tiny)
    told: list[tuple[int, int]] = []

    def tell(stage: str, done: int, total: int) -> None:
        told.append((done, total))
        if done == total:
            raise Cancelled("Cancelled.")

    with pytest.raises(Cancelled):
        encoder.encode(TEXTS, "ja", tell)
    there = sum(bool(text.strip()) for text in TEXTS)
    assert told[-1] == (there, there)
    assert len(told) > 1


def test_a_batch_that_does_not_fit_into_memory_is_halved(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import torch

    encoder = transformer(tiny)
    real, sizes = encoder._model.encode, []

    def small(texts: list[str], **options: object) -> object:
        sizes.append(len(texts))
        if len(texts) > 4:
            raise torch.OutOfMemoryError("no room")
        return real(texts, **options)

    expected = encoder.encode(TEXTS, "ja")
    monkeypatch.setattr(encoder._model, "encode", small)
    np.testing.assert_allclose(encoder.encode(TEXTS, "ja"), expected, atol=1e-5)
    assert max(sizes) > 4

    monkeypatch.setattr(encoder._model, "encode", lambda *_, **__: small(["text"] * 5))
    with pytest.raises(ModelError, match="not enough memory on cpu"):
        encoder.encode(["road"], "en")


def test_vectors_that_are_not_numbers_are_refused(
    tiny: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    encoder = transformer(tiny)
    monkeypatch.setattr(
        encoder._model, "encode", lambda texts, **_: np.full((len(texts), 32), np.nan)
    )
    with pytest.raises(ModelError, match="not numbers"):
        encoder.encode(["road"], "en")


def test_a_device_that_is_not_there_is_told(tiny: Path) -> None:
    with pytest.raises(ModelError, match=r"no device cuda:99 here. There is: .*cpu"):
        load(f"{tiny},device=cuda:99")


@pytest.mark.parametrize(
    ("backend", "package"), [("onnx", "onnxruntime"), ("openvino", "openvino")]
)
def test_a_backend_that_is_not_installed_is_told(
    tiny: Path, backend: str, package: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: object() if "_" in name else None)
    with pytest.raises(ModelError, match=rf"needs {package}.*sentence-transformers\[{backend}\]"):
        load(f"{tiny},backend={backend}")


def test_what_is_not_on_this_machine_is_told_without_asking_the_network() -> None:
    with pytest.raises(ModelError, match="nobody/nothing is not on this machine"):
        load("nobody/nothing")


def test_a_folder_that_is_no_model_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="is not a model"):
        load(str(tmp_path))


def test_damaged_weights_are_told(tmp_path: Path) -> None:
    folder = save_tiny_model(tmp_path / "damaged")
    (folder / "model.safetensors").write_bytes(b"\x08" + b"\0" * 50)
    with pytest.raises(ModelError, match="cannot be loaded"):
        load(str(folder))


def test_code_of_a_models_own_runs_only_with_consent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = save_tiny_model(tmp_path / "own")
    add_code(folder)
    monkeypatch.syspath_prepend(tmp_path)
    ran = tmp_path / "ran"
    (tmp_path / "own_code.py").write_text(
        f"open({str(ran)!r}, 'w').close()\n"
        "from sentence_transformers.base.modules import Module\n"
        "class Own(Module):\n"
        "    def forward(self, features, **_): return features\n"
        "    def save(self, output_path, *_, **__): pass\n"
        "    @classmethod\n"
        "    def load(cls, *_, **__): return cls()\n"
    )
    with pytest.raises(ModelError, match="alignbench models trust"):
        load(str(folder))
    assert not ran.exists()
    set_trust(str(folder), trusted=True)
    assert load(str(folder)).encode(["road"], "en").any()
    assert ran.exists()


def test_the_bundled_model_is_the_same_through_sentence_transformers() -> None:
    from sentence_transformers import SentenceTransformer

    texts = {
        "ja": ["図書館は午後八時まで開いています。", "ＡＢＣ社の３月の報告書", "…"],
        "en": ["The library stays open until eight.", "Twenty-five boats", ""],
    }
    theirs = SentenceTransformer(str(BUNDLED), trust_remote_code=True, device="cpu")
    ours = load()
    for language in ("ja", "en"):
        rows = ours.encode(texts[language], language)
        lengths = np.linalg.norm(rows, axis=1, keepdims=True)
        unit = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 1e-6)
        np.testing.assert_allclose(theirs.encode(texts[language]), unit, atol=1e-5)
    assert theirs.get_embedding_dimension() == ours.dimension
