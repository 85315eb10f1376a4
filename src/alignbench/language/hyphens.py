"""Whether a hyphen at a line's end belongs to the word, or was put there to break it."""

import re

_FIRST = (
    "all anti best better church client co counter cost cross data decision double eight energy "
    "ever ex far fast fifteen fifty first five forty four free full good ground half hand hard "
    "head heavy high hot ill in labour labor large late law left life light like little long low "
    "man market mid middle mother multi near new nine non north off oil old on one open out over "
    "part peace price profit quasi quick rate ready real red right second self semi server seven "
    "short single six sixty slow small so soft south state still table ten third thirty three "
    "time top tree twelve twenty two under up user vice water well west white wide work world"
)
_LAST = (
    "aged based born bound built called centred centered class consuming down dimensional driven "
    "edge eyed faced fashioned first fold free friendly fro full going haired hand handed "
    "hearted held in keeping kept known law length level like line long looking made making "
    "minded off old on only oriented out owned part paid point proof quality range rate ready "
    "reaching related rich round saving scale shaped sized so specific speaking standing style "
    "term tech time to turn type up way week wide winning wing year years"
)
_KEEP_BEFORE = frozenset(_FIRST.split())
_KEEP_AFTER = frozenset(_LAST.split())
_WORD = re.compile(r"[A-Za-z]+")


def keeps_hyphen(before: str, after: str) -> bool:
    """Whether `before-` at a line's end and `after` on the next are a compound word.

    A hyphen already in the word, or a capital after it, says that they are; so do words that
    English makes compounds with: well-known, price-determining.
    """
    left = re.findall(r"[A-Za-z-]+", before)[-1:] or [""]
    right = _WORD.match(after)
    if not right or "-" in left[0]:
        return True
    return (
        left[0].lower() in _KEEP_BEFORE
        or right.group().lower() in _KEEP_AFTER
        or not after[:1].islower()
    )
