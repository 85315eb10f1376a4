"""The list of issues: all findings and flags of a document."""
