"""How the reader of meaning was made and how it is measured."""
