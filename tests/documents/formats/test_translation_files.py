"""XLIFF, SDLXLIFF, MQXLIFF, TMX and PO come in as pairs, with their states, notes and ids."""

import pytest

from alignbench.domain.errors import InputError
from tests.documents.formats.made import bilingual, left_out, pairs, sides, views


def xliff(units: str, source: str = "ja", target: str = "en") -> str:
    """An XLIFF 1.2 file."""
    return (
        '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" '
        'xmlns:sdl="http://sdl.com/FileTypes/SdlXliff/1.0" xmlns:mq="MQXliff">'
        f'<file original="a.docx" source-language="{source}" target-language="{target}">'
        f"<body>{units}</body></file></xliff>"
    )


def test_states_and_notes_of_xliff_1() -> None:
    units = (
        '<trans-unit id="1" approved="yes"><source>入口</source><target>Entrance</target>'
        "<note>札と同じ</note></trans-unit>"
        '<trans-unit id="2"><source>出口</source><target state="new">出口</target></trans-unit>'
        '<trans-unit id="3"><source>門</source><target state="needs-review-translation">Gate'
        "</target></trans-unit>"
        '<trans-unit id="4" translate="no"><source>HX水</source></trans-unit>'
    )
    both = bilingual("a.xlf", xliff(units))
    assert [(*sides(both, p), str(p.state), p.note, p.id, p.locked) for p in both.pairs] == [
        ("入口", "Entrance", "confirmed", "札と同じ", "1", False),
        ("出口", "", "untranslated", "", "2", False),
        ("門", "Gate", "draft", "", "3", False),
        ("HX水", "", "untranslated", "", "4", True),
    ]


def test_the_sides_follow_the_languages_and_not_the_order() -> None:
    unit = "<trans-unit id='1'><source>Gate</source><target>門</target></trans-unit>"
    assert pairs("a.xlf", xliff(unit, "en-US", "ja-JP")) == [("門", "Gate", "draft")]


def test_codes_hold_no_text_and_groups_do() -> None:
    unit = (
        '<trans-unit id="1"><source><g id="1">朝</g>の<ph id="2">&lt;br/&gt;</ph>畑</source>'
        "<target>Morning field</target><alt-trans><target>old</target></alt-trans></trans-unit>"
    )
    both = bilingual("a.xlf", xliff(unit))
    assert sides(both, both.pairs[0]) == ("朝の畑", "Morning field")
    assert [p.source for p in both.ja.segments[0].placeholders] == [
        '<g id="1">', "", '<ph id="2"><br/>',
    ]  # fmt: skip
    assert left_out(both) == {"proposals of a memory (alt-trans)": "old"}


def test_segments_of_trados_pair_by_their_numbers() -> None:
    unit = (
        '<trans-unit id="t"><source>無料。撮れません。</source><seg-source>'
        '<mrk mtype="seg" mid="1">無料。</mrk><mrk mtype="seg" mid="2">撮れません。</mrk>'
        '</seg-source><target><mrk mtype="seg" mid="1">Free<mrk mtype="x-sdl-deleted"> entry</mrk>'
        '.</mrk></target><sdl:seg-defs><sdl:seg id="1" conf="ApprovedTranslation"/>'
        '<sdl:seg id="2" locked="true"/></sdl:seg-defs></trans-unit>'
        '<trans-unit id="x" translate="no"><source>A4</source></trans-unit>'
    )
    both = bilingual("a.sdlxliff", xliff(unit))
    assert [(*sides(both, p), str(p.state), p.locked) for p in both.pairs] == [
        ("無料。", "Free.", "confirmed", False),
        ("撮れません。", "", "untranslated", True),
    ]
    assert left_out(both) == {
        "deleted text (tracked changes)": "entry",
        "layout between the segments": "A4",
    }


def test_states_and_comments_of_memoq() -> None:
    unit = (
        '<trans-unit id="1" mq:status="ManuallyConfirmed"><source>網</source><target>Net</target>'
        "<mq:comments><mq:comment>訳を統一</mq:comment></mq:comments></trans-unit>"
    )
    both = bilingual("a.mqxliff", xliff(unit))
    assert [(str(p.state), p.note) for p in both.pairs] == [("confirmed", "訳を統一")]


def test_segments_states_and_codes_of_xliff_2() -> None:
    made = (
        '<xliff version="2.1" srcLang="ja" trgLang="en" '
        'xmlns="urn:oasis:names:tc:xliff:document:2.0">'
        '<file id="f"><unit id="u"><notes><note>短く</note></notes>'
        '<segment state="final"><source>畑の<pc id="1">朝</pc></source>'
        "<target>Morning</target></segment><ignorable><source> </source></ignorable>"
        "<segment><source>露</source></segment></unit></file></xliff>"
    )
    both = bilingual("a.xliff", made)
    assert [(*sides(both, p), str(p.state), p.note) for p in both.pairs] == [
        ("畑の朝", "Morning", "confirmed", "短く"),
        ("露", "", "untranslated", ""),
    ]


