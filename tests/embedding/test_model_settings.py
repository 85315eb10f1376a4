"""A model and how to run it, in one string."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.errors import ModelError
from alignbench.embedding.model_settings import ModelSettings


@pytest.mark.parametrize("text", [None, "", "  ", "bundled"])
def test_nothing_means_the_bundled_model(text: str | None) -> None:
    assert ModelSettings.parse(text) == ModelSettings("bundled")
    assert ModelSettings.parse(text).is_bundled


def test_an_earlier_bundled_model_is_the_bundled_model() -> None:
    assert ModelSettings.parse("bundled-0").is_bundled
    assert ModelSettings.parse("bundled-0+a1b2c3d4").is_bundled
    assert not ModelSettings.parse("bundled/other").is_bundled


def test_options_stand_after_the_name() -> None:
    found = ModelSettings.parse("BAAI/bge-m3, device=cuda:1,dtype=float16,max_length=512")
    assert found == ModelSettings("BAAI/bge-m3", device="cuda:1", dtype="float16", max_length=512)


def test_a_version_stands_behind_an_at_sign() -> None:
    found = ModelSettings.parse("BAAI/bge-m3@5617a9f61b02,max_length=64")
    assert (found.name, found.revision, found.max_length) == ("BAAI/bge-m3", "5617a9f61b02", 64)


def test_a_folder_may_have_commas_and_at_signs() -> None:
    assert ModelSettings.parse("/models/a,b@home").name == "/models/a,b@home"


def test_a_prompt_keeps_its_spaces_and_commas() -> None:
    found = ModelSettings.parse("some/model,prompt=Dear reader, query: ,backend=onnx")
    assert (found.prompt, found.backend) == ("Dear reader, query: ", "onnx")


@pytest.mark.parametrize(
    "option",
    [
        "device=toaster",
        "dtype=int4",
        "backend=jax",
        "max_length=0",
        "max_length=-3",
        "max_length=x",
    ],
)
def test_a_value_that_cannot_be_is_refused(option: str) -> None:
    with pytest.raises(ModelError, match=option):
        ModelSettings.parse(f"some/model,{option}")


@given(
    st.builds(
        ModelSettings,
        name=st.sampled_from(["bundled", "BAAI/bge-m3", "/models/my model", "../e5,large"]),
        revision=st.none() | st.from_regex(r"[0-9a-f]{12}", fullmatch=True),
        device=st.sampled_from(["auto", "cpu", "cuda", "cuda:3", "mps"]),
        dtype=st.sampled_from(["auto", "float32", "float16", "bfloat16"]),
        backend=st.sampled_from(["torch", "onnx", "openvino"]),
        max_length=st.none() | st.integers(1, 8192),
        prompt=st.sampled_from([None, "", "query: ", "Instruct: find, then\nQuery: "]),
    )
)
def test_what_is_spelled_out_is_read_again(settings: ModelSettings) -> None:
    assert ModelSettings.parse(str(settings)) == settings
