import pytest

from alignbench.checks import Context
from alignbench.checks.terms.glossary import Term, glossary
from alignbench.checks.terms.glossary_formats import from_tbx, from_tsv
from alignbench.domain.errors import InputError
from tests.checks.asking import ask, found_at, marked

TERMS = glossary(
    [
        Term("手続き", "procedure"),
        Term("手続き", "formality", forbidden=True),
        Term("手続き案内", "guide to procedures"),
        Term("サーバ", "server"),
        Term("取り扱い", "handling"),
        Term("PTA", "parent-teacher association"),
    ]
)
KNOWN = Context(glossary=TERMS)


@pytest.mark.parametrize(
    ("ja", "en"),
    [
        ("手続きは簡単。", "The procedures are simple."),
        ("手続は簡単。", "A simple procedure."),
        ("サーバーを置く。", "They put up servers."),
        ("ｻｰﾊﾞではなくサーバを。", "A server."),
        ("取扱いに注意。", "Mind the handling."),
        ("ＰＴＡの会。", "The Parent-Teacher Association meets."),
        ("サーバント。", "A servant."),
    ],
)
def test_variants_and_inflections_keep_to_the_glossary(ja: str, en: str) -> None:
    assert found_at("term.glossary", [(ja, en)], KNOWN) == []


def test_a_missing_term_names_the_approved_form() -> None:
    ((_, finding),) = ask("term.glossary", [("手続きは簡単。", "It is simple.")], KNOWN)
    assert "“procedure”" in finding.message


def test_a_forbidden_form_is_pointed_at() -> None:
    pairs = [("手続きは簡単。", "The formalities are simple.")]
    assert list(marked(pairs, ask("term.glossary", pairs, KNOWN))) == [("手続き", "formalities")]


def test_the_longest_term_counts() -> None:
    pairs = [("手続き案内を配る。", "They hand out a guide to procedures.")]
    assert found_at("term.glossary", pairs, KNOWN) == []
    ((_, finding),) = ask("term.glossary", [("手続き案内を配る。", "Procedures.")], KNOWN)
    assert finding.ja_value == "手続き案内"


def test_tsv_has_japanese_english_forbidden_and_a_note() -> None:
    read = from_tsv("ja\ten\n永住許可\tpermanent residence\n永住許可\tstay\t1\told\n", "terms.tsv")
    assert read.terms[1] == Term("永住許可", "stay", True, "old")


@pytest.mark.parametrize(
    ("first", "count"),
    [
        ("日本語\t英語", 1),
        ("# terms\n\nJapanese\tEnglish", 1),
        ("日本語\tJapanese", 2),
        ("駅\tstop", 2),
    ],
)
def test_a_heading_names_both_columns(first: str, count: int) -> None:
    assert len(from_tsv(f"{first}\n駅\tstation\n", "terms.tsv").terms) == count


def test_a_line_without_english_is_named() -> None:
    with pytest.raises(InputError, match=r"terms\.tsv, line 2"):
        from_tsv("手続き\tprocedure\n窓口\n", "terms.tsv")


TBX = """<tbx type="TBX-Basic" xml:lang="en"><text><body><conceptEntry>
<langSec xml:lang="ja-JP"><termSec><term>窓口</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>service desk</term></termSec>
<termSec><term>window</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
</termSec></langSec></conceptEntry></body></text></tbx>"""


def test_tbx_gives_terms_and_forbidden_ones() -> None:
    read = from_tbx(TBX.encode(), "terms.tbx")
    assert read.terms == (Term("窓口", "service desk"), Term("窓口", "window", True))


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("<html/>", "not a TBX file"),
        ("<tbx><text>", "not well-formed"),
        ("", "not well-formed"),
        ('<!DOCTYPE tbx [<!ENTITY a "b">]><tbx>&a;</tbx>', "entities of its own"),
    ],
)
def test_other_files_are_refused(content: str, complaint: str) -> None:
    with pytest.raises(InputError, match=complaint):
        from_tbx(content.encode(), "terms.tbx")


def test_one_rendering_for_one_term() -> None:
    pairs = [
        ("就学援助を受ける。", "They get the subsidy."),
        ("就学援助の窓口。", "The desk for the subsidy."),
        ("就学援助は月ごとだ。", "Subsidies come monthly."),
        ("就学援助が要る。", "We need a subsidy."),
        ("就学援助で足りる。", "The subsidy will do."),
    ]
    assert found_at("term.consistency", pairs) == []
    slip = ("就学援助は八月に申し込む。", "Apply for schooling aid in August.")
    assert found_at("term.consistency", [*pairs, slip]) == [5]
