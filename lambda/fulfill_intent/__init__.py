"""Leads the dialogue of the Korean bot: one function for all its intents, called by Lex at every turn."""
