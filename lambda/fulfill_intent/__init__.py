"""Leads the dialogue of the Korean bot: one function for all its intents, called by Lex at every turn.

`handler` translates; `logic` leads: `routing` says which intent a turn belongs to, the intent's own module in `intents`
what to do, and `logic` counts what was missed and remembers what was learned. The words are in `messages`.
"""
