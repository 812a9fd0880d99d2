"""Everything of a kind that a bot holds, each with its place."""

from collections.abc import Iterator

from lex_bots._model import Bot, Intent, Prompt, Slot
from lex_bots._place import Place


def utterances_of(bot: Bot) -> Iterator[tuple[Place, Intent, str]]:
    """Every sample utterance with its intent."""
    for intent in bot.intents:
        for index, utterance in enumerate(intent.utterances):
            yield ("intents", intent.name, "utterances", index), intent, utterance


def slots_of(bot: Bot) -> Iterator[tuple[Place, Intent, Slot]]:
    """Every slot with its intent."""
    for intent in bot.intents:
        for slot in intent.slots:
            yield ("intents", intent.name, "slots", slot.name), intent, slot


def prompts_of(bot: Bot) -> Iterator[tuple[Place, Intent, Prompt]]:
    """Every prompt of a slot or a confirmation with its intent."""
    for intent in bot.intents:
        place: Place = ("intents", intent.name)
        for slot in intent.slots:
            if slot.prompt:
                yield (*place, "slots", slot.name, "prompt"), intent, slot.prompt
        if intent.confirmation:
            yield (*place, "confirmation", "prompt"), intent, intent.confirmation.prompt


def sayings_of(bot: Bot) -> Iterator[tuple[Place, Intent | None, tuple[str, ...]]]:
    """Every message with its variations, and its intent; None for the fallback."""
    for place, intent, prompt in prompts_of(bot):
        yield (*place, "messages"), intent, prompt.messages
    for intent in bot.intents:
        if intent.confirmation:
            yield ("intents", intent.name, "confirmation", "declined"), intent, intent.confirmation.declined
        yield ("intents", intent.name, "closing"), intent, intent.closing
    if bot.fallback:
        yield ("fallback", "closing"), None, bot.fallback.closing


def messages_of(bot: Bot) -> Iterator[tuple[Place, Intent | None, str]]:
    """Each message and each variation by itself."""
    for place, intent, texts in sayings_of(bot):
        for index, text in enumerate(texts):
            yield (*place, index), intent, text


def values_of(bot: Bot) -> Iterator[tuple[Place, str, str]]:
    """Every value and synonym with the name of its slot type."""
    for slot_type in bot.slot_types:
        for index, value in enumerate(slot_type.values):
            place: Place = ("slot_types", slot_type.name, "values", index)
            yield (*place, "value"), slot_type.name, value.value
            for number, synonym in enumerate(value.synonyms):
                yield (*place, "synonyms", number), slot_type.name, synonym
