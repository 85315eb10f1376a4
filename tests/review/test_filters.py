"""Which rows a filter lets pass, and what edits do to those shown."""

from dataclasses import replace

import pytest

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Status
from alignbench.domain.proposals import Proposal
from alignbench.domain.text import Kind as SegmentKind
from alignbench.domain.text import Segment
from alignbench.review import Row
from alignbench.review.filters import FilterableRows, Kind, RowFilter
from alignbench.review.patterns import Pattern, PatternError, folded
from alignbench.review.shown_rows import ShownRows
from tests.review.examples import link


def segment(text: str) -> Segment:
    return Segment(0, len(text), SegmentKind.SENTENCE, 0, text)


def row(
    number: int, ja: str = "船は出ない。", en: str = "No boat leaves.", *, doubtful: bool = False
) -> Row:
    sides = [number] if ja else [], [number] if en else []
    return Row(
        link(number, *sides), (segment(ja),) if ja else (), (segment(en),) if en else (),
        new_paragraph=False, doubtful=doubtful, crossing=False,
    )  # fmt: skip


def passing(rows: list[Row], by: RowFilter, found: frozenset[int] = frozenset()) -> list[int]:
    flags = FilterableRows(rows, found).passing(by)
    return [at for at, flag in enumerate(flags) if flag]


def kinds(*kinds: Kind) -> RowFilter:
    return RowFilter(frozenset(kinds))


def test_each_kind_finds_its_rows_and_all_ticked_ones_must_hold() -> None:
    plain, settled, noted, reworded, refused = (row(at) for at in range(5))
    settled = replace(settled, link=replace(settled.link, status=Status.CONFIRMED))
    noted = replace(noted, link=replace(noted.link, note="see p. 3"), doubtful=True)
    better = Proposal("No ship leaves.", "mori", "2026-04-01")
    reworded = replace(reworded, link=replace(reworded.link, proposal=better))
    refused = replace(
        refused, link=replace(refused.link, proposal=replace(better, state="refused"))
    )
    flag = Flag(1, 5, "fluency/grammar", Severity.MINOR, "", None, None, "mori", "2026-04-01")
    flagged, left_out = replace(row(5), flags=(flag,)), row(6, en="")
    rows = [plain, settled, noted, reworded, refused, flagged, left_out]
    assert passing(rows, kinds()) == [0, 1, 2, 3, 4, 5, 6]
    assert passing(rows, kinds(Kind.UNSETTLED)) == [0, 2, 3, 4, 5, 6]
    assert passing(rows, kinds(Kind.NOTED)) == [2]
    assert passing(rows, kinds(Kind.REWORDED)) == [3]
    assert passing(rows, kinds(Kind.FLAGGED)) == [5]
    assert passing(rows, kinds(Kind.ONE_SIDED)) == [6]
    assert passing(rows, kinds(Kind.FOUND), frozenset({1, 2})) == [1, 2]
    assert passing(rows, kinds(Kind.FOUND, Kind.DOUBTFUL), frozenset({1, 2})) == [2]


def test_the_number_beside_a_kind_is_what_is_left_if_it_is_ticked_too() -> None:
    rows = [row(0, doubtful=True), row(1, doubtful=True), row(2)]
    counts = FilterableRows(rows, {1, 2}).counts(kinds(Kind.DOUBTFUL))
    assert counts.passing == 2
    assert counts.with_kind[Kind.FOUND] == 1
    assert counts.with_kind[Kind.NOTED] == 0


@pytest.mark.parametrize(
    ("words", "is_there"),
    [
        ("ボート", True),
        ("ﾎﾞｰﾄ", True),
        ("ぼーと", True),
        ("国", True),
        ("國", True),
        ("ヨット", False),
    ],
)
def test_japanese_words_are_found_in_any_kana_width_and_kanji_form(
    words: str, is_there: bool
) -> None:
    rows = [row(0, "國のボートは出ない。")]
    assert bool(passing(rows, RowFilter(ja=words))) is is_there
    assert bool(passing(rows, RowFilter(ja=words, is_pattern=True))) is is_there


