"""Bilingual files with what a review changed in them, every other byte as it was."""

from alignbench.documents.updates.file_update import UPDATED, FileUpdate, updated
from alignbench.documents.updates.pair_change import PairChange

__all__ = ["UPDATED", "FileUpdate", "PairChange", "updated"]
