"""The kinds of error that the reader knows, in a translator's words."""

from alignbench.messages import Message, t

_KINDS = {
    "opposite": t("a word may have been turned into its opposite"),
    "sister": t("a word may have been taken for another of its kind"),
    "neighbour": t("a word may mean something near, but not the same"),
    "higher": t("a word may be wider or narrower than the Japanese"),
    "sense": t("a word may have been taken in another sense"),
    "role": t("who does it, or to whom, may be exchanged"),
    "condition": t("a condition may be missing, or made up"),
    "exception": t("an exception may be missing, or made up"),
    "modality": t("may, must, can or should may be exchanged"),
    "tense": t("the time of it may be another"),
    "aspect": t("already, still, begun or finished may be another"),
    "degree": t("it may be stronger or weaker than the Japanese"),
    "quantity": t("how many or how much may be another"),
    "negation": t("yes and no may be exchanged"),
    "omission": t("a part of the Japanese may be missing"),
    "item": t("one of several things may be missing"),
    "addition": t("the English may say more than the Japanese"),
    "referent": t("he, she, it or they may be somebody else"),
    "relation": t("how two things belong together may be another"),
    "cause": t("cause and effect may be exchanged"),
    "unit": t("a unit may be another"),
    "number": t("a number or a date may be another"),
    "question": t("a question may have become a statement, or the reverse"),
    "comparison": t("a comparison may be turned round"),
    "rise": t("up and down may be exchanged"),
    "name": t("a name may be another"),
    "contrast": t("how it follows from what was said before may be another"),
    "foreign": t("the English may belong to another sentence"),
    "human": t("it reads like what revisers usually change"),
    "context": t("it may not fit the sentence before"),
}


def reason_text(kind: str) -> Message:
    """What a kind of error means, as a clause; a kind that is not known is said as such."""
    return _KINDS.get(kind) or t("the two may not say the same")
