"""Recall of the lexical checks on errors planted by script, and what they say about good pairs.

    python benchmarks/seed_lexical.py PAIRS.tsv [--show 3]

`PAIRS.tsv` has Japanese and English in its last two columns, good human translation. Each seed
below changes one thing in the English of a pair whose Japanese has a counterpart; the seeds know
nothing of the checks' own tables. Prints, per kind of error: planted, found, share.
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from itertools import islice, pairwise
from pathlib import Path

from alignbench.checks import CheckedPair, Context, all_checks, run_checks
from alignbench.checks.names.learned_names import learned
from alignbench.checks.names.names import Names

Pairs = list[tuple[str, str]]
Planted = tuple[list[CheckedPair], int]
"""Pairs to check, and the number of the one that was spoilt."""

SWAPS: dict[str, list[tuple[str, str, str]]] = {
    "lex.antonym": [
        ("増", r"increas(e[sd]?|ing)", r"decreas\1"), ("減", r"decreas(e[sd]?|ing)", r"increas\1"),
        ("上昇", "(rise|rising)", "fall"), ("減", "reduced", "increased"), ("右", "right", "left"),
        ("左", "left", "right"), ("輸出", "export", "import"), ("輸入", "import", "export"),
        ("東", "eastern", "western"), ("西", "western", "eastern"), ("北", "north", "south"),
        ("南", "south", "north"), ("大き", "(large|big)", "small"), ("小さ", "small", "large"),
        ("高い", "high", "low"), ("低", "low", "high"), ("多", "many", "few"), ("新", "new", "old"),
        ("古", "old", "new"), ("長い", "long", "short"), ("短", "short", "long"),
        ("強", "strong", "weak"), ("弱", "weak", "strong"), ("始", "(started|began)", "ended"),
        ("開始", "start", "end"), ("最大", "maximum", "minimum"), ("最小", "minimum", "maximum"),
        ("成功", "success", "failure"), ("失敗", "failed", "succeeded"), ("追加", "add", "remove"),
        ("削除", "(delete|remove)", "add"), ("有効", "enable", "disable"),
        ("無効", "disable", "enable"), ("表示", "(display|show)", "hide"), ("開", "open", "close"),
        ("閉", "close", "open"),
        ("次男", "second son", "eldest son"), ("同じ", "same", "different"),
        ("長男", "(eldest|oldest) son", "second son"), ("異な", "different", "same"),
        ("最初", "first", "last"),
        ("最後", "last", "first"), ("海外", "(abroad|overseas)", "domestic"),
        ("夏", "summer", "winter"), ("冬", "winter", "summer"), ("暑", "hot", "cold"),
        ("寒", "cold", "hot"), ("簡単", "easy", "difficult"), ("難し", "difficult", "easy"),
        ("送信", "send", "receive"),
        ("受信", "receive", "send"), ("可能", "possible", "impossible"),
        ("利益", "profit", "loss"), ("安全", "safe", "dangerous"), ("危険", "dangerous", "safe"),
        ("購入", "(purchase|buy)", "sell"), ("男性", "man", "woman"), ("女性", "woman", "man"),
        ("卒業", "graduated from", "entered"),
        ("勝", "won", "lost"), ("反対", "against", "in favor of"),
    ],
    "kin.terms": [
        ("兄", "(older|elder) brother", "younger brother"),
        ("弟", "younger brother", "older brother"),
        ("姉", "(older|elder) sister", "younger sister"),
        ("妹", "younger sister", "older sister"), ("父", "father", "mother"),
        ("母", "mother", "father"), ("祖父", "grandfather", "grandmother"),
        ("祖母", "grandmother", "grandfather"), ("息子", "son", "daughter"),
        ("娘", "daughter", "son"), ("妻", "wife", "husband"), ("夫", "husband", "wife"),
        ("兄", "brother", "sister"), ("弟", "brother", "sister"), ("妹", "sister", "brother"),
        ("叔父", "uncle", "aunt"), ("おじ", "uncle", "aunt"), ("おば", "aunt", "uncle"),
        ("孫", "grandson", "son"), ("義父", "father-in-law", "mother-in-law"),
    ],
    "lex.quantifier": [
        ("すべて", "all", "some"), ("全て|全員|全部|全国", "all", "some"),
        ("一部", "(some|part)", "all"),
        ("ほとんど", "(most|almost all)", "half"), ("少なくとも", "at least", "at most"),
        ("半分", "half", "most"), ("だけ(?!で)", "(?<!not )only ", ""),
        ("のみ(?!なら)", "(?<!not )only ", ""), ("しか.*ない", "only ", ""),
        ("最大", "up to", "at least"),
    ],
    "lex.relative_time": [
        ("昨年", "last year", "next year"), ("去年", "last year", "this year"),
        ("来年", "next year", "last year"), ("今年", "this year", "last year"),
        ("先週", "last week", "next week"), ("来週", "next week", "last week"),
        ("先月", "last month", "next month"), ("昨日", "yesterday", "tomorrow"),
        ("明日", "tomorrow", "yesterday"), ("きのう", "yesterday", "tomorrow"),
        ("あした", "tomorrow", "today"), ("今日", "today", "yesterday"),
        ("毎日", "(every day|daily)", "every other day"),
        ("毎週", "every week", "every other week"),
        ("翌年", "following year", "previous year"), ("翌年", "next year", "year before"),
        ("前半", "(first|former) half", "second half"),
        ("後半", "(latter|second) half", "first half"),
        ("初期", "early", "late"),
        ("末期", "(end|late)", "beginning"), ("朝", "morning", "evening"),
        ("夕", "evening", "morning"), ("末", "the end of", "the beginning of"),
        ("前年", "previous year", "following year"), ("翌日", "(next|following) day", "day before"),
    ],
    "neg.polarity": [
        ("ない", "(is|was|are|were|do|does|did|could|would|should) not ", r"\1 "),
        ("ない", "(ca|do|does|did|is|was|could|would|should)n['’]t ", r"\1 "),
        ("ません", "(do|does|did|is|are|can)(?: ?not|n['’]t) ", r"\1 "),
        ("ず", "(was|were|did|could) not ", r"\1 "),
    ],
    "mod.obligation": [
        ("なければ", "(must|have to|has to|had to)(?! not)", "do not have to"),
        ("必要が", "(must|have to|need to|needs to)(?! not)", "must not"),
        ("べき", "should(?! not|n)", "should not"),
        ("てはならない", "(must|should|may) not", "do not have to"),
        ("てはいけ", "(mustn['’]t|must not|shouldn['’]t|should not|can['’]t|don['’]t)", "need not"),
        ("てもよい", "(may|can)(?! not)", "must"), ("てもいい", "(may|can)(?! not)", "must not"),
        ("ことができ", "can(?! not|['’]t|not)", "must"),
        ("必要はな", "(do|does|did)(?: not|n['’]t) (have|need) to", "must not"),
        ("おそれ", "(may|might|could)", "must"),
    ],
    "sent.type": [
        ("か。", r"\?$", "."), ("？", r"\?$", "."), ("です。", r"\.$", "?"),
        ("た。", r"\.$", "?"),
    ],
    "neg.partial": [
        ("とは限", "(not (?:always|necessarily)|not all|not every\\w*)", "not"),
        ("必ずし", "(not (?:always|necessarily)|not all)", "not"),
        ("わけでは?な", "(n['’]t|not)", ""),
        ("(?<!も)しか(?![しもるれたけ])[^。、]*(?:ない|ません|なか|ず)", "(only|nothing but)", "not"),
        ("ざるを", "(had to|have to|was forced to|could not help|no choice but to)", "did not"),
    ],
}  # fmt: skip


EMPHASIS = frozenset({"that", "had", "very", "really", "much", "many", "so", "no"})
"""Words that good English doubles."""


def spoil(kind: str, pairs: Pairs, chance: random.Random) -> Iterator[Planted]:
    """One spoilt pair for every pair that has a counterpart of one of the swaps of `kind`."""
    for ja, en in pairs:
        swaps = [s for s in SWAPS[kind] if re.search(s[0], ja) and re.search(rf"\b(?:{s[1]})", en)]
        if swaps:
            _, old, new = chance.choice(swaps)
            pattern = rf"\b(?:{old})(?!\w)" if old[-1].isalnum() or old[-1] == ")" else old
            spoilt = re.sub(pattern, new, en, count=1)
            if spoilt != en:
                yield [CheckedPair(ja, spoilt)], 0


def double_word(pairs: Pairs, chance: random.Random) -> Iterator[Planted]:
    for ja, en in pairs:
        words = en.split(" ")
        places = [at for at, word in enumerate(words) if word.islower() and word.isalpha()]
        places = [at for at in places if words[at] not in EMPHASIS]
        if places:
            at = chance.choice(places)
            yield [CheckedPair(ja, " ".join([*words[: at + 1], *words[at:]]))], 0


def leave_japanese(pairs: Pairs, chance: random.Random) -> Iterator[Planted]:
    for ja, en in pairs:
        runs = re.findall(r"[ぁ-ヺ一-龠ー]{2,8}", ja)
        words = en.split(" ")
        if runs and len(words) > 3 and "(" not in en:
            words[chance.randrange(1, len(words))] = chance.choice(runs)
            yield [CheckedPair(ja, " ".join(words))], 0


def drop_link(pairs: Pairs, _: random.Random) -> Iterator[Planted]:
    for ja, _ in pairs:
        yield [CheckedPair(ja, "")], 0


def drop_sentence(pairs: Pairs, _: random.Random) -> Iterator[Planted]:
    """Two sentences joined to one link, one of them left out of the English."""
    neighbours = [CheckedPair(ja, en) for ja, en in pairs[:200]]
    for (ja, en), (more, _) in pairwise(pairs):
        if len(ja) > 20 and len(more) > 20:
            yield [*neighbours, CheckedPair(ja + more, en)], len(neighbours)


def paste_neighbour(pairs: Pairs, _: random.Random) -> Iterator[Planted]:
    for (ja, en), (more, _) in pairwise(pairs):
        if len(en) > 25:
            yield [CheckedPair(ja, en), CheckedPair(more, en)], 1


def swap_name(pairs: Pairs, chance: random.Random) -> Iterator[Planted]:
    """A name whose spelling the project knows, exchanged for another one it knows."""
    known = registry(pairs)
    for ja, en in pairs:
        for _, name in known.found(CheckedPair(ja, en)):
            match = re.search(rf"\b{name.en[0]}\b", en, re.IGNORECASE)
            other = chance.choice(known.names)
            if match and other.ja not in ja and other.en[0][0] != name.en[0][0]:
                spoilt = en[: match.start()] + other.en[0] + en[match.end() :]
                if not re.search(rf"\b{name.en[0]}\b", spoilt, re.IGNORECASE):
                    yield [CheckedPair(ja, spoilt)], 0
                break


@cache
def _registry(pairs: tuple[tuple[str, str], ...]) -> Names:
    return Names(learned([CheckedPair(ja, en) for ja, en in pairs], least=2))


def registry(pairs: Pairs) -> Names:
    """The names that the good pairs themselves teach."""
    return _registry(tuple(pairs))


OTHERS: dict[str, Callable[[Pairs, random.Random], Iterator[Planted]]] = {
    "en.mechanics": double_word,
    "text.residue": leave_japanese,
    "cov.omission": drop_link,
    "cov.omission (one of two sentences)": drop_sentence,
    "en.dup": paste_neighbour,
    "name.registry": swap_name,
}


def measure(kind: str, planted: Sequence[Planted], show: int, context: Context) -> None:
    """Prints how many of `planted` the check named by `kind` finds, and how many any check does."""
    id_ = kind.split(" ")[0]
    ours = [check for check in all_checks() if check.id == id_]
    by_it = by_any = 0
    missed: list[CheckedPair] = []
    for pairs, place in planted:
        hit = any(at == place for at, _ in run_checks(pairs, ours, context))
        by_it += hit
        by_any += hit or any(
            at == place for at, _ in run_checks(pairs[place:], all_checks(), context)
        )
        if not hit:
            missed.append(pairs[place])
    count = max(len(planted), 1)
    print(f"{kind:38} {len(planted):5} {by_it:5} {by_it / count:6.1%} {by_any / count:6.1%}")
    for pair in missed[:show]:
        print(f"    {pair.ja[:150]}\n    {pair.en[:250]}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--only", default="")
    parser.add_argument("--most", type=int, default=300, help="errors of a kind")
    parser.add_argument("--show", type=int, default=0, help="missed errors to print")
    options = parser.parse_args()
    lines = options.pairs.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines]
    pairs = [(row[-2], row[-1]) for row in rows if len(row) > 1]
    chance = random.Random(5)
    chance.shuffle(pairs)
    print(f"{'kind':38} {'seeds':>5} {'found':>5} {'by it':>6} {'by any':>6}")
    for kind in [*SWAPS, *OTHERS]:
        if options.only in kind:
            made = OTHERS[kind](pairs, chance) if kind in OTHERS else spoil(kind, pairs, chance)
            context = Context(names=registry(pairs)) if kind.startswith("name") else Context()
            measure(kind, list(islice(made, options.most)), options.show, context)


if __name__ == "__main__":
    main()
