"""`alignbench settings`."""

import json
from pathlib import Path

from tests.cli.examples import Call
from tests.tui.workbench import make_project


def test_it_prints_values_with_their_file_and_a_schema(call: Call, tmp_path: Path) -> None:
    root = make_project(tmp_path / "p")
    (root / "alignbench.toml").write_text('[checks]\noff = ["en.*"]\n')
    lines = call("-C", root, "settings").out.splitlines()
    assert any(line.startswith("checks.off") and "alignbench.toml" in line for line in lines)
    records = json.loads(call("-C", root, "settings", "--json").out)
    assert {each["setting"] for each in records} >= {"checks.off", "meaning.per_hundred"}
    assert json.loads(call("-C", root, "settings", "--schema").out)["title"] == "alignbench.toml"
    (root / "alignbench.toml").write_text('[checks]\nof = ["en.*"]\n')
    assert "line 2, checks.of" in call("-C", root, "settings").err
