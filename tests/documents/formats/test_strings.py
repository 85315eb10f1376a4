"""String tables of programs."""

import json
import plistlib

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import PlaceholderKind
from tests.documents.formats.made import bilingual, left_out, lines, pairs, read, views


def test_strings_of_json_stand_under_their_keys_and_variables_are_placeholders() -> None:
    text = read("ja.json", json.dumps({"menu": {"hi": "やあ、{name}さん。", "n": 3}}))
    (segment,) = text.segments
    assert (segment.view, segment.location.part) == ("やあ、{name}さん。", "menu.hi")
    assert [(p.kind, p.source) for p in segment.placeholders] == [
        (PlaceholderKind.VARIABLE, "{name}")
    ]
    assert left_out(text) == {"numbers and other values that are no strings": "3"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.json", json.dumps([{"ja": "雨", "en": "Rain"}])),
        ("a.json", json.dumps({"ja": {"k": "雨"}, "en": {"k": "Rain"}})),
        ("a.jsonl", lines({"id": "1", "translation": {"ja": "雨", "en": "Rain"}})),
        ("a.yaml", "k:\n  ja: 雨\n  en: Rain\n"),
    ],
)
def test_keys_that_differ_by_the_language_alone_are_pairs(name: str, made: str) -> None:
    assert pairs(name, made) == [("雨", "Rain", "draft")]


def test_catalogs_of_apple_hold_both_languages() -> None:
    unit = {"stringUnit": {"state": "needs_review", "value": "開く"}}
    catalog = {
        "sourceLanguage": "en",
        "strings": {"Open": {"comment": "ボタン", "localizations": {"ja": unit}}},
    }
    both = bilingual("a.xcstrings", json.dumps(catalog))
    assert pairs("a.xcstrings", json.dumps(catalog)) == [("開く", "Open", "draft")]
    assert both.pairs[0].note == "ボタン"


def test_descriptions_in_arb_are_said() -> None:
    text = read(
        "a.arb", json.dumps({"@@locale": "ja", "hi": "やあ", "@hi": {"description": "挨拶"}})
    )
    assert [segment.view for segment in text.segments] == ["やあ"]
    assert left_out(text) == {"descriptions of strings (metadata)": "ja"}


def test_yaml_gives_an_anchor_once_and_leaves_values_that_are_no_strings() -> None:
    made = "# 画面\nja:\n  a: &x 'はい'\n  b: *x\n  c: true\n  d: |\n    一。\n    二。\n"
    text = read("a.yml", made)
    assert [(s.view, s.location.part) for s in text.segments] == [
        ("はい", "ja.a"),
        ("一。二。", "ja.d"),
    ]
    assert set(left_out(text)) == {
        "repetitions of anchors (aliases)",
        "numbers and other values that are no strings",
        "comments",
    }


def test_properties_know_escapes_and_lines_that_go_on() -> None:
    made = "# 設定\na.b = \\u6e2f\\u306e \\\n   地図\nc\\=d:値=値\n"
    text = read("a.properties", made)
    assert [(s.view, s.location.part) for s in text.segments] == [
        ("港の 地図", "a.b"),
        ("値=値", "c=d"),
    ]
    assert left_out(text) == {"comments": "設定"}


def test_android_strings_arrays_and_plurals() -> None:
    made = (
        "<resources><!-- 起動 --><string name='a'>It\\'s <b>大潮</b>\\n</string>"
        "<string name='b' translatable='false'>x</string><string name='c'>@string/a</string>"
        "<plurals name='p'><item quantity='other'>%d件</item></plurals></resources>"
    )
    text = read("strings.xml", made)
    assert [(s.view, s.location.part) for s in text.segments] == [
        ("It's <b>大潮</b>", "a"),
        ("%d件", "p.other"),
    ]
    assert left_out(text) == {
        "comments": "起動",
        "strings that are not to be translated (translatable)": "x",
        "references to other strings": "@string/a",
    }


def test_apple_strings_with_comments() -> None:
    text = read("a.strings", '/* ボタン */\n"open" = "\\"開く\\"";\n')
    assert [segment.view for segment in text.segments] == ['"開く"']
    assert left_out(text) == {"comments": "ボタン"}


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("a.json", '{"a": "雨"'),
        ("a.json", "[" * 100_000),
        ("a.yml", "a: [雨"),
        ("a.yml", "[" * 5_000),
        ("a.strings", '"a" = "雨;'),
    ],
)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str, made: str) -> None:
    with pytest.raises(InputError):
        read(name, made)


def test_a_name_that_comes_twice_is_read_twice() -> None:
    assert views("a.json", '{"a": "雨", "a": "風"}') == ["雨", "風"]


