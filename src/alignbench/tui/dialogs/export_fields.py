"""The fields in which an export is chosen: filled with choices, and read again."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.dom import DOMNode
from textual.widgets import Checkbox, Input, Label, Select

from alignbench.exchange.bitext_files import KINDS, STATES
from alignbench.exchange.formats import FORMATS
from alignbench.exchange.selection import Wanted
from alignbench.messages import t
from alignbench.project.export_choices import ExportChoices
from alignbench.tui.dialogs.quick_select import QuickSelect
from alignbench.tui.dialogs.tick import Tick

ENGLISH_WORDS = ((t("as in the file"), "file"), (t("as proposed: the better English"), "proposed"))
STATE_WORDS = (
    (t("confirmed"), "confirmed"), (t("suggested"), "suggested"), (t("all of them"), "all"),
)  # fmt: skip
EITHER: tuple[tuple[str, str], ...] = (
    (t("all the same"), "any"), (t("only links with some"), "yes"), (t("only links without"), "no")
)  # fmt: skip
UNKNOWN = ((t("the checks are not through yet"), "any"),)
SELECTS = ("format", "status", "english", "flagged", "found")


def fields(
    choices: ExportChoices, formats: Sequence[tuple[str, str]], *, checked: bool
) -> ComposeResult:
    """A field a line; `checked`: whether it is known which pairs have findings."""
    status = choices.status or usual_links(choices.format_name)
    found = (EITHER, choices.found) if checked else (UNKNOWN, "any")
    yield from _choice(t("Format"), formats, choices.format_name, "format")
    yield from _choice(t("Links"), STATE_WORDS, status, "status")
    yield from _choice(t("English"), ENGLISH_WORDS, choices.english, "english")
    yield from _choice(t("Flags"), EITHER, choices.flagged, "flagged")
    yield from _choice(t("Findings"), *found, "found")
    with Horizontal(classes="field"):
        yield Label(t("Shapes"), classes="name")
        for kind in KINDS:
            name = t("empty") if kind == "null" else kind
            yield Tick(name, value=kind not in choices.without.split(), id=f"kind-{kind}")
    with Horizontal(classes="field"):
        yield Label(t("Sure"), classes="name")
        yield Input(choices.least, id="least", compact=True, classes="number")
        yield Label(t(" to "))
        yield Input(choices.most, id="most", compact=True, classes="number")
        yield Tick(t("code too"), value=bool(choices.code), id="code")
        yield Tick(t("for Excel"), value=bool(choices.spreadsheet), id="spreadsheet")


def usual_links(format_name: str) -> str:
    """The links that people expect in a format: to read all, else those confirmed."""
    about = FORMATS.get(format_name)
    return "all" if about is not None and about.for_reading else "confirmed"


def fill(dialog: DOMNode, choices: ExportChoices) -> None:
    """Have the fields of a dialog hold these choices."""
    selects = {
        "format": choices.format_name, "english": choices.english, "flagged": choices.flagged,
        "found": choices.found,
        "status": choices.status or usual_links(choices.format_name),
    }  # fmt: skip
    for id_, value in selects.items():
        dialog.query_one(f"#{id_}", Select).value = value
    for kind in KINDS:
        dialog.query_one(f"#kind-{kind}", Checkbox).value = kind not in choices.without.split()
    dialog.query_one("#code", Checkbox).value = bool(choices.code)
    dialog.query_one("#spreadsheet", Checkbox).value = bool(choices.spreadsheet)
    dialog.query_one("#least", Input).value = choices.least
    dialog.query_one("#most", Input).value = choices.most


def chosen(dialog: DOMNode, *, status_said: bool, folder: str) -> ExportChoices:
    """What the fields hold; `status_said`: a person said which links, and not the format."""
    values: Mapping[str, str] = {
        id_: str(dialog.query_one(f"#{id_}", Select).value) for id_ in SELECTS
    }
    left = (kind for kind in KINDS if not dialog.query_one(f"#kind-{kind}", Checkbox).value)
    return ExportChoices(
        values["format"],
        values["status"] if status_said else "",
        values["english"],
        values["flagged"],
        values["found"],
        " ".join(left),
        dialog.query_one("#least", Input).value,
        dialog.query_one("#most", Input).value,
        "yes" if dialog.query_one("#code", Checkbox).value else "",
        "yes" if dialog.query_one("#spreadsheet", Checkbox).value else "",
        folder,
    )


def wanted(choices: ExportChoices) -> Wanted:
    """The pairs that choices ask for; a bound that is no number is none."""
    kinds = frozenset(KINDS) - set(choices.without.split())
    least, most = _number(choices.least), _number(choices.most)
    return Wanted(
        STATES[choices.status or usual_links(choices.format_name)],
        flagged=_either(choices.flagged),
        found=_either(choices.found),
        lowest=least or None,
        highest=None if most is None or most >= 1 else most,
        kinds=None if len(kinds) == len(KINDS) else kinds,
        code=bool(choices.code),
    )


def _choice(name: str, options: Sequence[tuple[str, str]], value: str, id: str) -> ComposeResult:
    with Horizontal(classes="field"):
        yield Label(name, classes="name")
        there = {each for _, each in options}
        yield QuickSelect(
            options, value=value if value in there else options[0][1], allow_blank=False, id=id,
            compact=True,
        )  # fmt: skip


def _either(value: str) -> bool | None:
    return {"yes": True, "no": False}.get(value)


def _number(text: str) -> float | None:
    try:
        return min(1.0, max(0.0, float(text)))
    except ValueError:
        return None
