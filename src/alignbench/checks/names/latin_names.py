"""Acronyms and product names that the Japanese writes in Latin letters."""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import product

from alignbench.checks.check import PairCheck
from alignbench.checks.context import Context
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.checks.tables import rows
from alignbench.checks.values.comparison import compared
from alignbench.checks.values.time_zones import OFFSETS, conversion
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.language.english_spelling import has_dictionary, is_word
from alignbench.messages import t

_CODE = lazy(
    r"`[^`]*`|https?:\S{1,500}|\{[^{}]{0,80}\}|<[^<>]{0,300}>|%\w"
    r"|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]{1,100}|(?<!\w)[\w-]{1,64}\.[a-z]{2,4}\b"
    r"|(?<!\S)[^\s/\\_]{0,100}[/\\_]\S{0,300}"
)
"""Code, addresses, file names and placeholders: other checks look after them."""
_ACRONYM = lazy(
    r"(?<![A-Za-z0-9.&/+-])(?:[A-Z]{2,7}|[A-Z][a-z][A-Z]{1,3}|[A-Z]{2,5}-[A-Z])(?![A-Za-z0-9+]|[.&/-][A-Za-z0-9])"
)
_NAME = lazy(r"(?<![A-Za-z0-9.&/+-])i?[A-Z][a-z]+(?:[A-Z][a-z]*)*(?![A-Za-z0-9&/+-])")
_IDENTIFIER = lazy(
    r"(?<![\w./@-])(?:[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+|--[a-z][a-z-]+)(?![\w./@-])"
    r"|(?<![\w./@-])[\w-]+\.(?:ya?ml|json|py|js|ts|txt|csv|xml|html?|css|md|toml|ini|conf|cfg|log|sh|exe|dll|zip|pdf|docx?|xlsx?|pptx?|png|jpe?g|gif|svg|sql|db|jar|java|cpp|rb|rs|php)(?![\w/@-])"
    r"|(?<![\w.<&;=])[A-Za-z_][\w.]*\s?(?:[<>!=]=|[<>=])\s?-?[\w.]+(?![\w>\"])",
    re.ASCII,
)
"""What of a program is copied: names with underscores, long options, comparisons."""
_VARIABLE = lazy(
    r"(?<=[ぁ-ヺー一-龠、。「])\s?(?P<name>[a-z]{2,}(?:[A-Z][a-z0-9]+)+)(?=\s?[ぁ-ヺ一-龠、。」])"
)
"""A name such as userId in Japanese prose."""
_SHORTEST_NAME = 5
_ENGLISH_ACRONYM = lazy(r"(?<![\w.&/-])[A-Z]{2,7}(?!\w|[.&/-]\w)")
_ALONE = lazy(r"[ぁ-ん、。・，]|\Z")
"""What follows an acronym that is no part of a Japanese name (TBC東北放送)."""
_LONG_ACRONYM = 3
"""Letters from which an acronym is a name that English does not go without."""
_PLAIN_ACRONYMS = frozenset({
    "GPS", "FAX", "DVD", "LED", "WHO", "IMF", "WTO", "FBI", "CIA", "IOC", "JAL", "ANA",
    "BBC", "CNN", "IBM", "SAP", "AWS", "VPN", "LAN", "SSD", "HDD", "CPU", "GPU", "RAM", "ROM",
    "SQL", "CSV", "XML", "PNG", "JPG", "GIF", "SVG", "MRI", "DNA", "RNA", "HIV", "PCR", "TPP",
    "ILO", "OECD", "ICC", "FIFA", "NBA", "MLB", "NTT", "KDDI", "SSL", "TLS", "SSH", "FTP",
    "PHP", "CSS", "NFC", "OCR", "QRC", "ETF", "IPO", "PTA", "AED", "VHS", "MBA", "LNG",
    "LPG", "PCB",  "NASA", "NATO", "UFO", "BSE", "LTE", "SDK", "FTA", "EPA", "WWF", "IAEA",
})  # fmt: skip
"""Shorter ones that English does not render by other words."""
_PRODUCTS = frozenset({
    "teams", "word", "slack", "zoom", "excel", "outlook", "chrome", "safari", "windows", "notion",
    "discord", "stripe", "shopify", "amazon", "google", "oracle", "adobe", "acrobat",
    "illustrator", "photoshop", "salesforce", "twitter", "messenger", "instagram", "facebook",
    "python", "ruby", "rust", "swift", "kafka", "spark", "docker", "jenkins", "jira",
    "confluence", "trello", "asana", "tableau", "kindle", "alexa", "siri", "bing",
    "powerpoint", "skype", "android", "debian", "ubuntu", "firefox", "netflix", "spotify",
    "evernote", "dropbox", "github", "gitlab", "linux", "unix", "kubernetes", "ansible",
    "terraform", "wordpress",
})  # fmt: skip
"""Names of products that are English words too, or are in the dictionary."""
_ANSWERED = frozenset({
    "EU", "UN", "GDP", "DNA", "RNA", "CEO", "ATM", "FAQ", "NHK", "PDF", "VAT", "CCTV",
})  # fmt: skip
"""Capitals that English writes of itself, which it does not go without where the Japanese has them."""
_COMMON = frozenset({
    "US", "USA", "UK", "EU", "UN", "TV", "AM", "PM", "AD", "BC", "BCE", "CE", "OK", "NO", "RE",
    "ID", "CEO", "CFO", "PC", "DC", "NY", "LA", "MP", "MPS", "PR", "HQ", "ASAP", "FYI", "NB",
    "OR", "AND", "THE", "NOT", "IF", "IN", "ON", "AT", "TO", "OF", "IS", "IT", "BE", "BY", "AS",
    "AN", "WE", "GDP", "JR", "FAQ", "VAT", "ATM", "DNA", "RNA", "CCTV", "NHK", "LDP", "DPJ", "FC",
    "SC", "BGM", "CM", "OL", "SNS", "JAL", "ANA", "JP", "JPY", "USD", "EUR", "XX", "XXX", "YY",
    "ZZ", "II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII", "NPO", "NGO", "PDF", "URL",
    "API", "UI",
})  # fmt: skip
"""Capitals that English writes of itself, and Roman numbers: never held against it."""
_BODIES = frozenset({"EU", "UN", "NATO", "WHO", "IMF", "WTO"})
"""Bodies of states, of which one is put for another."""
_PRONOUN = lazy(r"\b(?:he|she|him|her|hers|his|they|them|their)\b", re.IGNORECASE)
_IT = lazy(r"(?:\A|[.!?;:,] )(?:It|They|it|they)\b")
"""What a sentence may call what the one before it was about."""
_FILLERS = frozenset({"of", "the", "and", "for", "on", "in", "to", "a", "an"})


