"""Reads what answers customers: functions and bots."""

from connect_flows._day._answering import Bot, BotOutcome, Function, FunctionAnswer, Intent
from connect_flows._day._chance import Choice, Lengths
from connect_flows._day._shares import shared
from connect_flows._day._table import Table

_NOTHING = Lengths(0.0)


def read_function(table: Table) -> Function:
    """A function."""
    answers: list[tuple[FunctionAnswer, float]] = []
    for each in table.listed("answers"):
        answer = FunctionAnswer(values=each.mapping("values"), error=each.text("error", ""))
        answers.append((answer, each.share("share", 1.0)))
        each.done()
    function = Function(seconds=table.lengths("seconds"), answers=shared(table, "answers", answers))
    table.done()
    return function


def read_bot(table: Table) -> Bot:
    """A bot."""
    intents: list[tuple[Intent, float]] = []
    for each in table.listed("intents"):
        outcomes = _outcomes(each, "outcomes")
        intent = Intent(
            name=each.text("name"),
            turns=each.number("turns", 1.0, least=1.0),
            outcomes=outcomes,
            proven=_outcomes(each, "proven") if each.has("proven") else outcomes,
        )
        intents.append((intent, each.share("share")))
        each.done()
    bot = Bot(
        understanding=table.lengths("understanding"),
        hook=table.lengths("hook", _NOTHING),
        asks=table.lengths("asks", _NOTHING),
        intents=shared(table, "intents", intents),
        proven_if=table.mapping("proven_if"),
    )
    table.done()
    return bot


def _outcomes(table: Table, key: str) -> Choice[BotOutcome]:
    outcomes: list[tuple[BotOutcome, float]] = []
    for each in table.listed(key):
        outcome = BotOutcome(
            attributes=each.mapping("attributes"),
            says=each.lengths("says", _NOTHING),
            books=each.truth("books", False),
            error=each.text("error", ""),
        )
        outcomes.append((outcome, each.share("share", 1.0)))
        each.done()
    return shared(table, key, outcomes)
