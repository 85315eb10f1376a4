r"""Readers of file formats, one module a format, and the registry that chooses among them.

To add a format, write a module with a `Reader` (see `reader.py`) and name its `READERS` in
`registry.py`. That is all: the registry chooses by the ending of the name and by `sniff`, and
sentences, offsets, views and the account of what is left out are made for all formats alike.

A file that is **text** (Markdown, RST): decode it with `file.decoded(side, options.encoding)`,
give a `Passage` for each block, with offsets into the content, and an `Aside` for each stretch
that is known and not shown; `text_of_passages` makes the `Text`. Letters that neither a passage
shows nor an aside claims are reported as "other text".

A file that is **no text** (DOCX, XLSX, EPUB, PDF): give a `Block` for each paragraph, heading,
cell or cue in reading order, with `Ruby` and `Mark` pieces, a `Location`, and `LeftOut` values;
`text_of_blocks` makes the `Text`, whose content is what was read.

A file in **both languages** (XLIFF, TMX, PO): a `BilingualReader` gives a `PairBlock` for each
pair; `bilingual_of` makes the `BilingualText`. A format that may hold one language or both
answers None where it holds one.

    class Subtitles:
        name = "srt"
        suffixes = (".srt",)

        def sniff(self, head: bytes) -> bool:
            return _FIRST_CUE.match(head) is not None

        def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
            decoded = file.decoded(side, options.encoding)
            blocks = [
                Block(Kind.CUE, (cue.text,), Location(time=(cue.start, cue.end)))
                for cue in _cues(decoded.content)
            ]
            left_out = [LeftOut(t("positions"), 3, "{\an8}")]
            return text_of_blocks(
                file, side, self.name, blocks, left_out, encoding=decoded.encoding
            )

    READERS = (Subtitles,)

What a person must be told goes through `InputError`; a `what` of `LeftOut` is a message,
`t("comments")`. Nothing is read from the network or from outside the file but its neighbours.
"""
