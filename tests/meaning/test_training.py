"""The way from pairs of texts to a reader, on a few pairs made up for it: every step runs."""

import json
import random
from pathlib import Path

import numpy as np
import pytest

from benchmarks.meaning.training.corpus import Corpus, load_corpus
from benchmarks.meaning.training.examples import Example, Row
from benchmarks.meaning.training.groups import groups
from benchmarks.meaning.training.groups_in_context import by_person, by_sense, by_topic
from benchmarks.meaning.training.groups_of_pairs import by_alternative, by_contrast, by_revision
from benchmarks.meaning.training.mine import mine, neighbours
from benchmarks.meaning.training.packing import (
    GROUP,
    UNKNOWN,
    joined,
    labels_of,
    packed,
    width_for,
)
from benchmarks.meaning.training.prepare import is_usable, prepare, was_held_out

BEFORE = ("門番が広い庭に来た。", "The guard came to the large garden.")
ALIKE = (
    ("彼は赤い傘を見た。", "He saw the red umbrella."),
    ("彼は赤い旗を見た。", "He saw the red flag."),
    ("彼は赤い旗を見た。", "A red flag caught his eye."),
    ("雨が降れば祭りは中止です。", "If it rains, the festival is off."),
    ("父は昨日そこで眠った。", "Father slept there yesterday."),
    ("母は古い橋を渡った。", "Mother crossed the old bridge."),
    ("彼女は橋を渡った。", "She crossed the bridge."),
    ("裏門を使わなければならない。", "You must use the back gate."),
    ("日曜以外は開いている。", "It is open except on Sunday."),
)
SENSE = (
    "かけてください。|Please sit down.#椅子がある。/There is a chair."
    "|Please call.#電話がある。/There is a telephone."
)


def lines() -> str:
    """A table of pairs whose sources are a document and a heap of sentences."""
    after = ("そこは狭かった。", "The garden was small.")
    rows = [("kyoto", *BEFORE), ("kyoto", *after)] * 30 + [("jec", *pair) for pair in ALIKE]
    return "".join("\t".join(row) + "\n" for row in rows)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """Texts prepared and mined."""
    pairs, revised = tmp_path / "pairs.tsv", tmp_path / "revised.tsv"
    pairs.write_text(lines(), encoding="utf-8")
    rows = [
        f"doc{n}\t門は{n}時に閉まった。\tThe gate shuts at {n}.\tThe gate shut at {n}.\n"
        for n in range(12)
    ]
    revised.write_text("doc\tja\ten_before\ten_after\n" + "".join(rows), encoding="utf-8")
    out = tmp_path / "data"
    prepare(out, [pairs], revised)
    (out / "senses.txt").write_text(SENSE + "\n", encoding="utf-8")
    dictionary = tmp_path / "dictionary.tsv"
    dictionary.write_text("旗\tflag\n傘\tumbrella\n祭り\tfestival (big)\n", encoding="utf-8")
    mine(out, dictionary, None)
    return out


def encode(texts: list[str]) -> list[tuple[list[int], list[tuple[int, int]]]]:
    """A piece a character, the same in every call."""
    return [
        ([4 + ord(char) % 90 for char in text], [(at, at + 1) for at in range(len(text))])
        for text in texts
    ]


def drawn(corpus: Corpus) -> list[tuple[Example, ...]]:
    source = groups(corpus, random.Random(2))
    return [next(source) for _ in range(80)]


def test_a_block_is_kept_or_held_out_as_a_whole_and_always_the_same(data: Path) -> None:
    kept = (data / "keep.tsv").read_text(encoding="utf-8")
    assert "He saw the red flag." in kept
    assert not is_usable("門", "Gate.")
    revised = (data / "revisions.tsv").read_text(encoding="utf-8")
    held = {n for n in range(12) if was_held_out(f"doc{n}")}
    assert held
    assert all((f"shut at {n}.\n" in revised) is (n not in held) for n in range(12))


def test_what_is_mined_is_what_differs_in_a_word_and_what_says_the_same(data: Path) -> None:
    corpus = load_corpus(data)
    texts = [{corpus.rows[a].en, corpus.rows[b].en} for a, b in corpus.contrasts]
    assert {"He saw the red umbrella.", "He saw the red flag."} in texts
    assert {corpus.rows[at].ja for at in corpus.alternatives} == {"彼は赤い旗を見た。"}
    assert corpus.know.glosses == {"旗": ["flag"]}
    assert corpus.rare["condition"]


def test_a_group_has_right_and_wrong_english_of_one_japanese(data: Path) -> None:
    for group in drawn(load_corpus(data)):
        assert len(group) == GROUP
        assert 0 < sum(each.wrong > 0.5 for each in group) < GROUP
        right = {(each.ja, each.en, each.before_ja) for each in group if each.wrong < 0.5}
        wrong = {(each.ja, each.en, each.before_ja) for each in group if each.wrong > 0.5}
        assert right.isdisjoint(wrong)


@pytest.mark.parametrize("way", [by_contrast, by_alternative, by_revision, by_sense])
def test_ways_that_need_mined_rows_find_groups_in_them_and_none_without(
    data: Path, way: object
) -> None:
    assert callable(way)
    found = [way(load_corpus(data), random.Random(seed)) for seed in range(20)]
    assert any(found)
    assert way(Corpus([Row("jec", False, *BEFORE)]), random.Random(0)) is None


def test_a_dropped_subject_is_decided_by_the_sentence_before(data: Path) -> None:
    found = [by_person(load_corpus(data), random.Random(seed)) for seed in range(60)]
    group = next(each for each in found if each)
    assert not group[0].ja.startswith("彼")
    assert group[0].before_ja
    assert group[1].kind == "context"