def test_patterns_stand_on_either_side_and_both_must_match() -> None:
    rows = [row(0, en="The colour of the boat."), row(1, en="Color it red."), row(2, "色", "Color")]
    by = RowFilter(ja="^船", en=r"\bcolou?r\b", is_pattern=True)
    assert passing(rows, by) == [0, 1]


def test_a_pattern_may_mean_a_script() -> None:
    rows = [row(0, "カヌーが出る。"), row(1, "ふねが出る。")]
    assert passing(rows, RowFilter(ja=r"\p{Katakana}{2}", is_pattern=True)) == [0]


@pytest.mark.parametrize(
    ("source", "wanted"),
    [("（ア）", r"\(あ\)"), (r"\S(ＡＢ)+", r"\S(ab)+"), ("[ァ-ヶ]", "[ぁ-ゖ]"), ("ｶﾞ", "が")],
)
def test_folding_a_pattern_leaves_its_syntax_alone(source: str, wanted: str) -> None:
    assert folded(source) == wanted


def test_a_wrong_pattern_is_told() -> None:
    with pytest.raises(PatternError, match="No regular expression"):
        passing([row(0)], RowFilter(en="(", is_pattern=True))


def test_a_pattern_that_would_run_away_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("alignbench.review.patterns.TEXT_SECONDS", 0.01)
    with pytest.raises(PatternError, match="too long"):
        Pattern.of(r"(a|aa|b?a)+$").is_in("a" * 2_000 + "!")


def test_long_and_short_go_by_what_is_usual_in_the_document() -> None:
    rows = [row(at, "あ" * (20 + at % 5), "x" * (40 + 2 * (at % 5) + at % 3)) for at in range(30)]
    rows += [row(30, "あ" * 20, "x" * 90), row(31, "あ" * 20, "x" * 12), row(32, "あ" * 40, "")]
    assert passing(rows, kinds(Kind.LONG)) == [30]
    assert passing(rows, kinds(Kind.SHORT)) == [31]


def test_what_an_edit_changed_is_shown_and_nothing_else_comes_or_goes() -> None:
    before = [row(at) for at in range(6)]
    shown = ShownRows(kinds(Kind.DOUBTFUL), bytes([1, 0, 1, 0, 0, 1]))
    now = [*before[:2], row(2, en="Other words."), row(9), *before[4:]]
    after = shown.after(before, now, 2, 2)
    assert after.flags == bytes([1, 0, 1, 1, 0, 1])
    merged = [before[0], row(1, en="Both of them."), *before[3:]]
    assert shown.after(before, merged, 1, 2).flags == bytes([1, 1, 0, 0, 1])
    assert shown.after(before, before, 1, 4).flags == shown.flags


def test_rows_that_come_into_view_with_a_change_are_counted_once_they_were_hidden() -> None:
    before = [row(at) for at in range(4)]
    shown = ShownRows(kinds(Kind.DOUBTFUL), bytes([1, 0, 1, 0]))
    now = [before[0], row(1, en="Other words."), row(2, en="Other words too."), before[3]]
    assert shown.come(before, now, 1, 2) == 1
    assert shown.come(before, now, 2, 1) == 0
    assert ShownRows().come(before, now, 1, 2) == 0


def test_a_long_document_is_not_searched_for_words_while_one_waits(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("alignbench.review.shown_rows.LONG", 3)
    before = [row(at) for at in range(4)]
    now = [before[0], row(1, en="Other words."), *before[2:]]
    shown = ShownRows(RowFilter(en="nothing like it"), bytes([1, 0, 0, 0]))
    rows = FilterableRows(now, frozenset())
    assert shown.anew(rows, before, now, 3).flags == bytes([1, 1, 0, 1])
