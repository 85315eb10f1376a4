"""Commands that change what is linked with what."""

from alignbench.messages import t
from alignbench.tui.commands.groups import LINKS as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command


def _candidate(number: int) -> ReviewCommand:
    command = review_command(
        f"choose-candidate-{number}",
        t("Choose candidate {number}", number=number),
        t("Link what the candidate of this number says."),
        (str(number),),
        lambda review: review.candidates.choose(number),
        GROUP,
        footer=t("choose") if number == 1 else "",
        offered=lambda review: number <= len(review.page.panel.shown),
        on_row=True,
    )
    command.explained = number == 1
    command.shown_keys = "1-9" if number == 1 else ""
    return command


LINKS: tuple[ReviewCommand, ...] = (
    *(_candidate(number) for number in range(1, 10)),
    review_command(
        "merge-with-next",
        t("Merge with next"),
        t("Make one link of this and the next one."),
        ("m",),
        lambda review: review.links.merge(1),
        GROUP,
        footer=t("merge"),
        on_row=True,
    ),
    review_command(
        "merge-with-previous",
        t("Merge with previous"),
        t("Make one link of this and the previous one."),
        ("M",),
        lambda review: review.links.merge(-1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "split",
        t("Split"),
        t("Split this link where it fits best; move the boundary afterwards if needed."),
        ("s",),
        lambda review: review.links.split(),
        GROUP,
        footer=t("split"),
        on_row=True,
    ),
    review_command(
        "take-english",
        t("Take English"),
        t("Take the first English segment of the next link into this one."),
        (">",),
        lambda review: review.links.move_boundary("en", 1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "give-english",
        t("Give English"),
        t("Give the last English segment of this link to the next one."),
        ("<",),
        lambda review: review.links.move_boundary("en", -1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "take-japanese",
        t("Take Japanese"),
        t("Take the first Japanese segment of the next link into this one."),
        ("]",),
        lambda review: review.links.move_boundary("ja", 1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "give-japanese",
        t("Give Japanese"),
        t("Give the last Japanese segment of this link to the next one."),
        ("[",),
        lambda review: review.links.move_boundary("ja", -1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "link-by-hand",
        t("Link by hand"),
        t("Mark Japanese and English segments anywhere in the document, then link them."),
        ("l",),
        lambda review: review.manual_links.begin(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "realign",
        t("Realign"),
        t("Align everything that is not settled anew, between the settled links."),
        ("R",),
        lambda review: review.links.realign(),
        GROUP,
    ),
    review_command(
        "prepare-candidates",
        t("Prepare candidates"),
        t("Prepare the candidates of a document so long that this waits until asked for."),
        ("p",),
        lambda review: review.jobs.prepare_candidates(),
        GROUP,
        offered=lambda review: not review.page.session.is_prepared,
    ),
)
