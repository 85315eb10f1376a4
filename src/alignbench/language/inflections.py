"""Inflections of English undone: the regular ones as far as spelling allows, the rest by a list."""

_SHORTEST = 4
_DOUBLED = frozenset("bdgkmnprt")
"""Letters that a suffix doubles after a short vowel (stopped, running)."""

_IRREGULAR = {
    form: base
    for base, forms in {
        "arise": "arose arisen", "awake": "awoke awoken", "be": "am is are was were been being",
        "bear": "bore borne born", "beat": "beaten", "become": "became", "begin": "began begun",
        "bend": "bent", "bind": "bound", "bite": "bit bitten", "bleed": "bled",
        "blow": "blew blown",
        "break": "broke broken", "breed": "bred", "bring": "brought", "build": "built",
        "burn": "burnt", "buy": "bought", "catch": "caught", "choose": "chose chosen",
        "cling": "clung", "come": "came", "creep": "crept", "deal": "dealt", "dig": "dug",
        "do": "does did done", "draw": "drew drawn", "dream": "dreamt", "drink": "drank drunk",
        "drive": "drove driven", "eat": "ate eaten", "fall": "fell fallen", "feed": "fed",
        "feel": "felt", "fight": "fought", "find": "found", "flee": "fled", "fly": "flew flown",
        "forbid": "forbade forbidden", "forget": "forgot forgotten", "forgive": "forgave forgiven",
        "freeze": "froze frozen", "get": "got gotten", "give": "gave given", "go": "goes went gone",
        "grind": "ground", "grow": "grew grown", "hang": "hung", "have": "has had",
        "hear": "heard", "hide": "hid hidden", "hold": "held", "keep": "kept", "kneel": "knelt",
        "know": "knew known", "lay": "laid", "lead": "led", "lean": "leant", "learn": "learnt",
        "leave": "left", "lend": "lent", "lie": "lain lying", "light": "lit", "lose": "lost",
        "make": "made", "mean": "meant", "meet": "met", "mistake": "mistook mistaken",
        "pay": "paid", "prove": "proven", "ride": "rode ridden", "ring": "rang rung",
        "rise": "rose risen", "run": "ran", "say": "said", "see": "saw seen", "seek": "sought",
        "sell": "sold", "send": "sent", "sew": "sewn", "shake": "shook shaken", "shine": "shone",
        "shoot": "shot", "show": "shown", "shrink": "shrank shrunk", "sing": "sang sung",
        "sink": "sank sunk", "sit": "sat", "slay": "slew slain", "sleep": "slept", "slide": "slid",
        "speak": "spoke spoken", "speed": "sped", "spend": "spent", "spin": "spun",
        "spring": "sprang sprung", "stand": "stood", "steal": "stole stolen", "stick": "stuck",
        "sting": "stung", "strike": "struck stricken", "strive": "strove striven",
        "swear": "swore sworn", "sweep": "swept", "swell": "swollen", "swim": "swam swum",
        "swing": "swung", "take": "took taken", "teach": "taught", "tear": "tore torn",
        "tell": "told", "think": "thought", "throw": "threw thrown", "tie": "tying",
        "die": "dying", "tread": "trod trodden", "understand": "understood", "wake": "woke woken",
        "wear": "wore worn", "weave": "wove woven", "weep": "wept", "win": "won", "wind": "wound",
        "withdraw": "withdrew withdrawn", "write": "wrote written",
        "child": "children", "foot": "feet", "goose": "geese", "half": "halves", "knife": "knives",
        "leaf": "leaves", "life": "lives", "man": "men", "mouse": "mice", "ox": "oxen",
        "person": "people", "self": "selves", "shelf": "shelves", "thief": "thieves",
        "tooth": "teeth", "wife": "wives", "wolf": "wolves", "woman": "women",
        "good": "better best", "bad": "worse worst",
    }.items()
    for form in forms.split()
}  # fmt: skip


def base_forms(word: str) -> tuple[str, ...]:
    """Spellings that lower-case `word` may be an inflected form of; empty if it looks like none.

    `making` gives `mak` and `make`: which of them is a word, a vocabulary must say.
    """
    if (base := _IRREGULAR.get(word)) is not None:
        return (base,)
    if len(word) < _SHORTEST or not (word.isascii() and word.isalpha()):
        return ()
    if word.endswith(("ies", "ied")) and len(word) > 4:
        return (word[:-3] + "y",)
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return (word[:-2],)
    if word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return (word[:-1],)
    if word.endswith("ed") and len(word) > 4:
        return _without(word[:-2])
    if word.endswith("ing") and len(word) > 5:
        return _without(word[:-3])
    if word.endswith("ly") and len(word) > 5:
        return (word[:-2],)
    return ()


def _without(stem: str) -> tuple[str, ...]:
    """A stem before -ed or -ing: as it is, with its e, or with its last letter single."""
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in _DOUBLED:
        return (stem, stem[:-1])
    return (stem, stem + "e")
