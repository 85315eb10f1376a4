"""Vectors to links with confidence, candidates, and re-alignment between anchors."""

from alignbench.alignment.aligner import Alignment, align, realign
from alignbench.alignment.inputs import Options, SideInput

__all__ = ["Alignment", "Options", "SideInput", "align", "realign"]
