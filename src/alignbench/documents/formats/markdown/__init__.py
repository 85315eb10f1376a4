"""Markdown and MDX, by what markdown-it makes of them."""

from alignbench.documents.formats.markdown.page import Page
from alignbench.documents.formats.markdown.parser import check_length
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.segmentation.text_of_passages import text_of_passages
from alignbench.documents.source_file import SourceFile
from alignbench.domain.text import Side, Text
from alignbench.messages import t


class Markdown:
    """Reads Markdown: CommonMark, tables, footnotes, front matter and the admonitions of sites."""

    name = "markdown"
    suffixes: tuple[str, ...] = (".md", ".markdown", ".mkd", ".qmd", ".rmd")
    jsx = False
    """Whether tags are components and braces code, as MDX has it."""

    def sniff(self, head: bytes) -> bool:  # noqa: ARG002
        """Never: by its name alone."""
        return False

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """The text of a file."""
        decoded = file.decoded(side, options.encoding)
        check_length(file, decoded.content)
        page = Page(decoded.content, jsx=self.jsx)
        return text_of_passages(
            file,
            side,
            self.name,
            decoded,
            page.passages,
            page.asides,
            marks=t("Markdown marks"),
        )


class Mdx(Markdown):
    """Reads MDX, the Markdown with components of Astro, Docusaurus and their kind."""

    name = "mdx"
    suffixes = (".mdx",)
    jsx = True


READERS: tuple[type[Reader], ...] = (Markdown, Mdx)
