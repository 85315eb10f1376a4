"""English slips that no reader of the English misses, a habit of a whole document told once."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from alignbench.checks.check import DocumentCheck, Reads
from alignbench.checks.context import Context
from alignbench.checks.english.grammar import grammar
from alignbench.checks.english.patterns import Slip, articles, doubled, quotes, spaces, spellings
from alignbench.checks.lazy_pattern import lazy
from alignbench.checks.pair import CheckedPair, Example
from alignbench.domain.findings import Finding, Grade
from alignbench.domain.flags import Severity
from alignbench.domain.text import Span
from alignbench.messages import t

_HABIT = 3
"""Spaces of one kind from which they are the document's habit, told once."""
_STAMMER, _STAMMERS = 0.01, 5
"""Share of pairs, and number, from which doubled words are how the text speaks (a transcript)."""
_WHOLE = lazy(
    r"[^\n。]{6,}(?:ます|です|ました|でした|ません|ください|下さい|である|だ|った|する|した|ない|[うくぐすつぬぶむる])。\Z"
)
"""A Japanese text that is one whole sentence."""
_SENTENCE = lazy(
    r"\A[\"“]?[A-Z][a-z]*['’a-z]*(?: [^\n]*)? (?:is|are|was|were|has|have|had|can|will|may|must|should|do|does|did|please"
    r"|could|would|shall|cannot|[a-z]+ed)\b[^\n]*[ ,][A-Za-z'’]*[a-z]{2}\Z"
)
"""An English sentence with a verb that ends with a letter."""
_SENTENCES = lazy(r"[a-z]{2}[.!?] [A-Z][^\n]*[a-z]\s*\Z")
"""A text of more than one sentence that ends with a letter."""
_SMALL_START = lazy(
    r"\A(?:the|this|these|those|it|he|she|they|we|you|if|when|please|there|all|our|my|your|his|her|their|some|many|no|each"
    r"|everyone|nobody|what|how|why|where|who|yesterday|today|tomorrow|don['’]t|do not|let['’]s|never|always|i) [^\n]*[a-z][.!?]?\Z"
)
"""A sentence that begins with a small letter."""
_SETTLED = 4
"""Places from which a document has a way of spelling or quoting that others depart from."""

Kinds = Callable[[str], Iterator[tuple[str, Span]]]


class Mechanics(DocumentCheck):
    """Doubled words, spaces before marks, a for an, mixed quotes and mixed spelling."""

    id = "en.mechanics"
    grade = Grade.D2
    type = "linguistic/grammar"
    severity = Severity.MINOR
    reads = Reads.TYPESET
    explanation = t(
        "A word stands twice in a row, a space stands before a mark, or “a” and “an” do not fit "
        "the word that follows, a verb does not agree with its subject, or a form is none; words that English doubles by rule are let pass. What a document "
        "does throughout is told once, with the number of places: spaces of one kind from three "
        "on, doubled words in a transcript, the rarer of curly and straight quotes, the rarer of "
        "British and American spelling."
    )
    examples = (
        Example("鍵は箱の中にある。", "The key is in the box.", "The key is in the the box."),
        Example("一時間かかる。", "It takes an hour.", "It takes a hour."),
        Example("着いた、と彼は言った。", "We are here, he said.", "We are here , he said."),
    )

    def check(
        self, pairs: Sequence[CheckedPair], context: Context
    ) -> Iterator[tuple[int, Finding]]:
        """Slips one by one, habits once, and the rarer way where a document has two."""
        habits: dict[str, list[tuple[int, Slip]]] = defaultdict(list)
        for at, pair in enumerate(pairs):
            for slip in (*articles(pair.en), *_own(grammar(pair.en), pair.ja)):
                yield at, self._slip(slip)
            for slip in (*doubled(pair.en), *spaces(pair.en), *_ends(pair)):
                habits[slip.kind].append((at, slip))
        for kind, places in habits.items():
            yield from self._told(kind, places, len(pairs))
        yield from self._rarer(pairs, quotes, t("quotes and apostrophes"), "linguistic/punctuation")
        yield from self._rarer(pairs, spellings, "spelling", "linguistic/spelling")

    def _told(
        self, kind: str, places: Sequence[tuple[int, Slip]], pairs: int
    ) -> Iterator[tuple[int, Finding]]:
        enough = max(_STAMMERS, _STAMMER * pairs) if kind == "doubled" else _HABIT
        if len(places) < enough:
            yield from ((at, self._slip(slip)) for at, slip in places)
        else:
            at, slip = places[0]
            yield (
                at,
                self._slip(slip, t(" There are {places} places like this.", places=len(places))),
            )

    def _slip(self, slip: Slip, more: str = "") -> Finding:
        spacing = slip.kind not in ("doubled", "article", "grammar")
        return self.finding(
            slip.message + more,
            en=slip.span,
            en_value=slip.text,
            type="linguistic/punctuation" if spacing else None,
        )

    def _rarer(
        self, pairs: Sequence[CheckedPair], kinds: Kinds, what: str, type_: str
    ) -> Iterator[tuple[int, Finding]]:
        """One finding where the rarer of two ways first stands, if the other is settled."""
        count: dict[str, int] = defaultdict(int)
        first: dict[str, tuple[int, Span]] = {}
        for at, pair in enumerate(pairs):
            for kind, span in kinds(pair.en):
                count[kind] += 1
                first.setdefault(kind, (at, span))
        if len(count) < 2 or max(count.values()) < _SETTLED:
            return
        rarer, usual = sorted(count, key=lambda kind: (count[kind], kind))
        at, span = first[rarer]
        yield (
            at,
            self.finding(
                t(
                    "Most {what} of the document are {usual} ({count}); "
                    "{count2} are {rarer}, the first of them here.",
                    what=what,
                    usual=usual,
                    count=count[usual],
                    count2=count[rarer],
                    rarer=rarer,
                ),
                en=span,
                en_value=pairs[at].en[span.start : span.end],
                type=type_,
            ),
        )


def _own(slips: Iterable[Slip], ja: str) -> Iterator[Slip]:
    """Without what the Japanese writes so too: npm, axe DevTools."""
    return (slip for slip in slips if slip.text not in ja)


def _ends(pair: CheckedPair) -> Iterator[Slip]:
    """A sentence without its capital or its full stop, where the Japanese is a sentence."""
    ja, en = pair.ja.strip(), pair.en.strip()
    if not en or not ja.endswith("。") or not (en[-1].isalpha() or en[0].islower()):
        return
    several = bool(_SENTENCES.search(en))
    if several or (_WHOLE.fullmatch(ja) and _SENTENCE.match(en)):
        end = len(pair.en.rstrip())
        last = t("The last sentence has no full stop.")
        yield Slip("full stop", Span(end - 1, end), pair.en[end - 1 : end], last)
    small = _SMALL_START.match(en)
    if small and _WHOLE.fullmatch(ja) and (word := small[0].split()[0]) not in ja:
        start = pair.en.find(en)
        message = t("“{said}” begins a sentence with a small letter.", said=word)
        yield Slip("small", Span(start, start + len(word)), word, message)


CHECKS = (Mechanics,)
