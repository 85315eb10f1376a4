"""A bilingual file goes out again with what changed in it, and every other byte as it was."""

import difflib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignbench.documents.formats.reader import BilingualReader, ReadingOptions
from alignbench.documents.formats.registry import reader_of
from alignbench.documents.source_file import SourceFile
from alignbench.documents.updates import FileUpdate, PairChange, updated
from alignbench.domain.bilingual import BilingualText, PairState
from alignbench.domain.errors import InputError

CONFIRMED, DRAFT = PairState.CONFIRMED, PairState.DRAFT
XLIFF1 = """<?xml version='1.0'  encoding="UTF-8"?>\r
<!-- made by hand -->\r
<xliff  version="1.2" xmlns='urn:oasis:names:tc:xliff:document:1.2'>\r
 <file source-language="ja" target-language="en" original="a" datatype="plaintext"><body>\r
  <trans-unit id='1'  approved="no">\r
    <source>門は<g id="1">朝</g>に開く。</source>\r
    <target state="translated">The <g id="1">gate</g> opens at &quot;seven&#34;.</target>\r
  </trans-unit>\r
  <trans-unit id="2" >\r
    <source>舟</source>\r
  </trans-unit>\r
  <trans-unit id="3" approved="yes"><source>波</source><target>wave</target></trans-unit>\r
 </body></file>\r
</xliff>\r
"""
SDLXLIFF = """\ufeff<?xml version="1.0" encoding="utf-8"?><xliff xmlns:sdl="http://sdl.com/FileTypes/\
SdlXliff/1.0" xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="a" \
source-language="ja-JP" target-language="en-US"><body><trans-unit id="u"><source>朝。夜。</source>\
<seg-source><mrk mtype="seg" mid="1">朝。</mrk><mrk mtype="seg" mid="2">夜。</mrk></seg-source>\
<target><mrk mtype="seg" mid="1">Morning.</mrk><mrk mtype="seg" mid="2"/></target><sdl:seg-defs>\
<sdl:seg id="1" conf="Translated"/><sdl:seg id="2" conf="Unspecified" /></sdl:seg-defs>\
</trans-unit></body></file></xliff>"""
MQXLIFF = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:q="MQXliff">
<file original="a" source-language="ja" target-language="en"><body>
<trans-unit id="1" q:status="PartiallyEdited"><source>朝</source>
<target>Morning</target></trans-unit>
</body></file></xliff>"""
XLIFF2 = """<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" srcLang="ja"
 trgLang="en">
 <file id="f">
  <unit id="u">
   <segment id="s1" state="translated" subState="x:fuzzy">
    <source>朝<ph id="1"/>だ。</source>
    <target>It is<ph id="1"/> morning.</target>
   </segment>
   <segment><source>夜。</source></segment>
  </unit>
 </file>
</xliff>"""
TMX = """<?xml version="1.0"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="ja"/><body>
<tu tuid="1"><prop type="x-status">suggested</prop>
  <tuv xml:lang="en"><seg>Morning</seg></tuv><tuv xml:lang="ja"><seg>朝</seg></tuv></tu>
<tu><tuv xml:lang="ja"><seg>夜</seg></tuv><tuv xml:lang="en"><seg>Night &amp; day</seg></tuv></tu>
</body></tmx>"""
PO = """# A catalogue
msgid ""
msgstr ""
"Language: en\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#. for translators
#: a.py:3
#, fuzzy, python-format
#| msgid "朝"
msgid "朝は%d時\\n"
msgstr "Morning at %d\\n"

# keep
msgctxt "menu"
msgid "夜"
msgstr ""

