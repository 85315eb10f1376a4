"""The page docs/checks.md, written from the checks themselves.

python -m alignbench.checks.reference docs/checks.md
"""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from alignbench.checks.check import Check, DocumentCheck
from alignbench.checks.registry import OURS
from alignbench.domain.flags import FLAG_TYPES

HEAD = """# Checks

Each check looks at a Japanese text and its English version and gives *findings*: doubts, with the \
place on both sides and what was read there. Only a person makes an error of a finding.

The grade says how a check knows: **D1** compares exact values, **D2** follows rules with a closed \
list of exceptions, **D3** hints by word lists or patterns, **D4** is a model's score, good for \
sorting only. Type and severity are what a flag made of a finding starts with.

This page is written from the code by `make docs`, and the tests run its examples.
"""


def page() -> str:
    """The whole page."""
    checks = [check() for check in OURS]
    table = "\n".join(row(check) for check in checks)
    entries = "\n\n".join("\n".join(entry(check)) for check in checks)
    return f"{HEAD}\n| check | grade | type | severity |\n|---|---|---|---|\n{table}\n\n{entries}\n"


def row(check: Check) -> str:
    """A check's row in the table."""
    anchor = check.id.replace(".", "")
    kind = FLAG_TYPES[check.type]
    return f"| [`{check.id}`](#{anchor}) | {check.grade} | {kind} | {check.severity} |"


def entry(check: Check) -> Iterator[str]:
    """Lines of a check's own section."""
    yield f"## {check.id}"
    yield ""
    yield f"{(check.__doc__ or '').strip()}" if check.__doc__ else check.explanation
    yield ""
    marks = [str(check.grade), FLAG_TYPES[check.type], str(check.severity)]
    marks += ["compares pairs of a document"] if isinstance(check, DocumentCheck) else []
    marks += ["hint: left out of exports"] if check.hint else []
    yield f"*{', '.join(marks)}.* {check.explanation}"
    if check.examples:
        yield ""
        yield "| Japanese | accepted | reported |"
        yield "|---|---|---|"
        for example in check.examples:
            yield f"| {_cells((example.ja, example.right, example.wrong))} |"


def _cells(texts: Iterable[str]) -> str:
    return " | ".join(
        text.replace("|", "\\|").replace("<", "&lt;").replace("\n", "<br>") for text in texts
    )


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(page(), encoding="utf-8")
