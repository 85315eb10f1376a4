"""What is open in all documents: findings as the checks last made them, and flags."""

from alignbench.domain.open_issue import OpenIssue
from alignbench.messages.message import restored
from alignbench.store.connection import Connection


def open_issues(connection: Connection) -> list[OpenIssue]:
    """Open findings and flags of the documents' shown versions, by document and place."""
    findings = connection.rows(
        'SELECT document, link_id AS link, "check" AS kind, message FROM open_finding'
    )
    flags = connection.rows(
        "SELECT document.name AS document, link.id AS link, flag.type AS kind, flag.severity,"
        " flag.comment AS message FROM flag JOIN link ON link.id = flag.link_id"
        " JOIN document ON document.id = link.document_id"
        " JOIN version ON version.id = link.version_id"
        " JOIN shown_version USING (document_id, number)"
        " WHERE link.status <> 'rejected' AND flag.state NOT IN ('fixed', 'rejected')"
    )
    found = [
        OpenIssue(str(each["document"]), int(str(each["link"])), str(each["kind"]), "",
                  restored(str(each["message"])))
        for each in findings
    ]  # fmt: skip
    found += [
        OpenIssue(str(each["document"]), int(str(each["link"])), str(each["kind"]),
                  str(each["severity"]), str(each["message"]), is_flag=True)
        for each in flags
    ]  # fmt: skip
    return sorted(found, key=lambda each: (each.document, each.link))
