"""The parser of pages: markdown-it with the extensions that sites use."""

from functools import lru_cache

from markdown_it import MarkdownIt
from mdit_py_plugins.admon import admon_plugin
from mdit_py_plugins.container import container_plugin
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.front_matter import front_matter_plugin

from alignbench.documents.formats.markdown.abbreviations import abbreviation_plugin
from alignbench.documents.formats.markdown.wiki_links import wiki_link_plugin
from alignbench.documents.source_file import SourceFile
from alignbench.domain.errors import InputError
from alignbench.messages import t

LONGEST = 8 * 1024 * 1024
"""Characters that are parsed as Markdown: markdown-it takes minutes for more."""


def check_length(file: SourceFile, content: str) -> None:
    """Raises InputError for a page that would be parsed for minutes."""
    if len(content) > LONGEST:
        raise InputError(
            t("{path} is a page of more than {limit:,} characters.", path=file.path, limit=LONGEST),
            t("Cut it into several files."),
        )


@lru_cache(maxsize=2)
def parser(*, jsx: bool) -> MarkdownIt:
    """The parser; of MDX an indent is no code."""
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made.use(front_matter_plugin).use(footnote_plugin).use(deflist_plugin)
    made.use(admon_plugin).use(abbreviation_plugin)
    made.use(dollarmath_plugin, allow_space=False, allow_digits=False)
    made.use(container_plugin, "any", validate=lambda name, _markup: bool(name.strip()))
    if not jsx:
        made.use(wiki_link_plugin)
    # Notes stay where they stand, also those that nothing refers to; escapes keep their marks.
    made.disable(["footnote_tail", "text_join"])
    if jsx:
        made.disable(["code", "autolink"])
    return made
