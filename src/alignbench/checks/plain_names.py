"""What each check looks at, in two or three plain words: for lists, panels and reports."""

from collections.abc import Mapping

from alignbench.domain.findings import Grade
from alignbench.messages import t

PLAIN_NAMES: Mapping[str, str] = {
    "cov.addition": t("addition"),
    "cov.clause": t("missing clause"),
    "cov.list": t("missing list item"),
    "cov.omission": t("omission"),
    "date.era": t("era year"),
    "date.fiscal": t("fiscal year"),
    "date.md": t("date"),
    "en.dup": t("English twice"),
    "en.mechanics": t("slip in the English"),
    "en.spelling": t("spelling"),
    "id.key": t("key to press"),
    "id.label": t("button or menu"),
    "id.latin": t("acronym"),
    "id.placeholder": t("placeholder"),
    "id.token": t("code or address"),
    "kin.terms": t("kinship"),
    "law.conjunction": t("and, or"),
    "law.parties": t("party of a contract"),
    "law.reference": t("reference"),
    "lex.answer": t("key word"),
    "lex.antonym": t("opposite"),
    "lex.compass": t("point of compass"),
    "lex.country": t("country, people"),
    "lex.exchange": t("opposites exchanged"),
    "lex.contradiction": t("contradiction"),
    "order.exchange": t("things exchanged"),
    "role.exchange": t("who did it to whom"),
    "lex.false_friend": t("false friend"),
    "lex.inclusion": t("with or without"),
    "lex.quantifier": t("how much, how many"),
    "lex.relative_time": t("relative time"),
    "mod.obligation": t("must, may"),
    "name.honorific": t("title of a name"),
    "name.missing": t("missing name"),
    "name.registry": t("spelling of a name"),
    "name.romanised": t("romanised word"),
    "neg.partial": t("partial negation"),
    "neg.polarity": t("negation"),
    "neg.predicate": t("negated verb"),
    "neg.prohibition": t("prohibition"),
    "num.address": t("street address"),
    "num.approx": t("about, nearly, over"),
    "num.boundary": t("limit"),
    "num.change": t("rise or fall"),
    "num.counter": t("what is counted"),
    "num.enum": t("number of an item"),
    "num.intensity": t("seismic intensity"),
    "num.ordinal": t("which one"),
    "num.range": t("range"),
    "num.rate": t("rate"),
    "num.ratio": t("percentage, ratio"),
    "num.scale": t("power of ten"),
    "num.sign": t("plus or minus"),
    "num.value": t("number"),
    "pair.consistency": t("two translations"),
    "quote.pair": t("quotation mark"),
    "quote.turns": t("turns of speech"),
    "sem.meaning": t("meaning"),
    "sem.omission": t("words unanswered"),
    "sem.outlier": t("unlike the rest"),
    "sent.type": t("question"),
    "src.brackets": t("Japanese bracket"),
    "src.cut": t("Japanese cut off"),
    "src.typing": t("Japanese slip"),
    "struct.legal": t("article, paragraph"),
    "subj.gender": t("he, she"),
    "subj.invented": t("I, we added"),
    "term.consistency": t("term varies"),
    "term.glossary": t("glossary term"),
    "text.residue": t("left in Japanese"),
    "time.clock": t("time of day"),
    "time.side": t("before or after"),
    "unit.class": t("unit"),
    "user.regex": t("rule of your own"),
}
"""By a check's id. No two are alike, so that a list can be told apart by them."""


GRADE_WORDS: Mapping[Grade, str] = {
    Grade.D1: t("exact"), Grade.D2: t("by rule"), Grade.D3: t("by words"), Grade.D4: t("a guess"),
}  # fmt: skip
"""How a check of each grade knows."""


def plain_name(check: str) -> str:
    """A check's plain name; its id where it comes from elsewhere and has none."""
    return PLAIN_NAMES.get(check, check)
