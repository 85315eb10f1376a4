"""The file that translators start from holds every message, and none that is gone."""

from pathlib import Path

from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

PACKAGE = Path(__file__).parents[2] / "src" / "alignbench"
KEYWORDS = {"t": None, "tn": (1, 2)}


def test_the_template_is_up_to_date() -> None:
    """`make messages` gathers them anew."""
    found = {
        message if isinstance(message, str) else message[0]
        for _, _, message, _, _ in extract_from_dir(str(PACKAGE), keywords=KEYWORDS)
        if message
    }
    with (PACKAGE / "messages" / "alignbench.pot").open("rb") as source:
        held = {each.id if isinstance(each.id, str) else each.id[0] for each in read_po(source)}
    assert held - {""} == found
