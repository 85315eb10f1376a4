"""What holds where the reader of an RTF file stands, until the group ends."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Paragraph:
    """What a paragraph is; a new one begins with what the one before it was."""

    style: int = 0
    outlined: bool = False
    numbered: bool = False
    in_table: bool = False


@dataclass(slots=True)
class State:
    """The properties of a group, which the groups inside it begin with."""

    font: int = 0
    fallback: int = 1
    """How many signs follow a character that is a number, for programs that know no such."""
    hidden: bool = False
    deleted: bool = False
    into: str = "body"
    """Where text goes: body, skip, instruction, fonts, styles, or a kind of what is said."""
    opened: str = ""
    """The word that made this group what it is."""
    paragraph: Paragraph = field(default_factory=Paragraph)

    def inside(self) -> "State":
        """What a group begins with."""
        return State(
            self.font, self.fallback, self.hidden, self.deleted, self.into, "", self.paragraph
        )