#~ msgid "古い"
#~ msgstr "old"
"""
FILES = {
    "a.xlf": XLIFF1, "a.sdlxliff": SDLXLIFF, "a.mqxliff": MQXLIFF, "b.xlf": XLIFF2, "a.tmx": TMX,
    "a.po": PO,
}  # fmt: skip


def read(name: str, data: bytes) -> BilingualText:
    file = SourceFile(Path(name), data)
    reader = reader_of(file)
    assert isinstance(reader, BilingualReader)
    pairs = reader.read_pairs(file, ReadingOptions())
    assert pairs is not None
    return pairs


def update(name: str, *changes: PairChange, data: bytes | None = None) -> FileUpdate:
    data = FILES[name].encode() if data is None else data
    pairs = read(name, data)
    return updated(SourceFile(Path(name), data), pairs.ja.format, pairs.pairs, changes)


def changed_lines(name: str, *changes: PairChange) -> list[str]:
    before, after = FILES[name], update(name, *changes).data.decode()
    lines = difflib.unified_diff(before.splitlines(True), after.splitlines(True), n=0)
    told = [line.rstrip("\r\n") for line in list(lines)[2:] if not line.startswith("@@")]
    return [f"{line[0]} {line[1:]}" for line in told]


def said(name: str, data: bytes) -> list[tuple[str, str, PairState, str]]:
    both = read(name, data)
    return [
        (
            "".join(both.ja.segments[at].view for at in pair.ja),
            " ".join(both.en.segments[at].view for at in pair.en),
            pair.state,
            pair.note,
        )
        for pair in both.pairs
    ]


@pytest.mark.parametrize("name", FILES)
def test_a_file_in_which_nothing_changed_is_the_same_byte_for_byte(name: str) -> None:
    assert update(name) == FileUpdate(FILES[name].encode(), ())


def test_in_xliff_1_a_state_text_and_note_change_alone() -> None:
    assert changed_lines(
        "a.xlf",
        PairChange(0, CONFIRMED, 'The gate opens at "six".', ("As on <the> sign.",), "aki"),
    ) == [
        "-   <trans-unit id='1'  approved=\"no\">",
        "+   <trans-unit id='1'  approved=\"yes\">",
        '-     <target state="translated">The <g id="1">gate</g> opens at &quot;seven&#34;.'
        "</target>",
        '+     <target state="final">The <g id="1">gate</g> opens at &quot;six&#34;.</target>',
        '+     <note from="aki" annotates="target">As on &lt;the&gt; sign.</note>',
    ]


def test_a_target_that_was_not_there_is_put_after_its_source() -> None:
    assert changed_lines("a.xlf", PairChange(1, DRAFT, "A boat & an oar")) == [
        '+     <target state="needs-review-translation">A boat &amp; an oar</target>'
    ]


def test_what_is_taken_back_is_a_draft_again() -> None:
    made = update("a.xlf", PairChange(2, DRAFT)).data
    assert said("a.xlf", made)[2] == ("波", "wave", DRAFT, "")


def test_trados_has_states_by_segment_and_comments_at_the_head() -> None:
    changes = (
        PairChange(0, CONFIRMED, None, ("Fine.",), 'a"ki', "2026-11-27T10:00:00+00:00"),
        PairChange(1, DRAFT, "Night."),
    )
    made = update("a.sdlxliff", *changes).data
    assert said("a.sdlxliff", made) == [
        ("朝。", "Morning.", CONFIRMED, "Fine."),
        ("夜。", "Night.", DRAFT, ""),
    ]
    assert made.startswith("\ufeff<?xml".encode())
    assert b'conf="ApprovedTranslation"' in made
    assert b'<mrk mtype="seg" mid="2">Night.</mrk>' in made


def test_memoq_has_states_and_comments_at_the_unit() -> None:
    made = update("a.mqxliff", PairChange(0, CONFIRMED, "Dawn", ("Shorter.",), "aki")).data
    assert said("a.mqxliff", made) == [("朝", "Dawn", CONFIRMED, "Shorter.")]
    assert b'q:status="ManuallyConfirmed"' in made


def test_in_xliff_2_a_segment_has_its_state_and_the_unit_its_notes() -> None:
    change = PairChange(0, CONFIRMED, "It was morning.", ("Past.",))
    assert changed_lines("b.xlf", change, PairChange(1, DRAFT, "Night.")) == [
        '-    <segment id="s1" state="translated" subState="x:fuzzy">',
        '+    <notes><note appliesTo="target">Past.</note></notes>',
        '+    <segment id="s1" state="final">',
        '-     <target>It is<ph id="1"/> morning.</target>',
        '+     <target>It was<ph id="1"/> morning.</target>',
        "-    <segment><source>夜。</source></segment>",
        '+    <segment state="translated"><source>夜。</source><target>Night.</target></segment>',
    ]


def test_a_memory_has_states_as_properties_and_notes() -> None:
    assert changed_lines(
        "a.tmx", PairChange(0, CONFIRMED, "Dawn"), PairChange(1, CONFIRMED, None, ("Good.",))
    ) == [
        '- <tu tuid="1"><prop type="x-status">suggested</prop>',
        '-   <tuv xml:lang="en"><seg>Morning</seg></tuv><tuv xml:lang="ja"><seg>朝</seg></tuv>'
        "</tu>",
        '- <tu><tuv xml:lang="ja"><seg>夜</seg></tuv><tuv xml:lang="en"><seg>Night &amp; day'
        "</seg></tuv></tu>",
        '+ <tu tuid="1"><prop type="x-status">confirmed</prop>',
        '+   <tuv xml:lang="en"><seg>Dawn</seg></tuv><tuv xml:lang="ja"><seg>朝</seg></tuv></tu>',
        '+ <tu><note>Good.</note><prop type="x-status">confirmed</prop><tuv xml:lang="ja"><seg>夜'
        '</seg></tuv><tuv xml:lang="en"><seg>Night &amp; day</seg></tuv></tu>',
    ]


def test_a_catalogue_loses_its_fuzzy_flag_and_earlier_source_when_confirmed() -> None:
    assert changed_lines(
        "a.po",
        PairChange(0, CONFIRMED, "Dawn is at %d"),
        PairChange(1, DRAFT, "Night", ("Two\nlines",)),
    ) == [
        "- #, fuzzy, python-format",
        '- #| msgid "朝"',
        "+ #, python-format",
        '- msgstr "Morning at %d\\n"',
        '+ msgstr "Dawn is at %d\\n"',
        "+ # Two",
        "+ # lines",
        "+ #, fuzzy",
        '- msgstr ""',
        '+ msgstr "Night"',
    ]


def test_a_long_string_is_wrapped_as_gettext_does() -> None:
    text = "A quite long sentence that goes on and on until it is longer than one line may be."
    made = update("a.po", PairChange(1, CONFIRMED, text)).data
    assert (
        'msgstr ""\n"A quite long sentence that goes on and on until it is longer than one line "\n'
        '"may be."\n' in made.decode()
    )
    assert said("a.po", made)[1] == ("夜", text, CONFIRMED, "keep")


def test_english_that_is_the_source_stays_and_that_is_said() -> None:
    data = XLIFF1.replace('source-language="ja" target-language="en"',
                          'source-language="en" target-language="ja"')  # fmt: skip
    data = data.replace("<source>波</source><target>wave", "<source>wave</source><target>波")
    made = update("a.xlf", PairChange(2, None, "a wave"), data=data.encode())
    assert made == FileUpdate(data.encode(), ((2, "the English is the source there"),))


@pytest.mark.parametrize("codec", ["utf-16", "shift_jis", "euc-jp", "utf-8-sig"])
def test_a_file_keeps_its_encoding_and_what_that_lacks_is_a_reference(codec: str) -> None:
    name = "UTF-8" if codec == "utf-8-sig" else codec
    data = XLIFF1.replace("UTF-8", name).encode(codec)
    assert update("a.xlf", data=data).data == data
    made = update("a.xlf", PairChange(2, DRAFT, "a wave—ő"), data=data).data
    assert said("a.xlf", made)[2] == ("波", "a wave—ő", DRAFT, "")


def test_a_catalogue_with_a_mark_and_crlf_keeps_both() -> None:
    data = ("\ufeff" + PO.replace("\n", "\r\n")).encode()
    assert update("a.po", data=data).data == data
    made = update("a.po", PairChange(1, CONFIRMED, "Night"), data=data).data
    assert made == data.replace(b'msgstr ""\r\n\r\n#~', b'msgstr "Night"\r\n\r\n#~')


def test_a_format_without_a_way_back_is_told() -> None:
    with pytest.raises(InputError, match="cannot be written back into csv"):
        updated(SourceFile(Path("a.csv"), b""), "csv", (), ())


WORDS = st.lists(
    st.sampled_from(["The", "gate", "opens", "at", '"seven"', "<x>", "&", "]]>", "門", "\u2028a",
                     "'", "a&amp;b", "\\n", "%d", "\x1bq", "."]),
    min_size=1, max_size=8,
).map(" ".join)  # fmt: skip


@given(st.sampled_from(sorted(FILES)), st.data())
def test_what_is_written_reads_so_and_the_other_pairs_as_before(
    name: str, data: st.DataObject
) -> None:
    before = said(name, FILES[name].encode())
    place = data.draw(st.integers(0, len(before) - 1))
    text = data.draw(WORDS)
    made = update(name, PairChange(place, DRAFT, text)).data
    after = said(name, made)
    assert [pair for at, pair in enumerate(after) if at != place] == [
        pair for at, pair in enumerate(before) if at != place
    ]
    shown = "".join(text.replace("\x1b", "␛").replace("\u2028", " ").split())
    assert "".join(after[place][1].replace("\x1b", "␛").split()) == shown
    again = update(name, replace(PairChange(place), state=DRAFT, english=text), data=made).data
    assert said(name, again) == after
