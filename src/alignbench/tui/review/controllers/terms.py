"""Glossary terms: underlined where one reads, their English in the panel."""

import re
from collections.abc import Mapping
from pathlib import Path

from rich.text import Text

from alignbench.checks.terms.glossary import Entry, Glossary, glossary
from alignbench.domain.errors import AlignbenchError
from alignbench.domain.text import JOINTS, Side, Span, joined_view
from alignbench.messages import t
from alignbench.pipeline.word_links import in_segments
from alignbench.project.glossary_file import GlossaryFile
from alignbench.project.user_files import GLOSSARIES
from alignbench.review import Row
from alignbench.system.safe_text import printable
from alignbench.tui.review.layers import Place
from alignbench.tui.review.page import ReviewPage
from alignbench.tui.widgets.painter import Spans


class TermsController:
    """Knows the glossary as its files are now; looks for terms only in rows that are drawn."""

    def __init__(self, page: ReviewPage, root: Path) -> None:
        """`root` is the project's folder, where the glossary stands."""
        self._page, self._file = page, GlossaryFile(root)
        self._paths = [root / name for name in GLOSSARIES]
        self._seen: list[int] = []
        self._glossary = Glossary(())
        page.layers.under.append(self._underlined)
        page.row_shown.append(self._look)
        page.about_row.append(self._told)

    def _look(self) -> None:
        """Read the glossary again if a file of it is another one than before."""
        if (now := [_written(path) for path in self._paths]) == self._seen:
            return
        self._seen = now
        try:
            self._glossary = glossary(self._file.terms())
        except AlignbenchError:  # the checks tell what is wrong in it
            self._glossary = Glossary(())
        self._page.view.forget_drawn()
        self._page.view.refresh()

    def _underlined(self, at: int) -> Mapping[Place, Spans]:
        rows = self._page.session.rows
        if not self._glossary.terms or at >= len(rows):
            return {}
        row = rows[at]
        found: dict[Place, list[tuple[int, int, str]]] = {}
        for side, span in term_spans(self._glossary, row):
            segments, numbers = (row.ja, row.link.ja) if side == "ja" else (row.en, row.link.en)
            for index, part in in_segments(span, segments, JOINTS[side]):
                found.setdefault((side, numbers[index]), []).append((part.start, part.end, "term"))
        return {place: tuple(spans) for place, spans in found.items()}

    def _told(self) -> list[Text]:
        """`terms  桟橋 = pier`, for the panel; nothing where there are none."""
        if not self._glossary.terms or not self._page.session.rows:
            return []
        ja = joined_view(self._page.current.ja, "ja")
        said = dict.fromkeys(_said(entry) for _, entry in self._glossary.found(ja))
        if not said:
            return []
        line = Text(t("terms  "), "dim", no_wrap=True, overflow="ellipsis")
        return [line.append("   ".join(map(printable, said)), "not dim")]


def term_spans(terms: Glossary, row: Row) -> list[tuple[Side, Span]]:
    """Where terms stand in the joined Japanese of a row, and approved forms in its English."""
    ja, en = joined_view(row.ja, "ja"), joined_view(row.en, "en")
    spans: list[tuple[Side, Span]] = []
    for span, entry in terms.found(ja):
        spans.append(("ja", span))
        for form in entry.approved:
            pattern = rf"(?<!\w){re.escape(form)}(?:e?s)?(?!\w)"
            spans += [("en", Span(*m.span())) for m in re.finditer(pattern, en, re.IGNORECASE)]
    return spans


def _said(entry: Entry) -> str:
    forms = [f"= {form}" for form in entry.approved] + [f"≠ {form}" for form in entry.forbidden]
    return f"{entry.ja} {', '.join(forms)}"


def _written(path: Path) -> int:
    try:
        return path.stat().st_mtime_ns
    except OSError:
        return 0
