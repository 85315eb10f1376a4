"""Mail is read by the readers of what it holds; what is attached is said."""

from email.message import EmailMessage

import pytest

from alignbench.domain.errors import InputError
from alignbench.domain.text import Kind
from tests.documents.formats.made import left_out, read, views


def mail(text: str = "", subject: str = "灯台の件", charset: str = "utf-8") -> EmailMessage:
    """A mail from one person to another."""
    made = EmailMessage()
    made["From"] = "丙田 梢 <hei@example.jp>"
    made["Subject"] = subject
    if text:
        made.set_content(text, charset=charset)
    return made


def test_the_subject_and_the_text_are_read_and_the_rest_is_said() -> None:
    made = mail("丁原様\n\n原稿をお送りします。\n> 今日中に頂けますか。\n", charset="iso-2022-jp")
    made.add_attachment(b"png", maintype="image", subtype="png", filename="見本.png")
    text = read("a.eml", made.as_bytes())
    assert [(s.kind, s.view) for s in text.segments] == [
        (Kind.HEADING, "灯台の件"),
        (Kind.HEADING, "丁原様"),
        (Kind.SENTENCE, "原稿をお送りします。"),
        (Kind.SENTENCE, "今日中に頂けますか。"),
    ]
    said = left_out(text)
    assert said["headers of the mail"] == "丙田 梢 <hei@example.jp>"
    assert said["attachments"] == "見本.png"


def test_of_two_versions_the_page_is_read() -> None:
    made = mail("Rain\n")
    made.add_alternative(
        "<p>Rain, <b>hooray!</b></p><blockquote>Is it?</blockquote>", subtype="html"
    )
    text = read("a.eml", made.as_bytes(), "en")
    assert [s.view for s in text.segments][1:] == ["Rain, hooray!", "Is it?"]
    assert left_out(text)["the same in another format"] == "Rain"


def test_lines_that_a_program_broke_for_their_length_are_whole() -> None:
    head = b"Subject: a\nContent-Type: text/plain; charset=utf-8; format=flowed"
    body = "雨が降っていた。それでも \n船は出た。\n"
    japanese = head + b"; delsp=yes\nContent-Transfer-Encoding: 8bit\n\n" + body.encode()
    assert views("a.eml", japanese)[1:] == ["雨が降っていた。", "それでも船は出た。"]
    flowed = head + b"\n\nRain \nfell. \n-- \nAda\n"
    assert views("a.eml", flowed, "en")[1] == "Rain fell."


def test_a_mail_in_a_mail_and_an_attached_text_are_said() -> None:
    made = mail("雨だ。\n")
    made.add_attachment(mail("中の話。\n", "中の件"))
    made.add_attachment("表", filename="a.txt")
    text = read("a.eml", made.as_bytes())
    assert [s.view for s in text.segments] == ["灯台の件", "雨だ。"]
    assert {left.what: left.count for left in text.left_out}["attachments"] == 2


def test_a_mail_without_text_is_refused_and_a_damaged_one_is_not_lost() -> None:
    with pytest.raises(InputError, match="without text"):
        read("a.eml", b"From: a\nContent-Type: image/png\n\nx")
    broken = (
        b"Subject: =?utf-8?b?////?=\nContent-Type: text/plain; charset=none\n\n" + "雨。".encode()
    )
    assert views("a.eml", broken)[-1] == "雨。"
    cut = b"Subject: a\nContent-Type: multipart/mixed; boundary=x\n\n--y\n\n" + "雨だ。\n".encode()
    assert views("a.eml", cut)[-1] == "雨だ。"
    nested = "".join(
        f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(2000)
    )
    with pytest.raises(InputError):
        read("a.eml", nested)
