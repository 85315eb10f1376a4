"""SRT, SBV, WebVTT and ASS: what a player shows, joined to sentences where the file has them."""

import re

from alignbench.documents.formats.ass import ass_cues
from alignbench.documents.formats.cues import Cue, blocks_of_cues, pairs_of_cues
from alignbench.documents.formats.languages import pairs_of
from alignbench.documents.formats.reader import Reader, ReadingOptions
from alignbench.documents.formats.srt_and_vtt import sbv_cues, srt_cues, vtt_cues
from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import text_of_blocks
from alignbench.documents.source_file import SourceFile
from alignbench.domain.bilingual import BilingualText
from alignbench.domain.errors import InputError
from alignbench.domain.text import Side, Text
from alignbench.messages import t

_SRT = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\d{1,6}\s*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3}\s*-->")
_VTT = re.compile(rb"\A(?:\xef\xbb\xbf)?WEBVTT(?:[ \t\r\n]|$)")
_SBV = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s*\d{1,2}:\d\d:\d\d\.\d{3},\d{1,2}:\d\d:\d\d\.\d{3}\s*\r?\n"
)
_ASS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s*\[Script Info\]")


class Srt:
    """Reads SubRip subtitles."""

    name = "srt"
    suffixes: tuple[str, ...] = (".srt",)
    cues = staticmethod(srt_cues)
    begins = _SRT

    def sniff(self, head: bytes) -> bool:
        """Whether it begins as such a file does."""
        return self.begins.match(head) is not None

    def read(self, file: SourceFile, side: Side, options: ReadingOptions) -> Text:
        """What is said in it."""
        both = self.read_pairs(file, options)
        if both is not None:
            return both.ja if side == "ja" else both.en
        cues, tally, encoding = self._cues(file, side, options)
        blocks = blocks_of_cues(cues)
        return text_of_blocks(file, side, self.name, blocks, tally.told(), encoding=encoding)

    def read_pairs(self, file: SourceFile, options: ReadingOptions) -> BilingualText | None:
        """The cues of a file that shows both languages at once."""
        cues, tally, encoding = self._cues(file, "ja", options)
        pairs = pairs_of_cues(cues)
        if pairs is None:
            return None
        return pairs_of(file, self.name, pairs, tally.told(), encoding=encoding)

    def _cues(
        self, file: SourceFile, side: Side, options: ReadingOptions
    ) -> tuple[list[Cue], Tally, str]:
        decoded = file.decoded(side, options.encoding)
        tally = Tally()
        cues = self.cues(decoded.content, tally)
        if not cues:
            raise InputError(
                t("{path} holds no subtitles.", path=file.path),
                t("Give a file with times such as 00:01:02,500 --> 00:01:04,000."),
            )
        return cues, tally, decoded.encoding


class Vtt(Srt):
    """Reads WebVTT subtitles."""

    name = "vtt"
    suffixes = (".vtt",)
    cues = staticmethod(vtt_cues)
    begins = _VTT


class Sbv(Srt):
    """Reads the captions that YouTube gives out as SBV."""

    name = "sbv"
    suffixes = (".sbv",)
    cues = staticmethod(sbv_cues)
    begins = _SBV


class Ass(Srt):
    """Reads Advanced SubStation Alpha subtitles."""

    name = "ass"
    suffixes = (".ass", ".ssa")
    cues = staticmethod(ass_cues)
    begins = _ASS


READERS: tuple[type[Reader], ...] = (Srt, Vtt, Sbv, Ass)
