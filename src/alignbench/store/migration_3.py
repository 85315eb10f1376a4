"""What m003 does to the rows of today's databases: views mapped, decisions told, texts paired."""

import json
import sqlite3
from difflib import SequenceMatcher

from alignbench.domain.text import Span
from alignbench.messages.message import stored
from alignbench.store.segment_columns import runs_column

_RUBY = ("《", "》")
_LONGEST = 20_000
"""Characters of a segment up to which the most alike stretches are looked for."""
_NEVER = "\0"
_DECISION = ("ja", "en", "status", "origin")
"""What of a link somebody decides."""


def map_views(raw: sqlite3.Connection) -> None:
    """Give each segment the map from its view to the content, which used to be guessed."""
    contents = dict(raw.execute("SELECT id, content FROM text"))
    changed = []
    for id_, text_id, start, end, view, cuts in raw.execute(
        'SELECT id, text_id, start, "end", view, cuts FROM segment'
    ):
        source = contents[text_id][start:end]
        if source != view:
            runs = _runs(source, start, view, json.loads(cuts))
            changed.append((runs_column(start, end, runs), id_))
    raw.executemany("UPDATE segment SET runs = ? WHERE id = ?", changed)


def _runs(source: str, start: int, view: str, cuts: list[list[int]]) -> list[Span]:
    """The stretches of a segment that its view shows, a blank standing for a line's end too."""
    hidden = [(cut[0] - start, cut[1] - start) for cut in cuts]
    if _RUBY[0] not in view:
        hidden += _readings(source)
    plain = list(source)
    for first, last in hidden:
        plain[first:last] = _NEVER * len(plain[first:last])
    shown = "".join(" " if char.isspace() else char for char in plain)
    wanted = "".join(" " if char.isspace() else char for char in view)
    offsets = _matched(shown, wanted) or _next_found(shown, wanted)
    runs: list[Span] = []
    for offset in offsets:
        at = start + offset
        if runs and runs[-1].end == at:
            runs[-1] = Span(runs[-1].start, at + 1)
        else:
            runs.append(Span(at, at + 1))
    return runs


def _readings(source: str) -> list[tuple[int, int]]:
    found, at = [], source.find(_RUBY[0])
    while at >= 0 and (end := source.find(_RUBY[1], at)) >= 0:
        found.append((at, end + 1))
        at = source.find(_RUBY[0], end)
    return found


def _matched(shown: str, wanted: str) -> list[int] | None:
    """Where each character is, by the longest stretches that are alike; None if one is nowhere."""
    if len(shown) > _LONGEST:
        return None
    offsets = [-1] * len(wanted)
    for block in SequenceMatcher(None, shown, wanted, autojunk=False).get_matching_blocks():
        for step in range(block.size):
            offsets[block.b + step] = block.a + step
    return None if -1 in offsets else offsets


def _next_found(shown: str, wanted: str) -> list[int]:
    offsets, at = [], 0
    for char in wanted:
        found = shown.find(char, at)
        offsets.append(found if found >= 0 else max(min(at, len(shown) - 1), 0))
        at = found + 1 if found >= 0 else at
    return offsets


def pair_texts(raw: sqlite3.Connection) -> None:
    """Make a version of each pair of texts, and give every link and event to one."""
    documents = [row[0] for row in raw.execute("SELECT id FROM document ORDER BY id")]
    for document in documents:
        texts = raw.execute(
            "SELECT side, revision, id FROM text WHERE document_id = ? ORDER BY revision",
            (document,),
        ).fetchall()
        for number in sorted({revision for _, revision, _ in texts}):
            newest = {side: id_ for side, revision, id_ in texts if revision <= number}
            if len(newest) == 2:
                raw.execute(
                    "INSERT INTO version (document_id, number, ja_text_id, en_text_id, created)"
                    " SELECT ?, ?, ?, ?, created FROM document WHERE id = ?",
                    (document, number, newest["ja"], newest["en"], document),
                )
    # A link belongs to the first version that has all its segments.
    raw.execute(
        "UPDATE link SET version_id = (SELECT min(version.id) FROM version"
        " WHERE version.document_id = link.document_id AND version.number >= coalesce(("
        "  SELECT max(text.revision) FROM link_segment"
        "  JOIN segment ON segment.id = segment_id JOIN text ON text.id = text_id"
        "  WHERE link_id = link.id), 0))"
    )
    raw.execute(
        "UPDATE event SET version_id = (SELECT min(version.id) FROM version"
        " WHERE version.document_id = event.document_id"
        " AND EXISTS (SELECT 1 FROM link WHERE link.version_id = version.id))"
    )


def tell_decisions(raw: sqlite3.Connection) -> None:
    """Say who decided each link and when, as far as the log remembers it."""
    decided: dict[int, tuple[str, str]] = {}
    for who, at, forward, inverse in raw.execute(
        "SELECT who, at, forward, inverse FROM event WHERE state = 'done' ORDER BY id"
    ):
        before = {link["id"]: link for link in json.loads(inverse)["links"]}
        for link in json.loads(forward)["links"]:
            old = before.get(link["id"])
            if old is None or any(old[key] != link[key] for key in _DECISION):
                by_hand = link["origin"] == "hand" or link["status"] != "suggested"
                decided[link["id"]] = (who, at) if by_hand else ("", "")
    raw.executemany(
        "UPDATE link SET decided_by = ?, decided_at = ? WHERE id = ?",
        ((who, at, id_) for id_, (who, at) in decided.items() if who),
    )


def store_messages(raw: sqlite3.Connection) -> None:
    """Write the sentences of earlier versions as messages with no argument."""
    for table, column in (("event", "label"), ("finding", "message")):
        rows = raw.execute(f"SELECT id, {column} FROM {table}").fetchall()
        raw.executemany(
            f"UPDATE {table} SET {column} = ? WHERE id = ?",
            ((stored(text), id_) for id_, text in rows),
        )
