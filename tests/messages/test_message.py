"""Messages: a text that remembers what it was made from, in the reader's language."""

import pickle
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import given
from hypothesis import strategies as st

from alignbench.messages import Message, catalogue, t, tn
from alignbench.messages.message import restored, stored
from alignbench.messages.template import escaped, filled


def test_a_message_is_its_text_and_remembers_its_template_and_arguments() -> None:
    said = t("{name} has {count:,} pairs.", name="本", count=1200)
    assert said == "本 has 1,200 pairs."
    assert (said.id, said.values) == (
        "{name} has {count:,} pairs.",
        {"name": "本", "count": 1200},
    )


def test_one_and_several_have_templates_of_their_own() -> None:
    assert tn("{count} pair", "{count:,} pairs", 1) == "1 pair"
    assert tn("{count} pair", "{count:,} pairs", 2000) == "2,000 pairs"


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{name} {missing}", "a{b} {missing}"),
        ("{{name}} is {name}", "{name} is a{b}"),
        ("{name.__class__}", "{name.__class__}"),
        ("{name:>999999999}", "{name:>999999999}"),
        ("{name:d}", "a{b}"),
    ],
)
def test_a_template_fills_names_only_and_never_fails(template: str, shown: str) -> None:
    assert filled(template, {"name": "a{b}"}) == shown


@given(st.text())
def test_any_text_can_stand_as_a_template_for_itself(text: str) -> None:
    assert filled(escaped(text), {"name": "x"}) == text


@given(st.text(max_size=30), st.text(max_size=30), st.integers(0, 10**6))
def test_what_is_stored_comes_back_with_its_arguments(one: str, value: str, count: int) -> None:
    for message in (Message(one, {"value": value}), tn(one, one + "s", count, value=value)):
        again = restored(stored(message))
        assert again == message
        assert (again.id, again.several) == (message.id, message.several)


def test_a_sentence_that_an_older_version_stored_stays_that_sentence() -> None:
    for text in ("Merged two links", "{strange}", "[1, 2]", '{"a": 1}', "null"):
        assert restored(text) == text


def test_messages_travel_between_processes() -> None:
    message = tn("{count} pair", "{count} pairs", 3)
    assert pickle.loads(pickle.dumps(message)).several == ("{count} pairs", 3)


def test_a_catalogue_speaks_the_readers_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = Catalog(locale="ja")
    made.add("{name} is empty.", "{name}は空です。")
    made.add(("{count} pair", "{count} pairs"), ("{count}組",))
    folder = tmp_path / "ja" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "alignbench.mo").open("wb") as out:
        write_mo(out, made)
    monkeypatch.setattr(catalogue, "LOCALE", tmp_path)
    monkeypatch.setenv("ALIGNBENCH_LANGUAGE", "ja_JP.UTF-8")
    catalogue.reader_language.cache_clear()
    try:
        assert t("{name} is empty.", name="本") == "本は空です。"
        assert tn("{count} pair", "{count} pairs", 2) == "2組"
        assert t("Not translated.") == "Not translated."
    finally:
        monkeypatch.undo()
        catalogue.reader_language.cache_clear()
