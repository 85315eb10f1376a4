"""RTF is read as a word processor shows it with all changes accepted."""

import pytest

from alignbench.documents.formats.rtf.tokens import DEPTH_LIMIT
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, pairs, read, readings, views

FONTS = (
    r"{\fonttbl{\f0\froman\fcharset0 Serif;}{\f1\fnil\fcharset128 Mincho;}"
    r"{\f2\fnil\fcharset2 Wingdings;}{\f3\fnil\fcharset204 Serif Cyr;}}"
)
STYLES = r"{\stylesheet{\s0 Normal;}{\s1\outlinelevel0 heading 1;}{\s9 List Bullet;}}"


def rtf(body: str, *, page: int = 932) -> bytes:
    """A document of Word's."""
    return rf"{{\rtf1\ansi\ansicpg{page}\deff0\uc1{FONTS}{STYLES}{body}}}".encode("latin-1")


def written(text: str, encoding: str = "cp932") -> str:
    """Text as Word writes it, each byte in digits."""
    return "".join(rf"\'{byte:02x}" for byte in text.encode(encoding))


def test_text_is_in_the_encoding_of_its_font_or_written_by_numbers() -> None:
    body = (
        rf"\pard\f1 {written('能登の灯台。')}\par"
        r"\f0 \u26085?\u26412\'93 \uc2\u28023\'8a\'43\uc1\u-10179?\u-8704?\par"
        rf"\f3 {written('мост', 'cp1251')}\f0 {written('café', 'cp1252')}\par"
        rf"\f0 {written('雨だ。')}\par"
    )
    assert views("a.rtf", rtf(body)) == [
        "能登の灯台。",
        "日本 海\U0001f600",
        "мостcafé",
        "雨だ。",
    ]


def test_second_bytes_that_are_signs_of_the_format_belong_to_their_character() -> None:
    raw = "ソ表".encode("cp932")  # 83 5C 95 5C
    assert raw.count(b"\\") == 2
    data = rtf("").removesuffix(b"}") + rb"\pard\f1 \'83\\\'95\\ \'83e" + b"\\par}"
    assert views("a.rtf", data) == ["ソ表 テ"]


def test_headings_items_cells_and_line_breaks() -> None:
    body = (
        r"\pard\s1 Rain\par\pard{\pntext\f2\'6c\tab}First\par"
        r"{\listtext\f2\'6c\tab}\pard\ls1 Second\par\pard\s9 Third\par"
        r"\pard One line\line and its rest.\line Next.\par"
        r"\trowd\cellx1\cellx2\pard\intbl Year\cell Trains\par and men\cell\row\pard After.\par"
    )
    text = read("a.rtf", rtf(body), "en")
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "Rain"),
        (Kind.LIST_ITEM, "First"),
        (Kind.LIST_ITEM, "Second"),
        (Kind.LIST_ITEM, "Third"),
        (Kind.SENTENCE, "One line and its rest."),
        (Kind.SENTENCE, "Next."),
        (Kind.CELL, "Year"),
        (Kind.CELL, "Trains"),
        (Kind.CELL, "and men"),
        (Kind.SENTENCE, "After."),
    ]
    assert left_out(text) == {"automatic numbers and bullets": "●"}


def test_notes_follow_the_body_and_their_sentences_are_whole() -> None:
    body = (
        r"\pard It was late{\super\chftn{\footnote\pard\s1\chftn  By an hour. Or two.}} that day."
        r"{\footnote\ftnalt\pard\chftn  Endnote.\par\pard More.}\par"
    )
    text = read("a.rtf", rtf(body), "en")
    assert [(s.kind, s.view, s.location.footnote_of) for s in text.segments] == [
        (Kind.SENTENCE, "It was late that day.", ""),
        (Kind.FOOTNOTE, "By an hour.", "1"),
        (Kind.FOOTNOTE, "Or two.", "1"),
        (Kind.FOOTNOTE, "Endnote.", "2"),
        (Kind.FOOTNOTE, "More.", "2"),
    ]


