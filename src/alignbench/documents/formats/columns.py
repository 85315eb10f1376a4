"""Tables: which column is Japanese, which English, which holds states and notes."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from alignbench.documents.formats.column_languages import (
    SAME,
    column_of_most,
    columns_of_pair,
    languages_of_columns,
    says_something,
)
from alignbench.documents.formats.languages import (
    OTHER_LANGUAGES,
    side_in_heading,
    side_of_heading,
    side_of_text,
)
from alignbench.documents.formats.rows import Cell, Row
from alignbench.documents.formats.states import state_of
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Block, PairBlock
from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind, Side
from alignbench.messages import t

_STATE = frozenset((
    "status", "state", "segment status", "translation status", "状態", "ステータス", "状況", "進捗",
    "訳の状態",
))  # fmt: skip
_TEXTS = frozenset((
    "source", "target", "source segment", "target segment", "source text", "target text",
    "source string", "target string", "original", "original text", "translation", "translated text",
    "原文", "訳文", "対訳", "翻訳", "翻訳文", "訳", "原稿", "原語", "訳語",
))  # fmt: skip
"""Headings of columns that hold the texts, without saying in which language."""
_NOTE = frozenset((
    "comment", "comments", "note", "notes", "remark", "備考", "コメント", "メモ", "注",
    "注記", "訳注", "注釈", "指摘", "definition", "definitions", "usage", "usage notes", "remarks",
    "translator notes", "translator's notes", "translation note", "explanation", "guidance", "hint",
    "説明", "補足", "定義", "解説", "用例", "使い方", "文脈", "翻訳者へ", "翻訳メモ",
))  # fmt: skip
_ID = frozenset(
    ["id", "key", "no", "no.", "#", "num", "number", "番号", "キー", "行", "識別子", "ｉｄ",
     "identifier", "key_name", "key name", "string id", "string_id", "stringid", "キー名"]
)  # fmt: skip
_ABOUT = frozenset(("description", "descriptions", "context", "コンテキスト"))
"""Headings of what is said of a string, which is no text where a language has a column."""
_ABOUT_ROWS = frozenset((
    "locale", "lang", "language", "slug", "code", "sku", "node", "file", "filename",
    "file name", "path", "type", "kind",
    "tag", "tags", "category", "group", "section", "scene", "platform", "author", "user", "by",
    "updated", "updated at", "created", "date", "time", "url", "version", "lock", "speaker",
    "character", "actor", "voice", "part of speech", "pos", "言語", "種別", "種類", "分類", "区分",
    "カテゴリ", "タグ", "担当", "担当者", "更新日", "日付", "場面", "話者", "品詞", "ファイル",
))  # fmt: skip
"""Headings of what sorts the rows of a table and translates none of them."""
_SHORT = 0.6
"""Of the Japanese text's length that one-word cells must have to be the English."""
_CODES_AND_NAMES = OTHER_LANGUAGES | {"en", "en-us", "en-gb", "english"}
_BETWEEN_WORDS = re.compile(r"[/／・,、()（）\[\]:：&\n]|\band\b")
SAMPLE_ROWS = 200
"""Rows that tell what the columns are."""
ROWS_ABOVE = 12
"""Rows, such as a title and a date, that may stand above the headings of the columns."""


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a bilingual table, and how many rows its headings take.

    Rows that stand above the headings, as a title does, count among them.
    """

    ja: int
    en: int
    state: int | None = None
    note: tuple[int, ...] = ()
    id: int | None = None
    headings: int = 0


def columns_of(rows: Sequence[Row]) -> Columns | None:
    """The columns of a table in both languages; None if it is in one."""
    if not rows:
        return None
    above = _rows_above(rows)
    if above:
        columns = columns_of(rows[above:])
        return columns and replace(columns, headings=columns.headings + above)
    head = {column: cell.text for column, cell in rows[0].items()}
    named = _named(head)
    if (
        "ja" not in named
        and sum(text.strip().lower() in _CODES_AND_NAMES for text in head.values()) > 1
    ):
        raise InputError(
            t("The table has no Japanese in it: its columns are {names}.",
              names=", ".join(head.values())),
            t("Give a table whose languages are Japanese and English."),
        )  # fmt: skip
    body = rows[1 : SAMPLE_ROWS + 1]
    if "ja" in named and "en" in named:
        return _with_others(named["ja"], named["en"], head)
    texts = [column for column, text in head.items() if _plain(text) in _TEXTS]
    counts = languages_of_columns(body if "ja" in named or "en" in named else rows[:SAMPLE_ROWS])
    if len(texts) == 2 and any(counts[column]["ja"] for column in texts):
        other, most = sorted(texts, key=lambda column: counts[column]["ja"])
        if counts[most]["ja"] > counts[other]["ja"]:
            return _with_others(most, other, head)
    names = _ID | _ABOUT_ROWS | (_ABOUT if "ja" in named or "en" in named else frozenset())
    counts = {c: count for c, count in counts.items() if _plain(head.get(c, "")) not in names}
    ja, en = column_of_most(counts, "ja"), column_of_most(counts, "en")
    if named.keys() <= {None}:
        ja, en = columns_of_pair(rows[:SAMPLE_ROWS], counts)
    if en is None and "en" in named and not counts.get(named["en"], Counter())["ja"]:
        en = named["en"]
    if ja is None or en is None or ja == en or not ("en" in named or _translates(rows, ja, en)):
        return None
    both = sum(ja in row and en in row for row in rows[:SAMPLE_ROWS])
    if 2 * both < min(len(rows), SAMPLE_ROWS):
        return None
    first = rows[0]
    heading = len(rows) > 1 and (
        (ja in first and side_of_text(first[ja].text) != "ja")
        or (en in first and side_of_text(first[en].text) == "ja" and bool(body))
        or any(_plain(text) in _STATE | _NOTE | _ID | _TEXTS for text in head.values())
    )
    if heading:
        return _with_others(ja, en, head)
    others = sorted(counts.keys() - {ja, en})
    return Columns(ja, en, note=tuple(c for c in others if says_something(rows[:SAMPLE_ROWS], c)))


def _translates(rows: Sequence[Row], ja: int, en: int) -> bool:
    """Whether a column in Latin letters can be the English of another, and no name or code."""
    both = [(row[ja].text, row[en].text) for row in rows[:SAMPLE_ROWS] if ja in row and en in row]
    cells = [text for _, text in both]
    if len(set(cells)) <= SAME * len(cells) and len({text for text, _ in both}) > len(set(cells)):
        return False
    one_word = not any(" " in text.strip() for text in cells)
    return not one_word or sum(map(len, cells)) >= _SHORT * sum(len(text) for text, _ in both)


def _named(head: dict[int, str]) -> dict[Side | None, int]:
    """The first column that each side heads, by headings of a language alone where they do."""
    named = {side_of_heading(text): column for column, text in reversed(head.items())}
    if "ja" in named and "en" in named:
        return named
    among = {side_in_heading(text): column for column, text in reversed(head.items())}
    return among if "ja" in among and "en" in among else named


def _rows_above(rows: Sequence[Row]) -> int:
    """How many rows stand above headings that name both languages or both texts."""
    for number, row in enumerate(rows[:ROWS_ABOVE]):
        words = [_plain(cell.text) for cell in row.values()]
        if {"ja", "en"} <= _named(dict(enumerate(words))).keys() or sum(
            word in _TEXTS for word in words
        ) > 1:
            return number
        if len(row) > 2:
            break
    return 0


def pairs_of_rows(rows: Sequence[Row], columns: Columns, tally: Tally) -> list[PairBlock]:
    """The pairs of a bilingual table; what stands in other columns is said."""
    known = {columns.ja, columns.en, columns.state, columns.id, *columns.note}
    pairs: list[PairBlock] = []
    for row in rows[: columns.headings]:
        for cell in row.values():
            tally.add(t("headings of columns"), cell.text)
    for row in rows[columns.headings :]:
        ja, en = row.get(columns.ja), row.get(columns.en)
        for column, cell in sorted(row.items()):
            if column not in known:
                tally.add(t("other columns"), cell.text)
        if ja is None and en is None:
            continue
        word = row[columns.state].text if columns.state in row else ""
        beside = [row[column].text for column in columns.note if column in row]
        beside += [cell.note for cell in row.values() if cell.note]
        pairs.append(
            PairBlock(
                ja.pieces if ja else (),
                en.pieces if en else (),
                state_of(word, translated=ja is not None and en is not None),
                "\n".join(beside),
                row[columns.id].text if columns.id in row else "",
                word,
                location=(ja or en or Cell(())).location,
            )
        )
    return pairs


def blocks_of_rows(rows: Sequence[Row], tally: Tally) -> list[Block]:
    """The cells of a table in one language, row by row; of one with keys, those beside them."""
    blocks: list[Block] = []
    only = _column_of_texts(rows)
    for number, row in enumerate(rows):
        for column, cell in sorted(row.items()):
            if only is not None and (not number or column != only):
                tally.add(t("other columns") if number else t("headings of columns"), cell.text)
                continue
            blocks.append(Block(Kind.CELL, cell.pieces, cell.location))
            if cell.note:
                tally.add(t("comments"), cell.note)
    return blocks


def _column_of_texts(rows: Sequence[Row]) -> int | None:
    """The only column that is headed by a language, where another is headed by keys."""
    head = {column: _plain(cell.text) for column, cell in rows[0].items()} if rows else {}
    texts = [column for column, words in head.items() if side_of_heading(words)]
    return texts[0] if len(texts) == 1 and _ID & set(head.values()) else None


def _with_others(ja: int, en: int, head: dict[int, str], *, headings: int = 1) -> Columns:
    others = {c: _plain(text) for c, text in head.items() if c not in (ja, en)}
    return Columns(
        ja,
        en,
        next((c for c, text in others.items() if text in _STATE), None),
        tuple(c for c, text in others.items() if _is_note(text)),
        next((c for c, text in others.items() if text in _ID), None),
        headings,
    )


def _is_note(heading: str) -> bool:
    """Whether a heading is of what is said beside a pair: `Definition / Notes`, 説明（任意）."""
    parts = _BETWEEN_WORDS.split(heading)
    return any(part.strip() in _NOTE | _ABOUT for part in (heading, *parts))


def _plain(heading: str) -> str:
    return heading.strip().lower()
