import hashlib

from alignbench.domain.flags import Flag, Severity
from alignbench.domain.links import Bead, Link, Origin, Status
from alignbench.domain.text import Document, Kind, Paragraph, Segment, Side, Span, Text
from alignbench.exchange.pair import pair_from_bead, pair_from_link


def text(side: Side, *views: str) -> Text:
    content = "\n".join(views)
    starts = [sum(len(view) + 1 for view in views[:at]) for at in range(len(views))]
    return Text(
        side=side,
        content=content,
        sha256=hashlib.sha256(content.encode()).hexdigest(),
        encoding="utf-8",
        path=None,
        paragraphs=(Paragraph(0, len(content), Kind.SENTENCE),),
        segments=tuple(
            Segment(start, start + len(view), Kind.SENTENCE, 0, view)
            for start, view in zip(starts, views, strict=True)
        ),
    )


DOCUMENT = Document(
    "rain",
    text("ja", "雨が降った。", "それでも人は並んだ。", "以上。"),
    text("en", "It rained.", "People queued.", "Nobody left."),
)


def test_a_suggested_link_becomes_a_pair_of_views() -> None:
    pair = pair_from_bead(DOCUMENT, Bead((0, 1), (0, 1), 0.876543))

    assert (pair.ja, pair.en) == ("雨が降った。それでも人は並んだ。", "It rained. People queued.")
    assert (pair.shape, pair.status, pair.confidence) == ("2-2", Status.SUGGESTED, 0.8765)


def test_a_stored_link_brings_what_people_decided() -> None:
    link = Link(7, (2,), (), Status.CONFIRMED, Origin.HAND, None, note="Left out on purpose.")

    flag = Flag(3, 7, "accuracy/omission", Severity.MINOR, "", Span(0, 2), None, "me", "now")

    pair = pair_from_link(DOCUMENT, link, [flag])

    assert pair.is_null
    assert (pair.ja, pair.en) == ("以上。", "")
    assert (pair.status, pair.confidence, pair.note, pair.flags) == (
        Status.CONFIRMED, None, "Left out on purpose.", 1
    )  # fmt: skip
    (kept,) = pair.flag_list
    assert (kept.type, kept.ja, kept.author) == ("accuracy/omission", Span(0, 2), "me")
    assert pair.findings is None


def test_the_same_link_has_the_same_id_whether_suggested_or_stored() -> None:
    bead = Bead((1,), (1, 2), 0.5)
    link = Link(99, (1,), (1, 2), Status.CONFIRMED, Origin.ALIGNER, 0.5)

    assert pair_from_bead(DOCUMENT, bead).id == pair_from_link(DOCUMENT, link).id == "rain:1:1,2"
