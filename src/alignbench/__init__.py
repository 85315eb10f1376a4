"""alignbench: align a Japanese text with its English version, and check the one against the other.

Importing this package loads nothing heavy: NumPy, Textual and the models are imported by the
modules that need them, when they are needed.
"""

__version__ = "0.1.0"
