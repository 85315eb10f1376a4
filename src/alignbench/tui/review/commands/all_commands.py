"""All commands of the review screen. Where two share a key, the first that applies acts."""

from alignbench.tui.review.commands.concordance import CONCORDANCE
from alignbench.tui.review.commands.decisions import DECISIONS
from alignbench.tui.review.commands.document import DOCUMENT
from alignbench.tui.review.commands.filters import FILTERS
from alignbench.tui.review.commands.findings import FINDINGS
from alignbench.tui.review.commands.links import LINKS
from alignbench.tui.review.commands.manual_links import MANUAL_LINKS
from alignbench.tui.review.commands.navigation import NAVIGATION
from alignbench.tui.review.commands.notes import NOTES
from alignbench.tui.review.commands.proposals import WORDING
from alignbench.tui.review.commands.review_command import ReviewCommand
from alignbench.tui.review.commands.search_and_copy import SEARCH_AND_COPY
from alignbench.tui.review.commands.selected_candidate import SELECTED_CANDIDATE
from alignbench.tui.review.commands.words import WORDS

REVIEW_COMMANDS: tuple[ReviewCommand, ...] = (
    *SELECTED_CANDIDATE, *MANUAL_LINKS, *WORDS, *CONCORDANCE, *SEARCH_AND_COPY, *DECISIONS, *NAVIGATION, *FILTERS, *LINKS, *FINDINGS,
    *WORDING, *NOTES, *DOCUMENT,
)  # fmt: skip
FOOTER = (
    "show-all-rows", "confirm-and-go-on", "next-doubtful", "findings-and-flags",
    "read-riskiest",
    "choose-candidate-1",
    "merge-with-next", "split", "reject", "write-wording", "flag-error", "undo", "search",
)  # fmt: skip
"""The order of the bottom line."""
