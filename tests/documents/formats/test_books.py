"""EPUB: the chapters of a book in the order of its spine."""

import pytest

from alignbench.domain.errors import InputError
from tests.documents.formats.made import archive, epub, left_out, read, readings


def test_chapters_come_in_the_order_of_the_spine_and_navigation_is_said() -> None:
    made = epub(
        {"b.xhtml": "<p>始め。</p>", "a.xhtml": "<p>終わり。</p>"},
        nav="<nav>目次</nav>",
        extra={"x.xhtml": "<p>綴じない頁。</p>"},
    )
    text = read("a.epub", made)
    assert [(s.view, s.location.part) for s in text.segments] == [
        ("始め。", "b.xhtml"),
        ("終わり。", "a.xhtml"),
    ]
    assert left_out(text) == {
        "pages that are not in the book's order (spine)": "綴じない頁。",
        "navigation, such as tables of contents": "目次",
    }


def test_readings_of_a_book_are_kept() -> None:
    text = read("a.epub", epub({"a.xhtml": "<p><ruby>狐<rt>きつね</rt></ruby>だ。</p>"}))
    assert readings(text) == [("狐", "きつね")]


def test_a_note_is_a_block_of_its_own_and_its_mark_no_text() -> None:
    made = epub(
        {
            "a.xhtml": '<p>市<a epub:type="noteref" href="#n">1</a>が立つ。</p>'
            '<aside epub:type="footnote" hidden="hidden"><p>六斎市。</p></aside>'
        }
    )
    assert [(s.view, str(s.kind)) for s in read("a.epub", made).segments] == [
        ("市が立つ。", "sentence"),
        ("六斎市。", "footnote"),
    ]


def test_a_chapter_that_cannot_be_read_does_not_lose_the_book() -> None:
    made = epub({"a.xhtml": "<p>読める。</p>", "b.xhtml": "<div>" * 2000 + "読めない"})
    text = read("a.epub", made)
    assert [segment.view for segment in text.segments] == ["読める。"]
    assert "chapters that cannot be read" in left_out(text)


def test_a_protected_book_is_refused() -> None:
    encryption = '<encryption xmlns="e"><CipherReference URI="OPS/a.xhtml"/></encryption>'
    made = archive({"mimetype": "application/epub+zip", "META-INF/encryption.xml": encryption})
    with pytest.raises(InputError, match="DRM"):
        read("a.epub", made)
