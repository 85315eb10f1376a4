"""`alignbench align`: two files in, links out, no project."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from alignbench import documents
from alignbench.alignment.evaluation import evaluate, read_beads
from alignbench.domain.text import Document
from tests.cli.examples import EN, JA, Call, complaint, write
from tests.sample.gold import beads, sample


def test_beads_are_one_link_a_line_in_order_with_confidence(call: Call, ja: Path, en: Path) -> None:
    done = call("align", ja, en, "--segmented", "-f", "beads")
    assert done.code == 0
    assert all(re.fullmatch(r"\[[\d, ]*\]:\[[\d, ]*\]:[01]\.\d\d", line) for line in done.lines)
    links = [line.rpartition(":")[0] for line in done.lines]
    assert links == ["[0]:[0]", "[1]:[1]", "[2]:[]", "[3]:[2]", "[4]:[3]"]


def test_a_segmented_line_is_one_segment_and_blank_lines_are_none(call: Call, en: Path) -> None:
    two_in_one = write(en.parent / "two.txt", JA[0] + JA[1], "", *JA[2:], "")
    done = call("align", two_in_one, en, "--segmented", "-f", "jsonl")
    segments = [json.loads(line)["segments"]["ja"] for line in done.lines]
    assert [segment for link in segments for segment in link] == [JA[0] + JA[1], *JA[2:]]


def test_without_segmented_it_splits_the_files_itself(call: Call, tmp_path: Path) -> None:
    ja = write(tmp_path / "ja.txt", "".join(JA))
    en = write(tmp_path / "en.txt", " ".join(EN))
    done = call("align", ja, en, "-f", "jsonl")
    records = [json.loads(line) for line in done.lines]
    assert [text for each in records for text in each["segments"]["ja"]] == list(JA)
    assert [text for each in records for text in each["segments"]["en"]] == list(EN)


def test_a_line_of_jsonl_has_the_texts_the_segments_and_the_confidence(
    call: Call, ja: Path, en: Path
) -> None:
    done = call("align", ja, en, "-f", "jsonl")
    first, _, omitted, *_ = [json.loads(line) for line in done.lines]
    assert first["translation"] == {"ja": JA[0], "en": EN[0]}
    assert first["segments"] == {"ja": [JA[0]], "en": [EN[0]]}
    assert first["status"] == "suggested"
    assert 0 <= first["confidence"] <= 1
    assert omitted["translation"] == {"ja": JA[2], "en": ""}
    assert omitted["segments"] == {"ja": [JA[2]], "en": []}
    assert first["id"] != omitted["id"]


def test_tsv_is_the_default_and_has_a_header(call: Call, ja: Path, en: Path) -> None:
    header, first, *rest = (line.split("\t") for line in call("align", ja, en).lines)
    row = dict(zip(header, first, strict=True))
    assert (row["ja"], row["en"], row["status"]) == (JA[0], EN[0], "suggested")
    assert len(rest) == 4


def test_tmx_holds_the_pairs_and_what_it_cannot_hold_is_said(
    call: Call, ja: Path, en: Path
) -> None:
    done = call("align", ja, en, "-f", "tmx", "--ja-code", "ja-JP")
    tree = etree.fromstring(done.out.encode())
    assert [seg.text for seg in tree.iter("seg")][:2] == [JA[0], EN[0]]
    assert len(list(tree.iter("tu"))) == 4
    assert "ja-JP" in done.out
    assert done.err.splitlines() == [
        "1 left out: one side is empty, which this format cannot hold",
        "4 of 5 pairs written: 61% of the Japanese characters, 100% of the English words.",
    ]


def test_the_suffix_of_the_file_names_the_format(call: Call, ja: Path, en: Path) -> None:
    out = ja.parent / "links.jsonl"
    done = call("align", ja, en, "-o", out)
    assert (done.code, done.out) == (0, "")
    assert json.loads(out.read_text(encoding="utf-8").splitlines()[0])["translation"]["ja"] == JA[0]


def test_an_encoding_may_be_named(call: Call, ja: Path, en: Path) -> None:
    ja.write_bytes("".join(JA).encode("euc_jp"))
    done = call("align", ja, en, "--ja-encoding", "euc_jp", "-f", "jsonl")
    assert json.loads(done.lines[0])["translation"]["ja"] == JA[0]


def test_what_align_prints_evaluate_reads(call: Call) -> None:
    ja, en = sample("notice", "ja"), sample("notice", "en")
    document = Document("notice", documents.read(ja, "ja"), documents.read(en, "en"))
    done = call("align", ja, en, "-f", "beads")
    scores = evaluate(beads("notice", document), read_beads(done.out))
    assert scores.strict.f1 > 0.9


def test_a_model_that_is_not_there(call: Call, ja: Path, en: Path, tmp_path: Path) -> None:
    said = complaint(call("align", ja, en, "--model", tmp_path / "no-such-model"))
    assert "no-such-model" in said


def test_many_pairs_are_written_each_in_the_format_of_its_suffix(
    call: Call, ja: Path, en: Path
) -> None:
    listed = write(
        ja.parent / "pairs.tsv", "# ja, en, out", "ja.txt\ten.txt\tone.jsonl", "",
        "ja.txt\ten.txt\ttwo.beads",
    )  # fmt: skip
    done = call("align", "--pairs", listed)
    assert (done.code, done.out) == (0, "")
    assert json.loads((ja.parent / "one.jsonl").read_text(encoding="utf-8").splitlines()[0])
    assert read_beads((ja.parent / "two.beads").read_text(encoding="utf-8"))


def test_a_pair_that_fails_does_not_stop_the_rest(call: Call, ja: Path, en: Path) -> None:
    listed = write(
        ja.parent / "pairs.tsv", "nothing.txt\ten.txt\tone.tsv", "ja.txt\ten.txt\ttwo.tsv"
    )
    done = call("align", "--pairs", listed)
    assert done.code == 1
    assert "nothing.txt" in done.err
    assert "1 of 2 pairs could not be aligned" in done.err
    assert not (ja.parent / "one.tsv").exists()
    assert JA[0] in (ja.parent / "two.tsv").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["ja.txt\ten.txt"], "line 1 does not name three files"),
        (["ja.txt\ten.txt\tout.tsv"] * 2, "line 2 writes"),
        ([""], "is empty"),
    ],
)
def test_a_list_that_is_none(call: Call, ja: Path, en: Path, lines: list[str], said: str) -> None:
    assert said in complaint(call("align", "--pairs", write(ja.parent / "pairs.tsv", *lines)))


@pytest.mark.parametrize("words", [["--pairs", "pairs.tsv", "ja.txt", "en.txt"], ["ja.txt"]])
def test_pairs_or_two_files_but_not_both(call: Call, words: list[str]) -> None:
    assert call("align", *words).code == 2
