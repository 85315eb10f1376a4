import dataclasses
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.exchange import tsv
from alignbench.exchange.pair import Pair
from tests.exchange.examples import DOCUMENT, OMITTED, ONE, OPTIONS, TWO_TO_ONE, pairs


def written(*pairs: Pair, spreadsheet: bool = False) -> str:
    out = io.BytesIO()
    tsv.write(pairs, out, replace(OPTIONS, spreadsheet=spreadsheet))
    return out.getvalue().decode()


def read(content: str) -> tuple[Pair, ...]:
    return tsv.read(io.BytesIO(content.encode()), "pairs.tsv").pairs


def test_a_row_tells_the_texts_and_what_was_decided() -> None:
    header, row, _ = written(TWO_TO_ONE).split("\n")

    assert dict(zip(header.split("\t"), row.split("\t"), strict=True)) == {
        "id": "notice:1,2:1",
        "ja": "雨が降った。それでも人は並んだ。",
        "en": "It rained, and still people queued.",
        "status": "confirmed",
        "link": "2-1",
        "score": "",
        "flags": "2",
        "note": r"文を一つにした。\nIs that all right?",
        "document": "notice",
        "ja_positions": "1 2",
        "en_positions": "1",
        "ja_breaks": "6",
        "en_breaks": "",
    }


def test_a_null_link_has_an_empty_cell() -> None:
    assert "\t以上。\t\tsuggested\t1-0\t0.5\t" in written(OMITTED)


@given(st.lists(pairs(), max_size=4), st.booleans())
def test_any_pairs_come_back_as_they_were(some: list[Pair], spreadsheet: bool) -> None:
    assert read(written(*some, spreadsheet=spreadsheet)) == tuple(some)


@given(st.lists(pairs(), max_size=4))
def test_a_row_is_a_line_for_every_tool(some: list[Pair]) -> None:
    assert len(written(*some).splitlines()) == 1 + len(some)


def test_what_a_spreadsheet_would_calculate_is_guarded() -> None:
    formula = dataclasses.replace(ONE, en_segments=('=HYPERLINK("http://example.org")',))

    assert "\t'=HYPERLINK" in written(formula, spreadsheet=True)
    assert written(formula, spreadsheet=True).startswith("\ufeffid\t")
    assert "\t=HYPERLINK" in written(formula)


def test_tables_of_other_tools_need_only_two_columns() -> None:
    [pair] = read("EN\tJA\r\nSpring has come.\t春が来た。\r\n")

    assert (pair.ja_segments, pair.en_segments) == (("春が来た。",), ("Spring has come.",))
    assert (pair.id, pair.status, pair.confidence) == ("2", Status.CONFIRMED, None)


def test_a_table_without_the_languages_is_refused() -> None:
    with pytest.raises(InputError, match=r"pairs\.tsv has no columns named ja and en"):
        read("source\ttarget\n春\tspring\n")


@pytest.mark.parametrize(
    "row", ["春", "春\tspring\tperhaps\t", "春\tspring\tconfirmed\t9", "春\tspring\t\t0"]
)
def test_a_row_that_does_not_fit_is_named(row: str) -> None:
    with pytest.raises(InputError, match=r"^pairs\.tsv, line 3: this row cannot be read"):
        read(f"ja\ten\tstatus\tja_breaks\n夏\tsummer\t\t\n{row}\n")


def test_all_rows_are_there() -> None:
    assert read(written(*DOCUMENT)) == DOCUMENT


@pytest.mark.parametrize(
    "table",
    [
        "雨が降る。\tIt rains.\n風が吹く。\tThe wind blows.\n",
        "It rains.\t雨が降る。\nThe wind blows.\t風が吹く。\n",
        "Japanese\tEnglish\n雨が降る。\tIt rains.\n風が吹く。\tThe wind blows.\n",
    ],
)
def test_two_columns_say_by_themselves_which_is_the_japanese(table: str) -> None:
    pairs = tsv.read(io.BytesIO(table.encode()), "weather.tsv").pairs
    assert [(pair.ja, pair.en) for pair in pairs] == [
        ("雨が降る。", "It rains."),
        ("風が吹く。", "The wind blows."),
    ]
