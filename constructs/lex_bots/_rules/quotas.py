"""More of something than Lex takes in a language other than English."""

from collections.abc import Iterator

from lex_bots._model import Bot
from lex_bots._place import ROOT, Fault, Place
from lex_bots._rules._rule import QUOTAS, Rule
from lex_bots._words import utf16_length


class Quotas(Rule):
    id = "B108"
    text = "A bot holds no more intents, slots, slot types, values and utterances than Lex takes."
    source = QUOTAS

    def check(self, bot: Bot) -> Iterator[Fault]:
        for place, number, what, limit in _numbers(bot):
            if number > limit:
                yield Fault(place, f"there are {number:,} {what}", f"keep at most {limit:,}")


def _numbers(bot: Bot) -> Iterator[tuple[Place, int, str, int]]:
    values = {each.name: sum(1 + len(value.synonyms) for value in each.values) for each in bot.slot_types}
    characters = sum(utf16_length(utterance) for intent in bot.intents for utterance in intent.utterances)
    yield ("intents",), len(bot.intents) + (bot.fallback is not None), "intents with the fallback", 250
    yield ("intents",), sum(len(intent.slots) for intent in bot.intents), "slots", 2_000
    yield ("intents",), characters, "characters in all utterances", 200_000
    yield ("slot_types",), len(bot.slot_types), "slot types", 100
    yield ROOT, sum(values.values()), "values and synonyms in all slot types", 50_000
    for name, number in values.items():
        yield ("slot_types", name), number, "values and synonyms", 10_000
    for intent in bot.intents:
        yield ("intents", intent.name, "slots"), len(intent.slots), "slots", 100
        yield ("intents", intent.name, "utterances"), len(intent.utterances), "utterances", 1_500
