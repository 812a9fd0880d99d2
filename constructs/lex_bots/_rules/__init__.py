"""All rules, in one visible table."""

from lex_bots._rules._rule import Rule
from lex_bots._rules.korean_voice import KoreanVoice

RULES: tuple[Rule, ...] = (KoreanVoice(),)