def test_a_file_in_two_other_languages_is_refused() -> None:
    unit = "<trans-unit id='1'><source>Tor</source><target>Gate</target></trans-unit>"
    with pytest.raises(InputError, match="no Japanese"):
        bilingual("a.xlf", xliff(unit, "de", "en"))


def test_a_memory_of_other_languages_is_not_called_empty() -> None:
    unit = '<tu><tuv xml:lang="fr"><seg>Oui</seg></tuv><tuv xml:lang="de"><seg>Ja</seg></tuv></tu>'
    with pytest.raises(InputError, match="no pair of Japanese and English"):
        bilingual("a.tmx", f"<tmx><body>{unit}</body></tmx>")


def test_a_memory_in_utf_16_that_says_otherwise_is_read() -> None:
    made = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><body><tu>'
        '<tuv xml:lang="EN-US"><seg>Rain <bpt i="1">&lt;b&gt;</bpt>now</seg></tuv>'
        '<tuv lang="JA"><seg>雨</seg></tuv><tuv xml:lang="fr"><seg>Pluie</seg></tuv></tu>'
        '<tu><tuv xml:lang="ja"><seg>片方</seg></tuv></tu></body></tmx>'
    )
    both = bilingual("a.tmx", made.encode("utf-16"))
    assert [sides(both, pair) for pair in both.pairs] == [("雨", "Rain now")]
    assert left_out(both) == {"other languages (fr)": "Pluie", "units without English": "片方"}


def test_fuzzy_is_never_confirmed_and_obsolete_entries_are_said() -> None:
    made = (
        'msgid ""\nmsgstr "Language: ja\\n"\n\n#. 短く\nmsgid "Open"\nmsgstr "開く"\n\n'
        '#, fuzzy\n#| msgid "Shut"\nmsgid "Close"\nmsgstr "閉"\n"じる"\n\n'
        'msgid "%d boat"\nmsgid_plural "%d boats"\nmsgstr[0] "%d艘"\n\n'
        '#~ msgid "Old"\n#~ msgstr "古い"\n'
    )
    both = bilingual("a.po", made)
    assert [(*sides(both, p), str(p.state), p.note) for p in both.pairs] == [
        ("開く", "Open", "confirmed", "短く"),
        ("閉じる", "Close", "draft", ""),
        ("%d艘", "%d boat", "confirmed", ""),
        ("%d艘", "%d boats", "confirmed", ""),
    ]
    assert "obsolete entries" in left_out(both)


def test_a_string_that_nobody_closed_is_an_error_with_its_line() -> None:
    with pytest.raises(InputError, match="line 2"):
        bilingual("a.po", 'msgid "Open"\nmsgstr "開く\n')


def test_one_side_of_a_bilingual_file_can_be_read_alone() -> None:
    unit = "<trans-unit id='1'><source>門</source><target>Gate</target></trans-unit>"
    assert views("a.xlf", xliff(unit), "en") == ["Gate"]


def test_qt_linguist_has_messages_by_context() -> None:
    made = (
        '<?xml version="1.0"?><!DOCTYPE TS><TS version="2.1" language="ja_JP"><context><name>Win'
        "</name><message><source>&amp;File</source><comment>menu</comment><translation>ファイル(&amp;F)"
        '</translation></message><message numerus="yes"><source>%n mails</source><translation>'
        "<numerusform>%n 通</numerusform></translation></message><message><source>Open</source>"
        '<translation type="unfinished">開く</translation></message><message><source>Old</source>'
        '<translation type="vanished">古い</translation></message></context></TS>'
    )
    assert pairs("app_ja.ts", made) == [
        ("ファイル(&F)", "&File", "confirmed"),
        ("%n 通", "%n mails", "confirmed"),
        ("開く", "Open", "draft"),
    ]
    both = bilingual("app_ja.ts", made)
    assert left_out(both) == {"obsolete entries": "Old 古い"}
    assert both.pairs[0].note == "menu"


def test_a_memory_may_be_in_another_encoding_than_it_says() -> None:
    made = (
        '<?xml version="1.0" encoding="UTF-16"?><tmx version="1.4"><body><tu><tuv xml:lang="ja">'
        '<seg>港</seg></tuv><tuv xml:lang="en"><seg>harbour</seg></tuv></tu></body></tmx>'
    )
    assert pairs("a.tmx", made) == [("港", "harbour", "draft")]


def test_notes_are_whole_with_their_elements() -> None:
    made = (
        '<xliff version="1.2"><file source-language="ja" target-language="en" original="a"><body>'
        "<trans-unit id='1'><source>門</source><target>Gate</target><note>a <b>bold</b> word</note>"
        "</trans-unit></body></file></xliff>"
    )
    assert bilingual("a.xlf", made).pairs[0].note == "a bold word"
