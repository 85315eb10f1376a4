"""Every setting with its type and file, and the schema for editors."""

from pathlib import Path

import pytest

from alignbench.project.setting_list import schema, settings_now
from alignbench.project.settings import read_settings


def test_each_setting_says_where_it_comes_from(tmp_path: Path) -> None:
    (tmp_path / "alignbench.toml").write_text('[names]\norder = "family-first"\n')
    now = {f"{s.setting.table}.{s.setting.key}": s for s in settings_now(tmp_path)}
    assert now["names.order"].file == tmp_path / "alignbench.toml"
    assert now["names.order"].value == "family-first"
    assert (now["names.macrons"].file, now["names.macrons"].value) == (None, "any")


def test_the_schema_knows_what_the_reader_knows() -> None:
    tables = schema()["properties"]
    for table, about in tables.items():
        for key, known in about["properties"].items():
            for value in known.get("enum", [known["default"]]):
                text = {"True": "true", "False": "false"}.get(str(value), repr(value))
                read_settings(f"[{table}]\n{key} = {text}\n")
    with pytest.raises(Exception, match="there is no such setting"):
        read_settings("[names]\nnone = 1\n")
