"""What goes before each text."""

import pytest

from alignbench.embedding.transformers.prompts import prompt_for


@pytest.mark.parametrize(
    ("name", "prompt"),
    [
        ("intfloat/multilingual-e5-large", "query: "),
        ("/models/e5-small-v2", "query: "),
        (
            "intfloat/multilingual-e5-large-instruct",
            "Instruct: Retrieve parallel sentences.\nQuery: ",
        ),
        ("sentence-transformers/LaBSE", ""),
        ("BAAI/bge-m3", ""),
        ("someone/cafe5-model", ""),
    ],
)
def test_families_that_say_nothing_in_their_files(name: str, prompt: str) -> None:
    assert prompt_for(name, {}) == prompt


def test_a_prompt_for_comparing_sentences_is_taken_first() -> None:
    own = {"query": "search | q: ", "document": "title | t: ", "STS": "sentence similarity | q: "}
    assert prompt_for("some/model", own) == "sentence similarity | q: "
    assert prompt_for("some/model", {**own, "BitextMining": "bitext: "}) == "bitext: "


def test_two_sided_prompts_give_both_languages_the_query() -> None:
    assert prompt_for("some/model", {"query": "query: ", "passage": "passage: "}) == "query: "


def test_a_prompt_for_searching_alone_is_left_out() -> None:
    searching = "Represent this sentence for searching relevant passages: "
    assert prompt_for("BAAI/bge-base-en", {"query": searching, "document": ""}) == ""


def test_an_instruction_is_given_our_task() -> None:
    own = {"query": "Instruct: Find passages that answer the query\nQuery:", "document": ""}
    wanted = "Instruct: Retrieve parallel sentences.\nQuery:"
    assert prompt_for("Qwen/Qwen3-Embedding-0.6B", own) == wanted


def test_the_models_own_default_is_used() -> None:
    assert prompt_for("some/model", {"plain": "text: "}, default="plain") == "text: "
