"""Recall on errors put into good pairs: one value of the English is changed, one error a pair.

python benchmarks/seed_errors.py PAIRS.tsv [--show KIND] [--each N] [--seed N]

The file holds source, Japanese and English, tab-separated. An error is found if the pair has a
finding of one of our value checks that it did not have before; "by its own" counts those of the
check that the kind of error is meant for. Which places can be changed is decided without the
checks' own reader (by `language.keys` and plain patterns), so that what it cannot read counts.

An error has to be one that a reader of both texts would call one: a limit is changed only beside
its number, an item is taken only from an English list as long as the Japanese says, an escape like
%7B is no percentage, and a number that the English gives twice is left alone.
"""

import argparse
import calendar
import random
import re
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path

from alignbench.checks import CheckedPair, run_checks
from alignbench.checks.registry import all_checks
from alignbench.domain.findings import Grade
from alignbench.language.keys import keys

MONTHS = list(calendar.month_name)[1:]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
UNITS = {
    "km": "m", "kilometers": "meters", "meters": "kilometers", "cm": "mm", "kg": "g",
    "yen": "dollars", "dollars": "yen", "hectares": "acres", "minutes": "hours", "hours": "minutes",
    "days": "weeks", "months": "years", "tons": "kilograms",
}  # fmt: skip
JA_UNITS = {
    "km": "km|キロ", "kilometers": "km|キロ", "meters": "m|メートル", "cm": "cm|センチ", "kg": "kg|キロ",
    "yen": "円", "dollars": "ドル", "hectares": "ヘクタール|ha", "minutes": "分", "hours": "時間", "days": "日",
    "months": "[かヶカヵ]月", "tons": "トン|t",
}  # fmt: skip
ERAS = "明治|大正|昭和|平成|令和"
Edit = tuple[int, int, str]


def replaced(match: re.Match[str], text: str, group: int | str = 0) -> Edit:
    return match.start(group), match.end(group), text


