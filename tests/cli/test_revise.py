"""`alignbench revise`: proposals from the shell."""

import json
from pathlib import Path

from tests.cli.examples import Call, complaint


def name_of(call: Call, project: Path) -> str:
    documents = json.loads(call("-C", project, "status", "--json").out)["documents"]
    return str(documents[0]["name"])


def test_what_is_proposed_is_listed_settled_and_written_out(
    call: Call, project: Path, tmp_path: Path
) -> None:
    name = name_of(call, project)
    better = "Each reader may borrow at most ten books."
    assert call("-C", project, "revise", "propose", name, 2, better).code == 0
    (listed,) = json.loads(call("-C", project, "revise", "list", "--json").out)
    assert (listed["link"], listed["proposal"], listed["state"]) == (2, better, "open")
    out = tmp_path / "revised.txt"
    assert call("-C", project, "revise", "write", name, "-o", out).code == 0
    (source,) = (project / "data" / "en").glob(f"{name}.*")
    before = source.read_text(encoding="utf-8")
    assert out.read_text(encoding="utf-8") == before.replace(listed["en"], better, 1)
    patch = call("-C", project, "revise", "write", name, "--patch").out
    assert f"-{listed['en']}\n+{better}\n" in patch
    call("-C", project, "revise", "settle", name, 2, "refused")
    assert "Nothing is proposed" in complaint(call("-C", project, "revise", "write", name))


def test_a_link_that_is_not_there_is_told(call: Call, project: Path) -> None:
    name = name_of(call, project)
    said = complaint(call("-C", project, "revise", "propose", name, 99, "x"))
    assert "There is no such row" in said