def test_a_file_of_one_string_has_no_key() -> None:
    assert views("a.arb", '"舟が着く。"') == ["舟が着く。"]


def test_a_list_of_languages_makes_no_pairs_of_a_file_in_one_language() -> None:
    made = {
        "menu": "開く",
        "help": "助け",
        "end": "終わる",
        "languages": {"ja": "日本語", "en": "English"},
    }
    assert views("ja.json", json.dumps(made)) == ["開く", "助け", "終わる", "日本語", "English"]


def test_a_key_of_a_catalog_may_be_the_name_of_a_language() -> None:
    catalog = {
        "sourceLanguage": "en",
        "strings": {"Japanese": {"localizations": {"ja": {"stringUnit": {"value": "日本語"}}}}},
    }
    assert pairs("a.xcstrings", json.dumps(catalog)) == [("日本語", "Japanese", "draft")]


def test_what_is_said_of_messages_is_no_text() -> None:
    made = {
        "hi": {"message": "やあ", "description": "挨拶", "placeholders": {"n": {"content": "$1"}}}
    }
    text = read("messages.json", json.dumps(made))
    assert [segment.view for segment in text.segments] == ["やあ"]
    assert left_out(text) == {"descriptions of strings (metadata)": "挨拶"}
    error = {"error": {"message": "失敗", "description": "詳細"}, "end": "終わり"}
    assert views("ja.json", json.dumps(error)) == ["失敗", "詳細", "終わり"]


def test_settings_in_json_may_have_comments_and_last_commas() -> None:
    text = read("a.jsonc", '{ // 画面\n "a": "雨//雪", /* 下 */\n "b": ["風",],\n}')
    assert [segment.view for segment in text.segments] == ["雨//雪", "風"]
    assert left_out(text) == {"comments": "画面"}


def test_apple_strings_without_quotation_marks_or_values() -> None:
    assert views("a.strings", 'open = 開く;\n"雨";\n$key_1 = "風";\n') == ["開く", "雨", "風"]


@pytest.mark.parametrize("form", [plistlib.FMT_XML, plistlib.FMT_BINARY])
def test_property_lists_of_apple(form: plistlib.PlistFormat) -> None:
    rule = {
        "NSStringFormatSpecTypeKey": "NSStringPluralRuleType",
        "NSStringFormatValueTypeKey": "d",
        "other": "%d通",
    }
    made = plistlib.dumps({"mails": {"NSStringLocalizedFormatKey": "%#@n@", "n": rule}}, fmt=form)
    text = read("a.stringsdict", made)
    assert [s.view for s in text.segments] == ["%#@n@", "%d通"]
    assert left_out(text) == {
        "numbers and other values that are no strings": "NSStringPluralRuleType"
    }
    assert views("a.strings", plistlib.dumps({"open": "開く"}, fmt=form)) == ["開く"]


@pytest.mark.parametrize(
    "made", [b"bplist00", b"bplist00" + b"\xff" * 40, b"<plist><dict></plist>"]
)
def test_a_damaged_property_list_is_said(made: bytes) -> None:
    with pytest.raises(InputError, match="no property list"):
        read("a.plist", made)


def test_strings_of_net_programs() -> None:
    made = (
        '<?xml version="1.0"?><root><resheader name="resmimetype"><value>text/microsoft-resx'
        '</value></resheader><data name="Hi" xml:space="preserve"><value>やあ、{0}さん</value>'
        '<comment>挨拶</comment></data><data name="i" type="System.Drawing.Bitmap"><value>x.png'
        "</value></data></root>"
    )
    text = read("Form.ja.resx", made)
    assert [(s.view, s.location.part) for s in text.segments] == [("やあ、{0}さん", "Hi")]
    assert left_out(text) == {"comments": "挨拶", "resources that are no strings": "x.png"}


def test_a_catalog_with_few_translations_is_pairs_with_the_state_of_the_target() -> None:
    def unit(value: str, state: str) -> dict[str, object]:
        return {"stringUnit": {"state": state, "value": value}}

    catalog = {
        "sourceLanguage": "en",
        "strings": {
            "": {},
            "Shut": {},
            "Open": {},
            "Later": {},
            "lamps": {
                "localizations": {
                    "en": {"variations": {"plural": {"other": unit("%lld lamps", "translated")}}},
                    "ja": {"variations": {"plural": {"other": unit("%lld基", "needs_review")}}},
                }
            },
        },
    }
    both = bilingual("a.xcstrings", json.dumps(catalog))
    assert pairs("a.xcstrings", json.dumps(catalog)) == [
        ("", "Shut", "untranslated"),
        ("", "Open", "untranslated"),
        ("", "Later", "untranslated"),
        ("%lld基", "%lld lamps", "draft"),
    ]
    assert both.pairs[-1].state_in_file == "needs_review"
