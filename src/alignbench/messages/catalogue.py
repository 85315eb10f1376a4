"""The catalogue of the reader's language, if there is one; English needs none.

`ALIGNBENCH_LANGUAGE`, else the system's locale, names the language. Catalogues lie in `locale/`
as gettext has them (`ja/LC_MESSAGES/alignbench.mo`), made from `alignbench.pot` with any of
gettext's tools.
"""

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "alignbench"
LOCALE = Path(__file__).parent / "locale"
VARIABLES = ("ALIGNBENCH_LANGUAGE", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def singular(id: str) -> str:
    """The template that stands for `id` in the reader's language."""
    catalogue = reader_language()
    return id if catalogue is None else catalogue.gettext(id)


def plural(one: str, many: str, count: int) -> str:
    """The template for `count` things."""
    catalogue = reader_language()
    if catalogue is None:
        return one if count == 1 else many
    return catalogue.ngettext(one, many, count)


@cache
def reader_language() -> "NullTranslations | None":
    """The reader's catalogue; None where the English templates are what is said."""
    wanted = next((os.environ[name] for name in VARIABLES if os.environ.get(name)), "")
    languages = [each.split(".")[0] for each in wanted.split(":") if each]
    if not languages or not LOCALE.is_dir() or languages[0].partition("_")[0] in ("en", "C"):
        return None
    from gettext import NullTranslations, translation

    found = translation(DOMAIN, LOCALE, languages, fallback=True)
    return None if type(found) is NullTranslations else found
