"""Who decides: a person, by a name that stays and a name that is shown."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """A person. `id` tells them apart and stays; `name` is shown and may change."""

    id: str
    name: str


SOMEONE = Identity("someone", "someone")
"""Whoever it was: where nobody said who opens a project."""
