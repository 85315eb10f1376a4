"""A negation dropped or put in, a question for a statement."""

import random
import re

from benchmarks.meaning.maker import lexicon as lx
from benchmarks.meaning.maker.edits import LOWERABLE, cut_out, exchanged, lower_first
from benchmarks.meaning.maker.kinds import WORD, Knowledge, Spoilt

_AUX = re.compile(
    r"\b(is|are|was|were|will|can|could|should|would|must|may|has|have|had|does|do|"
    r"did|am)\b(?! not|n't)"
)


_NEGATED = re.compile(
    r"\b(is|are|was|were|will|can|could|should|would|must|may|has|have|had|does|do|"
    r"did|am) not\b|\b(is|are|was|were|could|should|would|has|have|had|does|do|"
    r"did)n't\b|\bcannot\b|\bcan't\b|\bwon't\b|\bnever\b|\b[Nn]ot\b|\b[Nn]o\b(?= "
    r"[a-z])|\bnothing\b|\bwithout\b|\b(un|in|im|dis)(?=(?:able|known|likely|clear|"
    r"safe|certain|possible|correct|complete|valid|happy|important|necessary|used|"
    r"related|like|connected|appeared)\b)"
)


_ASKED = re.compile(
    r"^(Is|Are|Was|Were|Do|Does|Did|Can|Could|Will|Would|Should|Have|Has|May|Must) "
    r"(I|you|he|she|it|we|they|this|that|the \w+|your \w+|[A-Z]\w+|there) (.+)\?$"
)


_STATED_S = re.compile(
    r"^(I|You|He|She|It|We|They|This|That|The \w+|[A-Z]\w+|There) (is|are|was|were|"
    r"can|could|will|would|should|has|have|must) (.+?)[.]?$"
)


def negation(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A negation dropped or put in."""
    found = [
        m
        for m in _NEGATED.finditer(en)
        if m.group() != "no" or not re.search(r"[A-Z][\w'-]* $", en[: m.start()])
    ]
    if found and rng.random() < 0.75:
        m = rng.choice(found)
        text = m.group()
        if text in {"cannot", "can't"}:
            new = "can"
        elif text == "won't":
            new = "will"
        elif text == "never":
            new = rng.choice(["always", "often", "once"])
        elif text == "nothing":
            new = "something"
        elif text == "without":
            new = "with"
        elif text.lower() in {"no"}:
            new = rng.choice(["some", "a"])
        elif text in {"un", "in", "im", "dis"}:
            new = ""
        elif text == "Not":
            return None
        else:
            new = re.sub(r" ?not$|n't$", "", text)
            after = re.match(r" ([a-z]+)", en[m.end() :])
            if new in {"did", "does", "do"} and after and after.group(1) in lx.PAST:
                base = after.group(1)
                word = (
                    lx.inflect(base, "past" if new == "did" else "third") if new != "do" else base
                )
                return exchanged(en, m.start(), m.end() + after.end(), word, "negation")
            if new == "":
                return cut_out(en, m.start(), m.end() + 1, "negation")
        return exchanged(en, m.start(), m.end(), new, "negation")
    found = list(_AUX.finditer(en))
    if found:
        m = rng.choice(found)
        word = m.group()
        short = {"can": "cannot", "will": "will not"}
        new = (
            short.get(word, word + " not")
            if rng.random() < 0.6 or word in {"can", "will", "am", "may", "must"}
            else word + "n't"
        )
        return exchanged(en, m.start(), m.end(), new, "negation")
    found = [
        m
        for m in WORD.finditer(en)
        if lx.VERBS.get(m.group(), ("", ""))[1] in {"past", "third"} and m.start() > 0
    ]
    if found:
        m = rng.choice(found)
        base, form = lx.VERBS[m.group()]
        return exchanged(
            en,
            m.start(),
            m.end(),
            rng.choice(["did" if form == "past" else "does"])
            + rng.choice([" not ", "n't "])
            + base,
            "negation",
        )
    return None


def question(en: str, ja: str, rng: random.Random, know: Knowledge) -> Spoilt | None:
    """A statement for a question, and the other way; an order for a statement."""
    m = _ASKED.match(en)
    if m:
        aux, who, rest = m.groups()
        head = who[:1].upper() + who[1:]
        verb = rest.split(" ", 1)
        if aux in {"Do", "Does", "Did"}:
            word = (
                lx.inflect(verb[0], "past")
                if aux == "Did"
                else lx.inflect(verb[0], "third")
                if aux == "Does"
                else verb[0]
            )
            text = f"{head} {word}{' ' + verb[1] if len(verb) > 1 else ''}."
        else:
            text = f"{head} {aux.lower()} {rest}."
        return Spoilt(text, "question", ((0, len(text)),))
    m = _STATED_S.match(en)
    if m:
        who, aux, rest = m.groups()
        if ". " in rest or (rest.startswith(("not ", "been")) and rng.random() < 0.5):
            return None
        who = (
            lower_first(who)
            if who.split()[0] in LOWERABLE | {"There", "It", "He", "She", "You", "We", "They"}
            else who
        )
        text = f"{aux[:1].upper() + aux[1:]} {who} {rest}?"
        return Spoilt(text, "question", ((0, len(text)),))
    if re.match(r"^(I|You|We|They) (\w+)", en) and en.endswith(".") and ". " not in en:
        verb = en.split(" ")[1]
        base, form = lx.VERBS.get(verb, ("", ""))
        who = en.split(" ")[0]
        if form in {"base", "past"}:
            aux = "Do" if form == "base" else "Did"
            asked = who if who == "I" else who.lower()
            text = f"{aux} {asked} {base}{en[len(who) + 1 + len(verb) : -1]}?"
            return Spoilt(text, "question", ((0, len(text)),))
    if en.endswith("?") and rng.random() < 0.3 and re.match("^(What|Who|Where|When|Why|How)", en):
        options = {
            "What": ["Who", "Which", "Why"],
            "Who": ["What", "Where"],
            "Where": ["When", "Why", "How"],
            "When": ["Where", "Why"],
            "Why": ["How", "When"],
            "How": ["Why", "When"],
        }
        word = en.split()[0]
        if word in options:
            return exchanged(en, 0, len(word), rng.choice(options[word]), "question")
    return None
