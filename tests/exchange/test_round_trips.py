"""What we write is read again as it was, whatever the texts hold."""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignbench.documents import read_bilingual
from alignbench.domain.bilingual import PairState
from alignbench.domain.links import Status
from alignbench.exchange import formats
from alignbench.exchange.pair import Pair
from alignbench.language.mapped import identity
from alignbench.language.normalise import printable
from tests.exchange.examples import OPTIONS

WAYS = ("tmx", "xliff", "xliff12", "tsv", "csv", "xlsx", "docx")
HOSTILE = (
    "=1+1", "+81 3", "-x", "@SUM(A1)", "<g id='1'>", "</seg>", "]]>", "&amp;", "&#8;", "_x000D_",
    '"', "'", ",", ";", "|", "\\n", "\\t", "\\", "%s", "{x}", "𠮷", "é", "e\u0301", "‮", "\u2028",
    "\x1b[31m", "\x85", "️", "👩‍🚀", "文。", "A b.", "#", "//", "<!--", "ID", "ja", "English",
    "日本語",
)  # fmt: skip
TEXT = st.lists(st.sampled_from(HOSTILE) | st.text(max_size=4), min_size=1, max_size=5)
FIRST = ("朝の港に舟が着く。", "A boat reaches the morning port.")


def view(parts: Sequence[str], joint: str) -> str:
    """What a segment of such a text reads: one line without controls."""
    return " ".join(printable(identity(joint.join(parts))).text.split())


@st.composite
def documents(draw: st.DrawFn) -> list[Pair]:
    """A document whose first pair says which language is which."""
    texts = [FIRST]
    for _ in range(draw(st.integers(0, 4))):
        japanese = "港" + view(draw(TEXT), "")
        texts.append((japanese, view(draw(TEXT), " ") or "a"))
    return [
        Pair(
            f"d:{at}:{at}", "d", (ja,), (en,), draw(st.sampled_from(list(Status)[:2])), 0.5,
            ja_positions=(at,), en_positions=(at,),
        )
        for at, (ja, en) in enumerate(texts)
    ]  # fmt: skip


def written(name: str, pairs: Sequence[Pair]) -> bytes:
    out = BytesIO()
    formats.write(name, pairs, out, OPTIONS)
    return out.getvalue()


def squeezed(text: str) -> str:
    """Without blanks, and with the signs that stand for what a format cannot hold."""
    return "".join(text.split())


@pytest.mark.parametrize("name", WAYS)
@settings(max_examples=40)
@given(pairs=documents())
def test_a_document_comes_back_with_its_texts_and_states(name: str, pairs: list[Pair]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"d{formats.FORMATS[name].suffix}"
        path.write_bytes(written(name, pairs))
        both = read_bilingual(path)
    assert both is not None
    found = [
        (
            "".join(both.ja.segments[at].view for at in pair.ja),
            " ".join(both.en.segments[at].view for at in pair.en),
        )
        for pair in both.pairs
    ]
    assert [tuple(map(squeezed, texts)) for texts in found] == [
        (squeezed(pair.ja), squeezed(pair.en)) for pair in pairs
    ]
    if name != "docx":
        assert [pair.state is PairState.CONFIRMED for pair in both.pairs] == [
            pair.status is Status.CONFIRMED for pair in pairs
        ]


def test_a_sentence_may_begin_with_a_quotation_mark_that_is_not_closed() -> None:
    pairs = [
        Pair(f"d:{at}:{at}", "d", ("港に着いた。",), (en,), Status.SUGGESTED, 0.5)
        for at, en in enumerate(('"We are there,', "said the skipper.", '"'))
    ]
    with TemporaryDirectory() as folder:
        path = Path(folder) / "d.tsv"
        path.write_bytes(written("tsv", pairs))
        both = read_bilingual(path)
    assert both is not None
    assert [segment.view for segment in both.en.segments] == [pair.en for pair in pairs]
