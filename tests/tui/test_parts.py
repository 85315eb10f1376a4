"""The pure parts: glyphs, what fits, the map, finding, marking, reading a place, the state file."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.links import Candidate, Link, Origin, Status
from alignbench.domain.summary import DocumentSummary
from alignbench.project.file_pairs import FilePair
from alignbench.review.rows import RowMaker
from alignbench.system.safe_text import printable
from alignbench.tui import mind_input_methods
from alignbench.tui.library.lines import headings, line, widths
from alignbench.tui.review.candidate_lines import Advice, fitted, panel_lines, share
from alignbench.tui.review.controllers.navigation import read_number
from alignbench.tui.review.manual_link import Linking
from alignbench.tui.review.text_search import Finder
from alignbench.tui.state import AppState, read_state, write_state
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.key_line import Hint, fitting
from alignbench.tui.widgets.minimap import stretch
from alignbench.tui.widgets.progress_line import bar, percent
from alignbench.tui.widgets.row_marks import RowMarks
from alignbench.tui.widgets.row_model import Mark
from alignbench.tui.widgets.truncation import cut
from alignbench.tui.wrapping import cells
from tests.tui.workbench import NOTICE, PARAGRAPHS, beads_of, document_of

DOCUMENT = document_of("notice", NOTICE, PARAGRAPHS)
LINKS = [
    Link(i + 1, bead.ja, bead.en, Status.SUGGESTED, Origin.ALIGNER, bead.confidence)
    for i, bead in enumerate(beads_of(NOTICE))
]
ROWS, _ = RowMaker(DOCUMENT, 0.8).draw_all(LINKS, [])


# Glyphs


def test_no_glyph_of_ours_is_two_cells_wide_in_any_terminal() -> None:
    ours = {
        character
        for name, value in vars(glyphs).items()
        if name.isupper() and isinstance(value, str)
        for character in value
    }
    box_drawing = {chr(code) for code in range(0x2500, 0x2580)}
    assert {unicodedata.east_asian_width(each) for each in ours - box_drawing} <= {"N", "Na"}
    assert all(cells(each) == 1 for each in ours)


@given(st.text())
def test_what_is_printed_is_never_a_command_to_the_terminal(text: str) -> None:
    printed = printable(text)
    assert len(printed) == len(text)
    assert all(unicodedata.category(character) != "Cc" for character in printed)


# What fits


@given(st.text("あいう漢字abc 。", max_size=60), st.integers(3, 40))
def test_a_cut_text_fits(text: str, room: int) -> None:
    assert cells(cut(text, room)) <= room
    assert cut(text, 1_000) == text


@given(st.lists(st.text("あa ", min_size=1, max_size=40), min_size=1, max_size=7),
       st.integers(10, 120))  # fmt: skip
def test_joined_segments_fit_and_each_shows_its_beginning(parts: list[str], room: int) -> None:
    assert cells(fitted(parts, room)) <= room


def test_each_segment_of_a_candidate_keeps_its_beginning() -> None:
    first, second = "The library stays open until eight.", "Books come back late at times."
    assert fitted([first, second], 43) == "The library stays... + Books come back l..."


def test_the_last_hints_are_never_left_out() -> None:
    hints = [Hint(key, key, "label") for key in "abcdef"]
    assert [hint.key for hint in fitting(hints, 100)] == list("abcdef")
    assert [hint.key for hint in fitting(hints, 28)] == ["a", "e", "f"]
    assert [hint.key for hint in fitting(hints, 5)] == ["e", "f"]
    assert fitting([], 5) == []


@pytest.mark.parametrize(
    ("value", "shown"), [(1.0, "1.0"), (0.996, "1.0"), (0.62, ".62"), (0.001, "-")]
)
def test_a_probability_takes_three_cells(value: float, shown: str) -> None:
    assert share(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(0, "0%"), (0.00001, "<1%"), (0.5, "50%"), (0.9999, "99%"), (1, "100%")]
)
def test_all_and_nothing_are_said_only_where_they_are_so(value: float, shown: str) -> None:
    assert percent(value) == shown
    assert (glyphs.BAR_LEFT in bar(value, 10)) == (value < 1)


# The map


@given(st.integers(1, 60), st.integers(0, 500))
def test_every_row_is_on_exactly_one_line_of_the_map(lines: int, rows: int) -> None:
    shown = [row for at in range(lines) for row in range(*stretch(at, lines, rows))]
    assert shown == list(range(rows))


# The panel


def test_the_panel_says_what_is_known_of_a_link() -> None:
    found = [
        Candidate((3,), (3, 4), 0.62, 0.7, "same 65, meaning .70, length fits"),
        Candidate((3,), (), 0.01, 0.0),
    ]
    lines = panel_lines(Advice(ROWS[3], DOCUMENT, found, "in doubt 1/4"), 110, {})
    assert lines[0].plain == "in doubt 1/4  suggested  the aligner is .62 sure  ja 4 ▴▾  en 4-5 ▴▾"
    assert lines[1].plain.startswith("1 ▸ .62  However, readers")
    assert lines[1].plain.endswith("same 65, meaning .70, length fits")
    assert " + This is a special" in lines[1].plain
    assert lines[2].plain.startswith("2   .01  nothing: declare it omitted")
    assert all(cells(each.plain.rstrip()) <= 110 for each in lines)


def test_the_panel_says_what_the_doubt_is_about() -> None:
    lines = panel_lines(Advice(ROWS[4], DOCUMENT, None, "in doubt 2/4", "wait"), 110, {})
    assert "nothing found in the English" in lines[0].plain
    assert lines[1].plain == "wait"


def test_reasons_are_dropped_rather_than_words_where_it_is_narrow() -> None:
    found = [Candidate((3,), (3, 4), 0.62, 0.7, "same 65, meaning .70, length fits")]
    narrow = panel_lines(Advice(ROWS[3], DOCUMENT, found), 44, {})[1]
    assert cells(narrow.plain) <= 44
    assert "However" in narrow.plain


# Finding and marking


def test_finding_is_in_reading_order_and_blind_to_width_and_case() -> None:
    matches = Finder(DOCUMENT).find("ＴＷＥＮＴＹ", ROWS)
    assert [match.place for match in matches] == [("en", 3), ("en", 9 - 1)]
    view = DOCUMENT.en.segments[3].view
    assert view[matches[0].start : matches[0].end] == "twenty"
    assert Finder(DOCUMENT).find("", ROWS) == []


def test_linking_by_hand_points_and_marks() -> None:
    linking = Linking.begin(ROWS[3].link, DOCUMENT)
    assert linking.marked("ja") == (3,)
    linking = linking.moved(1, ROWS, 3).toggled()
    assert (linking.marked("en"), linking.row(ROWS)) == ((4,), 3)
    linking = linking.moved(0, ROWS, 3)
    assert linking.pointer == ("ja", 3)
    assert linking.toggled().marked("ja") == ()
    assert linking.summary(DOCUMENT).startswith("ja 4 ")


def test_pointing_stays_inside_the_text() -> None:
    linking = Linking.begin(ROWS[0].link, DOCUMENT).moved(-1, ROWS, 0)
    assert linking.pointer == ("en", 0)
    assert linking.at("en", 9).moved(1, ROWS, 9).pointer == ("en", 9)


@pytest.mark.parametrize(
    ("typed", "number"),
    [("12", ("", 12)), ("j12", ("ja", 12)), ("e12", ("en", 12)), (" Ｅ１２\u3000", ("en", 12)),
     ("x", None), ("", None), ("-1", None), ("e", None)],
)  # fmt: skip
def test_numbers_as_people_type_them(typed: str, number: tuple[str, int] | None) -> None:
    assert read_number(typed) == number


# The shelf


def test_a_pair_that_waits_is_listed_with_its_name_as_text() -> None:
    pair = FilePair("[b]桜\x1b[0m", Path("a"), Path("b"), imported=False)
    columns = widths([pair])
    assert line(pair, columns, {}).plain.startswith("[b]桜␛[0m     not imported yet")
    assert headings(columns).plain.startswith("document")


def test_a_narrow_library_cuts_no_number() -> None:
    document = DocumentSummary("commentary", 66, 66, 50, 16, 0, 2, 99, 12, 3, 8, "")
    for width in (54, 62, 74, 100):
        columns = widths([document], width)
        assert cells(line(document, columns, {}).plain) <= width
        assert cells(headings(columns).plain) <= width
        assert "25%" in line(document, columns, {}).plain
        assert f"{glyphs.FOUND} 8" in line(document, columns, {}).plain
    assert "66 x 66" in line(document, columns, {}).plain


# What is remembered, and the keyboard protocol


def test_state_survives_and_rubbish_is_ignored(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "app.json"
    assert read_state(path) == AppState()
    write_state(path, AppState(theme="paper-light"))
    assert read_state(path).theme == "paper-light"
    path.write_text('{"theme": "paper-light", "later": 1}')
    assert read_state(path).theme == "paper-light"
    for rubbish in ("", "[1]", "nonsense", "\x00"):
        path.write_text(rubbish)
        assert read_state(path) == AppState()


def test_a_place_where_nothing_can_be_kept_stops_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    path = tmp_path / "file" / "deep" / "app.json"
    write_state(path, AppState(theme="paper-light"))
    assert read_state(path) == AppState()


@pytest.mark.parametrize(
    ("environment", "set_to"),
    [
        ({"TERM_PROGRAM": "iTerm.app"}, "1"),
        ({"TERM_PROGRAM": "iTerm.app", "TMUX": "/tmp/x"}, None),
        ({"TERM_PROGRAM": "iTerm.app", "TEXTUAL_DISABLE_KITTY_KEY": "0"}, "0"),
        ({"TERM_PROGRAM": "ghostty"}, None),
        ({}, None),
    ],
)
def test_iterm_is_spared_the_protocol_in_which_it_loses_kana(
    environment: dict[str, str], set_to: str | None
) -> None:
    mind_input_methods(environment)
    assert environment.get("TEXTUAL_DISABLE_KITTY_KEY") == set_to


# Marks of many rows


def test_marks_are_kept_in_step_with_the_rows() -> None:
    marks = RowMarks()
    marks.show(ROWS, {ROWS[0].link.id})
    assert marks.map[0] == Mark.FOUND
    fewer = (*ROWS[:1], *ROWS[2:])
    marks.splice(fewer, set(), 1, 1)
    anew = RowMarks()
    anew.show(fewer, {ROWS[0].link.id})
    assert marks.map == anew.map
    asking = [at for at, row in enumerate(fewer) if row.doubtful or at == 0]
    assert [at for at in range(len(fewer)) if marks.asks(at)] == asking
    upto = [marks.to_look_at(upto=at + 1) for at in asking]
    assert upto == list(range(1, len(asking) + 1))
    shown = bytes(at != asking[-1] for at in range(len(fewer)))
    assert marks.to_look_at(shown) == len(asking) - 1
