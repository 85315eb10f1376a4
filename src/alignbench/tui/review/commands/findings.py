"""Commands on what the checks find."""

from alignbench.messages import t
from alignbench.tui.commands.groups import FINDINGS as GROUP
from alignbench.tui.review.commands.review_command import ReviewCommand, review_command

FINDINGS: tuple[ReviewCommand, ...] = (
    review_command(
        "findings-and-flags",
        t("Findings and flags"),
        t("List all findings and flags of the document, the riskiest first."),
        ("v", "f6"),
        lambda review: review.show_issues(),
        GROUP,
        footer=t("findings"),
    ),
    review_command(
        "read-riskiest",
        t("Read the riskiest"),
        t("Choose the row that most deserves to be read, and say why; again, for the next one."),
        ("V", "shift+f6"),
        lambda review: review.risk_order.go_on(),
        GROUP,
        footer=t("riskiest"),
    ),
    review_command(
        "next-finding",
        t("Next finding"),
        t("Select the next finding of this link."),
        ("e",),
        lambda review: review.findings.step(1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "previous-finding",
        t("Previous finding"),
        t("Select the finding before."),
        ("E",),
        lambda review: review.findings.step(-1),
        GROUP,
        on_row=True,
    ),
    review_command(
        "flag-finding",
        t("Flag finding"),
        t("Make a flag of the selected finding, with its type, severity and words."),
        ("!",),
        lambda review: review.findings.agree(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "flag-finding-revised",
        t("Flag finding revised"),
        t(
            "Make a flag of the selected finding after changing its type, severity, comment or words."
        ),
        ("r",),
        lambda review: review.findings.agree_revised(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "dismiss-finding",
        t("Dismiss finding"),
        t("Say why the selected finding is no error."),
        ("d",),
        lambda review: review.findings.dismiss(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "hint-was-wrong",
        t("Hint was wrong"),
        t("Dismiss the selected hint as wrong; fewer like it are given in this document."),
        (".",),
        lambda review: review.findings.was_wrong(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "reopen-finding",
        t("Reopen finding"),
        t("Reopen the finding of this link that was dismissed last."),
        ("D",),
        lambda review: review.findings.reopen(),
        GROUP,
        on_row=True,
    ),
    review_command(
        "show-hints",
        t("Show hints"),
        t("Show the checks' hints among the findings, or hide them again."),
        ("H",),
        lambda review: review.findings.toggle_hints(),
        GROUP,
    ),
    review_command(
        "check-again",
        t("Check again"),
        t("Run all checks again, glossary and rules read anew; while they run, stop them."),
        ("f5",),
        lambda review: review.jobs.check_again(),
        GROUP,
    ),
)
