"""Number words of English, and what stands before and after a number."""

import re

from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.values.value import Approx, Bound
from alignbench.language.spelled_numbers import MONTHS, SCALES, SMALL

MONTH_NUMBERS = {name: place for place, name in enumerate(MONTHS, 1)}
MONTH_NUMBERS |= {name[:3]: place for name, place in MONTH_NUMBERS.items()} | {"sept": 9}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY_NUMBERS = {name: place for place, name in enumerate(WEEKDAYS)} | {
    "mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5,
    "sun": 6,
}  # fmt: skip

ORDINALS = {word: value for word, value in SMALL.items() if word.endswith(("st", "nd", "rd", "th"))}
ORDINALS |= {
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
CARDINALS = {word: value for word, value in SMALL.items() if word not in ORDINALS}
LARGE = SCALES | {
    "lakh": 10**5, "crore": 10**7, "mn": 10**6, "bn": 10**9, "tn": 10**12, "trn": 10**12,
    "m": 10**6, "k": 1000, "b": 10**9, "quadrillion": 10**15,
}  # fmt: skip

WORDS = {
    "both": "2", "pair": "2", "pairs": "2", "couple": "2", "couples": "2", "twin": "2",
    "twins": "2", "double": "2", "doubled": "2", "doubles": "2", "doubling": "2", "twice": "2",
    "twofold": "2", "dual": "2", "bilateral": "2", "two-way": "2", "duo": "2", "either": "2",
    "neither": "2", "biennial": "2", "half": "1/2", "halves": "1/2", "halved": "1/2",
    "semi": "1/2", "trio": "3", "triple": "3", "tripled": "3", "triples": "3", "thrice": "3",
    "threefold": "3", "trilateral": "3", "trilogy": "3", "triplets": "3", "quartet": "4",
    "quadruple": "4", "quadrupled": "4", "fourfold": "4", "quarterly": "4", "around the clock": "24", "around-the-clock": "24", "round the clock": "24", "round-the-clock": "24", "quintet": "5",
    "quintuple": "5", "fivefold": "5", "sixfold": "6", "tenfold": "10", "decade": "10",
    "century": "100", "fortnight": "14", "single": "1", "sole": "1", "once": "1", "alone": "1",
    "another": "1", "teens": "10", "nil": "0", "no": "0", "none": "0", "solo": "1", "annual": "1",
    "biannual": "2", "twenties": "20", "thirties": "30", "forties": "40", "fifties": "50",
    "sixties": "60", "seventies": "70", "eighties": "80", "nineties": "90", "teenager": "10",
    "teenagers": "10", "teenage": "10", "teen": "10", "centenary": "100", "centennial": "100",
    "bicentennial": "200", "bicentenary": "200", "half-decade": "5", "wholly": "100", "sevens": "7", "together": "2", "monthly": "1", "daily": "1", "weekly": "1", "dozen": "12", "score": "20", "doubly": "2", "trebled": "3", "treble": "3", "decimal": "10", "hexadecimal": "16", "hex": "16",
    "binary": "2", "octal": "8", "twos": "2", "threes": "3", "fours": "4", "fives": "5", "sixes": "6", "tens": "10",
}  # fmt: skip
WORDS |= {f"{word}fold": str(n) for word, n in CARDINALS.items() if 6 < n < 101 and word.isalpha()}
"""Words that may stand for a number of the other text; none has to."""
MULTIPLES = lazy(
    r"^(?:doubl|twice|twofold|tripl|thrice|threefold|quadrupl|fourfold|quintupl|fivefold|\w+fold|treb)"
)

_BEFORE: dict[str, Bound | Approx] = {
    "about": Approx.ABOUT, "approximately": Approx.ABOUT, "around": Approx.ABOUT,
    "roughly": Approx.ABOUT, "some": Approx.ABOUT, "circa": Approx.ABOUT, "c.": Approx.ABOUT,
    "ca.": Approx.ABOUT, "approx.": Approx.ABOUT, "approx": Approx.ABOUT, "or so": Approx.ABOUT,
    "an estimated": Approx.ABOUT, "estimated at": Approx.ABOUT, "estimated": Approx.ABOUT, "close to": Approx.UNDER,
    "nearly": Approx.UNDER, "not quite": Approx.UNDER, "almost": Approx.UNDER, "just under": Approx.UNDER,
    "slightly less than": Approx.UNDER, "a little less than": Approx.UNDER,
    "a little under": Approx.UNDER, "slightly under": Approx.UNDER, "just over": Approx.OVER,
    "slightly more than": Approx.OVER, "a little more than": Approx.OVER, "a little over": Approx.OVER,
    "slightly over": Approx.OVER, "well over": Approx.OVER, "just above": Approx.OVER,
    "just below": Approx.UNDER, "nearing": Approx.UNDER, "approaching": Approx.UNDER,
    "more than": Bound.ABOVE, "over": Bound.ABOVE, "above": Bound.ABOVE, "exceeding": Bound.ABOVE,
    "exceed": Bound.ABOVE, "exceeds": Bound.ABOVE, "exceeded": Bound.ABOVE,
    "greater than": Bound.ABOVE, "higher than": Bound.ABOVE, "older than": Bound.ABOVE,
    "longer than": Bound.ABOVE, "larger than": Bound.ABOVE, "in excess of": Bound.ABOVE,
    "upwards of": Bound.ABOVE, "beyond": Bound.ABOVE, "surpassing": Bound.ABOVE, "surpassed": Bound.ABOVE,
    "less than": Bound.BELOW, "fewer than": Bound.BELOW, "under": Bound.BELOW,
    "below": Bound.BELOW, "lower than": Bound.BELOW, "smaller than": Bound.BELOW,
    "younger than": Bound.BELOW, "shorter than": Bound.BELOW, "short of": Bound.BELOW,
    "at least": Bound.AT_LEAST, "no less than": Bound.AT_LEAST, "not less than": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST, "a minimum of": Bound.AT_LEAST, "minimum of": Bound.AT_LEAST,
    "not fewer than": Bound.AT_LEAST, "from": Bound.AT_LEAST, "since": Bound.AT_LEAST,
    "no earlier than": Bound.AT_LEAST, "on or after": Bound.AT_LEAST, "in and after": Bound.AT_LEAST, "on and after": Bound.AT_LEAST, "in or after": Bound.AT_LEAST,
    "not under": Bound.AT_LEAST, "no younger than": Bound.AT_LEAST,
    "greater than or equal to": Bound.AT_LEAST, "less than or equal to": Bound.AT_MOST,
    "at most": Bound.AT_MOST, "up to": Bound.AT_MOST, "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST, "a maximum of": Bound.AT_MOST, "maximum of": Bound.AT_MOST,
    "within": Bound.AT_MOST, "no later than": Bound.AT_MOST, "by": Bound.AT_MOST,
    "until": Bound.AT_MOST, "till": Bound.AT_MOST, "on or before": Bound.AT_MOST,
    "in or before": Bound.AT_MOST, "not exceeding": Bound.AT_MOST, "cannot exceed": Bound.AT_MOST, "not to exceed": Bound.AT_MOST,
    "topped": Bound.ABOVE, "topping": Bound.ABOVE,
    "not exceed": Bound.AT_MOST,
    "not over": Bound.AT_MOST, "no longer than": Bound.AT_MOST, "inside": Bound.AT_MOST,
    "after": Bound.ABOVE, "before": Bound.BELOW, "prior to": Bound.BELOW, "≥": Bound.AT_LEAST,
    "≤": Bound.AT_MOST, ">": Bound.ABOVE, "<": Bound.BELOW, ">=": Bound.AT_LEAST, "<=": Bound.AT_MOST,
    "no older than": Bound.AT_MOST, "not older than": Bound.AT_MOST, "limited to": Bound.AT_MOST,
    "as much as": Bound.AT_MOST, "as many as": Bound.AT_MOST, "as few as": Bound.AT_LEAST,
    "through": Bound.AT_MOST, "not less": Bound.AT_LEAST,
}  # fmt: skip
_DOWN = ("less", "fewer", "lower", "younger", "shorter", "smaller", "earlier", "lighter", "cooler", "colder", "slower",
         "cheaper", "narrower", "thinner", "weaker", "nearer", "closer", "sooner")  # fmt: skip
_UP = ("more", "greater", "higher", "older", "longer", "larger", "later", "bigger", "heavier", "warmer", "hotter",
       "taller", "wider", "thicker", "deeper", "faster", "stronger", "farther", "further")  # fmt: skip
for _than in _DOWN:
    _BEFORE |= {
        f"no {_than} than": Bound.AT_LEAST,
        f"not {_than} than": Bound.AT_LEAST,
        f"never {_than} than": Bound.AT_LEAST,
    }
    _BEFORE |= {f"{_than} than": Bound.BELOW, f"{_than} than or equal to": Bound.AT_MOST}
for _than in _UP:
    _BEFORE |= {
        f"no {_than} than": Bound.AT_MOST,
        f"not {_than} than": Bound.AT_MOST,
        f"never {_than} than": Bound.AT_MOST,
    }
    _BEFORE |= {f"{_than} than": Bound.ABOVE, f"{_than} than or equal to": Bound.AT_LEAST}
_BEFORE |= {
    "up to and including": Bound.AT_MOST, "capped at": Bound.AT_MOST, "cap of": Bound.AT_MOST, "ceiling of": Bound.AT_MOST, "limit of": Bound.AT_MOST,
    "kept to": Bound.AT_MOST, "restricted to": Bound.AT_MOST, "not above": Bound.AT_MOST, "not beyond": Bound.AT_MOST,
    "never over": Bound.AT_MOST, "never exceed": Bound.AT_MOST, "never exceeds": Bound.AT_MOST, "maximum": Bound.AT_MOST,
    "max.": Bound.AT_MOST, "max": Bound.AT_MOST, "upper limit of": Bound.AT_MOST, "not below": Bound.AT_LEAST,
    "never below": Bound.AT_LEAST, "never under": Bound.AT_LEAST, "floor of": Bound.AT_LEAST, "minimum": Bound.AT_LEAST,
    "min.": Bound.AT_LEAST, "lower limit of": Bound.AT_LEAST, "surpasses": Bound.ABOVE, "surpass": Bound.ABOVE,
    "passed": Bound.ABOVE, "past": Bound.ABOVE, "tops": Bound.ABOVE,
}  # fmt: skip
BEFORE_NUMBER = _BEFORE
_PHRASES = "|".join(re.escape(p) for p in sorted(_BEFORE, key=lambda p: (-len(p), p)))
BEFORE = lazy(
    rf"(?:^|(?<=[^a-z]))(?<!\bwhat )(?<!\bhow )({_PHRASES})\s*(?:the\s+|an?\s+|age[sd]?\s+(?:of\s+)?|as\s+|(?:{'|'.join((*MONTHS, *WEEKDAYS))}),?\s+|"
    r"[$£€¥]|us\$|about\s+|approximately\s+|around\s+|roughly\s+|some\s+|year\s+|years?\s+of\s+age\s+|level\s+|lv\.?\s*|rank\s+|stage\s+|grade\s+|a\s+(?:level|rank|score)\s+of\s+)*$"
)
_AFTER: dict[str, Bound | Approx] = {
    "or more": Bound.AT_LEAST, "or older": Bound.AT_LEAST, "or over": Bound.AT_LEAST,
    "or above": Bound.AT_LEAST, "and older": Bound.AT_LEAST, "and over": Bound.AT_LEAST,
    "and above": Bound.AT_LEAST, "and up": Bound.AT_LEAST, "or later": Bound.AT_LEAST,
    "and later": Bound.AT_LEAST, "or longer": Bound.AT_LEAST, "or higher": Bound.AT_LEAST,
    "and higher": Bound.AT_LEAST, "or greater": Bound.AT_LEAST, "or better": Bound.AT_LEAST,
    "or larger": Bound.AT_LEAST, "and more": Bound.AT_LEAST, "onward": Bound.AT_LEAST,
    "onwards": Bound.AT_LEAST, "+": Bound.AT_LEAST, "plus": Bound.AT_LEAST, "at least": Bound.AT_LEAST,
    "or upward": Bound.AT_LEAST, "or less": Bound.AT_MOST, "or fewer": Bound.AT_MOST,
    "or under": Bound.AT_MOST, "or younger": Bound.AT_MOST, "or below": Bound.AT_MOST,
    "and under": Bound.AT_MOST, "and younger": Bound.AT_MOST, "and below": Bound.AT_MOST,
    "or earlier": Bound.AT_MOST, "and earlier": Bound.AT_MOST, "or lower": Bound.AT_MOST,
    "or shorter": Bound.AT_MOST, "or smaller": Bound.AT_MOST, "at most": Bound.AT_MOST,
    "at the latest": Bound.AT_MOST, "maximum": Bound.AT_MOST, "or so": Approx.ABOUT,
    "odd": Approx.OVER, "-odd": Approx.OVER, "and beyond": Bound.AT_LEAST, "minimum": Bound.AT_LEAST,
    "and less": Bound.AT_MOST, "or another": Approx.ABOUT, "or thereabouts": Approx.ABOUT,
}  # fmt: skip
for _than in _UP:
    _AFTER |= {f"or {_than}": Bound.AT_LEAST, f"and {_than}": Bound.AT_LEAST}
for _than in _DOWN:
    _AFTER |= {f"or {_than}": Bound.AT_MOST, f"and {_than}": Bound.AT_MOST}
for _edge in (
    "most",
    "maximum",
    "longest",
    "outside",
    "latest",
    "highest",
    "oldest",
    "largest",
    "heaviest",
    "furthest",
):
    _AFTER[f"at the {_edge}"] = Bound.AT_MOST
for _edge in (
    "least",
    "minimum",
    "shortest",
    "very least",
    "earliest",
    "lowest",
    "youngest",
    "smallest",
    "lightest",
):
    _AFTER[f"at the {_edge}"] = Bound.AT_LEAST
_AFTER |= {"tops": Bound.AT_MOST, "max": Bound.AT_MOST, "and upward": Bound.AT_LEAST, "and upwards": Bound.AT_LEAST,
           "or upwards": Bound.AT_LEAST, "or beyond": Bound.AT_LEAST, "or so more": Bound.AT_LEAST}  # fmt: skip
_AFTER |= {
    f"{has} {gone}": Bound.ABOVE
    for has in ("have", "has")
    for gone in ("passed", "elapsed", "gone by")
}
AFTER_NUMBER = _AFTER
_TAILS = "|".join(re.escape(p) for p in sorted(_AFTER, key=lambda p: (-len(p), p)))
AFTER = lazy(
    rf"(?:\s?°\s?[cf]?|\s+years?\s+(?:old|of\s+age)|(?:\s+per\s?cent|%)?\s+of\s+(?:the|its|their|his|her|our|your)(?:\s+[a-z-]{{1,14}}){{1,2}}(?=\s+or\s))?(?:[\s,-]{{1,3}}[a-z]{{1,14}}(?:/[a-z]{{1,6}})?){{0,3}}?(?:,?\s{{0,3}})({_TAILS})(?![a-z\d])(?!\s+(?:than|to)\b)"
)
