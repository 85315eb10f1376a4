"""reStructuredText as docutils and Sphinx understand it."""

from alignbench.domain.text import Kind, LeftOut, PlaceholderKind
from tests.documents.reading import segments, text, views

PAGE = """.. _boats:

======
舟の話
======

舟は **早く** 出ます。 :ref:`港 <harbour>` と `地図 <https://example.org/>`_ を見て、
``oar`` を持つ [1]_ 。

.. warning::

   雨の日は :kbd:`Esc` を押します。

.. code-block:: sh
   :linenos:

   # 舟を数える。
   count boats

.. 直すこと

- 櫂
- 帆

.. figure:: a.png
   :alt: 朝の港

   朝の港の図。

.. versionadded:: 3.2 夜の舟。

==== ====
名前 数
==== ====
綱   二本
==== ====

.. [1] 注の文。

.. toctree::

   harbour
"""


def test_a_page_is_read_block_by_block() -> None:
    assert [(s.kind, s.view) for s in segments(PAGE, "ja", "a.rst")] == [
        (Kind.HEADING, "舟の話"),
        (Kind.SENTENCE, "舟は早く出ます。"),
        (Kind.SENTENCE, "港と地図を見て、oar を持つ。"),
        (Kind.SENTENCE, "雨の日は Esc を押します。"),
        (Kind.CODE, "# 舟を数える。\ncount boats"),
        (Kind.LIST_ITEM, "櫂"),
        (Kind.LIST_ITEM, "帆"),
        (Kind.CAPTION, "朝の港"),
        (Kind.CAPTION, "朝の港の図。"),
        (Kind.SENTENCE, "夜の舟。"),
        (Kind.CELL, "名前"),
        (Kind.CELL, "数"),
        (Kind.CELL, "綱"),
        (Kind.CELL, "二本"),
        (Kind.FOOTNOTE, "注の文。"),
    ]


def test_targets_and_addresses_are_placeholders() -> None:
    found = segments(PAGE, "ja", "a.rst")[2]
    assert [(p.kind, found.view[p.start : p.end], p.source) for p in found.placeholders] == [
        (PlaceholderKind.LINK, "港", "harbour"),
        (PlaceholderKind.LINK, "地図", "https://example.org/"),
        (PlaceholderKind.CODE, "oar", ""),
        (PlaceholderKind.NOTE_MARK, "", "[1]_"),
    ]


def test_comments_and_directives_that_show_nothing_are_said() -> None:
    said = {left.what: left for left in text(PAGE, "ja", "a.rst").left_out}
    assert said["comments"] == LeftOut("comments", 1, "直すこと", 4)
    assert (said["directives"].sample, said["directives"].count) == ("3.2", 2)


def test_what_follows_a_directive_without_a_blank_line_is_read() -> None:
    page = (
        ".. deprecated:: 2.0\n   Use :func:`lift` instead.\n\n.. todo::\n   あとで書く。\n\n"
        ".. versionadded:: 1.2 灯台の節。\n\n.. py:function:: open(name)\n\n   Opens it.\n\n"
        "-h, --help  助け。\n"
    )
    assert views(page, name="a.rst") == [
        "Use lift instead.",
        "あとで書く。",
        "灯台の節。",
        "open(name)",
        "Opens it.",
        "-h, --help",
        "助け。",
    ]


def test_captions_of_code_are_read_and_settings_said() -> None:
    page = ".. meta::\n   :description: 説明\n\n.. code-block:: sh\n   :caption: 起動\n\n   run\n"
    found = segments(page, name="a.rst")
    assert [(s.kind, s.view) for s in found] == [(Kind.HEADING, "起動"), (Kind.CODE, "run")]
    assert text(page, name="a.rst").left_out[0].sample == "meta 説明"
