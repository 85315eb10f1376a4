"""Small documents, made by hand, for the tests of the store and of the review."""

from collections.abc import Sequence
from pathlib import Path

from alignbench.domain.links import Bead
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Text
from alignbench.store import History, Store

JA = ("館の開く日です。", "本は十冊まで借りられます。", "雨でも開きます。", "以上です。")
EN = ("The days we open.", "You may borrow ten books.", "We open in the rain.", "Thank you.")
BEADS = (
    Bead((0,), (0,), 0.99),
    Bead((1,), (1,), 0.7),
    Bead((2,), (2,), 0.95),
    Bead((3,), (), 0.6),
    Bead((), (3,), 0.6),
)
"""The last Japanese sentence is left out, the last English one is added."""


def text(
    side: Side, views: Sequence[str], kinds: Sequence[Kind] = (), per_paragraph: int = 2
) -> Text:
    """A text of these segments, a line each, `per_paragraph` of them to a paragraph."""
    segments: list[Segment] = []
    at = 0
    for number, view in enumerate(views):
        kind = kinds[number] if kinds else Kind.SENTENCE
        paragraph = number // per_paragraph
        segments.append(Segment(at, at + len(view), kind, paragraph, view))
        at += len(view) + 1
    paragraphs = [
        Paragraph(group[0].start, group[-1].end, group[0].kind)
        for start in range(0, len(segments), per_paragraph)
        if (group := segments[start : start + per_paragraph])
    ]
    content = "".join(f"{view}\n" for view in views)
    return Text(side, content, "0" * 64, "utf-8", None, tuple(paragraphs), tuple(segments))


def document(name: str = "notice", ja: Sequence[str] = JA, en: Sequence[str] = EN) -> Document:
    """A document of these sentences."""
    return Document(name, text("ja", ja), text("en", en))


def store_with(path: Path, name: str = "notice") -> Store:
    """A database that holds the example."""
    store = Store(path)
    store.add(document(name), BEADS, "tiny")
    return store


def history_of(store: Store, name: str = "notice") -> History:
    """The decisions about a document."""
    return store.history(store.load(name))


def events(store: Store) -> list[dict[str, object]]:
    """The log, from the first edit on."""
    return [
        {"who": each.who, "name": each.change.name, "label": each.change.label, "state": each.state}
        for each in store.events()
    ]
