"""Nothing is dropped: characters shown and characters left out are all that were in the file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.documents.segmentation.account import account_of
from tests.documents.reading import text

PIECES = (
    "港の朝。", "Two boats.", "# ", "## 題\n", "- ", "1. ", "> ", "\n", "\n\n", "```", "```sh\n",
    "`a.b`", "**", "*", "_", "[", "](http://x.org/a)", "![", "[^1]", "[^1]: ", "<!-- c -->", "<br>",
    "<b>", "</b>", "<div title=\"名\">", "</div>", "<ruby>字<rt>じ</rt></ruby>", "|", "| a | b |\n",
    "|--|--|\n", "---\n", ":::tip\n", ":::\n", "!!! note\n    ", "\\", "&amp;",
    "    code\n", "\t", "\f", "\r\n",
    "字《じ》", "［＃注］", "{#id}", "$$\nx\n$$\n", "<pre>\n", "</pre>", "<Card>\n", "[a]: /b\n",
    "{x}",
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=14), st.sampled_from(["md", "mdx", "txt"]))
def test_shown_and_left_out_are_all_there_was(pieces: list[str], ending: str) -> None:
    account = account_of(text("".join(pieces), "ja", f"a.{ending}"))
    assert account.shown + account.left_out == account.total


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_no_letter_of_an_ordinary_file_is_other_text(name: str) -> None:
    content = (
        "題\n\n舟が着く。[^1]\n\n- 荷を下ろす。\n\n東雲《しののめ》の空。\n\n[^1]: 朝のこと。\n"
    )
    assert "other text" not in [left.what for left in text(content, "ja", name).left_out]
