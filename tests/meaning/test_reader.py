"""Reading pairs, with a stand-in for the network: what it is given, and what is made of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from alignbench.domain.errors import ModelError
from alignbench.domain.text import Span
from alignbench.meaning import PairInContext, Reader, chance, loader
from alignbench.meaning.loader import FolderReader

KINDS = ("right", "negation", "number")


@dataclass
class Encoding:
    ids: list[int]
    offsets: list[tuple[int, int]]


class Characters:
    """A tokenizer of single characters; a pad, which the model would not see, is spelled by ¤."""

    def encode_batch(self, texts: Sequence[str], add_special_tokens: bool) -> list[Encoding]:
        assert not add_special_tokens
        return [
            Encoding(
                [1 if char == "¤" else 10 + ord(char) % 50 for char in text],
                [(at, at + 1) for at in range(len(text))],
            )
            for text in texts
        ]


class Network:
    """Says that every pair is as risky as it is long, and that the last word is wrong."""

    def __init__(self) -> None:
        self.asked: list[tuple[NDArray[np.int64], NDArray[np.int64]]] = []

    def run(
        self, names: Sequence[str], given: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        assert list(names) == ["risk", "kinds", "tokens"]
        ids, types = given["ids"], given["types"]
        self.asked.append((ids, types))
        lengths = (ids != 1).sum(axis=1)
        kinds = np.tile(np.array([9.0, 3.0, 0.0], np.float32), (len(ids), 1))
        tokens = np.full(ids.shape, -5.0, np.float32)
        for row, length in enumerate(lengths):
            tokens[row, length - 3 : length - 1] = 5.0
        return [lengths.astype(np.float32), kinds, tokens]


@pytest.fixture
def network() -> Network:
    return Network()


@pytest.fixture
def reader(network: Network) -> Reader:
    return Reader("tiny", network, Characters(), KINDS)


def test_a_pair_is_read_with_marks_for_its_words(reader: Reader) -> None:
    ((at, judgement),) = reader.read([PairInContext("雨だ", "no rain")])
    assert at == 0
    assert judgement.logit == len("雨だ") + len("no rain") + 3
    assert [mark.span for mark in judgement.ja] == [Span(0, 1), Span(1, 2)]
    no, rain = judgement.en
    assert (no.span, rain.span) == (Span(0, 2), Span(3, 7))
    assert no.chance < 0.5 < rain.chance


def test_reasons_are_kinds_of_error_and_never_that_all_is_right(reader: Reader) -> None:
    ((_, judgement),) = reader.read([PairInContext("雨だ", "rain")])
    assert [reason.kind for reason in judgement.reasons] == ["negation"]
    assert judgement.reasons[0].share == pytest.approx(0.9526, abs=1e-3)


def test_short_pairs_come_first_and_each_answer_names_its_pair(reader: Reader) -> None:
    pairs = [PairInContext("長い文である", "a long one"), PairInContext("雨", "rain")]
    assert [at for at, _ in reader.read(pairs)] == [1, 0]


def test_the_pair_before_is_told_apart_by_types(reader: Reader, network: Network) -> None:
    list(reader.read([PairInContext("雨", "rain", "空", "sky")]))
    ((_, types),) = network.asked
    assert types.tolist() == [[0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3]]


def test_a_text_that_spells_a_pad_is_read_all_the_same(reader: Reader, network: Network) -> None:
    list(reader.read([PairInContext("¤", "¤")]))
    ((ids, _),) = network.asked
    assert 1 not in ids


def test_reading_stops_between_batches(reader: Reader) -> None:
    pairs = [PairInContext("雨", "rain")] * 20
    answers = iter([False, True])
    assert len(list(reader.read(pairs, lambda: next(answers)))) == 8


def test_long_pairs_are_read_few_at_a_time(reader: Reader, network: Network) -> None:
    pairs = [PairInContext("雨" * 110, "rain" * 30)] * 5 + [PairInContext("雨", "rain")] * 9
    assert [at for at, _ in reader.read(pairs)][:9] == list(range(5, 14))
    many = [ids.shape for ids, _ in network.asked]
    assert [rows for rows, _ in many[:2]] == [8, 1]
    assert all(rows == 1 or rows * places <= 256 for rows, places in many)
    assert sum(rows for rows, _ in many) == len(pairs)


def test_a_chance_follows_how_often_pairs_are_wrong() -> None:
    assert chance(0.0) == 0.5
    assert chance(0.0, rate=0.05) == pytest.approx(0.05)
    assert chance(3.0, rate=0.05) == pytest.approx(0.514, abs=1e-3)


def test_a_reader_in_a_folder_is_named_without_being_loaded(tmp_path: Path) -> None:
    (tmp_path / "reader.json").write_text('{"name": "small", "kinds": []}', encoding="utf-8")
    reader = FolderReader(tmp_path)
    assert reader.name == "small"
    with pytest.raises(ModelError, match="cannot be used"):
        list(reader.read([PairInContext("雨", "rain")]))


def test_a_folder_without_a_reader_says_so(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="cannot be used"):
        _ = FolderReader(tmp_path).name


def test_a_reader_that_rests_reads_again_when_asked(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    loads = []

    def load(at: Path) -> Reader:
        loads.append(at)
        return reader

    monkeypatch.setattr(loader, "load_reader", load)
    folder = FolderReader()
    pair = PairInContext("雨", "rain")
    first = list(folder.read([pair]))
    folder.rest()
    assert list(folder.read([pair])) == first
    list(folder.read([pair]))
    assert len(loads) == 2
