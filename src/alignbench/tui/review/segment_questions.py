"""What the review screen asks people for, and what it does with the answers."""

from alignbench.domain.text import Side
from alignbench.tui.dialogs.questions import TextQuestion
from alignbench.tui.review.editing import EditingScreen


async def ask_note(screen: EditingScreen) -> None:
    """Ask for a note on the chosen link."""
    row = screen.row
    note = screen.current.link.note
    text = await screen.app.push_screen_wait(TextQuestion("Note on this link", note))
    if text is not None and text.strip() != note:
        screen.edit(lambda session: session.note(row, text.strip()))


async def ask_segment(screen: EditingScreen) -> None:
    """Ask for a segment's number and go there."""
    document = screen.session.document
    counts = {"ja": len(document.ja.segments), "en": len(document.en.segments)}
    hint = f"0-{counts['ja'] - 1}, or e0-e{counts['en'] - 1} for the English"
    text = await screen.app.push_screen_wait(TextQuestion("Go to segment", hint=hint))
    if text is None:
        return
    place = read_place(text)
    if place is None:
        screen.say("Type a number, or e and a number.")
    elif place[1] >= counts[place[0]]:
        screen.say(f"There is no segment {text.strip()}: {hint}.")
    else:
        screen.row = screen.row_at(place)


def read_place(text: str) -> tuple[Side, int] | None:
    """`12` is a Japanese segment, `e12` an English one; digits may be full width."""
    text = text.strip(" \u3000")
    side: Side = "en" if text[:1] in ("e", "E", "ｅ", "Ｅ") else "ja"
    digits = text[1:].strip(" \u3000") if side == "en" else text
    return (side, int(digits)) if digits.isdecimal() else None
