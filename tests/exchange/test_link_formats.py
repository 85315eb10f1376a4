"""XLIFF, TEI, XCES, Moses, Sketch Engine: links for tools that align, translate and search."""

import io
from dataclasses import replace

from lxml import etree

from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.exchange import moses, sketch_engine, tei, xces, xliff_1_2, xliff_2_1
from alignbench.exchange.pair import Pair, PairFlag
from tests.exchange.examples import DOCUMENT, OMITTED, ONE, OPTIONS, TWO_TO_ONE

FLAG = PairFlag(
    "accuracy/mistranslation", Severity.MAJOR, "The month?", None, Span(21, 28), "mori", "2026"
)
WIDE = replace(FLAG, type="style/awkward", severity=Severity.MINOR, comment="", en=Span(4, 26))
XLIFF2 = {"x": xliff_2_1.NAMESPACE}
XLIFF1 = {"x": xliff_1_2.NAMESPACE}


def xliff(version: str, *rows: Pair) -> etree._Element:
    out = io.BytesIO()
    module = xliff_2_1 if version == "2.1" else xliff_1_2
    module.write(rows, out, OPTIONS)
    return etree.fromstring(out.getvalue())


def test_xliff_1_2_says_what_is_final_and_what_was_noted() -> None:
    root = xliff("1.2", replace(ONE, flags=1, flag_list=(FLAG,)), TWO_TO_ONE, OMITTED)
    units = root.findall(".//x:trans-unit", XLIFF1)
    assert [unit.get("approved") for unit in units] == ["yes", "yes", "no"]
    assert units[0].findtext("x:target", namespaces=XLIFF1) == ONE.en
    (note,) = units[0].findall("x:note", XLIFF1)
    assert (note.get("from"), note.text) == ("mori", "Mistranslation, major, open: The month?")
    assert units[2].findtext("x:target", namespaces=XLIFF1) == ""


def test_flags_of_xliff_2_1_mark_their_places_even_where_they_overlap() -> None:
    root = xliff("2.1", replace(ONE, flags=2, flag_list=(FLAG, WIDE)))
    (target,) = root.findall(".//x:target", XLIFF2)
    assert "".join(map(str, target.itertext())) == ONE.en
    its = f"{{{xliff_2_1.ITS}}}locQualityIssue"
    marks = {mark.get("id"): mark for mark in target.findall("x:sm", XLIFF2)}
    assert marks["m1"].get(f"{its}Type") == "mistranslation"
    assert marks["m1"].get(f"{its}Comment") == "The month?"
    assert [each.get("startRef") or each.get("id") for each in target] == ["m2", "m1", "m2", "m1"]


def test_the_languages_are_called_as_the_style_says() -> None:
    out = io.BytesIO()
    xliff_2_1.write([ONE], out, replace(OPTIONS, ja_code="ja-JP", en_code="en-GB"))
    root = etree.fromstring(out.getvalue())
    assert (root.get("srcLang"), root.get("trgLang")) == ("ja-JP", "en-GB")


def test_tei_texts_are_whole_and_the_links_name_their_sentences() -> None:
    made = tei.files(DOCUMENT, OPTIONS)
    sentences = etree.fromstring(made[".ja.xml"]).findall(".//{*}s")
    assert [each.text for each in sentences] == [
        text for pair in DOCUMENT for text in pair.ja_segments
    ]
    links = etree.fromstring(made[".ja.en.xml"])
    assert (links.get("fromDoc"), links.get("toDoc")) == ("notice.ja.xml", "notice.en.xml")
    assert [link.get("xtargets") for link in links] == ["s1;s1", "s2;s2 s3", ";s4"]
    assert [link.get("type") for link in links] == ["1-1", "2-1", "1-0"]


def test_xces_puts_the_source_first() -> None:
    made = xces.files(DOCUMENT, OPTIONS)
    links = etree.fromstring(made[".ces"]).findall(".//link")
    assert [link.get("xtargets") for link in links] == ["1;1", "2 3;2", "4;"]


def test_a_text_stays_in_its_own_order_where_links_cross() -> None:
    first = replace(ONE, ja_positions=(1,), ja_segments=("乙。",))
    second = replace(ONE, ja_positions=(0,), ja_segments=("甲。",), en_positions=(1,))
    made = xces.files([first, second], OPTIONS)
    assert [each.text for each in etree.fromstring(made[".ja.xml"]).iter("s")] == ["甲。", "乙。"]
    links = etree.fromstring(made[".ces"]).findall(".//link")
    assert [link.get("xtargets") for link in links] == ["2;1", "1;2"]


def test_moses_has_as_many_lines_on_each_side_as_ids() -> None:
    broken = replace(ONE, en_segments=("One\nor two\u2028lines.",))
    made = moses.files([broken, TWO_TO_ONE], OPTIONS)
    assert made[".en"].decode().split("\n")[0] == "One or two lines."
    assert {len(content.splitlines()) for content in made.values()} == {2}


def test_sketch_engine_gets_the_same_structures_on_both_sides() -> None:
    made = sketch_engine.files([replace(ONE, en_segments=("<R&D>",)), OMITTED], OPTIONS)
    assert b"&lt;R&amp;D&gt;" in made[".en.txt"]
    assert {content.count(b"<align") for content in made.values()} == {2}
