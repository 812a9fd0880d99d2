"""What Lex refuses when a bot is imported, and when one of its locales is built."""
