"""Definitions of Korean Lex V2 bots in pure Python, so that a bot team needs no CDK to check its work."""