def test_a_topic_is_said_as_another_only_where_the_sentence_before_has_it() -> None:
    rows = [Row("kyoto", False, *BEFORE), Row("kyoto", True, "狭くない。", "The garden is large.")]
    corpus = Corpus(rows, topics=[(1, "garden")])
    found = [by_topic(corpus, random.Random(seed)) for seed in range(60)]
    group = next((each for each in found if each), None)
    assert group is None or group[2].before_ja == BEFORE[0]


def test_labels_say_what_is_wrong_and_what_is_not_known() -> None:
    places = [(0, 2), (2, 5), (5, 6)]
    assert labels_of(places, ((3, 4),)) == [0, 1, 0]
    assert labels_of(places, None) == [UNKNOWN] * 3


def test_a_batch_is_as_wide_as_its_widest_group_needs(data: Path) -> None:
    made = [each for group in drawn(load_corpus(data)) if (each := packed(group, encode))]
    width = max(width_for(each) or 0 for each in made)
    batch = joined(made, width)
    assert batch.ids.shape == batch.labels.shape == (GROUP * len(made), width)
    assert (batch.labels[np.arange(width) >= batch.lengths[:, None]] == UNKNOWN).all()


def test_neighbours_are_near_words_that_are_not_the_same_word() -> None:
    rows = [Row("jec", False, "犬", "puppy kitten puppies table")] * 12
    vectors = np.array([[1, 0.1, 0], [1, 0.2, 0], [1, 0.1, 0.1], [0, 0, 1]], np.float64)
    found = neighbours(rows, ["▁puppy", "▁kitten", "▁puppies", "▁table"], vectors)
    assert found["puppy"][0] == "kitten"
    assert "puppies" not in found["puppy"]


def test_a_network_learns_and_is_written_and_read_again(data: Path, tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    from benchmarks.meaning.training.network import Network, begin_from, write_arrays
    from benchmarks.meaning.training.train import Plan, loss_of, train

    torch.manual_seed(0)
    torch.set_num_threads(1)
    made = [each for group in drawn(load_corpus(data)) if (each := packed(group, encode))][:6]
    batch = joined(made, max(width_for(each) or 0 for each in made))
    network = Network(vocabulary=96, layers=3, width=24, heads=2)
    with torch.no_grad():
        before = float(loss_of(network, batch, "cpu"))
    plan = Plan(seconds=600, rate=0.05, steps=12)
    assert train(network, iter([batch] * 12), plan, "cpu") == 12
    network.eval()
    assert float(loss_of(network, batch, "cpu").detach()) < before
    write_arrays(network, tmp_path / "weights")
    again = Network(vocabulary=96, layers=3, width=24, heads=2).eval()
    assert begin_from(again, tmp_path / "weights") == []
    given = [torch.from_numpy(each.astype(np.int64)) for each in (batch.ids, batch.types)]
    lengths = torch.from_numpy(batch.lengths.astype(np.int64))
    with torch.no_grad():
        first, second = (each(*given, lengths)[1] for each in (network, again))
    assert torch.corrcoef(torch.stack([first, second]))[0, 1] > 0.98


def test_batches_come_from_a_tokenizer(data: Path, tmp_path: Path) -> None:
    pytest.importorskip("torch")
    from tokenizers import Tokenizer, models

    from benchmarks.meaning.training.train import batches

    pieces = sorted({char for line in lines() for char in line})
    vocabulary = {name: at for at, name in enumerate(["<s>", "<pad>", "</s>", "<unk>", *pieces])}
    coder = Tokenizer(models.BPE(vocabulary, [], unk_token="<unk>"))
    coder.save(str(tmp_path / "tokenizer.json"))
    batch = next(batches(load_corpus(data), tmp_path / "tokenizer.json", 1, 2048))
    assert batch.ids.size >= 2048
    assert batch.ids.max() < len(vocabulary)


def test_an_exported_network_answers_as_the_network_does(tmp_path: Path) -> None:
    torch = pytest.importorskip("torch")
    pytest.importorskip("onnx")
    onnxruntime = pytest.importorskip("onnxruntime")
    from benchmarks.meaning.training.export import export
    from benchmarks.meaning.training.network import Network, write_arrays

    torch.manual_seed(1)
    network = Network(vocabulary=60, layers=2, width=96, heads=4).eval()
    write_arrays(network, tmp_path)
    export(tmp_path, tmp_path / "reader.onnx", heads=4)
    ids = np.array([[0, 9, 8, 2, 20, 31, 2, 1], [0, 5, 2, 40, 41, 42, 43, 2]], np.int64)
    types = np.array([[0, 0, 0, 0, 1, 1, 1, 0], [0, 0, 0, 1, 1, 1, 1, 1]], np.int64)
    session = onnxruntime.InferenceSession(str(tmp_path / "reader.onnx"))
    risks, kinds, tokens = session.run(None, {"ids": ids, "types": types})
    with torch.no_grad():
        _, expected, of_kinds, _ = network(
            torch.from_numpy(ids), torch.from_numpy(types), torch.tensor([7, 8])
        )
    assert np.allclose(risks, expected.numpy(), atol=0.05)
    assert np.allclose(kinds, of_kinds.numpy(), atol=0.1)
    assert tokens.shape == ids.shape


def test_the_dictionary_of_the_knowledge_is_plain_json(data: Path) -> None:
    names = ("glosses", "same", "mined", "neighbours", "names")
    assert all(json.loads((data / f"{name}.json").read_text(encoding="utf-8")) is not None
               for name in names)  # fmt: skip
