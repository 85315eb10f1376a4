"""A page with the two texts beside each other, for a browser or a word processor."""

from collections.abc import Iterable
from html import escape
from typing import BinaryIO

from alignbench.domain.word_changes import compare
from alignbench.exchange.export_options import ExportOptions
from alignbench.exchange.pair import Pair
from alignbench.system.safe_text import printable, xml_text

_HEAD = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>{title}</title>
<style>
body {{ font: 16px/1.6 serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; }}
table {{ border-collapse: collapse; width: 100%; }}
td, th {{ border-bottom: 1px solid #ccc; padding: .4rem .6rem; text-align: left; }}
td {{ vertical-align: top; width: 47%; }}
td:first-child {{ color: #767676; font-size: .8em; width: 6%; }}
del {{ color: #b00020; }} ins {{ color: #00629b; }}
small {{ color: #595959; display: block; }}
</style>
</head>
<body>
<table>
<thead><tr><th>#</th><th>日本語</th><th>English</th></tr></thead>
<tbody>
"""
_ROW = """<tr id="p{number}"><td>{number}</td><td lang="{ja_code}">{ja}</td>\
<td lang="{en_code}">{en}{note}</td></tr>
"""
_TAIL = "</tbody>\n</table>\n</body>\n</html>\n"


def write(pairs: Iterable[Pair], out: BinaryIO, options: ExportOptions) -> None:
    """Write one self-contained page; nothing in a text is taken for markup."""
    out.write(_HEAD.format(title=_shown(options.name)).encode())
    for number, pair in enumerate(pairs, start=1):
        note = _change(pair) + (f"<small>{_shown(pair.note)}</small>" if pair.note else "")
        row = _ROW.format(
            number=number,
            ja_code=_shown(options.ja_code),
            en_code=_shown(options.en_code),
            ja=_shown(pair.ja),
            en=_shown(pair.en),
            note=note,
        )
        out.write(row.encode())
    out.write(_TAIL.encode())


def _change(pair: Pair) -> str:
    """The better English that is proposed, struck and inserted words told apart."""
    if not pair.proposal:
        return ""
    tags = {"kept": "{}", "struck": "<del>{}</del>", "inserted": "<ins>{}</ins>"}
    pieces = compare(pair.en, pair.proposal)
    return "<div>" + "".join(tags[p.kind].format(_shown(p.text)) for p in pieces) + "</div>"


def _shown(text: str) -> str:
    return escape(xml_text(printable(text, keep="\n")))
