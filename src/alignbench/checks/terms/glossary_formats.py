"""Glossaries from files: TSV, and TBX of any dialect. The XML is not trusted."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from alignbench.checks.terms.glossary import Glossary, Term, glossary
from alignbench.domain.errors import InputError
from alignbench.messages import t

if TYPE_CHECKING:
    from lxml import etree

_HEADER = (
    {"ja", "japanese", "source", "日本語", "japanese term", "source term", "原文", "原語"},
    {"en", "english", "target", "英語", "英訳", "訳語", "english term", "target term", "訳文"},
)
"""What a heading may call its two first columns: 日本語 beside Japanese is a term."""
_YES = {"1", "yes", "true", "x", "forbidden", "deprecated", "禁止"}
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
LONGEST_TERM = 200
"""Characters of a term: more is a sentence in the wrong column."""
_DEPRECATED = ("deprecated", "superseded", "forbidden", "obsolete")


def from_tsv(content: str, name: str) -> Glossary:
    """Columns Japanese, English, forbidden (1 or empty), note; a header may stand first.

    Raises:
        InputError: a line without two terms, or with one that is no term; names the line.
    """
    terms: list[Term] = []
    begun = False
    for number, line in enumerate(content.lstrip("\ufeff").splitlines(), 1):
        columns = [column.strip() for column in line.split("\t")]
        if not line.strip() or line.startswith("#"):
            continue
        begun, first = True, not begun
        if first and _is_heading(columns):
            continue
        if len(columns) < 2 or not columns[0] or not columns[1]:
            raise InputError(
                t(
                    "{name}, line {number}: a Japanese and an English term are needed.",
                    name=name,
                    number=number,
                ),
                t("Put a tab between them."),
            )
        terms.append(_term(columns, f"{name}, line {number}"))
    return glossary(terms)


def _is_heading(columns: list[str]) -> bool:
    names = [column.casefold() for column in columns[:2]]
    return len(names) > 1 and all(name in known for name, known in zip(names, _HEADER, strict=True))


def as_tsv(term: Term) -> str:
    """A term as a line of such a table, without empty columns at its end."""
    cells = (term.ja, term.en, "1" if term.forbidden else "", term.note)
    return "\t".join(cells).rstrip("\t")


def term_of_line(line: str) -> Term | None:
    """The term on a line of such a table; None for an issue, an empty line or one that is none."""
    columns = [column.strip() for column in line.split("\t")]
    if line.startswith("#") or len(columns) < 2 or not columns[0] or not columns[1]:
        return None
    return _term(columns, "")


def _term(columns: list[str], where: str) -> Term:
    ja, en, forbidden, note = [*columns, "", ""][:4]
    for side, text in (("Japanese", ja), ("English", en)):
        if len(text) > LONGEST_TERM:
            raise InputError(
                t(
                    "{where}: the {side} term has more than {longest_term} characters.",
                    where=where,
                    side=side,
                    longest_term=LONGEST_TERM,
                )
            )
    return Term(ja, en, forbidden.casefold() in _YES, note)


def from_tbx(content: bytes, name: str) -> Glossary:
    """The Japanese–English terms of a TBX file (martif, tbx; termEntry or conceptEntry).

    Every Japanese term of a concept goes with every English one. A term whose administrative
    status is deprecated or superseded is forbidden on the English side, left out on the other.

    Raises:
        InputError: it is not TBX, not well-formed, or defines entities of its own.
    """
    from lxml import etree

    terms: list[Term] = []
    try:
        events = etree.iterparse(
            BytesIO(content),
            events=("start", "end"),
            resolve_entities=False,
            no_network=True,
            huge_tree=False,
        )
        _, root = next(events)
        if etree.QName(root).localname not in ("martif", "tbx"):
            raise InputError(
                t("{name} is not a TBX file: its root is <{tag}>.", name=name, tag=root.tag)
            )
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and any(True for _ in declared.iterentities()):
            raise InputError(
                t("{name} defines XML entities of its own, which are not read.", name=name)
            )
        for event, element in events:
            if event == "end" and _local(element) in ("termEntry", "conceptEntry"):
                terms.extend(_concept(element))
                element.clear()
    except etree.XMLSyntaxError as error:
        raise InputError(
            t("{name} is not well-formed XML: {msg}.", name=name, msg=error.msg)
        ) from error
    return glossary(terms)


def _concept(entry: "etree._Element") -> Iterator[Term]:
    sides: dict[str, list[tuple[str, bool]]] = {"ja": [], "en": []}
    for section in entry.iter():
        if _local(section) not in ("langSet", "langSec"):
            continue
        language = (section.get(_XML_LANG) or section.get("lang") or "").lower()[:2]
        for group in section.iter():
            if _local(group) in ("tig", "ntig", "termSec") and language in sides:
                sides[language].extend(_named(group))
    for ja, old in sides["ja"]:
        for en, forbidden in sides["en"] if not old else ():
            yield Term(ja, en, forbidden)


def _named(group: "etree._Element") -> Iterator[tuple[str, bool]]:
    """Terms of a group, each with whether it is no longer to be used."""
    old = any(
        _local(note) == "termNote"
        and "status" in (note.get("type") or "").lower()
        and any(word in (note.text or "").lower() for word in _DEPRECATED)
        for note in group.iter()
    )
    for term in group.iter():
        text = " ".join("".join(map(str, term.itertext())).split())
        if _local(term) == "term" and 0 < len(text) <= LONGEST_TERM:
            yield text, old


def _local(element: "etree._Element") -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
