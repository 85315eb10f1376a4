"""One setting is changed, and all else in the file stays as it is."""

from pathlib import Path

import pytest

from alignbench.domain.errors import InputError
from alignbench.project.setting_change import change_setting, typed_form, typed_value
from alignbench.project.setting_list import Setting, settings_now
from alignbench.project.settings import settings_of

FILE = """# ours
[checks]
off = ["num.*"]   # too many

[names]
order = "family-first" # as the client wants it
"""


def setting(name: str) -> Setting:
    table, _, key = name.partition(".")
    return next(
        each.setting
        for each in settings_now(Path("/nowhere"))
        if (each.setting.table, each.setting.key) == (table, key)
    )


def test_comments_and_other_settings_stay(tmp_path: Path) -> None:
    path = tmp_path / "alignbench.toml"
    path.write_text(FILE.replace("family-first", "any"), encoding="utf-8")
    change_setting(tmp_path, setting("checks.off"), ["num.*", "cov.clause"])
    change_setting(tmp_path, setting("meaning.read"), False)
    text = path.read_text(encoding="utf-8")
    assert "# ours" in text
    assert "# as the client wants it" in text
    assert "# too many" in text
    assert "cov.clause" in settings_of(tmp_path).off
    assert settings_of(tmp_path).reads_meaning is False
    change_setting(tmp_path, setting("checks.off"), None)
    assert not settings_of(tmp_path).off


def test_the_file_is_made_where_there_is_none(tmp_path: Path) -> None:
    change_setting(tmp_path, setting("lookup.url"), "https://jisho.org/search/{word}")
    assert settings_of(tmp_path).lookup.url == "https://jisho.org/search/{word}"


@pytest.mark.parametrize("before", ["", FILE.replace("family-first", "any")])
def test_what_makes_no_sense_is_told_and_not_written(tmp_path: Path, before: str) -> None:
    path = tmp_path / "alignbench.toml"
    path.write_text(before, encoding="utf-8")
    with pytest.raises(InputError, match=r"no\.such\.check"):
        change_setting(tmp_path, setting("checks.off"), ["no.such.check"])
    assert path.read_text(encoding="utf-8") == before


def test_a_file_that_is_no_toml_stays_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "alignbench.toml"
    path.write_text("[checks\n", encoding="utf-8")
    with pytest.raises(InputError, match="not TOML"):
        change_setting(tmp_path, setting("checks.off"), [])
    assert path.read_text(encoding="utf-8") == "[checks\n"


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("checks.off", "num.*, cov.clause", ["num.*", "cov.clause"]),
        ("checks.off", '["num.*"]', ["num.*"]),
        ("checks.severity", "num.value = minor", {"num.value": "minor"}),
        ("meaning.read", "false", False),
        ("meaning.per_hundred", "2.5", 2.5),
        ("lookup.url", "https://a.example/{word}", "https://a.example/{word}"),
        ("checks.off", "  ", None),
    ],
)
def test_what_is_typed_is_a_value_of_its_type(name: str, typed: str, value: object) -> None:
    assert typed_value(setting(name), typed) == value
    if value is not None:
        assert typed_value(setting(name), typed_form(value)) == value


@pytest.mark.parametrize(
    ("name", "typed"),
    [("meaning.read", "perhaps"), ("meaning.per_hundred", "many"), ("checks.severity", "minor")],
)
def test_what_is_no_value_of_the_type_is_told(name: str, typed: str) -> None:
    with pytest.raises(InputError, match=typed):
        typed_value(setting(name), typed)
