"""Marking words of a text with a pointer: the pure part, and the dialog."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.tui.dialogs.flag import FlagQuestion
from alignbench.tui.dialogs.span_field import SpanField
from alignbench.tui.dialogs.word_marks import WordMark, words_of
from tests.tui.workbench import at_rest, make_project, opened, review

TEXT = "The fee isn't 1,500 yen."
MARK = WordMark.of(TEXT, words_of(TEXT, "en"))


def marked(mark: WordMark) -> str:
    span = mark.span
    return mark.text[span.start : span.end] if span else ""


def test_words_keep_apostrophes_and_numbers_whole_and_marks_stand_alone() -> None:
    assert [TEXT[w.start : w.end] for w in MARK.words] == [
        "The", "fee", "isn't", "1,500", "yen", ".",
    ]  # fmt: skip


def test_japanese_is_cut_into_morphemes() -> None:
    text = "料金は無料です。"
    assert [text[w.start : w.end] for w in words_of(text, "ja")] == [
        "料金", "は", "無料", "です", "。",
    ]  # fmt: skip


def test_space_begins_a_mark_that_grows_with_the_pointer_and_space_ends_it() -> None:
    mark = MARK.moved_to(1).toggled().moved_to(3)
    assert marked(mark) == "fee isn't 1,500"
    mark = mark.toggled().moved_to(5)
    assert marked(mark) == "fee isn't 1,500"
    assert marked(mark.cleared()) == ""


def test_a_mark_grows_backwards_too() -> None:
    assert marked(MARK.moved_to(3).toggled().moved_to(2)) == "isn't 1,500"


def test_shift_extends_without_ado() -> None:
    mark = MARK.moved_to(3).extended_to(4)
    assert marked(mark) == "1,500 yen"
    assert marked(mark.extended_to(5)) == "1,500 yen."
    assert marked(mark.moved_to(0).extended_to(1)) == "The fee"


def test_a_given_mark_stays_exact_until_it_is_changed() -> None:
    given_ = WordMark.of(TEXT, MARK.words, Span(16, 19))
    assert marked(given_) == "500"
    assert given_.at == 3
    assert marked(given_.moved_to(0)) == "500"
    assert marked(given_.moved_to(4).toggled()) == "yen"


def test_a_text_without_words_can_be_pressed_at_without_harm() -> None:
    empty = WordMark.of("", ())
    assert empty.toggled().moved_to(3).extended_to(9).span is None
    assert empty.pointed is None


@given(st.lists(st.tuples(st.sampled_from(["move", "toggle", "extend", "clear"]),
                          st.integers(-3, 9))))  # fmt: skip
def test_whatever_is_pressed_a_mark_is_whole_words_of_the_text(keys: list[tuple[str, int]]) -> None:
    mark = MARK
    for name, at in keys:
        match name:
            case "move":
                mark = mark.moved_to(at)
            case "extend":
                mark = mark.extended_to(at)
            case "toggle":
                mark = mark.toggled()
            case _:
                mark = mark.cleared()
    if span := mark.span:
        assert span.start in {word.start for word in mark.words}
        assert span.end in {word.end for word in mark.words}
        assert span.start < span.end


async def test_an_omission_is_marked_on_the_japanese_side_alone(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        screen = review(app)
        screen.row = 1
        await at_rest(pilot)
        await pilot.press("f")
        await pilot.pause()
        await pilot.press(
            "tab", "tab", *"no date", "tab", "right", "right", "space", "right", "right"
        )
        field = app.screen.query_one("#span-ja", SpanField)
        wanted = marked(field.mark)
        assert len(wanted) >= 3
        await pilot.press("enter")
        await at_rest(pilot)
        (flag,) = screen.current.flags
        assert flag.comment == "no date"
        assert flag.en is None
        assert flag.ja is not None
        assert screen.session.document.ja.content[flag.ja.start : flag.ja.end] == wanted


async def test_a_side_with_nothing_in_it_has_no_field(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        review(app).row = 4
        await at_rest(pilot)
        await pilot.press("f")
        await pilot.pause()
        assert isinstance(app.screen, FlagQuestion)
        assert [field.id for field in app.screen.query(SpanField)] == ["span-ja"]
        await pilot.press("escape")


async def test_where_a_side_is_empty_the_error_is_an_omission_or_an_addition(
    tmp_path: Path,
) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        screen = review(app)
        for row, expected in ((4, "accuracy/omission"), (7, "accuracy/addition")):
            screen.row = row
            await at_rest(pilot)
            await pilot.press("f")
            await pilot.pause()
            await pilot.press("enter")
            await at_rest(pilot)
            (flag,) = screen.session.rows[row].flags
            assert (flag.type, flag.severity) == (expected, Severity.MAJOR)


async def test_the_mouse_marks_a_word_and_shift_up_to_another(tmp_path: Path) -> None:
    async with opened(make_project(tmp_path / "p")) as (app, pilot):
        review(app).row = 1
        await at_rest(pilot)
        await pilot.press("f")
        await pilot.pause()
        await pilot.click("#span-en", offset=(6, 0))
        field = app.screen.query_one("#span-en", SpanField)
        assert marked(field.mark) == "April"
        await pilot.click("#span-en", offset=(11, 0), shift=True)
        assert marked(field.mark) == "April 1"
        await pilot.press("escape")
