"""Notebooks of Jupyter are read cell by cell."""

import json

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, read, readings, views


def notebook(*cells: dict[str, object], **more: object) -> str:
    """A notebook with cells."""
    return json.dumps({"cells": cells, "nbformat": 4, **more}, ensure_ascii=False)


def test_cells_of_markdown_are_markdown_and_code_is_code() -> None:
    made = notebook(
        {"cell_type": "markdown", "source": ["# 川の色\n", "\n", "**五十二**週分の[表](a.csv)。"]},
        {"cell_type": "code", "source": "x = 1  # 川\ny = 2", "outputs": [{"text": ["52 rows\n"]}]},
        {"cell_type": "markdown", "source": "艀と｜艀《はしけ》。\n\n- 冬\n- 秋は$R>0.8$"},
        {"cell_type": "raw", "source": "生のまま"},
    )
    text = read("a.ipynb", made)
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "川の色"),
        (Kind.SENTENCE, "五十二週分の表。"),
        (Kind.CODE, "x = 1  # 川\ny = 2"),
        (Kind.SENTENCE, "艀と艀。"),
        (Kind.LIST_ITEM, "冬"),
        (Kind.LIST_ITEM, "秋は$R>0.8$"),
        (Kind.CODE, "生のまま"),
    ]
    assert readings(text) == [("艀", "はしけ")]
    assert [mark.source for mark in text.segments[1].placeholders] == ["a.csv"]
    said = left_out(text)
    assert said["outputs of code"] == "52 rows"
    assert "other text" not in said
    for segment in text.segments:
        first = segment.runs[0]
        assert text.content[first.start : first.end] in segment.view


def test_notebooks_before_the_fourth_version() -> None:
    cells = [
        {"cell_type": "heading", "level": 1, "source": ["川"]},
        {"cell_type": "code", "input": ["x"], "outputs": []},
    ]
    made = json.dumps({"worksheets": [{"cells": cells}], "nbformat": 3})
    assert views("a.ipynb", made) == ["川", "x"]


def test_of_several_versions_of_an_output_one_is_said() -> None:
    data = {"text/plain": "<Table>", "text/markdown": ["| 川 |"], "image/png": "iVBO"}
    text = read(
        "a.ipynb", notebook({"cell_type": "code", "source": "x", "outputs": [{"data": data}]})
    )
    assert left_out(text)["outputs of code"] == "| 川 |"


@pytest.mark.parametrize("made", ["{", '{"cells": 3}', "[1]", '{"cells": []}', '{"a":' * 100_000])
def test_what_is_no_notebook_is_refused(made: str) -> None:
    with pytest.raises(InputError):
        read("a.ipynb", made)
    assert views("a.ipynb", notebook({"cell_type": 3, "source": [1, "x"], "outputs": [None]})) == [
        "x"
    ]