def digits(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    known = keys(ja, "ja")
    for match in re.finditer(r"(?<![\w.,/#-])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\w/-]|[.,:]\d)", en):
        plain = match[0].replace(",", "")
        if f"n:{plain}" in known and float(plain) > 3 and en.count(match[0]) == 1:
            place = rng.choice([i for i, c in enumerate(match[0]) if c.isdigit()])
            other = rng.choice([d for d in "123456789" if d != match[0][place]])
            yield replaced(match, match[0][:place] + other + match[0][place + 1 :])


def words(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    names = [
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "twelve",
        "twenty",
        "thirty",
    ]
    values = dict(zip(names, (2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 30), strict=True))
    known = keys(ja, "ja")
    for match in re.finditer(rf"\b(?:{'|'.join(names)})\b(?!-)", en):
        if f"n:{values[match[0]]}" in known and values[match[0]] > 2:
            yield replaced(match, rng.choice([n for n in names if n != match[0]]))


def scale(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    if re.search("[万億兆]", ja):
        for match in re.finditer(r"(?<=\d )(?:thousand|million|billion|trillion)\b", en):
            yield replaced(
                match,
                {
                    "thousand": "million",
                    "million": "billion",
                    "billion": "million",
                    "trillion": "billion",
                }[match[0]],
            )
        for match in re.finditer(r"(?<![\w,.])\d{1,3}(?:,\d{3})+(?![\d,.])", en):
            if f"n:{match[0].replace(',', '')}" in keys(ja, "ja"):
                yield replaced(match, f"{int(match[0].replace(',', '')) * 10:,}")


def era(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    if re.search(rf"(?:{ERAS})(?:元|\d+)年", ja):
        for match in re.finditer(r"\b(?:18|19|20)\d\d\b", en):
            if f"n:{match[0]}" in keys(ja, "ja") and match[0] not in ja:
                yield replaced(match, str(int(match[0]) + rng.choice((-2, -1, 1, 2))))


def month(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    known = keys(ja, "ja")
    for match in re.finditer(rf"\b(?:{'|'.join(MONTHS)})\b(?= \d)", en):
        if f"m:{MONTHS.index(match[0]) + 1}" in known:
            yield replaced(match, rng.choice([m for m in MONTHS if m != match[0]]))


def day(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    known = keys(ja, "ja")
    for match in re.finditer(rf"(?<=\b)(?:{'|'.join(MONTHS)}) (\d{{1,2}})\b", en):
        if f"n:{match[1]}" in known and "日" in ja:
            yield replaced(
                match, str(rng.choice([d for d in range(1, 29) if d != int(match[1])])), 1
            )


def weekday(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    for match in re.finditer(rf"\b(?:{'|'.join(DAYS)})(?=s?\b)", en):
        if f"{'月火水木金土日'[DAYS.index(match[0])]}曜" in ja:
            yield replaced(match, rng.choice([d for d in DAYS if d != match[0]]))


def time(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    if re.search(r"\d+\s?[時:]|[一二三四五六七八九十]時", ja):
        if re.search("午前|午後", ja):
            for match in re.finditer(r"(?<=\d )[ap](?=\.m\.)|(?<=\d)[ap](?=m\b)", en):
                yield replaced(match, "p" if match[0] == "a" else "a")
        for match in re.finditer(r"\b\d{1,2}:(\d)0\b", en):
            yield replaced(match, rng.choice([d for d in "012345" if d != match[1]]), 1)


def ratio(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    if re.search(r"割|%|％|パーセント", ja):
        for match in re.finditer(r"(?<![\d.,])(\d+)(?= ?(?:%(?![0-9A-F]{2})|percent))", en):
            number = match[1]
            if en.count(number) > 1:
                continue
            yield replaced(
                match, number[:-1] if number.endswith("0") and len(number) > 1 else number + "0"
            )
    if "倍" in ja:
        for match in re.finditer(r"\b(?:twice|doubled|double|tripled)\b", en):
            yield replaced(
                match,
                {
                    "twice": "three times",
                    "doubled": "tripled",
                    "double": "triple",
                    "tripled": "doubled",
                }[match[0]],
            )


LIMITS = r"[\d一二三四五六七八九十百千万]\s?[^\d、。]{0,3}(?:以上|以下|以内|未満|を超え|以降|以前)"


def boundary(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    """A limit on the other side, right beside its number."""
    before = {
        "at least": "at most", "no more than": "more than", "more than": "less than", "less than": "more than",
        "fewer than": "more than", "over": "under", "under": "over", "within": "after",
    }  # fmt: skip
    after = {
        "or more": "or less", "or older": "or younger", "or over": "or under", "or less": "or more",
        "or younger": "or older", "or under": "or over", "or later": "or earlier", "and over": "and under",
    }  # fmt: skip
    if re.search(LIMITS, ja):
        for match in re.finditer(rf"\b(?:{'|'.join(before)})\b(?= \$?\d)(?! \d+ to)", en):
            yield replaced(match, before[match[0]])
        for match in re.finditer(rf"\b(?:{'|'.join(after)})\b", en):
            if re.search(r"\d\S*(?: \w+){0,2} $", en[max(0, match.start() - 24) : match.start()]):
                yield replaced(match, after[match[0]])


def inclusion(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    """A limit of an age that leaves out its own number, or takes it in."""
    if re.search(r"\d\s?[歳才](?:以上|以下)", ja):
        for match in re.finditer(
            r"\b(\d+)(?: years)?(?: old| of age)? (?:or|and) (older|over|above|younger|under)\b", en
        ):
            word = "over" if match[2] in ("older", "over", "above") else "under"
            yield replaced(match, f"{word} {match[1]}")
    if re.search(r"\d\s?[歳才]未満", ja):
        for match in re.finditer(r"\bunder(?: the age of)? (\d+)\b", en):
            yield replaced(match, f"{match[1]} or under")


def limitless(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    """A limit left out."""
    if re.search(r"\d\s?[^\d、。]{0,3}(?:以上|以下|以内|未満)", ja):
        for match in re.finditer(
            r"(?<=\d) ?([a-z]+ )?(?:or|and) (?:more|older|over|less|younger|under)\b", en
        ):
            yield replaced(match, f" {match[1].strip()}" if match[1] else "")
        for match in re.finditer(
            r"\b(?:at least|at most|no more than|less than|fewer than) (?=\d)", en
        ):
            yield replaced(match, "")


def exact(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    """An "about" left out."""
    if re.search(r"約\s?\d", ja):
        for match in re.finditer(r"\b(?:about|approximately|around|roughly) (?=\d)", en):
            if len(re.findall(r"about|approximately|around|roughly|some", en)) == 1:
                yield replaced(match, "")


def approx(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    if re.search(r"\d[^\d、。]{0,3}(?:弱|近く)", ja):
        for match in re.finditer(
            r"\b(?:just under|nearly|almost|a little less than|slightly less than|less than)\b(?= \d)",
            en,
        ):
            yield replaced(match, "just over")
    if re.search(r"\d[^\d、。]{0,3}(?:余り|強|あまり|余)(?![いくめ])", ja):
        for match in re.finditer(
            r"\b(?:just over|more than|over|a little more than|slightly more than)\b(?= \d)", en
        ):
            yield replaced(match, "just under")


def between(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    for match in re.finditer(
        r"\bfrom (\d{1,4}) to (\d{1,4})\b|(?<![-\d.,/])(\d{1,4}) ?[-–] ?(\d{1,4})(?![-\d.,/])", en
    ):
        a, b = match[1] or match[3], match[2] or match[4]
        if int(a) + 1 < int(b) and re.search(
            rf"(?<!\d){a}[^\d、。]{{0,3}}\s?(?:~|～|〜|から)\s?{b}(?!\d)", ja
        ):
            yield replaced(match, f"{a} and {b}")


def ordinal(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    names = {
        "second": "two",
        "third": "three",
        "fourth": "four",
        "fifth": "five",
        "sixth": "six",
        "seventh": "seven",
    }
    kanji = "二三四五六七"
    for place, (name, cardinal) in enumerate(names.items()):
        written = f"[{place + 2}{chr(0xFF10 + place + 2)}{kanji[place]}]"
        if re.search(rf"第{written}(?!\d)|{written}[人番回代]目", ja):
            for match in re.finditer(rf"\b[Tt]he {name} ([a-z]{{3,12}}[^s\W])\b", en):
                yield replaced(match, f"the {cardinal} {match[1]}s")


def enumeration(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    for match in re.finditer(
        r"\b(?:Figure|Table|Note|Article|Item|Chapter|Section) (\d{1,3})\b|\((\d{1,2})\)", en
    ):
        number, group = match[1] or match[2], 1 if match[1] else 2
        if re.search(rf"(?:図|表|注|第|\(|（){number}|[①-⑳]", ja):
            yield replaced(match, str(int(number) + 1), group)


def code(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    for match in re.finditer(r"\b[A-Z][A-Za-z]{0,8}-?\d{2,6}\b", en):
        if match[0] in ja and en.count(match[0]) == 1:
            last = match[0][-1]
            yield replaced(
                match, match[0][:-1] + rng.choice([d for d in "0123456789" if d != last])
            )


def unit(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    for match in re.finditer(rf"\b([\d,.]+) ?({'|'.join(UNITS)})\b", en):
        if re.search(
            rf"{re.escape(match[1])}\s?(?:{JA_UNITS[match[2]]})", unicodedata.normalize("NFKC", ja)
        ):
            yield replaced(match, UNITS[match[2]], 2)


def listed(ja: str, en: str, rng: random.Random) -> Iterator[Edit]:
    found = re.search(
        r"((?:[^、。・はがをにでとも「」]{1,12}[、・]){2,}[^、。・はがをにでとも「」]{1,12})の([三四五六3-6３-６])(?![男女番目回月日年世])",
        ja,
    )
    if found and len(re.split("[、・]", found[1])) == int(
        found[2] if found[2].isdigit() else "〇一二三四五六".index(found[2])
    ):
        count = len(re.split("[、・]", found[1]))
        item = r"[A-Z][\w-]+(?: [\w-]+){0,3}"
        for match in re.finditer(rf"{item}(?:, {item})+,? and {item}", en):
            items = re.split(r",? and |, ", match[0])
            if len(items) == count:
                start = match.start() + len(items[0])
                yield start, start + 2 + len(items[1]), ""


Seeder = Callable[[str, str, random.Random], Iterator[Edit]]
KINDS: dict[str, tuple[Seeder, str]] = {
    "digits": (digits, "num.value"), "words": (words, "num.value"), "scale": (scale, "num.scale"),
    "era": (era, "date.era"), "month": (month, "date.md"), "day": (day, "date.md"),
    "weekday": (weekday, "date.md"), "time": (time, "time.clock"), "ratio": (ratio, "num.ratio"),
    "code": (code, "id.token"), "unit": (unit, "unit.class"), "boundary": (boundary, "num.boundary"),
    "inclusion": (inclusion, "num.boundary"), "limitless": (limitless, "num.boundary"), "exact": (exact, "num.approx"),
    "approx": (approx, "num.approx"), "range": (between, "num.range"), "ordinal": (ordinal, "num.ordinal"),
    "enum": (enumeration, "num.enum"), "list": (listed, "cov.list"),
}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--show", default="")
    parser.add_argument("--each", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    args = parser.parse_args()
    rng = random.Random(args.seed)
    lines = [line for path in args.pairs for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in (line.split("\t") for line in lines) if len(row) == 3]
    rng.shuffle(rows)
    checks = [check for check in all_checks() if check.grade in (Grade.D1, Grade.D2)]
    totals = {Grade.D1: [0, 0], Grade.D2: [0, 0]}
    grades = {check.id: check.grade for check in checks}
    print(f"{'error':10} {'check':13} {'grade':5} {'seeded':>7} {'found':>6} {'by its own':>11}")
    for kind, (seeder, meant) in KINDS.items():
        seeded = found = own = 0
        for _, ja, en in rows:
            edits = list(seeder(ja, en, rng))
            if not edits:
                continue
            start, end, text = rng.choice(edits)
            wrong = en[:start] + text + en[end:]
            before = {
                (f.check, f.ja_value, f.en_value)
                for _, f in run_checks([CheckedPair(ja, en)], checks)
            }
            if before:
                continue
            now = {f.check for _, f in run_checks([CheckedPair(ja, wrong)], checks)}
            seeded += 1
            found += bool(now)
            own += meant in now
            if kind == args.show and meant not in now:
                print(
                    f"\n{sorted(now)}\n{ja[:300]}\n{en[max(0, start - 200) : start]}【{en[start:end]}→{text}】{en[end : end + 150]}"
                )
            if seeded >= args.each:
                break
        if seeded:
            totals[grades[meant]][0] += seeded
            totals[grades[meant]][1] += found
            print(
                f"{kind:10} {meant:13} {grades[meant]:5} {seeded:7} {found / seeded:6.3f} {own / seeded:11.3f}"
            )
    for grade, (seeded, found) in totals.items():
        print(f"{grade}: {found / max(seeded, 1):.3f} of {seeded}")


if __name__ == "__main__":
    main()
