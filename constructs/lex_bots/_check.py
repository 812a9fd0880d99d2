"""What Lex, a caller or an operator would say against a bot."""

from lex_bots._finding import Finding, one_line
from lex_bots._model import Bot
from lex_bots._place import Fault, path_of
from lex_bots._rules import RULES
from lex_bots._rules._rule import Rule


def check_bot(bot: Bot) -> list[Finding]:
    """What is wrong with a bot, in the order of the document: errors and warnings, none if it is well.

    >>> from lex_bots import parse_bot
    >>> bot = parse_bot('''
    ... name: shop
    ... locale: ko_KR
    ... voice: {id: Jihye, engine: standard}
    ... nlu_confidence_threshold: 0.4
    ... idle_session_ttl_seconds: 300
    ... intents:
    ...   agent:
    ...     utterances: [상담원 연결해 주세요]
    ... fallback: {}
    ... ''', source="shop.yaml")
    >>> for finding in check_bot(bot)[:1]:
    ...     print(finding)
    shop.yaml:4: voice.engine: 'standard' is no engine of Jihye; use neural [B102]
    """
    found = [_finding(bot, rule, fault) for rule in RULES for fault in rule.check(bot)]
    return sorted(found, key=lambda finding: finding.line)


def _finding(bot: Bot, rule: Rule, fault: Fault) -> Finding:
    return Finding(
        rule=rule.id,
        severity=rule.severity,
        source=bot.source,
        line=bot.line_of(fault.place),
        path=one_line(path_of(fault.place)),
        problem=one_line(fault.problem),
        cure=one_line(fault.cure),
    )
