"""Strings by their keys, whatever file holds them: one language, or both under keys alike."""

from collections.abc import Sequence
from dataclasses import dataclass

from alignbench.documents.formats.languages import (
    OTHER_LANGUAGES,
    pairs_of,
    side_of_heading,
    side_of_text,
)
from alignbench.documents.formats.reader import ReadingOptions
from alignbench.documents.formats.states import state_of
from alignbench.documents.formats.string_values import string_pieces
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, PairBlock, text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.text import Kind, Location, Side, Text
from alignbench.messages import t


@dataclass(frozen=True, slots=True)
class String:
    """A value and the keys that lead to it."""

    keys: tuple[str, ...]
    value: str
    note: str = ""
    state: str = ""

    @property
    def path(self) -> str:
        """The keys in one."""
        return ".".join(self.keys)


@dataclass(frozen=True, slots=True)
class Table:
    """What a file holds: its strings, and the name of its encoding.

    `bilingual` is whether the format itself holds a source and its translations.
    """

    strings: Sequence[String]
    encoding: str = ""
    bilingual: bool = False


class StringTable:
    """A reader of string tables; each format takes its files apart by `table`."""

    name = ""
    suffixes: tuple[str, ...] = ()

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never, if the format has no beginning of its own."""
        return False

    def table(self, file: SourceFile, options: ReadingOptions, tally: Tally) -> Table:
        """The strings of a file; comments and the like are told. Raises InputError."""
        raise NotImplementedError

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The strings of a file, or one side of its pairs."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        tally = Tally()
        table = self.table(file, options, tally)
        blocks = [
            Block(Kind.CELL, string_pieces(string.value), Location(part=string.path))
            for string in table.strings
        ]
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=table.encoding)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:
        """The pairs of a file that has both languages under keys alike."""
        tally = Tally()
        table = self.table(file, options, tally)
        pairs = paired(table.strings, tally, bilingual=table.bilingual)
        if pairs is None:
            return None
        return pairs_of(file, self.name, pairs, tally.told(), encoding=table.encoding)


def paired(
    strings: Sequence[String], tally: Tally, *, bilingual: bool = False
) -> list[PairBlock] | None:
    """Pairs of strings whose keys differ by a language alone; None if there are none.

    `{"ja": {"menu": …}, "en": {"menu": …}}` and `[{"ja": …, "en": …}, …]` are such strings. A
    file in one language may hold a list of languages too: most of its strings are of none. A
    `bilingual` format needs one pair only.
    """
    groups: dict[tuple[str, ...], dict[Side, String]] = {}
    others: list[String] = []
    of_no_language = 0
    for string in strings:
        at = next((i for i, key in enumerate(string.keys) if side_of_heading(key)), None)
        side = side_of_heading(string.keys[at]) if at is not None else None
        if at is None or side is None:
            others.append(string)
            of_no_language += not any(key.lower() in OTHER_LANGUAGES for key in string.keys)
            continue
        rest = string.keys[:at] + string.keys[at + 1 :]
        groups.setdefault(rest, {}).setdefault(side, string)
    whole = [
        group
        for group in groups.values()
        if len(group) == 2
        and side_of_text(group["ja"].value) == "ja"
        and side_of_text(group["en"].value) != "ja"
    ]
    few = 2 * len(whole) < len(groups) or 2 * len(whole) < of_no_language
    if not whole or (few and not bilingual):
        return None
    for string in others:
        tally.add(t("strings of no language"), string.value)
    return [_pair(keys, group) for keys, group in groups.items()]


def _pair(keys: tuple[str, ...], group: dict[Side, String]) -> PairBlock:
    ja, en = group.get("ja"), group.get("en")
    word = next((s.state for s in (en, ja) if s is not None and s.state), "")
    notes = dict.fromkeys(s.note for s in (ja, en) if s is not None and s.note)
    return PairBlock(
        string_pieces(ja.value) if ja else (),
        string_pieces(en.value) if en else (),
        state_of(word, translated=bool(ja and ja.value and en and en.value)),
        "\n".join(notes),
        ".".join(keys),
        word,
        location=Location(part=".".join(keys)),
    )
