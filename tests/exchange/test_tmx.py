import dataclasses
import io
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from alignbench.exchange import tmx, tmx_reader
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import xml_text
from tests.exchange.examples import ONE, TWO_TO_ONE, pairs

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)

# The element declarations of TMX 1.4b that we write against, from its specification.
DTD = etree.DTD(
    io.StringIO("""
<!ENTITY % segtypes "block|paragraph|sentence|phrase">
<!ELEMENT tmx (header, body)>
<!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (note|prop|ude)*>
<!ATTLIST header creationtool CDATA #REQUIRED creationtoolversion CDATA #REQUIRED
  segtype (%segtypes;) #REQUIRED o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED
  srclang CDATA #REQUIRED datatype CDATA #REQUIRED o-encoding CDATA #IMPLIED
  creationdate CDATA #IMPLIED creationid CDATA #IMPLIED changedate CDATA #IMPLIED
  changeid CDATA #IMPLIED>
<!ELEMENT ude (map+)>
<!ATTLIST ude name CDATA #REQUIRED base CDATA #IMPLIED>
<!ELEMENT map EMPTY>
<!ATTLIST map unicode CDATA #REQUIRED code CDATA #IMPLIED ent CDATA #IMPLIED subst CDATA #IMPLIED>
<!ELEMENT body (tu*)>
<!ELEMENT tu ((note|prop)*, tuv+)>
<!ATTLIST tu tuid CDATA #IMPLIED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED
  usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED
  creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
  changedate CDATA #IMPLIED segtype (%segtypes;) #IMPLIED changeid CDATA #IMPLIED
  o-tmf CDATA #IMPLIED srclang CDATA #IMPLIED>
<!ELEMENT tuv ((note|prop)*, seg)>
<!ATTLIST tuv xml:lang CDATA #REQUIRED o-encoding CDATA #IMPLIED datatype CDATA #IMPLIED
  usagecount CDATA #IMPLIED lastusagedate CDATA #IMPLIED creationtool CDATA #IMPLIED
  creationtoolversion CDATA #IMPLIED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED
  changedate CDATA #IMPLIED changeid CDATA #IMPLIED o-tmf CDATA #IMPLIED>
<!ELEMENT seg (#PCDATA)>
<!ELEMENT note (#PCDATA)>
<!ATTLIST note o-encoding CDATA #IMPLIED xml:lang CDATA #IMPLIED>
<!ELEMENT prop (#PCDATA)>
<!ATTLIST prop type CDATA #REQUIRED xml:lang CDATA #IMPLIED o-encoding CDATA #IMPLIED>
""")
)


def written(*pairs: Pair) -> bytes:
    out = io.BytesIO()
    tmx.write(pairs, out, ExportOptions(NOON))
    return out.getvalue()


def test_a_memory_says_who_made_it_and_in_which_languages() -> None:
    header = etree.fromstring(written()).find("header")

    assert header is not None
    assert (header.get("creationtool"), header.get("creationdate")) == (
        "alignbench", "20261123T120000Z"
    )  # fmt: skip
    assert (header.get("srclang"), header.get("datatype")) == ("ja", "plaintext")


def test_a_unit_carries_the_decisions_before_the_texts() -> None:
    [unit] = etree.fromstring(written(TWO_TO_ONE)).iter("tu")

    assert (unit.get("tuid"), unit.get("segtype")) == ("notice:1,2:1", "block")
    assert [child.tag for child in unit] == ["note", "prop", "prop", "prop", "prop", "tuv", "tuv"]
    assert {prop.get("type"): prop.text for prop in unit.iterchildren("prop")} == {
        "x-status": "confirmed", "x-link": "2-1", "x-src-file": "notice", "x-flags": "2"
    }  # fmt: skip
    assert [seg.text for seg in unit.iter("seg")] == [TWO_TO_ONE.ja, TWO_TO_ONE.en]


def test_languages_are_named_as_the_reader_wants_them() -> None:
    out = io.BytesIO()
    tmx.write([ONE], out, ExportOptions(NOON, "ja-JP", "en-US"))
    root = etree.fromstring(out.getvalue())

    assert [variant.get(tmx.LANGUAGE) for variant in root.iter("tuv")] == ["ja-JP", "en-US"]
    assert tmx_reader.read(io.BytesIO(out.getvalue()), "memory.tmx").pairs == (ONE,)


@given(st.lists(pairs(null_links=False), max_size=4))
def test_what_is_written_is_valid_tmx(some: list[Pair]) -> None:
    DTD.assertValid(etree.fromstring(written(*some)))


def in_xml(pair: Pair) -> Pair:
    """The pair with a sign for each control character, the one thing that XML cannot hold."""
    return dataclasses.replace(
        pair,
        id=xml_text(pair.id),
        document=xml_text(pair.document),
        ja_segments=tuple(map(xml_text, pair.ja_segments)),
        en_segments=tuple(map(xml_text, pair.en_segments)),
        note=xml_text(pair.note),
    )


@given(st.lists(pairs(null_links=False), max_size=4))
def test_any_pairs_come_back_as_they_were(some: list[Pair]) -> None:
    found = tmx_reader.read(io.BytesIO(written(*some)), "memory.tmx")

    assert found.pairs == tuple(map(in_xml, some))
    assert found.left_out == ()


def test_a_control_character_becomes_a_visible_sign() -> None:
    pair = dataclasses.replace(ONE, en_segments=("The\x1b[31m library",))

    assert [seg.text for seg in etree.fromstring(written(pair)).iter("seg")] == [
        pair.ja, "The␛[31m library"
    ]  # fmt: skip
