"""Kinds of segments by number, as the features ask for them."""

from alignbench.alignment.scoring.document_statistics import KINDS
from alignbench.domain.text import Kind

FURNITURE = KINDS[Kind.FURNITURE]
SENTENCE = KINDS[Kind.SENTENCE]
OTHER_KINDS = [
    number for kind, number in KINDS.items() if kind not in (Kind.FURNITURE, Kind.SENTENCE)
]
