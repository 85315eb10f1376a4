"""Damaged files are read or refused in words; nothing else may escape from a reader."""

import contextlib
import json

from hypothesis import given
from hypothesis import strategies as st

from alignbench.domain.errors import InputError
from tests.documents.formats.made import (
    bilingual,
    docx,
    epub,
    paragraph,
    pdf,
    pptx,
    printed,
    read,
    shape,
    xlsx,
)
from tests.documents.formats.test_odt import odt, p, table

SEEDS: dict[str, bytes] = {
    "a.html": "<h1>港</h1><p><ruby>狐<rt>きつね</ruby>&amp;<code>x</code></p>".encode(),
    "a.docx": docx(
        paragraph("雨だ。") + f"<w:tbl><w:tr><w:tc>{paragraph('甲')}</w:tc></w:tr></w:tbl>"
    ),
    "a.xlsx": xlsx('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings="<si><t>雨</t></si>"),
    "a.pptx": pptx(shape("雨だ。")),
    "a.epub": epub({"a.xhtml": "<p>雨だ。</p>"}),
    "a.pdf": pdf(printed(50, 500, "雨だ。")),
    "a.csv": "ja,en\n雨,Rain\n".encode(),
    "a.srt": "1\n00:00:01,000 --> 00:00:02,000\n雨だ。\n".encode(),
    "a.vtt": "WEBVTT\n\n00:01.000 --> 00:02.000\n<v 人>雨だ。\n".encode(),
    "a.ass": "[Events]\nFormat: Start, End, Text\nDialogue: 0:00:01.00,0:00:02.00,雨".encode(),
    "a.xlf": b'<xliff version="1.2"><file source-language="ja" target-language="en"><body>'
    + "<trans-unit id='1'><source>雨</source><target>Rain</target></trans-unit>".encode()
    + b"</body></file></xliff>",
    "a.tmx": b"<tmx><body><tu><tuv xml:lang='ja'><seg>"
    + "雨</seg></tuv><tuv xml:lang='en'><seg>Rain</seg></tuv></tu></body></tmx>".encode(),
    "a.po": 'msgid "Rain"\nmsgstr "雨"\n'.encode(),
    "a.xml": "<TEI><text><p>雨だ。<note>注</note></p></text></TEI>".encode(),
    "strings.xml": "<resources><string name='a'>雨\\n</string></resources>".encode(),
    "a.json": json.dumps({"ja": {"a": "雨"}, "en": {"a": "Rain"}}).encode(),
    "a.xcstrings": json.dumps({"strings": {"a": {"localizations": {"ja": {}}}}}).encode(),
    "a.yml": "ja:\n  a: &x 雨\n  b: *x\n".encode(),
    "a.properties": b"a = \\u96e8 \\\n x\n",
    "a.strings": '"a" = "雨";'.encode(),
    "a.odt": odt(p("<text:span>雨</text:span>だ。") + table(("甲", "乙"))),
    "a.fodt": b"<office:document xmlns:office='o'><office:body><office:text><p>"
    + "雨</p></office:text></office:body></office:document>".encode(),
    "a.mht": b'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\n'
    + "Content-Type: text/html; charset=utf-8\n\n<p>雨\n--b--\n".encode(),
    "a.ttml": "<tt><head><style id='r' ruby='base'/></head><p><span style='r'>雨".encode()
    + b"</span></p></tt>",
    "a.md": '{{% a %}}\n雨。\n{{% /a %}}\n=== "x"\n    風。[灯]({{ a }}){% b %}'.encode(),
    "a.rtf": rb"{\rtf1\ansicpg932{\fonttbl{\f1\fcharset128 M;}}\f1\'89\'4a{\field{\*\fldinst EQ}"
    + rb"{\fldrslt x}}{\footnote\chftn y}\u26085?\trowd a\cell\row{\shptxt b\par}}",
    "a.eml": b"Subject: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n"
    + b"Content-Type: text/plain; charset=utf-8; format=flowed\n\nx \ny\n--b\n"
    + b"Content-Type: text/html\n\n<p>z\n--b--\n",
    "a.ipynb": b'{"cells":[{"cell_type":"markdown","source":["# a\\n","b"]},'
    + b'{"cell_type":"code","source":"x","outputs":[{"data":{"text/plain":["y"]}}]}]}',
    "law.xml": "<Law><LawNum>一</LawNum><LawBody><Paragraph><ParagraphNum>２</ParagraphNum>"
    "<ParagraphSentence><Sentence><Ruby>艀<Rt>は</Rt></Ruby></Sentence></ParagraphSentence>"
    "</Paragraph></LawBody></Law>".encode(),
    "wxr.xml": b"<rss xmlns:wp='http://wordpress.org/export/1.2/'><channel><item><title>a</title>"
    + b"<wp:encoded>b\n\n[gallery ids='1'] c</wp:encoded></item></channel></rss>",
    "mail.txt": "> 雨。\n> 風。\n>> 店長「雪」\n2027年1月2日\n".encode(),
}


@given(st.sampled_from(sorted(SEEDS)), st.data())
def test_a_damaged_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    seed = bytearray(SEEDS[name])
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(seed) - 1))
        length = data.draw(st.integers(0, 8))
        seed[at : at + length] = data.draw(st.binary(max_size=8))
        seed = seed or bytearray(b" ")
    for attempt in (read, bilingual):
        # Refused in words, or a format without pairs.
        with contextlib.suppress(InputError, AssertionError):
            attempt(name, bytes(seed))
