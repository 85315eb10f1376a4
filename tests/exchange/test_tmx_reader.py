"""Memories of other tools, and of people who mean harm."""

import io
from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.links import Status
from alignbench.exchange import tmx_reader
from alignbench.exchange.selection import Bitext


def read(content: str | bytes) -> Bitext:
    data = content.encode() if isinstance(content, str) else content
    return tmx_reader.read(io.BytesIO(data), "memory.tmx")


def memory(body: str, before: str = "") -> str:
    return f'{before}<tmx version="1.4"><header/><body>{body}</body></tmx>'


def unit(ja: str = "春が来た。", en: str = "Spring has come.", **codes: str) -> str:
    ja_code, en_code = codes.get("ja_code", "ja"), codes.get("en_code", "en")
    attribute = codes.get("attribute", "xml:lang")
    return (
        f'<tu><tuv {attribute}="{ja_code}"><seg>{ja}</seg></tuv>'
        f'<tuv {attribute}="{en_code}"><seg>{en}</seg></tuv></tu>'
    )


@pytest.mark.parametrize(
    ("ja_code", "en_code"), [("ja", "en"), ("JA-JP", "EN-us"), ("ja_JP", "en_GB"), ("jpn", "eng")]
)
@pytest.mark.parametrize("attribute", ["xml:lang", "lang"])
def test_languages_are_known_however_they_are_written(
    ja_code: str, en_code: str, attribute: str
) -> None:
    [pair] = read(memory(unit(ja_code=ja_code, en_code=en_code, attribute=attribute))).pairs

    assert (pair.ja, pair.en) == ("春が来た。", "Spring has come.")
    assert (pair.id, pair.status, pair.confidence) == ("1", Status.CONFIRMED, None)


def test_the_order_of_the_languages_does_not_matter() -> None:
    [pair] = read(memory(unit("Winter.", "冬。", ja_code="en", en_code="ja"))).pairs

    assert (pair.ja, pair.en) == ("冬。", "Winter.")


def test_units_without_both_languages_are_counted_by_what_they_lack() -> None:
    found = read(memory(unit(en_code="fr") + unit() + unit(ja="") + unit(ja_code="zh", en="")))

    assert len(found.pairs) == 1
    assert [str(left) for left in found.left_out] == [
        "1 left out: no English text in the unit",
        "1 left out: no Japanese text in the unit",
        "1 left out: no Japanese and no English text in the unit",
    ]


def test_formatting_codes_are_not_text_but_highlighted_words_are() -> None:
    ja = '<bpt i="1">&lt;b></bpt>春<ept i="1">&lt;/b></ept>が<hi>来<ph/>た</hi>。<!-- 春 -->'

    [pair] = read(memory(unit(ja=ja))).pairs

    assert pair.ja == "春が来た。"


def test_utf16_memories_are_read() -> None:
    content = memory(unit(), before='<?xml version="1.0" encoding="UTF-16"?>')

    assert len(read(content.encode("utf-16")).pairs) == 1


def test_an_entity_that_reads_a_file_is_refused(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("a secret", encoding="utf-8")
    before = f'<!DOCTYPE tmx [<!ENTITY steal SYSTEM "{secret.as_uri()}">]>'

    with pytest.raises(InputError, match="defines XML entities of its own"):
        read(memory(unit(en="&steal;"), before=before))


def test_entities_that_multiply_are_refused() -> None:
    before = '<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    with pytest.raises(InputError, match="defines XML entities of its own"):
        read(memory(unit(en="&b;"), before=before))


def test_the_usual_document_type_is_no_obstacle() -> None:
    assert read(memory(unit(), before='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')).pairs


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "is not well-formed XML"),
        ("春が来た。", "is not well-formed XML"),
        (memory(unit())[:-20], "is not well-formed XML"),
        ("<html><body/></html>", r"is not a translation memory: its root is <html>\."),
        (
            memory(unit().replace("<tuv", '<prop type="x-status">odd</prop><tuv', 1)),
            r"unit 1: it cannot be read \('odd' is not a valid Status\)",
        ),
    ],
)
def test_what_is_no_memory_is_refused_by_name(content: str, message: str) -> None:
    with pytest.raises(InputError, match=rf"^memory\.tmx.*{message}"):
        read(content)


def test_a_namespace_that_is_none_is_told_in_a_sentence() -> None:
    with pytest.raises(InputError, match=r"memory\.tmx"):
        read('<tmx xmlns="a}b" version="1.4"><header/><body/></tmx>')