class LatinNames(PairCheck):
    """Another acronym than the Japanese has, or its product name gone."""

    id = "id.latin"
    grade = Grade.D2
    type = "accuracy/mistranslation"
    severity = Severity.MAJOR
    explanation = t(
        "The Japanese has an acronym that the English neither has nor spells out, while the "
        "English has one that the Japanese lacks; or a name in Latin letters that is no English "
        "word (Nextcloud) is not in the English."
    )
    examples = (
        Example("WHOの総会。", "The assembly of the WHO.", "The assembly of the WTO."),
        Example("Pythagoraxを起動する。", "Start Pythagorax.", "Start the program."),
    )

    def check(self, pair: CheckedPair, at: int, context: Context) -> Iterable[Finding]:
        """The first acronym exchanged, and the first name lost."""
        if not pair.en.strip():
            return
        if (
            "." in pair.ja
            or "_" in pair.ja
            or "--" in pair.ja
            or "=" in pair.ja
            or ">" in pair.ja
            or "<" in pair.ja
        ):
            yield from self._code(pair)
        variable = _VARIABLE.search(pair.ja)
        if variable and variable["name"].casefold() not in pair.en.casefold().replace(" ", ""):
            yield self.finding(
                t("{said} is not in the English.", said=variable["name"]),
                ja=Span(*variable.span("name")),
                ja_value=variable["name"],
            )
        if not re.search(r"[A-ZＡ-Ｚ]", pair.ja):
            return
        ja = "".join(map(_narrow, pair.ja))
        ja = _CODE.sub(lambda match: " " * len(match[0]), ja)
        yield from self._exchanged(ja, pair)
        yield from self._lost(ja, pair.en)

    def _code(self, pair: CheckedPair) -> Iterable[Finding]:
        """The first identifier, option or comparison that the English does not have as it is."""
        written = "".join(pair.en.split()).casefold()
        for match in _IDENTIFIER.finditer("".join(map(_narrow, pair.ja))):
            code = re.escape("".join(match[0].split()).casefold())
            if not re.search(
                rf"{code}(?![a-z0-9]|_[a-z])" if match[0][:2] == "--" else code, written
            ):
                yield self.finding(
                    t("{said} is not in the English.", said=match[0]),
                    ja=Span(*match.span()),
                    ja_value=match[0],
                )
                return

    def _exchanged(self, ja: str, pair: CheckedPair) -> Iterable[Finding]:
        missing = [
            m
            for m in _ACRONYM.finditer(ja)
            if (m[0] in _ANSWERED or m[0] not in _COMMON) and not _said(m[0], pair.en)
        ]
        if not missing or pair.en.isupper():
            return
        whole = "".join(map(_narrow, pair.ja)).upper()
        own = [m for m in _ENGLISH_ACRONYM.finditer(pair.en) if m[0] not in whole]
        if not own:
            yield from self._spoken_of_no_more(missing, pair)
            return
        said = missing[0]
        for read in own:
            if read[0] in _COMMON and not {said[0], read[0]} <= _BODIES:
                continue
            if {said[0], read[0]} <= OFFSETS.keys() and _are_converted(pair):
                continue
            yield self.finding(
                t("{said} became “{read}”.", said=said[0], read=read[0]),
                ja=Span(*said.span()),
                en=Span(*read.span()),
                ja_value=said[0],
                en_value=read[0],
            )
            return

    def _spoken_of_no_more(
        self, missing: list[re.Match[str]], pair: CheckedPair
    ) -> Iterable[Finding]:
        """A long acronym in whose place the English has none of its own, and no words for it."""
        long = [
            m
            for m in missing
            if (
                len(m[0]) > _LONG_ACRONYM
                or m[0] in _PLAIN_ACRONYMS
                or m[0] in _ANSWERED
                or (len(m[0]) == _LONG_ACRONYM and _ALONE.match(m.string, m.end()))
            )
            and not ((called := _called().get(m[0])) and re.search(called, pair.en, re.I))
        ]
        if long:
            yield self.finding(
                t("{said} is not in the English.", said=long[0][0]),
                ja=Span(*long[0].span()),
                ja_value=long[0][0],
                grade=Grade.D3,
            )

    def _lost(self, ja: str, en: str) -> Iterable[Finding]:
        plain = re.sub(r"\W", "", en).casefold()
        for name in _NAME.finditer(ja):
            said = name[0].casefold()
            short = len(said) < _SHORTEST_NAME and said not in _PRODUCTS
            if short or said.removesuffix("s") in plain or not has_dictionary():
                continue
            if said not in _PRODUCTS and is_word(said):
                continue
            if said not in _PRODUCTS and is_word(said.capitalize()) and _PRONOUN.search(en):
                continue  # Shannon may be “she”
            if said in _PRODUCTS and _IT.search(en):
                continue
            yield self.finding(
                t("{said} is not in the English.", said=name[0]),
                ja=Span(*name.span()),
                ja_value=name[0],
            )
            return


