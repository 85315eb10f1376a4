"""Words are found whatever their width, case and kana, at the characters where they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.review.search import joined_keys, places, search_key, segments_holding


def found(query: str, view: str) -> list[str]:
    return [view[start:end] for start, end in places(search_key(query), view)]


@pytest.mark.parametrize(
    ("query", "view", "hits"),
    [
        ("library", "The Library and the LIBRARY.", ["Library", "LIBRARY"]),
        ("ABC", "ＡＢＣ放送", ["ＡＢＣ"]),
        ("ａｂｃ", "the ABC", ["ABC"]),
        ("データ", "ﾃﾞｰﾀを取る", ["ﾃﾞｰﾀ"]),
        ("ﾃﾞｰﾀ", "データを取る", ["データ"]),
        ("が", "か\u3099くせい", ["か\u3099"]),
        ("さくら", "サクラとさくら", ["サクラ", "さくら"]),
        ("サクラ", "さくらの木", ["さくら"]),
        ("ヴ", "ゔァイオリン", ["ゔ"]),
        ("25", "２５人と㉕", ["２５", "㉕"]),
        ("キロ", "三㌔先", ["㌔"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("一 二", "一\u3000二", ["一\u3000二"]),
        ("𠮷", "𠮷野家", ["𠮷"]),
        ("aa", "aaaa", ["aa", "aa"]),
        ("か", "がくせい", []),
        ("cat", "dog", []),
        ("", "anything", []),
    ],
)
def test_what_is_found(query: str, view: str, hits: list[str]) -> None:
    assert found(query, view) == hits


@given(st.text(max_size=20), st.text(max_size=6), st.text(max_size=20))
def test_places_lie_in_the_view_in_order(before: str, query: str, after: str) -> None:
    view = before + query + after
    end = 0
    for start, stop in places(search_key(query), view):
        assert end <= start < stop <= len(view)
        end = stop


def test_each_segment_that_holds_the_words_is_named_once() -> None:
    keys = joined_keys(["本と本", "紙", "ホン", "本\nや", ""])
    assert list(segments_holding(search_key("本"), keys)) == [0, 3]
    assert list(segments_holding(search_key("ほん"), keys)) == [2]
    assert list(segments_holding(search_key(""), keys)) == []


VIEWS = st.lists(st.text("かガｶﾞ゙aA\n 1", max_size=6), max_size=6)


@given(VIEWS, st.text("かガｶﾞ゙aA\n 1", min_size=1, max_size=3))
def test_no_segment_that_holds_the_words_is_passed_over(views: list[str], query: str) -> None:
    wanted = search_key(query)
    named = set(segments_holding(wanted, joined_keys(views)))
    assert {at for at, view in enumerate(views) if any(places(wanted, view))} <= named
