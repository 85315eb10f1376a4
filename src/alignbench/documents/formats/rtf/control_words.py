"""The control words of RTF that matter for its text."""

from collections.abc import Callable

from alignbench.messages import t

SIGNS = {
    "tab": "\t", "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": "\u2003", "enspace": "\u2002",
    "qmspace": "\u2005", "zwj": "\u200d", "zwnj": "\u200c", "~": "\xa0", "_": "‑",
}  # fmt: skip
"""Words and signs that are a character."""
SKIPPED = frozenset((
    "fonttbl", "colortbl", "stylesheet", "pict", "filetbl", "revtbl", "listtable", "rsidtbl",
    "listoverridetable", "pgptbl", "template", "private", "datafield", "formfield", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "shprslt", "nonshppict", "pntxta",
    "pntxtb", "nonesttables", "themedata", "colorschememapping", "latentstyles", "datastore",
    "xmlnstbl", "generator", "upr", "bkmkstart", "bkmkend", "atrfstart", "atrfend",
    "atnref", "atnid", "atnauthor", "atndate", "atntime", "objdata", "objclass", "objname",
    "mmathPr", "nesttableprops", "falt", "panose", "fontemb", "rxe", "keycode",
))  # fmt: skip
"""Groups that hold no text of the document."""
TOLD: dict[str, Callable[[], str]] = {
    **dict.fromkeys(
        ("header", "headerl", "headerr", "headerf", "footer", "footerl", "footerr", "footerf"),
        lambda: t("headers and footers"),
    ),
    **dict.fromkeys(("listtext", "pntext"), lambda: t("automatic numbers and bullets")),
    **dict.fromkeys(("xe", "tc", "txe"), lambda: t("entries for an index")),
    **dict.fromkeys(
        ("title", "subject", "author", "keywords", "comment", "doccomm", "category", "company",
         "manager", "operator"),
        lambda: t("properties of the document"),
    ),
    **dict.fromkeys(("moMath", "moMathPara", "mmath"), lambda: t("formulas")),
    "info": lambda: t("properties of the document"),
    "annotation": lambda: t("comments"),
    "sn": lambda: t("texts of drawings"),
    "sv": lambda: t("texts of drawings"),
}  # fmt: skip
"""Groups whose text is no part of the running text, and what they are."""
BOXES = frozenset(("shptxt", "dptxbxtext"))
"""Groups with paragraphs of their own, which stand after the paragraph they lie in."""
TRANSPARENT = frozenset((
    "fldrslt", "shp", "shpinst", "do", "object", "result", "ud", "shpgrp", "background", "sp",
))  # fmt: skip
"""Groups whose insides are read as they come, even if they say that they may be skipped."""
BREAKS = frozenset((
    "par", "sect", "page", "column", "line", "softline", "cell", "nestcell", "row",
))  # fmt: skip
INTO_PARTS = SKIPPED | TOLD.keys() | BOXES | {"field", "fldinst", "fldrslt", "footnote", "ud"}
"""Words that say what a group is."""
READ_OR_TOLD = TRANSPARENT | TOLD.keys()
