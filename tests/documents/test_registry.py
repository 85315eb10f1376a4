"""Which reader reads a file, and what a reader from elsewhere must be."""

import re
from importlib.metadata import EntryPoint
from pathlib import Path

import pytest

from alignbench.documents import read
from alignbench.documents.formats import registry
from alignbench.documents.formats.plain import PlainText
from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text


class Letters(PlainText):
    name = "letters"
    suffixes = (".letter",)

    def sniff(self, head: bytes) -> bool:
        return head.startswith(b"Dear ")


def bring(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    point = EntryPoint("letters", value, registry.GROUP)
    monkeypatch.setattr(registry, "entry_points", lambda group: [point])
    monkeypatch.setattr(registry, "all_readers", registry.all_readers.__wrapped__)


def reader_for(name: str, data: str = "文。") -> str:
    return registry.reader_of(SourceFile(Path(name), data.encode())).name


def test_the_ending_of_a_name_chooses_and_plain_text_takes_the_rest() -> None:
    assert reader_for("A.MD") == "markdown"
    assert reader_for("a.txt") == "text"
    assert reader_for("letter without ending") == "text"


def test_an_installed_reader_is_asked_first(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, "tests.documents.test_registry:Letters")
    assert reader_for("a.letter") == "letters"
    assert reader_for("a.txt", "Dear Ms Aoki,") == "letters"
    assert reader_for("a.txt", "Dearest,") == "text"


def test_a_reader_that_cannot_be_loaded_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    bring(monkeypatch, "tests.documents.test_registry:Telegrams")
    with pytest.raises(InputError, match=r"readers called 'letters' .* cannot be loaded"):
        reader_for("a.txt")


class Failing(PlainText):
    name = "failing"
    suffixes = (".fail",)

    def sniff(self, head: bytes) -> bool:
        print("sniffing")
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        raise KeyError("letters")


def test_a_reader_of_another_package_that_fails_is_named_and_prints_no_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bring(monkeypatch, "tests.documents.test_registry:Failing")
    (tmp_path / "a.fail").write_text("文。", encoding="utf-8")
    with pytest.raises(InputError, match=r"reader 'failing' of the package tests failed: KeyError"):
        read(tmp_path / "a.fail", "ja")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "sniffing\n")


def test_a_segmented_file_is_nobodys_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    file = SourceFile(Path("a.md"), "# 題".encode())
    assert registry.reader_of(file, segmented=True).name == "text"


def test_the_page_of_formats_names_every_ending_and_no_other() -> None:
    page = (Path(__file__).parents[2] / "docs" / "formats.md").read_text(encoding="utf-8")
    section = page.partition("\n## Texts in\n")[2].partition("\n## ")[0]
    table = [line.split("|")[2] for line in section.splitlines() if line.startswith("| ")]
    (refused,) = re.findall(r"Refused, with the reason: (.*?), files", section)
    read_ = set(re.findall(r"`(\.[a-z0-9]+)`", " ".join(table)))
    not_read = set(re.findall(r"`(\.[a-z0-9]+)`", refused))
    assert read_ & not_read == {".ts"}, "the ending of Qt Linguist and of TypeScript"
    endings = {ending for reader in registry.OURS for ending in reader().suffixes}
    assert read_ | not_read == endings


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("ja.ts", "export default { title: '題' };", "is a program"),
        ("ja.php", "<?php return ['a' => '雨'];", "is a program"),
        ("strings.toml", 'a = "雨"', "is a program"),
        ("run", "#!/bin/sh\necho 雨", "is a program"),
        ("words.tbx", "<tbx/>", "is a glossary"),
        ("a.xml", '<?xml version="1.0"?><martif><text>雨</text></martif>', "XML of a kind"),
        ("a.dita", '<?xml version="1.0"?><topic><p>雨。</p></topic>', "XML of a kind"),
        ("a.txt", '<?xml version="1.0"?><article><para>雨。</para></article>', "XML of a kind"),
        ("song.lrc", "[00:01.00]春が来た", "markup"),
    ],
)
def test_what_is_no_prose_is_refused_and_never_taken_for_text(
    name: str, data: str, said: str
) -> None:
    file = SourceFile(Path(name), data.encode())
    with pytest.raises(InputError, match=said):
        registry.reader_of(file).read(file, "ja", ReadingOptions())


@pytest.mark.parametrize(
    ("name", "data", "format"),
    [
        ("a.jtd", b"x", "Word"),
        ("a.idml", b"PK\x03\x04" + bytes(26) + b"mimetype", "HTML or PDF"),
        ("a.icml", b'<?xml version="1.0"?><?aid style="50"?><Document/>', "HTML or PDF"),
        ("a.ods", b"PK\x03\x04", ".xlsx"),
    ],
)
def test_files_of_other_programs_are_refused_with_what_to_save_them_as(
    name: str, data: bytes, format: str
) -> None:
    file = SourceFile(Path(name), data)
    with pytest.raises(InputError) as refused:
        registry.reader_of(file).read(file, "ja", ReadingOptions())
    assert format in (refused.value.hint or "")
