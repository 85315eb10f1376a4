"""The list of what is open in all documents of a project."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from rich.text import Text
from textual.app import App

from alignbench.checks.plain_names import plain_name
from alignbench.domain.flags import FLAG_TYPES, Severity
from alignbench.domain.open_issue import OpenIssue
from alignbench.domain.summary import DocumentSummary
from alignbench.messages import t, tn
from alignbench.system.safe_text import printable
from alignbench.tui.dialogs.chooser import Chooser
from alignbench.tui.widgets import glyphs
from alignbench.tui.widgets.truncation import cut

NAME = 18
"""Cells of a document's name."""


async def choose_issue(
    app: App[Any], issues: Sequence[OpenIssue], documents: Sequence[DocumentSummary]
) -> OpenIssue | None:
    """Ask which of `issues` to go to; the gravest of a document stand first."""
    order = list(Severity)
    listed = sorted(
        issues, key=lambda each: (-order.index(severity_of(each)), each.document, each.link)
    )
    unread = [each.name for each in documents if each.updated and not _has(issues, each.name)]
    note = tn(
        "Of {names} nothing is known: nothing was found, or it was not opened yet.",
        "Of {count:,} documents nothing is known ({names}): nothing was found, or they were not "
        "opened yet.",
        len(unread), names=", ".join(map(printable, unread[:4])),
    )  # fmt: skip
    answer = await app.push_screen_wait(
        Chooser(
            t("Findings and flags of all documents, the gravest first"),
            [_line(each) for each in listed],
            t("enter opens the document there   / looks for words   esc leaves"),
            empty=t("Nothing is found, and nothing is flagged."), note=note if unread else "",
        )
    )  # fmt: skip
    return None if answer is None else listed[answer[1]]


def severity_of(issue: OpenIssue) -> Severity:
    """How bad it is; of a finding, how bad its check's findings are."""
    return Severity(issue.severity) if issue.severity else _severities().get(
        issue.kind, Severity.MINOR
    )  # fmt: skip


@lru_cache(maxsize=1)
def _severities() -> dict[str, Severity]:
    from alignbench.checks import all_checks

    return {each.id: each.severity for each in all_checks()}


def _has(issues: Sequence[OpenIssue], document: str) -> bool:
    return any(each.document == document for each in issues)


def _line(issue: OpenIssue) -> Text:
    severity = severity_of(issue)
    mark = glyphs.FLAG if issue.is_flag else glyphs.of_severity(severity)
    name = cut(printable(issue.document), NAME)
    line = Text(f"{mark} {severity:8}  {name:{NAME}}  ", no_wrap=True, overflow="ellipsis")
    kind = FLAG_TYPES.get(issue.kind) or plain_name(issue.kind)
    return line.append(printable(issue.message) or kind).append(f"  {kind}", "dim")