def test_ruby_of_old_word_is_a_reading() -> None:
    field = (
        r'{\field{\*\fldinst {EQ \\* jc2 \\* "Font:Mincho" \\* hps10 \\o\\ad(\\s\\up 9('
        rf"\f1 {written('はしけ')}),{written('艀')})}}}}{{\fldrslt }}}}"
    )
    text = read("a.rtf", rtf(rf"\pard\f1 {field}{written('が来た。')}\par"))
    assert [s.view for s in text.segments] == ["艀が来た。"]
    assert readings(text) == [("艀", "はしけ")]


def test_results_of_fields_are_text_and_changes_are_accepted() -> None:
    body = (
        r'\pard See {\field{\*\fldinst HYPERLINK "https://example.org/"}{\fldrslt {\ul the lamp}}}.'
        r"{\deleted  Never.}{\revised  Always.}{\v secret}\v hidden\v0\plain  End.\par"
        r'{\field{\*\fldinst TOC \\o "1-3"}{\fldrslt Rain\tab 3\par}}'
    )
    text = read("a.rtf", rtf(body), "en")
    assert [s.view for s in text.segments] == ["See the lamp.", "Always.", "End."]
    assert left_out(text) == {
        "deleted text (tracked changes)": "Never.",
        "hidden text": "secret",
        "tables of contents": "Rain",
        "addresses of links and pictures": "https://example.org/",
    }


def test_what_stands_beside_the_text_is_said_and_nothing_else_is_shown() -> None:
    body = (
        r"{\info{\title Draft}{\*\company Lamp}{\creatim\yr2030}}{\header\pard Lamp Press\par}"
        r"{\*\unknown some {nested} words}{\pict\wmetafile8 0102aabb}\pard Rain."
        r"{\*\atnid X}\chatn{\*\annotation\pard Really?}{\xe rain}"
        r"{\shp{\*\shpinst{\sp{\sn lTxid}{\sv 65536}}{\sp{\sn gtextUNICODE}{\sv Wet}}"
        r"{\shptxt\pard In a box.\par}}{\shprslt\pard In a box.\par}}\par\pard Wind.\par"
        r"{\upr{\pard old\par}{\*\ud{\pard new\par}}}{\mmath{\*\moMath{\mr x+1}}}"
    )
    text = read("a.rtf", rtf(body), "en")
    assert [s.view for s in text.segments] == ["Rain.", "In a box.", "Wind.", "new"]
    assert left_out(text) == {
        "properties of the document": "Draft",
        "headers and footers": "Lamp Press",
        "comments": "Really?",
        "entries for an index": "rain",
        "texts of drawings": "Wet",
        "formulas": "x+1",
    }


def test_documents_of_other_programs() -> None:
    edited = (
        r"{\rtf1\ansi\ansicpg932\cocoartf2639" + "\n"
        r"{\fonttbl\f0\fnil\fcharset128 Hira;}" + "\n"
        rf"\pard\f0 \uc0\u26085 \u26412 {written('の')}" + "\\\n"
        rf"{written('海')}\u12290 }}"
    )
    assert views("a.rtf", edited.encode("latin-1")) == ["日本の", "海。"]
    plain = rb"{\rtf1\ansi\deff0{\fonttbl{\f0\fcharset128 M;}}\pard "
    assert views("a.rtf", plain + "雨だ。".encode("cp932")) == ["雨だ。"]  # and never closed
    assert views("a.doc", rtf(r"\pard Rain.\par"), "en") == ["Rain."]


def test_a_table_in_both_languages_is_pairs() -> None:
    rows = "".join(
        rf"\trowd\cellx1\cellx2\pard\intbl\f1 {written(ja)}\cell {en}\cell\row"
        for ja, en in (("日本語", "English"), ("雨だ。", "Rain."), ("風だ。", "Wind."))
    )
    found = [pair[:2] for pair in pairs("a.rtf", rtf(rows))]
    assert found == [("雨だ。", "Rain."), ("風だ。", "Wind.")]


def test_what_is_no_rtf_or_nested_without_end_is_refused() -> None:
    with pytest.raises(InputError, match="is no RTF"):
        read("a.rtf", "雨だ。")
    with pytest.raises(InputError, match="groups deep"):
        read("a.rtf", rtf("{" * (DEPTH_LIMIT + 1) + "x"))
    assert views("a.rtf", rtf(r"\pard a}}}} b\bin99999999 c"), "en") == ["a b"]