def _are_converted(pair: CheckedPair) -> bool:
    """Whether the English tells a time of the Japanese in its own zone."""
    values = compared(pair)
    return conversion(pair.ja, pair.en, product(values.ja, values.en)).moved


def _narrow(character: str) -> str:
    """Full-width letters narrow; one character for one."""
    return unicodedata.normalize("NFKC", character) if "！" <= character <= "～" else character


@cache
def _spelled_out() -> dict[str, str]:
    """What English may call an acronym of the Japanese."""
    return {acronym: spelled for acronym, spelled, _ in rows("acronyms") if spelled}


@cache
def _called() -> dict[str, str]:
    """What it may call it that others are called too: an answer only without an acronym of its own."""
    return {acronym: called for acronym, _, called in rows("acronyms") if called}


def _said(acronym: str, en: str) -> bool:
    """Whether the English has the acronym in any case, with dots or plural, or spells it out."""
    acronym = acronym.replace("-", "").upper()
    if acronym.casefold() in re.sub(r"[._\s-]", "", en).casefold():
        return True
    if (spelled := _spelled_out().get(acronym)) and re.search(spelled, en, re.I):
        return True
    words = re.findall(r"[A-Za-z]+", en)
    for fillers in (frozenset[str](), _FILLERS):
        initials = "".join(word[0] for word in words if word.lower() not in fillers).upper()
        if acronym in initials:
            return True
    return False


CHECKS = (LatinNames,)
