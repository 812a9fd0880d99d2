"""Custom resource that deletes the versions of a bot to which nobody will go back: Lex keeps a hundred at most."""
