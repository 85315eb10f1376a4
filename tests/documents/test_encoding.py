import pytest

from alignbench.documents.encoding import Decoded, Undecodable, decode

LETTER = "拝啓　春の候、いかがお過ごしですか。①番窓口でお待ちします。敬具"
CODECS = (
    "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp932", "euc_jp", "euc_jis_2004",
)  # fmt: skip


@pytest.mark.parametrize("codec", CODECS)
def test_a_japanese_letter_is_read_in_any_of_its_encodings(codec: str) -> None:
    text = LETTER.replace("①", "1") if codec == "euc_jp" else LETTER
    # Without a mark at its head, UTF-16 shows itself by its line ends.
    text = "\n".join(text) if codec.startswith("utf-16-") else text
    decoded = decode(text.encode(codec), "ja")
    assert decoded.content == text


def test_mail_of_the_nineties_is_read() -> None:
    text = "拝啓　春の候、いかがお過ごしですか。"
    decoded = decode(text.encode("iso2022_jp"), "ja")
    assert (decoded.content, decoded.encoding) == (text, "iso2022_jp")


@pytest.mark.parametrize("text", ["カタカナ", "東京都", "会議は中止。", "ｶﾅとひらがな", "〒100"])
@pytest.mark.parametrize("codec", ["cp932", "euc_jp"])
def test_short_texts_tell_the_two_old_encodings_apart(text: str, codec: str) -> None:
    assert decode(text.encode(codec), "ja").content == text


def test_typographic_english_of_windows_is_read() -> None:
    text = "“It’s a café,” she said — twice."
    assert decode(text.encode("cp1252"), "en").content == text


def test_an_encoding_given_is_the_only_one_tried() -> None:
    with pytest.raises(Undecodable):
        decode("東京".encode("cp932"), "ja", "utf-8")
    assert decode("東京".encode("cp932"), "ja", "cp932").content == "東京"


def test_bytes_of_no_encoding_are_refused() -> None:
    with pytest.raises(Undecodable, match="cp932"):
        decode(b"\xff\x81\x00\xfe\x80\xa0\xff", "ja")


def test_half_width_kana_in_euc_jp_are_kana() -> None:
    data = "ﾌﾈｶﾞﾃﾞﾙ｡".encode("euc_jp")
    assert decode(data, "ja") == Decoded("ﾌﾈｶﾞﾃﾞﾙ｡", "euc_jp")


def test_a_file_cut_in_the_middle_of_a_character_is_read_up_to_there() -> None:
    assert decode("舟が出る。朝".encode()[:-1], "ja") == Decoded("舟が出る。\ufffd", "utf-8")


def test_iso_2022_jp_may_hold_what_windows_added() -> None:
    data = b"\x1b$B-!@D\x1b(B A\x1b$B-j\x1b(B"
    assert decode(data, "ja") == Decoded("①青 A㈱", "iso2022_jp")
