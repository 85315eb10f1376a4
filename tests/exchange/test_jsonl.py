import io
import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.domain.text import Span
from alignbench.exchange import jsonl
from alignbench.exchange.pair import Pair
from tests.exchange.examples import DOCUMENT, OMITTED, OPTIONS, TWO_TO_ONE, pairs


def written(*pairs: Pair) -> bytes:
    out = io.BytesIO()
    jsonl.write(pairs, out, OPTIONS)
    return out.getvalue()


def read(content: str) -> tuple[Pair, ...]:
    return jsonl.read(io.BytesIO(content.encode()), "pairs.jsonl").pairs


def test_a_line_follows_the_translation_convention() -> None:
    found = json.loads(written(TWO_TO_ONE))

    assert found["id"] == "notice:1,2:1"
    assert found["translation"] == {
        "ja": "雨が降った。それでも人は並んだ。",
        "en": "It rained, and still people queued.",
    }
    assert found["segments"] == {
        "ja": ["雨が降った。", "それでも人は並んだ。"],
        "en": ["It rained, and still people queued."],
    }
    assert (found["status"], found["confidence"]) == ("confirmed", None)


def test_a_null_link_has_an_empty_string_on_its_empty_side() -> None:
    found = json.loads(written(OMITTED))

    assert found["translation"] == {"ja": "以上。", "en": ""}
    assert found["segments"] == {"ja": ["以上。"], "en": []}


@given(st.lists(pairs(issues=True), max_size=3))
def test_any_pairs_come_back_as_they_were(some: list[Pair]) -> None:
    assert jsonl.read(io.BytesIO(written(*some)), "pairs.jsonl").pairs == tuple(some)


def test_what_is_code_comes_back_as_code() -> None:
    row = replace(TWO_TO_ONE, is_code=True)
    words = replace(TWO_TO_ONE, ja_code=(Span(0, 1),), en_code=(Span(3, 9), Span(11, 14)))

    assert jsonl.read(io.BytesIO(written(row, words)), "pairs.jsonl").pairs == (row, words)


def test_each_pair_is_one_line() -> None:
    assert written(*DOCUMENT).count(b"\n") == len(DOCUMENT)


def test_lines_of_other_tools_are_confirmed_pairs_of_one_segment_a_side() -> None:
    [pair] = read('\ufeff{"translation": {"ja": "春が来た。", "en": "Spring has come."}}\r\n\n')

    assert (pair.ja_segments, pair.en_segments) == (("春が来た。",), ("Spring has come.",))
    assert (pair.id, pair.status, pair.confidence) == ("1", Status.CONFIRMED, None)


@pytest.mark.parametrize(
    "line",
    [
        "春が来た。\tSpring has come.",
        '{"ja": "春が来た。", "en": "Spring has come."}',
        '["春が来た。", "Spring has come."]',
        '{"translation": {"ja": "春", "en": "spring"}, "status": "perhaps"}',
        '{"translation": {"ja": "春", "en": "spring"}, "segments": {"ja": [1], "en": []}}',
        '{"translation": {"ja": "春", "en": "spring"}, "code": {"ja": [[0, 2]]}}',
    ],
)
def test_a_line_that_is_no_pair_is_named(line: str) -> None:
    with pytest.raises(InputError, match=r"^pairs\.jsonl, line 2: this is not a pair"):
        read("\n" + line)


def test_a_file_that_is_not_utf8_is_refused() -> None:
    with pytest.raises(InputError, match="is not UTF-8"):
        jsonl.read(io.BytesIO("春".encode("cp932")), "pairs.jsonl")
