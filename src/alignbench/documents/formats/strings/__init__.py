"""String tables of programs: JSON, YAML, .properties, Android, Apple, Flutter, .NET."""

from alignbench.documents.formats.reader import Reader
from alignbench.documents.formats.strings.android import AndroidStrings
from alignbench.documents.formats.strings.apple import AppleStrings
from alignbench.documents.formats.strings.json_strings import Arb, JsonLines, JsonStrings, XcStrings
from alignbench.documents.formats.strings.plist import PropertyList
from alignbench.documents.formats.strings.properties import Properties
from alignbench.documents.formats.strings.resx import Resx
from alignbench.documents.formats.strings.yaml_strings import YamlStrings

READERS: tuple[type[Reader], ...] = (
    XcStrings,
    Arb,
    JsonLines,
    JsonStrings,
    YamlStrings,
    Properties,
    AndroidStrings,
    Resx,
    AppleStrings,
    PropertyList,
)
