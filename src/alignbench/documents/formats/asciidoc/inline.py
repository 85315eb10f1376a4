"""The words of a stretch of AsciiDoc: links, code and variables as placeholders, marks gone."""

import re

from alignbench.documents.formats.tally import Tally
from alignbench.documents.segmentation.blocks import Mark, Piece
from alignbench.domain.text import PlaceholderKind
from alignbench.messages import t

_LABEL = r"\[(?P<{0}>(?:\\\]|[^\]]){{0,500}})\]"
_INLINE = re.compile(
    r"(?P<escaped>\\[*_`#+^~{<\[\\:](?=\S))"
    r"|``(?P<code2>[^\n]{1,300}?)``"
    r"|(?<![A-Za-z0-9_;:}`\"'])`(?!\s)(?P<code>[^`\n]{1,300}?)(?<!\s)`(?![A-Za-z0-9_`])"
    r"|\+\+(?P<raw2>[^\n]{1,300}?)\+\+|(?<![\w+])\+(?P<raw>\S(?:[^+\n]{0,200}\S)?)\+(?![\w+])"
    rf"|(?P<footnote>footnote(?:ref)?:[\w-]{{0,40}}){_LABEL.format('note')}"
    rf"|(?P<picture>(?:image|icon):(?!:)[^\s\[\]]{{1,300}}){_LABEL.format('alt')}"
    rf"|(?P<key>(?:kbd|btn|stem|latexmath|asciimath|pass):[a-z,]{{0,9}}){_LABEL.format('keys')}"
    rf"|(?P<menu>menu:[^\[\]\n]{{1,80}}){_LABEL.format('items')}"
    r"|\(\((?P<hidden>\([^()\n]{1,200}\))\)\)|\(\((?P<indexed>[^()\n]{1,100})\)\)"
    r"|(?P<link>(?:link:|mailto:|xref:|https?://|ftp://|irc://|\{[\w-]{1,60}\}(?!footnote))"
    rf"[^\s\[\]<>]{{0,500}}?)"
    rf"{_LABEL.format('label')}"
    r"|<<(?P<target>[^<>,\n]{1,100})(?:,(?P<title>[^<>\n]{1,200}))?>>"
    r"|(?P<anchor>\[\[[^\[\]\n]{1,100}\]\])"
    r"|(?P<variable>\{[\w-]{1,60}\})"
    r"|(?P<role>\[[.#%\w,= \"-]{1,60}\])(?=[#*_`])"
    r"|(?P<double>\*\*|__|##)"
    r"|(?<![A-Za-z0-9_;:}])(?P<open>[*_#])(?=\S)|(?<=\S)(?P<close>[*_#])(?![A-Za-z0-9_])"
    r"|(?P<script>[\^~])(?=\S[^\^~\s]{0,30}[\^~])|(?<=\S)(?P<scripted>[\^~])"
    r"|(?P<quoted>\"`|`\"|'`|`')"
)
_QUOTES = {'"`': "“", '`"': "”", "'`": "‘", "`'": "’"}
_CHARACTERS = {
    "empty": "", "blank": "", "sp": " ", "nbsp": "\xa0", "zwsp": "", "wj": "", "apos": "'",
    "quot": '"', "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "deg": "°", "plus": "+",
    "vbar": "|", "amp": "&", "lt": "<", "gt": ">", "startsb": "[", "endsb": "]", "caret": "^",
    "asterisk": "*", "tilde": "~", "backslash": "\\", "backtick": "`", "two-colons": "::",
    "two-semicolons": ";;", "cpp": "C++",
}  # fmt: skip
"""Attributes that AsciiDoc itself sets to characters: those that would be marks."""
_NAMED = re.compile(r"^(?:[\w-]{1,30}\s*=|[.#%])")


def inline_pieces(text: str, tally: Tally, notes: list[str]) -> list[Piece]:
    """The pieces of a paragraph; a mark that has no partner is a character.

    Beside Japanese, marks count as they do beside spaces: so are they meant, though Asciidoctor
    shows them there.

    The texts of footnotes are put into `notes`.
    """
    pieces: list[Piece] = []
    marks: list[tuple[str, int]] = []
    at = 0
    for found in _INLINE.finditer(text):
        if found.start() < at:
            continue
        pieces.append(text[at : found.start()])
        at = found.end()
        mark = found["double"] or found["open"] or found["close"] or found["script"]
        mark = mark or found["scripted"]
        if mark is None:
            pieces += _pieces(found, tally, notes)
            continue
        opened = next(
            (n for n in range(len(marks) - 1, max(-1, len(marks) - 20), -1) if marks[n][0] == mark),
            None,
        )
        if opened is not None and text[found.start() - 1 : found.start()].strip():
            pieces[marks[opened][1]] = ""
            del marks[opened:]
        else:
            opens = found["close"] is None and found["scripted"] is None
            if opens and text[at : at + 1].strip():
                marks.append((mark, len(pieces)))
            pieces.append(mark)
    return [piece for piece in [*pieces, text[at:]] if piece != ""]


def _pieces(found: re.Match[str], tally: Tally, notes: list[str]) -> list[Piece]:
    code = found["code"] or found["code2"] or found["keys"]
    if found["escaped"]:
        return [found["escaped"][1:]]
    if code:
        return [Mark(code.strip("+"), PlaceholderKind.CODE, found[0])]
    if found["raw"] or found["raw2"]:
        return [found["raw"] or found["raw2"]]
    if found["menu"]:
        path = [found["menu"].removeprefix("menu:"), *found["items"].split(">")]
        shown = " > ".join(part.strip() for part in path if part.strip())
        return [Mark(shown, PlaceholderKind.CODE, found[0])]
    if found["hidden"]:
        tally.add(t("terms for the index"), found["hidden"][1:-1])
        return []
    if found["indexed"]:
        return [found["indexed"]]
    if found["footnote"]:
        notes += [found["note"].replace("\\]", "]")] if found["note"].strip() else []
        return [Mark("", PlaceholderKind.NOTE_MARK, found[0])]
    if found["picture"]:
        return [Mark(shown_label(found["alt"]), PlaceholderKind.IMAGE, found["picture"])]
    if found["link"]:
        address = found["link"]
        tally.add(t("addresses of links and pictures"), address)
        label = shown_label(found["label"]).rstrip("^")
        bare = re.sub(r"^(?:link:|mailto:|xref:)", "", address)
        return [Mark(label or bare, PlaceholderKind.LINK, address)]
    if found["target"]:
        shown = (found["title"] or "").strip() or found["target"]
        return [Mark(shown, PlaceholderKind.LINK, found["target"])]
    if found["variable"]:
        name = found["variable"]
        return [Mark(_CHARACTERS.get(name[1:-1], name), PlaceholderKind.VARIABLE, name)]
    if found["quoted"]:
        return [_QUOTES[found["quoted"]]]
    return [Mark("", PlaceholderKind.TAG, found[0])]


def shown_label(label: str) -> str:
    """The words of a macro's brackets, without what is said to the program."""
    label = label.replace("\\]", "]").strip()
    if label.startswith('"'):
        return label[1:].partition('"')[0]
    first = label.split(",")[0] if re.search(r",\s*[\w-]{1,30}\s*=", label) else label
    return "" if _NAMED.match(first) else first.strip()
