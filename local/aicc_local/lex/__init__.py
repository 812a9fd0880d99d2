"""Amazon Lex V2: bots, their versions and aliases, and the runtime."""
