"""Commands on the words of the chosen row."""

from alignbench.messages import t
from alignbench.tui.commands.groups import SEARCH as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

WORDS: tuple[ReviewCommand, ...] = (
    review_command(
        "next-word",
        t("Next word"),
        t("Light the next word of the chosen link with what answers it; the pointer does so too."),
        ("right",),
        lambda review: review.lit_words.step(1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "previous-word",
        t("Previous word"),
        t("Light the word before."),
        ("left",),
        lambda review: review.lit_words.step(-1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "answering-word",
        t("Answering word"),
        t("Go to what answers the lit word on the other side."),
        ("tab",),
        lambda review: review.lit_words.cross(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "show-readings",
        t("Show readings"),
        t("Tell how kanji are read: of the chosen link in the panel, then above all, then not."),
        ("h",),
        lambda review: review.readings.turn(),
        GROUP,
    ),
    review_command(
        "look-up",
        t("Look up"),
        t("Look the selected text or the lit word up where `lookup` in the settings says."),
        ("L", "shift+f12"),
        lambda review: review.word_lookup.look_up(),
        GROUP,
    ),
    review_command(
        "leave-words",
        t("Leave words"),
        t("Light no word any longer."),
        ("escape",),
        lambda review: review.lit_words.leave(),
        GROUP,
        when=lambda review: review.lit_words.is_by_keys,
    ),
)
