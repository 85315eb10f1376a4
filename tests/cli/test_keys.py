"""`alignbench keys`: the commands and their keys, and a keymap file to begin with."""

from pathlib import Path

import pytest

from alignbench.tui.commands.catalogue import every_command
from alignbench.tui.commands.keymap_file import read_keymap
from tests.cli.examples import Call, complaint


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALIGNBENCH_CONFIG", str(tmp_path))


def test_every_command_is_listed_with_its_keys(call: Call) -> None:
    done = call("keys")
    assert done.code == 0
    lines = {words[-1]: line for line in done.lines if (words := line[:48].split())}
    assert set(lines) >= set(every_command())
    assert lines["merge-with-next"].split()[0] == "m"


def test_the_file_it_prints_gives_the_keys_there_are(call: Call, tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(call("keys", "--toml").out, encoding="utf-8")
    found = read_keymap(path)
    changeable = {id_ for id_, each in every_command().items() if each.is_rebindable}
    assert set(found) == changeable
    assert all(found[id_] == every_command()[id_].keys for id_ in changeable)


def test_a_keymap_that_is_wrong_is_one_clear_sentence(call: Call, tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text('rejekt = "z"\n', encoding="utf-8")
    said = complaint(call("keys"))
    assert "rejekt" in said
    assert "keys.toml" in said


def test_locate_names_the_file(call: Call, tmp_path: Path) -> None:
    assert call("locate", "keys").out == f"{tmp_path / 'keys.toml'}\n"
