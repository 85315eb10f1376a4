from alignbench.embedding.coverage import uncovered
from alignbench.embedding.loading import BUNDLED
from alignbench.embedding.static_files import read_static


def test_a_word_nothing_answers_is_found_on_its_side() -> None:
    encoder = read_static(BUNDLED)
    ja, en = "図書館は月曜に休む。", "The library is closed on Mondays because of earthquakes."
    left_ja, left_en = uncovered(encoder, ja, en)
    words = {en[span.start : span.end]: weight for span, weight in left_en}
    assert "library" not in words
    assert words["earthquakes"] == max(words.values())
    assert "図書" not in {ja[span.start : span.end] for span, _ in left_ja}


def test_an_empty_side_leaves_nothing_to_compare() -> None:
    assert uncovered(read_static(BUNDLED), "", "A word.") == ([], [])
