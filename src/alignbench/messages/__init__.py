"""What is said to people, as gettext messages with named arguments.

A message is written where it is said: `t("{name} is not UTF-8.", name=path.name)`. The English
template is its gettext id, so a translator's catalogue needs no second name for it, and what is
stored of a message is its id and its arguments, never the sentence.
"""

from alignbench.messages.message import Message, t, tn

__all__ = ["Message", "t", "tn"]
