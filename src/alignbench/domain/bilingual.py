"""A file that holds both languages: its two texts, and the pairs that it says belong together."""

from dataclasses import dataclass
from enum import StrEnum

from alignbench.domain.text import LeftOut, Text


class PairState(StrEnum):
    """How far a pair has come, whatever words its format has for it."""

    UNTRANSLATED = "untranslated"
    DRAFT = "draft"
    """Translated, by a machine or by somebody, and not yet signed off; fuzzy is this too."""
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class FilePair:
    """Japanese segments and the English ones that a file puts beside them, by 0-based position.

    One side may be empty. `id` is what the file calls the pair, `state_in_file` its own word for
    the state, `note` what people said about it, `place` its number among the file's units, by
    which it is found there again; -1 where the format has no way back.
    """

    ja: tuple[int, ...]
    en: tuple[int, ...]
    state: PairState = PairState.DRAFT
    note: str = ""
    id: str = ""
    state_in_file: str = ""
    locked: bool = False
    place: int = -1


@dataclass(frozen=True, slots=True)
class BilingualText:
    """What a bilingual file holds. Each segment of the texts is in one pair or in none."""

    ja: Text
    en: Text
    pairs: tuple[FilePair, ...]
    left_out: tuple[LeftOut, ...] = ()
