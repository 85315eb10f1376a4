"""How the reader of meaning was made: texts prepared, groups drawn, a network trained and written.

docs/methods/meaning.md has the commands in order. The texts themselves are not in the repository.
"""
