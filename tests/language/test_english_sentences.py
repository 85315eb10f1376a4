import pytest
import sentencex
from hypothesis import given
from hypothesis import strategies as st

from alignbench.language.english_sentences import split_english


def sentences(text: str) -> list[str]:
    return [text[start:end].strip() for start, end in split_english(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. We left.", ["It rained.", "We left."]),
        ("Mr. Mori left at 3 p.m. on Monday.", ["Mr. Mori left at 3 p.m. on Monday."]),
        ("Prices rose 3.5%. Wages fell.", ["Prices rose 3.5%.", "Wages fell."]),
        ('"Do you see it?" she asked. I did.', ['"Do you see it?" she asked.', "I did."]),
        ('"Look!" cried the boy. Nobody did.', ['"Look!" cried the boy.', "Nobody did."]),
        ("It sank in 1954.[12] Nobody knew why.", ["It sank in 1954.[12]", "Nobody knew why."]),
        ("He took vitamin B\u00a0. It helped.", ["He took vitamin B\u00a0.", "It helped."]),
        ("She waved to me. Then she went.", ["She waved to me.", "Then she went."]),
        ('"Write to me. Do it soon," he said.', ['"Write to me. Do it soon," he said.']),
        ("See No. 4 and Art. 7 first.", ["See No. 4 and Art. 7 first."]),
        (
            "No one was older than I. Telling her was hard.",
            ["No one was older than I.", "Telling her was hard."],
        ),
        ('He said, "It costs 7 sen." It was dear.', ['He said, "It costs 7 sen."', "It was dear."]),
        ('"Is it far?" "Not very."', ['"Is it far?"', '"Not very."']),
        ("1. Neither side may sell the boat.", ["1. Neither side may sell the boat."]),
        (
            "(a) The owner pays. (b) The tenant cleans.",
            ["(a) The owner pays.", "(b) The tenant cleans."],
        ),
        ("**Read this first.** Then press it.", ["**Read this first.**", "Then press it."]),
        ("The file is ../boats.txt. Open it.", ["The file is ../boats.txt.", "Open it."]),
        ("A heading without a stop", ["A heading without a stop"]),
        ('"It cost 7 sen." It was cheap.', ['"It cost 7 sen."', "It was cheap."]),
        ("See the rest in App. B.", ["See the rest in App. B."]),
        (
            "P.S. The new lamp is a Mk. II. You will like it.",
            ["P.S. The new lamp is a Mk. II.", "You will like it."],
        ),
        (
            "See Proc. of the Int. Conf. on Lights, vol. 3, no. 2. It is long.",
            ["See Proc. of the Int. Conf. on Lights, vol. 3, no. 2.", "It is long."],
        ),
        (
            "Open Mon. to Fri. Closed on Sun. and holidays.",
            ["Open Mon. to Fri.", "Closed on Sun. and holidays."],
        ),
        ("Ask for Ms. Ueda. She knows.", ["Ask for Ms. Ueda.", "She knows."]),
        ("It is sold to Party A. Party B pays.", ["It is sold to Party A.", "Party B pays."]),
        ("(They left. It was late.) We stayed.", ["(They left. It was late.)", "We stayed."]),
        ("Thank you! :) See you.", ["Thank you! :)", "See you."]),
        ("He paid $5. eBay paid him back.", ["He paid $5.", "eBay paid him back."]),
        ("Stir in 5 ml. of oil. Wait.", ["Stir in 5 ml. of oil.", "Wait."]),
        ("It holds approx. 60 crates. Load it.", ["It holds approx. 60 crates.", "Load it."]),
        ("(a) Load it. Then go.", ["(a) Load it.", "Then go."]),
        ("(12) Load it.", ["(12) Load it."]),
        ("It costs approx. GBP 14,000. Pay.", ["It costs approx. GBP 14,000.", "Pay."]),
        ("Hurry! is a game. Buy it.", ["Hurry! is a game.", "Buy it."]),
        ("see you. bye.", ["see you.", "bye."]),
        (
            "Rain was light (see Eq. (2)). It stopped.",
            ["Rain was light (see Eq. (2)).", "It stopped."],
        ),
        (
            "As q < .1 holds, go. Stay (once). End.",
            ["As q < .1 holds, go.", "Stay (once).", "End."],
        ),
        ("The lamp went out… Then it rang.", ["The lamp went out…", "Then it rang."]),
        ("He stayed for 9 d. Nobody came.", ["He stayed for 9 d.", "Nobody came."]),
        ("Add 12 oz. Sugar", ["Add 12 oz. Sugar"]),
        (
            "(Prices are in yen. Tax is not in them.)",
            ["(Prices are in yen.", "Tax is not in them.)"],
        ),
        ("I heard… Anna at the gate.", ["I heard… Anna at the gate."]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(alphabet='ab AB.!?"”[]1 \u3000é日', max_size=80))
def test_the_pieces_are_the_whole_text(text: str) -> None:
    assert "".join(text[start:end] for start, end in split_english(text)) == text


LONG = " ".join(f"Mr. Mori had {at} books. Nobody else had any!" for at in range(600))


def test_a_long_paragraph_is_cut_as_its_parts_would_be() -> None:
    assert sentences(LONG) == [
        sentence for at in range(600)
        for sentence in (f"Mr. Mori had {at} books.", "Nobody else had any!")
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["`" * 30_000, "a " * 15_000, LONG])
def test_no_more_than_a_stretch_is_looked_at_together(
    text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []
    whole = sentencex.segment

    def watched(language: str, part: str) -> list[str]:
        seen.append(len(part))
        return list(whole(language, part))

    monkeypatch.setattr(sentencex, "segment", watched)
    pieces = split_english(text)
    assert "".join(text[start:end] for start, end in pieces) == text
    assert max(seen) <= 8_000
    assert sum(seen) < 2 * len(text), "each character is looked at about once"
